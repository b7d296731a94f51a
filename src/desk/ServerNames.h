// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/ServerNames.h"
#include "storage/ServerProfileStore.h"

#include <QString>

#include <vector>

namespace deskwarden::desk {

/// What people call the server of a profile: the name that they gave it, or else its address without what is only for
/// programs; plain text.
[[nodiscard]] QString serverName(const core::ServerProfile& profile);

/// The names of these servers. Two that would go by one name have their addresses, too.
[[nodiscard]] models::ServerNames serverNames(const ConnectedServers::Links& links);

/// What the servers of the list are called, by address; of several that share one address all names. One without a name
/// is not among them.
[[nodiscard]] models::ServerNames namesOf(const std::vector<storage::KnownServer>& servers);

/// "Berlin (https://broker.example)", or the address alone where no name is known.
[[nodiscard]] QString nameAndAddress(const core::ServerId& server, const models::ServerNames& names);

} // namespace deskwarden::desk
