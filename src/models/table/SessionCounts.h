// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "models/table/WatchedFilters.h"

#include <array>
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

/// How many sessions are in each state, and have each problem. A session can have several problems.
struct StateCounts
{
    std::size_t sessions = 0;
    std::size_t ghosts = 0;
    std::size_t stuck = 0;
    std::size_t broken = 0;
    std::size_t usersOnSeveral = 0; ///< sessions of users who have others on other machines
    std::size_t problems = 0;       ///< sessions with any of these
    std::map<core::ConnectState, std::size_t> states;
    friend bool operator==(const StateCounts&, const StateCounts&) = default;
};

/// Counted over all sessions of all servers, before the filter, except where it says otherwise; `visible` after it.
/// Groups are in natural order.
struct SessionCounts
{
    std::size_t total = 0;
    std::size_t visible = 0;
    std::size_t stale = 0; ///< sessions of servers that could not be asked again
    StateCounts all;
    StateCounts inPlace; ///< of those that place, words and list of the filter let through, in any state
    std::vector<GroupCount> servers;
    std::vector<GroupCount> vmHosts;
    std::vector<GroupCount> collections;
    /// What SessionTableModel::setWatched() has asked for, by WatchedBy, in that order.
    std::array<std::vector<std::size_t>, watchers> watched;
    friend bool operator==(const SessionCounts&, const SessionCounts&) = default;
};

} // namespace deskwarden::models
