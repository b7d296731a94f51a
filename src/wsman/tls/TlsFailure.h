// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ErrorReason.h"

#include <optional>
#include <string_view>

namespace deskwarden::wsman {

/// What was seen of a TLS connection that broke before the first answer.
struct TlsSigns
{
    int alert = -1;                   ///< the server's fatal alert (RFC 8446, section 6); -1 = none was seen
    bool isCertificateWanted = false; ///< the server asked for a client certificate
    bool isCertificateShown = false;  ///< and there was one to show
    bool isTls12Only = false;         ///< nothing newer was offered to the server
};

/// Why it broke, if that can be told; `words` are those of curl, with the code of the TLS library (OpenSSL, Schannel).
[[nodiscard]] std::optional<core::TlsProblem> tlsProblem(const TlsSigns& signs, std::string_view words);

} // namespace deskwarden::wsman
