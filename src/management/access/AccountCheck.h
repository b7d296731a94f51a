// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/access/AccessFacts.h"
#include "management/people/DirectoryConnection.h"

namespace deskwarden::management {

/// Reads all that a directory tells about why an account does not get in. Changes nothing.
/// Thread: that of the connection. Blocks: as its calls. Fails: as they do; AccountUnknown where there is not exactly
/// one such account in the directory's domain. SIDs that cannot be read are told as their own failure.
[[nodiscard]] core::Result<AccessAccount> readAccount(DirectoryConnection& directory, const AccountName& name,
                                                      const CallContext& context);

/// The same by a conversation of its own. Blocks: until the answer, a stop request or the deadline.
/// Fails: also where no conversation can be made.
[[nodiscard]] core::Result<AccessAccount> readAccount(const core::Result<DirectoryConnector>& connector,
                                                      const AccountName& name, const CallContext& context);

} // namespace deskwarden::management
