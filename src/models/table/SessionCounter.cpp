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

void SessionCounter::StateTally::add(const Row& row, bool isStuck)
{
    const bool isGhost = ghostOf(row) != management::GhostSign::None;
    const bool isBroken = isBrokenState(row);
    counts.ghosts += isGhost ? 1U : 0U;
    counts.stuck += isStuck ? 1U : 0U;
    counts.broken += isBroken ? 1U : 0U;
    counts.usersOnSeveral += row.isUserOnSeveral ? 1U : 0U;
    counts.problems += isGhost || isStuck || isBroken || row.isUserOnSeveral ? 1U : 0U;
    ++counts.sessions;
    const core::ConnectState state = row.session->state;
    if (const auto number = static_cast<std::size_t>(state); number < states.size())
        ++states[number];
    else
        ++counts.states[state];
}

StateCounts SessionCounter::StateTally::sum() const
{
    StateCounts sum = counts;
    for (std::size_t state = 0; state < states.size(); ++state) {
        if (states[state] > 0)
            sum.states[static_cast<core::ConnectState>(state)] = states[state];
    }
    return sum;
}

void SessionCounter::add(const Row& row, bool isStuck, bool isInPlace)
{
    m_all.add(row, isStuck);
    if (isInPlace)
        m_inPlace.add(row, isStuck);
    const std::size_t inUse = core::isInUse(row.session->state) ? 1U : 0U;
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
    counts.all = m_all.sum();
    counts.inPlace = m_inPlace.sum();
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
