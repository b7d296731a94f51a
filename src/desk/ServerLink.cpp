// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ServerLink.h"

#include <mutex>
#include <utility>

namespace deskwarden::desk {

/// Reports on their way from the runner's threads to the GUI thread. None is dropped; one wake serves all that gather
/// until it is answered, so that ten thousand acts cost the event loop few turns.
struct ServerLink::Reports
{
    std::mutex mutex;
    std::vector<management::ActionReport> waiting; // guarded by mutex

    /// True if the receiver has to be woken.
    bool add(const management::ActionReport& report)
    {
        const std::lock_guard lock(mutex);
        waiting.push_back(report);
        return waiting.size() == 1;
    }
    std::vector<management::ActionReport> takeAll()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(waiting, {});
    }
};

namespace {

std::chrono::milliseconds intervalOf(const core::ServerProfile& profile, std::chrono::milliseconds usual)
{
    return profile.refreshInterval ? std::chrono::milliseconds(*profile.refreshInterval) : usual;
}

management::SessionQueryOptions queryOptions(const core::ServerProfile& profile, const LinkOptions& options)
{
    management::SessionQueryOptions query;
    query.nameSpace = profile.nameSpace;
    query.interval = intervalOf(profile, options.interval);
    query.callTimeout = profile.timeout;
    if (options.asksActiveBroker && !profile.address.isLoopback())
        query.brokerHost = profile.address.host;
    return query;
}

management::ActionRunnerOptions runnerOptions(const core::ServerProfile& profile, const LinkOptions& options)
{
    management::ActionRunnerOptions runner;
    runner.nameSpace = profile.nameSpace;
    runner.connections = options.connections;
    runner.perVmHost = options.perVmHost;
    runner.callTimeout = profile.timeout;
    runner.verifyPatience = options.verifyPatience;
    runner.doubtPatience = options.doubtPatience;
    return runner;
}

} // namespace

ServerLink::ServerLink(core::ServerProfile profile, const management::Connector& connector,
                       management::ActLedger& ledger, const LinkOptions& options, QObject* parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_server(m_profile.address.id())
    , m_connector(connector)
    , m_interval(intervalOf(m_profile, options.interval))
    , m_reports(std::make_unique<Reports>())
{
    // The threads only post a wake; what it is about waits in a mailbox. Both threads end before this object does.
    if (options.asksForLists)
        m_query =
            std::make_unique<management::SessionQuery>(m_server, connector, queryOptions(m_profile, options), [this] {
                QMetaObject::invokeMethod(this, &ServerLink::takeSnapshot, Qt::QueuedConnection);
            });
    m_runner = std::make_unique<management::ActionRunner>(
        connector, ledger, runnerOptions(m_profile, options), [this](const management::ActionReport& report) {
            if (m_reports->add(report))
                QMetaObject::invokeMethod(this, &ServerLink::takeReports, Qt::QueuedConnection);
        });
}

ServerLink::~ServerLink()
{
    requestStop();
    m_runner.reset();
    m_query.reset();
    takeReports(); // what the runner said while it ended is an outcome too
}

void ServerLink::refresh()
{
    if (m_query != nullptr)
        m_query->refresh();
}

void ServerLink::setInterval(std::chrono::milliseconds interval)
{
    m_interval = intervalOf(m_profile, interval);
    if (m_query != nullptr && !m_isResting)
        m_query->setInterval(m_interval);
}

void ServerLink::setResting(bool isResting)
{
    if (m_isResting == isResting)
        return;
    m_isResting = isResting;
    if (m_query != nullptr)
        m_query->setInterval(isResting ? std::chrono::milliseconds::zero() : m_interval);
}

void ServerLink::cancelRunning()
{
    if (m_query != nullptr)
        m_query->cancelRunning();
}

void ServerLink::submit(std::vector<management::ActionRequest> requests)
{
    m_runner->submit(std::move(requests));
}

void ServerLink::cancelQueued()
{
    m_runner->cancelQueued();
}

void ServerLink::cancel(const std::unordered_set<std::uint64_t>& requests)
{
    m_runner->cancel(requests);
}

void ServerLink::setPaused(bool isPaused)
{
    m_runner->setPaused(isPaused);
}

void ServerLink::requestStop()
{
    if (m_query != nullptr)
        m_query->requestStop();
    m_runner->requestStop();
}

void ServerLink::takeSnapshot()
{
    management::SnapshotPointer snapshot = m_query->takeSnapshot();
    if (snapshot == nullptr)
        return;
    m_snapshot = std::move(snapshot);
    m_heardAt = std::chrono::system_clock::now();
    emit snapshotArrived(m_snapshot);
}

void ServerLink::takeReports()
{
    const std::vector<management::ActionReport> reports = m_reports->takeAll();
    if (!reports.empty())
        emit reportsArrived(reports);
}

} // namespace deskwarden::desk
