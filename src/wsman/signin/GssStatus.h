// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <gssapi/gssapi.h>

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// A GSSAPI failure as data: the causes that a helpdesk can do something about get the Windows code of the same meaning
/// (0x80090324 for a clock skew), so that they are worded once for every platform.
/// The detail holds the library's own words; GSSAPI never puts a password into them.
[[nodiscard]] core::ManagementError errorFromGss(OM_uint32 major, OM_uint32 minor, gss_OID mechanism);

/// The same for a failure of Kerberos' own calls; `words` are that library's.
[[nodiscard]] core::ManagementError errorFromKerberos(OM_uint32 minor, std::string words);

/// What the server's Kerberos says in a KRB-ERROR (RFC 4121 4.1), alone or inside SPNEGO; nothing if the token is none.
/// GSSAPI gives its number away only when no SPNEGO stands in between.
[[nodiscard]] std::optional<core::ManagementError> errorInToken(std::string_view serverToken);

/// True when Kerberos cannot help here at all, so that NTLM is worth a try: no KDC, no such realm, or the server has no
/// service name there. Never after a refused password: the second try would count towards a lock-out.
[[nodiscard]] bool isKerberosOutOfReach(OM_uint32 minor);

/// The KDC knows no such user.
[[nodiscard]] bool isUnknownPrincipal(OM_uint32 minor);

} // namespace deskwarden::wsman
