// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ConnectedServers.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace deskwarden::desk {

ConnectedServers::ConnectedServers(ConnectorFactory connectorFor, management::ActLedger& ledger, Options options,
                                   QObject* parent)
    : QObject(parent)
    , m_connectorFor(std::move(connectorFor))
    , m_ledger(ledger)
    , m_options(std::move(options))
    , m_interval(m_options().interval)
    , m_endings(std::make_shared<QueryEndings>())
{}

ConnectedServers::~ConnectedServers()
{
    closeAll();
}

core::Result<> ConnectedServers::open(const core::ServerProfile& profile, const core::Secret& password)
{
    auto connector = m_connectorFor(profile, password);
    if (!connector)
        return core::failure(connector.error());
    close(profile.address.id());
    LinkOptions options = m_options();
    options.interval = m_interval;
    auto link = std::make_unique<ServerLink>(profile, *connector, m_ledger, options);
    connect(link.get(), &ServerLink::snapshotArrived, this, &ConnectedServers::snapshotArrived);
    connect(link.get(), &ServerLink::reportsArrived, this, &ConnectedServers::reportsArrived);
    m_links.push_back(std::move(link));
    emit linksChanged();
    return {};
}

void ConnectedServers::close(const core::ServerId& server)
{
    const auto isTheServer = [&server](const auto& link) { return link->server() == server; };
    const auto found = std::ranges::find_if(m_links, isTheServer);
    if (found == m_links.end())
        return;
    // The link speaks until it is gone: taken out of the list first, so that nobody finds it half ended.
    std::unique_ptr<ServerLink> link = std::move(*found);
    m_links.erase(found);
    link.reset();
    emit closed(server);
    emit linksChanged();
}

void ConnectedServers::closeAll()
{
    requestStop();
    const Links ending = std::exchange(m_links, {});
}

ServerLink* ConnectedServers::linkTo(const core::ServerId& server) const
{
    const auto found = std::ranges::find_if(m_links, [&server](const auto& link) { return link->server() == server; });
    return found == m_links.end() ? nullptr : found->get();
}

void ConnectedServers::refresh()
{
    for (const auto& link : m_links)
        link->refresh();
}

void ConnectedServers::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    for (const auto& link : m_links)
        link->setInterval(interval);
}

void ConnectedServers::submit(std::vector<management::ActionRequest> requests)
{
    for (const auto& link : m_links) {
        const auto isElsewhere = [&link](const management::ActionRequest& request) {
            return request.confirmed.key.server != link->server();
        };
        const auto ours = std::stable_partition(requests.begin(), requests.end(), isElsewhere);
        std::vector<management::ActionRequest> own(std::make_move_iterator(ours),
                                                   std::make_move_iterator(requests.end()));
        requests.erase(ours, requests.end());
        if (!own.empty())
            link->submit(std::move(own));
    }
    if (requests.empty())
        return;
    // Their server was closed while the confirmation was open.
    std::vector<management::ActionReport> cancelled;
    for (const management::ActionRequest& request : requests) {
        management::ActionReport report;
        report.id = request.id;
        report.phase = management::ActionPhase::Finished;
        report.outcome.kind = management::OutcomeKind::Cancelled;
        cancelled.push_back(report);
    }
    emit reportsArrived(cancelled);
}

void ConnectedServers::setPaused(bool isPaused)
{
    for (const auto& link : m_links)
        link->setPaused(isPaused);
}

void ConnectedServers::cancelQueued()
{
    for (const auto& link : m_links)
        link->cancelQueued();
}

void ConnectedServers::cancel(const std::unordered_set<std::uint64_t>& requests)
{
    for (const auto& link : m_links)
        link->cancel(requests);
}

void ConnectedServers::requestStop()
{
    for (const auto& link : m_links)
        link->requestStop();
}

} // namespace deskwarden::desk
