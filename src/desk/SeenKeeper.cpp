// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/SeenKeeper.h"

namespace deskwarden::desk {

SeenKeeper::SeenKeeper(storage::SeenStore* store, models::SessionTableModel& sessions, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_sessions(sessions)
{}

void SeenKeeper::recall(const core::ServerProfile& profile)
{
    if (m_store != nullptr && profile.address.transport != core::Transport::Demo)
        m_sessions.recallStates(profile.address.id(), m_store->reader(profile.address.id()));
}

void SeenKeeper::keep(const ServerLink& link)
{
    // A server that was never listed has nothing to say, and must not wipe out what is known.
    const bool isListed = link.snapshot() != nullptr && link.snapshot()->health != management::SnapshotHealth::Failed &&
                          link.snapshot()->health != management::SnapshotHealth::Filling;
    if (m_store != nullptr && isListed && link.profile().address.transport != core::Transport::Demo)
        m_store->save(link.server(), m_sessions.seenStates(link.server(), storage::SeenStore::mostSessions));
}

void SeenKeeper::watch(const ConnectedServers& servers)
{
    connect(&m_timer, &QTimer::timeout, this, [this, &servers] {
        for (const auto& link : servers.links())
            keep(*link);
    });
    m_timer.start(std::chrono::minutes(5));
}

} // namespace deskwarden::desk
