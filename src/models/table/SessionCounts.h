// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <cstddef>
#include <map>
#include <vector>

namespace deskwarden::models {

struct GroupCount
{
    core::ServerId server;
    core::SharedString name; ///< host or collection id; null for a server's own count
    std::size_t sessions = 0;
    std::size_t inUse = 0;
    friend bool operator==(const GroupCount&, const GroupCount&) = default;
};

/// Counted over all sessions of all servers, before the filter; `visible` after it. Groups are in natural order.
struct SessionCounts
{
    std::size_t total = 0;
    std::size_t visible = 0;
    std::size_t stale = 0; ///< sessions of servers that could not be asked again
    std::size_t ghosts = 0;
    std::size_t stuck = 0;
    std::size_t usersOnSeveral = 0; ///< sessions of users who have others on other machines
    std::map<core::ConnectState, std::size_t> states;
    std::vector<GroupCount> servers;
    std::vector<GroupCount> vmHosts;
    std::vector<GroupCount> collections;
    friend bool operator==(const SessionCounts&, const SessionCounts&) = default;
};

} // namespace deskwarden::models
