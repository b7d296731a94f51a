// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/SessionTableModel.h"
#include "storage/SeenStore.h"

#include <QObject>
#include <QTimer>

namespace deskwarden::desk {

/// Carries over restarts since when sessions were seen disconnected or signing out. Simulated farms are forgotten.
/// Thread: GUI. Owner: the console; it owns none of what it is given.
class SeenKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Without a store it does nothing.
    SeenKeeper(storage::SeenStore* store, models::SessionTableModel& sessions, QObject* parent = nullptr);

    /// Before the server's first list.
    void recall(const core::ServerProfile& profile);
    void keep(const ServerLink& link);
    /// Now, and then again every few minutes.
    void watch(const ConnectedServers& servers);

private:
    storage::SeenStore* const m_store;
    models::SessionTableModel& m_sessions;
    QTimer m_timer;
};

} // namespace deskwarden::desk
