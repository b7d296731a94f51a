// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"

#include <optional>
#include <string_view>

namespace deskwarden::wsman {

/// What NTLM makes of a password before anything else: MD4 over its UTF-16 (NTOWFv1, MS-NLMP 3.3.1), in hexadecimal. As
/// good as the password, and kept like one. gss-ntlmssp would make it itself, but leaks an EVP_MD of 6 KB each time.
/// Thread: any. Nothing if the text is not UTF-8 or OpenSSL has no MD4 here (its "legacy" provider is a module).
[[nodiscard]] std::optional<core::Secret> ntHash(std::string_view password);

} // namespace deskwarden::wsman
