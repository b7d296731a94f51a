// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "directory/LdapOpening.h"
#include "directory/LdapSearch.h"

namespace deskwarden::directory {

/// Asks one page. Referrals are not followed: a search that the server only refers elsewhere fails, pieces of a
/// directory that lie elsewhere are left out.
/// Thread: that of the call. Blocks: until the answer, a stop request (50 ms) or the deadline; longer if the server
/// leaves half of a message: to be called abandonably.
/// Fails: with a DirectoryProblem. After Lost, Silent and Unreadable the conversation is of no use any more.
[[nodiscard]] core::Result<LdapPage> askPage(ldap* conversation, const LdapSearch& wanted,
                                             const management::CallContext& context);

} // namespace deskwarden::directory
