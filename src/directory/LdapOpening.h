// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "management/seam/CallContext.h"

#include <cstdint>
#include <memory>
#include <string>

struct ldap;

namespace deskwarden::directory {

/// One server of a directory, and the protection that is put on before anything is said.
struct LdapTarget
{
    std::string host;
    std::uint16_t port = 0;
    bool isTlsFromStart = false; ///< else StartTLS
    std::string caFile;          ///< PEM; empty = the system's authorities
};

struct LdapIdentity
{
    bool isKerberos = true; ///< by the operator's tickets; the two below are then not used
    std::string user;
    core::Secret password;
};

struct LdapEnd
{
    void operator()(ldap* connection) const noexcept;
};
/// A signed-in conversation of the library.
using LdapOwner = std::unique_ptr<ldap, LdapEnd>;

/// Connects, protects and signs in; there is no way without protection.
/// Blocks: until done, or about until the deadline; to be called abandonably.
[[nodiscard]] core::Result<LdapOwner> openLdap(const LdapTarget& target, const LdapIdentity& identity,
                                               const management::CallContext& context);

} // namespace deskwarden::directory
