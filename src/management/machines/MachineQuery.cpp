// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/MachineQuery.h"

#include "management/machines/MachineCollector.h"
#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/CollectionNames.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::chrono::milliseconds namesTimeout{15'000};

} // namespace

MachineQuery::MachineQuery(core::ServerId server, Connector connector, MachineQueryOptions options,
                           std::function<void()> wake)
    : m_server(std::move(server))
    , m_connector(std::move(connector))
    , m_options(std::move(options))
    , m_wake(std::move(wake))
    , m_asking({m_options.interval, m_options.firstBackOff, m_options.longestBackOff, m_options.startThread},
               {[this](const std::stop_token& stop) { ask(stop); },
                [this](core::ManagementError error) { publishFailure(std::move(error)); },
                [this] { m_connection.reset(); }})
{
    m_asking.start();
}

MachineQuery::~MachineQuery() = default; // the thread is asked to stop and joined first, being the last member

void MachineQuery::ask(const std::stop_token& stop)
{
    MachineCollector collector(m_server, m_pool, m_lastGood);
    auto end = connect(stop).and_then([&] { return list(collector, stop); });
    if (m_asking.isEnding())
        return;
    if (!end) {
        publishFailure(std::move(end).error());
        return;
    }
    publishList(collector, *end);
    if (m_listsUntilCollections == 0)
        askCollections(stop);
    else
        --m_listsUntilCollections;
    m_pool.prune();
}

core::Result<> MachineQuery::connect(const std::stop_token& stop)
{
    if (m_connection)
        return {};
    auto connection = m_connector();
    if (!connection)
        return core::failure(std::move(connection).error());
    auto opened = (*connection)->open(CallContext::within(m_options.callTimeout, stop), {});
    if (!opened)
        return opened;
    m_connection = *std::move(connection);
    m_listsUntilCollections = 0;
    return {};
}

core::Result<EnumerationEnd> MachineQuery::list(MachineCollector& collector, const std::stop_token& stop)
{
    const auto take = [&collector](std::vector<core::Instance>&& batch) { collector.add(batch); };
    const Query query{m_options.nameSpace, selectAll(virtualDesktopClass)};
    return listAnew(
        [&] { return m_connection->enumerate(query, take, CallContext::within(m_options.listTimeout, stop)); },
        [&collector] { collector.clear(); });
}

void MachineQuery::askCollections(const std::stop_token& stop)
{
    const auto timeout = std::min(namesTimeout, m_options.callTimeout);
    auto names = askCollectionNames(*m_connection, m_options.nameSpace, CallContext::within(timeout, stop));
    m_listsUntilCollections = m_options.listsPerCollectionQuery;
    if (!names || *names == m_collections)
        return; // the list is good without names; the aliases are shown
    m_collections = *std::move(names);
    publish(MachineSnapshot(*m_lastGood));
}

void MachineQuery::publishList(MachineCollector& collector, const EnumerationEnd& end)
{
    m_asking.succeeded();
    MachineSnapshot snapshot;
    snapshot.incomplete = end.incomplete;
    snapshot.leftOut = collector.leftOut();
    const bool isWhole = !snapshot.incomplete && !snapshot.leftOut.isAny();
    snapshot.health = isWhole ? SnapshotHealth::Fresh : SnapshotHealth::Partial;
    snapshot.taken = std::chrono::system_clock::now();
    snapshot.machines = MachineList(collector.takeMachines());
    publish(std::move(snapshot));
}

void MachineQuery::publishFailure(core::ManagementError error)
{
    m_asking.failed(error);
    MachineSnapshot snapshot;
    snapshot.health = SnapshotHealth::Failed;
    if (m_lastGood) {
        snapshot = *m_lastGood;
        snapshot.health = SnapshotHealth::Stale;
        snapshot.incomplete.reset();
    }
    snapshot.error = std::move(error);
    publish(std::move(snapshot));
}

void MachineQuery::publish(MachineSnapshot snapshot)
{
    snapshot.server = m_server;
    snapshot.sequence = ++m_sequence;
    snapshot.collections = m_collections;
    snapshot.nextIn = m_asking.nextIn();
    const bool isGood = snapshot.health == SnapshotHealth::Fresh || snapshot.health == SnapshotHealth::Partial;
    auto published = std::make_shared<const MachineSnapshot>(std::move(snapshot));
    if (isGood)
        m_lastGood = published;
    m_mailbox.put(std::move(published));
    if (m_wake)
        m_wake();
}

} // namespace deskwarden::management
