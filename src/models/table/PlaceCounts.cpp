// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/PlaceCounts.h"

#include "models/table/SessionCounts.h"

namespace deskwarden::models {

namespace {

std::vector<PlaceCount> sessionsOf(const std::vector<GroupCount>& groups)
{
    std::vector<PlaceCount> places;
    places.reserve(groups.size());
    for (const GroupCount& group : groups)
        places.push_back({group.server, group.name, group.sessions});
    return places;
}

} // namespace

PlaceCounts placeCounts(const SessionCounts& counts)
{
    return {counts.total, sessionsOf(counts.servers), sessionsOf(counts.vmHosts), sessionsOf(counts.collections)};
}

} // namespace deskwarden::models
