// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/ServerLink.h"
#include "models/activity/ActivityModel.h"
#include "storage/AuditLog.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace deskwarden::desk {

/// After a crash or a power cut: shows in the activity what was in flight on a server, and looks it up there.
/// Thread: GUI. Owner: the console; the log and the activity outlive it.
class CrashRecovery final : public QObject
{
    Q_OBJECT

public:
    CrashRecovery(storage::AuditLog* log, models::ActivityModel& activity, QObject* parent = nullptr,
                  core::StartThread start = core::startThread);

    /// The act was asked for by a program that has ended since.
    [[nodiscard]] static bool isOfEarlierRun(const management::ActionRequest& act) noexcept;

    /// Called when a server has answered, so that a wrong password is not tried once more. Looks once a server; the log
    /// is read on another thread, because it may be long, or locked by another program. Where none can be started, the
    /// next list of the server tries again.
    void look(const ServerLink& link);

    /// Looks again what became of acts of this run whose outcome is unknown. Nothing is repeated.
    void lookAgain(const ServerLink& link);

signals:
    void found(std::size_t acts);

private:
    /// What is needed to look on a server; its link may be closed before the log was read.
    struct Place
    {
        core::ServerId server;
        management::Connector connector;
        std::string nameSpace;
        std::chrono::milliseconds timeout;
    };
    using LeftBehind = core::Result<std::vector<storage::AuditRecord>>;

    void readNext();
    void takeLeftBehind(const LeftBehind& left);
    void lookUp(const Place& place, const std::vector<storage::AuditRecord>& left);

    storage::AuditLog* const m_log; // nullptr: nothing is kept between two runs
    models::ActivityModel& m_activity;
    const core::StartThread m_startThread;
    std::set<core::ServerId> m_looked;
    std::vector<Place> m_waiting; ///< have answered since the log began to be read
    std::vector<Place> m_current; ///< the log is being read for these; empty: it is not being read
    std::jthread m_reader;        // last: posts to all above
};

} // namespace deskwarden::desk
