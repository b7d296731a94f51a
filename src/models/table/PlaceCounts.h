// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <cstddef>
#include <vector>

namespace deskwarden::models {

struct SessionCounts;

struct PlaceCount
{
    core::ServerId server;
    core::SharedString name; ///< of a VM host, or the id of a collection; null for a server's own count
    std::size_t count = 0;
    friend bool operator==(const PlaceCount&, const PlaceCount&) = default;
};

/// How many of what is listed (sessions or machines) are in each place, whatever is filtered.
struct PlaceCounts
{
    std::size_t total = 0;
    std::vector<PlaceCount> servers;
    std::vector<PlaceCount> vmHosts;
    std::vector<PlaceCount> collections;
    friend bool operator==(const PlaceCounts&, const PlaceCounts&) = default;
};

/// Of sessions.
[[nodiscard]] PlaceCounts placeCounts(const SessionCounts& counts);

} // namespace deskwarden::models
