// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineCounter.h"

namespace deskwarden::models {

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
