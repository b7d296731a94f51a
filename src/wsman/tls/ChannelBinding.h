// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// The tls-server-end-point channel binding of a server's certificate (RFC 5929 section 4): its prefix and the hash of
/// the DER form, by the hash of the certificate's own signature, and by SHA-256 where that is MD5 or SHA-1. Empty for a
/// certificate that cannot be read, or whose signature has no hash (Ed25519: RFC 5929 leaves it undefined).
[[nodiscard]] std::string serverEndPointBinding(std::string_view certificateDer);

} // namespace deskwarden::wsman
