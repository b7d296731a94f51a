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

void MachineCounter::add(const core::VirtualDesktop& machine)
{
    ++m_servers[{machine.server, {}}];
    ++m_hosts[{machine.server, machine.hostName}];
    ++m_collections[{machine.server, machine.collectionAlias}];
}

std::vector<PlaceCount> MachineCounter::listed(const Tallies& tallies)
{
    std::vector<PlaceCount> places;
    places.reserve(tallies.size());
    for (const auto& [place, count] : tallies)
        places.push_back({place.first, place.second, count});
    return places;
}

PlaceCounts MachineCounter::counts() const
{
    PlaceCounts counts{0, listed(m_servers), listed(m_hosts), listed(m_collections)};
    for (const PlaceCount& server : counts.servers)
        counts.total += server.count;
    return counts;
}

} // namespace deskwarden::models
