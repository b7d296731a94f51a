// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

// Two libraries with one C interface (RFC 1823 and its successors): OpenLDAP's, and Windows' own. What differs stands
// here and in LdapOpening….cpp.

#ifdef _WIN32
// Its headers in their order.
// clang-format off
#define LDAP_UNICODE 0
#include <winsock2.h>
#include <windows.h>
#include <winldap.h>
#include <winber.h>
// clang-format on
#else
#include <lber.h>
#include <ldap.h>
#include <sys/time.h>
#endif

namespace deskwarden::directory {

#ifdef _WIN32
using LdapNumber = ULONG;
using LdapTime = struct l_timeval;
inline constexpr LdapNumber searchReference = LDAP_RES_REFERRAL;
#else
using LdapNumber = int;
using LdapTime = struct timeval;
inline constexpr LdapNumber searchReference = LDAP_RES_SEARCH_REFERENCE;
#endif

} // namespace deskwarden::directory
