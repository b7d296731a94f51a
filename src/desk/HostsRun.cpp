// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/HostsRun.h"

#include "storage/HostActs.h"

#include <utility>
#include <vector>

namespace deskwarden::desk {

namespace {

ServerHosts askForHosts(const management::Connector& connector, const core::ServerProfile& profile,
                        const QString& auditFile, std::chrono::system_clock::time_point now,
                        const std::stop_token& stop)
{
    ServerHosts hosts;
    auto connection = connector();
    if (!connection) {
        hosts.connected = core::failure(std::move(connection).error());
        return hosts;
    }
    hosts.connected = (*connection)->open(management::CallContext::within(profile.timeout, stop), {});
    if (!hosts.connected)
        return hosts;
    // Long lists take their time; a person may close the window.
    hosts.report =
        management::readHosts(**connection, profile.nameSpace, {stop, std::chrono::steady_clock::time_point::max()});
    if (auditFile.isEmpty())
        return hosts;
    if (const auto acts = storage::readHostActs(auditFile, profile.address.id(), stop))
        management::addActs(hosts.report.hosts, *acts, now);
    else
        hosts.acts = core::failure(acts.error());
    return hosts;
}

} // namespace

HostsRun::HostsRun(const ConnectedServers& servers, QString auditFile, Clock now, QObject* parent,
                   core::StartThread start)
    : QObject(parent)
    , m_servers(servers)
    , m_auditFile(std::move(auditFile))
    , m_now(std::move(now))
    , m_startThread(std::move(start))
{
    connect(&servers, &ConnectedServers::linksChanged, this, &HostsRun::follow);
    connect(&servers, &ConnectedServers::closed, this, [this](const core::ServerId& server) {
        m_runs.erase(server);
        if (m_hosts.erase(server) > 0)
            emit changed();
    });
    follow();
}

HostsRun::~HostsRun()
{
    for (const auto& [server, run] : m_runs)
        run->requestStop();
}

void HostsRun::follow()
{
    for (const auto& link : m_servers.links()) {
        if (!m_hosts.contains(link->server()) && !m_runs.contains(link->server()))
            ask(*link);
    }
}

void HostsRun::refresh()
{
    for (const auto& link : m_servers.links()) {
        if (!m_runs.contains(link->server()))
            ask(*link);
    }
}

void HostsRun::ask(const ServerLink& link)
{
    ServerHosts withoutThread;
    withoutThread.connected = core::failure(core::noThread());
    const auto question = [connector = link.connector(), profile = link.profile(), file = m_auditFile, now = m_now()](
                              const std::stop_token& stop) { return askForHosts(connector, profile, file, now, stop); };
    m_runs[link.server()] = std::make_unique<Run>(question, std::move(withoutThread), m_startThread, [this] {
        QMetaObject::invokeMethod(this, &HostsRun::takeAnswers, Qt::QueuedConnection);
    });
}

void HostsRun::takeAnswers()
{
    bool isAny = false;
    std::vector<core::ServerId> answered;
    for (const auto& [server, run] : m_runs) {
        if (auto answer = run->take()) {
            m_hosts.insert_or_assign(server, *std::move(answer));
            answered.push_back(server);
            isAny = true;
        }
    }
    for (const core::ServerId& server : answered)
        m_runs.erase(server);
    if (isAny)
        emit changed();
}

} // namespace deskwarden::desk
