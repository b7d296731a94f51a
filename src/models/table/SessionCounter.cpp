// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionCounter.h"

#include "models/table/RowFacts.h"

namespace deskwarden::models {

SessionCounter::SessionCounter(const RowSet& rows)
    : m_rows(rows)
    , m_servers(rows.sources.size())
    , m_hosts(rows.hosts.size())
    , m_collections(rows.collections.size())
{}

void SessionCounter::add(const Row& row, bool isStuck)
{
    if (ghostOf(row) != management::GhostSign::None)
        ++m_ghosts;
    if (isStuck)
        ++m_stuck;
    if (row.isUserOnSeveral)
        ++m_usersOnSeveral;
    const core::ConnectState state = row.session->state;
    const auto number = static_cast<std::size_t>(state);
    if (number < m_states.size())
        ++m_states[number];
    else
        ++m_otherStates[state];
    const std::size_t inUse = core::isInUse(state) ? 1 : 0;
    for (Tally* const tally : {&m_servers[row.source], &m_hosts[row.host], &m_collections[row.collection]}) {
        ++tally->sessions;
        tally->inUse += inUse;
    }
}

std::vector<GroupCount> SessionCounter::groupCounts(const std::vector<Group>& groups,
                                                    const std::vector<std::uint32_t>& order,
                                                    const std::vector<Tally>& tallies) const
{
    std::vector<GroupCount> counted;
    counted.reserve(order.size());
    for (const std::uint32_t index : order) {
        if (tallies[index].sessions == 0)
            continue;
        const Group& group = groups[index];
        counted.push_back(
            {m_rows.sources[group.source].snapshot->server, group.name, tallies[index].sessions, tallies[index].inUse});
    }
    return counted;
}

SessionCounts SessionCounter::counts(std::size_t visible) const
{
    SessionCounts counts;
    counts.visible = visible;
    counts.ghosts = m_ghosts;
    counts.stuck = m_stuck;
    counts.usersOnSeveral = m_usersOnSeveral;
    counts.states = m_otherStates;
    for (std::size_t state = 0; state < m_states.size(); ++state) {
        if (m_states[state] > 0)
            counts.states[static_cast<core::ConnectState>(state)] = m_states[state];
    }
    for (std::size_t i = 0; i < m_servers.size(); ++i) {
        const management::SessionSnapshot& snapshot = *m_rows.sources[i].snapshot;
        counts.total += m_servers[i].sessions;
        if (snapshot.health == management::SnapshotHealth::Stale)
            counts.stale += m_servers[i].sessions;
        counts.servers.push_back({snapshot.server, {}, m_servers[i].sessions, m_servers[i].inUse});
    }
    counts.vmHosts = groupCounts(m_rows.hosts, m_rows.hostOrder, m_hosts);
    counts.collections = groupCounts(m_rows.collections, m_rows.collectionOrder, m_collections);
    return counts;
}

} // namespace deskwarden::models
