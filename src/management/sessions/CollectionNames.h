// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"
#include "management/sessions/SessionSnapshot.h"

#include <string>
#include <vector>

namespace deskwarden::management {

/// Asks a server for the names of its collections, sorted by alias; those without an alias or a name are left out.
/// Blocks: as enumerate(). Fails: as enumerate(), if only because the account may not read them: a list of sessions is
/// good without.
[[nodiscard]] core::Result<std::vector<CollectionName>> askCollectionNames(ManagementConnection& connection,
                                                                           const std::string& nameSpace,
                                                                           const CallContext& limits);

} // namespace deskwarden::management
