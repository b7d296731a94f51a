// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/ServerNames.h"

#include <QString>

namespace deskwarden::desk {

/// What people call the server of a profile: the name that they gave it, or else its address without what is only for
/// programs; plain text.
[[nodiscard]] QString serverName(const core::ServerProfile& profile);

/// The names of these servers. Two that would go by one name have their addresses, too.
[[nodiscard]] models::ServerNames serverNames(const ConnectedServers::Links& links);

} // namespace deskwarden::desk
