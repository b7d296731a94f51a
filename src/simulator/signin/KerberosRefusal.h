// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// What Windows answers to a Kerberos token that it does not accept: KRB-ERROR with the cause (RFC 4121 4.1), inside
/// SPNEGO if the token was; empty if there is none to tell. MIT's acceptor just refuses.
/// `clientToken`: as GSSAPI took it. The keytab is that of the process.
[[nodiscard]] std::string kerberosRefusal(std::string_view clientToken);

} // namespace deskwarden::simulator
