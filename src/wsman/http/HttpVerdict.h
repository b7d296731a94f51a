// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "wsman/http/HttpChannel.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// The authentication schemes in WWW-Authenticate values, in order and without repetitions: one a header, or several
/// separated by commas.
[[nodiscard]] std::vector<std::string> offeredSchemes(const std::vector<std::string>& wwwAuthenticate);

/// Whether the server offers the scheme: it says so, or says nothing, or TLS and not HTTP negotiates it.
[[nodiscard]] bool isOffered(const std::vector<std::string>& offered, std::string_view scheme);

/// What the HTTP part of an answer says, its status first: refused sign-in, elsewhere, overloaded, another web server,
/// a service that wants encryption. HTTP.sys writes pages of its own for most statuses, and they say nothing more.
/// Nothing if an envelope is to be read: a fault comes with 500, 400 and even 200. `scheme` is the one that was used,
/// empty for none. A request that went out encrypted, or to a service that has taken it in the clear before, is not
/// refused for want of encryption: whatever broke then may have broken after the server had acted.
[[nodiscard]] std::optional<core::ManagementError> httpVerdict(const HttpAnswer& answer, std::string_view scheme,
                                                               bool isEncryptionMissing = true);

} // namespace deskwarden::wsman
