// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/ConnectedServers.h"
#include "desk/Question.h"
#include "management/machines/HostReport.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace deskwarden::desk {

/// What is known of the hosts of one server.
struct ServerHosts
{
    management::HostReport report;
    core::Result<> connected; ///< else what kept the broker from being asked
    core::Result<> acts;      ///< else why nothing is known of last answers and failures
};

/// Asks every connected server for its VM hosts and the servers of its deployment, each by a connection and on a thread
/// of its own, and adds what the record of this computer tells of them. Thread: GUI. Owner: what shows them; outlived
/// by the servers. Blocks: the destructor takes up to 200 ms where a question is under way.
class HostsRun final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<std::chrono::system_clock::time_point()>;

    /// `auditFile` is that of the record; empty = there is none.
    HostsRun(const ConnectedServers& servers, QString auditFile, Clock now, QObject* parent = nullptr,
             core::StartThread start = core::startThread);
    ~HostsRun() override;

    /// Asks all; what is told stays until the new answer comes.
    void refresh();
    [[nodiscard]] const std::map<core::ServerId, ServerHosts>& hosts() const noexcept { return m_hosts; }
    [[nodiscard]] bool isAsking() const noexcept { return !m_runs.empty(); }

signals:
    /// An answer came, or a server has gone.
    void changed();

private:
    using Run = Question<ServerHosts>;
    void follow();
    void ask(const ServerLink& link);
    void takeAnswers();

    const ConnectedServers& m_servers;
    const QString m_auditFile;
    const Clock m_now;
    const core::StartThread m_startThread;
    std::map<core::ServerId, ServerHosts> m_hosts;
    std::map<core::ServerId, std::unique_ptr<Run>> m_runs;
};

} // namespace deskwarden::desk
