// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionQuery.h"

#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/ActiveBroker.h"
#include "management/sessions/CollectionNames.h"
#include "management/sessions/FactCollector.h"
#include "management/sessions/SessionCollector.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::chrono::milliseconds collectionsTimeout{15'000};
constexpr std::chrono::milliseconds neighbourTimeout{30'000};

} // namespace

SessionQuery::SessionQuery(core::ServerId server, Connector connector, SessionQueryOptions options,
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

SessionQuery::~SessionQuery() = default; // the thread is asked to stop and joined first, being the last member

SnapshotPointer SessionQuery::takeSnapshot()
{
    return m_mailbox.take();
}

void SessionQuery::ask(const std::stop_token& stop)
{
    SessionCollector collector(m_server, m_pool, m_lastGood);
    m_filled = 0;
    auto end = connect(stop).and_then([&] { return list(collector, stop); });
    if (m_asking.isEnding())
        return;
    if (!end) {
        // A passive broker may refuse the list.
        if (end.error().kind == core::ErrorKind::Fault && m_connection)
            askActiveBroker(stop);
        publishFailure(std::move(end).error());
        return;
    }
    publishList(collector, *end);
    if (m_listsUntilCollections == 0) {
        askCollections(stop);
        const std::string before = m_activeBroker;
        askActiveBroker(stop);
        if (m_activeBroker != before)
            publish(SessionSnapshot(*m_lastGood));
    } else {
        --m_listsUntilCollections;
    }
    askFacts(stop);
    m_pool.prune();
}

core::Result<> SessionQuery::connect(const std::stop_token& stop)
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
    m_desktopsDue = m_timesDue = {};
    return {};
}

core::Result<EnumerationEnd> SessionQuery::list(SessionCollector& collector, const std::stop_token& stop)
{
    return listAnew([&] { return listOnce(collector, stop); }, [&collector] { collector.clear(); });
}

core::Result<EnumerationEnd> SessionQuery::listOnce(SessionCollector& collector, const std::stop_token& stop)
{
    const auto take = [&](std::vector<core::Instance>&& batch) {
        collector.add(batch);
        if (!m_lastGood)
            publishFilling(collector);
    };
    return m_connection->enumerate(Query{m_options.nameSpace, selectAll(sessionClass)}, take,
                                   CallContext::within(m_options.listTimeout, stop));
}

void SessionQuery::publishFilling(const SessionCollector& collector)
{
    // Each copies all rows so far. Growing by half at least, they cost three times the final list together.
    const auto now = Clock::now();
    const std::size_t rows = collector.sessions().size();
    if (rows <= m_filled + m_filled / 2 || (m_filled > 0 && now - m_filledAt < m_options.fillPause))
        return;
    m_filled = rows;
    m_filledAt = now;
    SessionSnapshot snapshot;
    snapshot.sessions = SessionList(collector.sessions());
    snapshot.health = SnapshotHealth::Filling;
    snapshot.taken = std::chrono::system_clock::now();
    publish(std::move(snapshot));
}

void SessionQuery::publishList(SessionCollector& collector, const EnumerationEnd& end)
{
    m_asking.succeeded();
    SessionSnapshot snapshot;
    snapshot.incomplete = end.incomplete;
    snapshot.leftOut = collector.leftOut();
    const bool isWhole = !snapshot.incomplete && !snapshot.leftOut.isAny();
    snapshot.health = isWhole ? SnapshotHealth::Fresh : SnapshotHealth::Partial;
    snapshot.taken = std::chrono::system_clock::now();
    snapshot.sessions = SessionList(collector.takeSessions());
    publish(std::move(snapshot));
}

void SessionQuery::publishFailure(core::ManagementError error)
{
    m_asking.failed(error);
    SessionSnapshot snapshot;
    snapshot.health = SnapshotHealth::Failed;
    if (m_lastGood) {
        snapshot.health = SnapshotHealth::Stale;
        snapshot.sessions = m_lastGood->sessions;
        snapshot.leftOut = m_lastGood->leftOut;
        snapshot.taken = m_lastGood->taken;
    }
    snapshot.error = std::move(error);
    publish(std::move(snapshot));
}

void SessionQuery::askCollections(const std::stop_token& stop)
{
    const auto timeout = std::min(collectionsTimeout, m_options.callTimeout);
    auto names = askCollectionNames(*m_connection, m_options.nameSpace, CallContext::within(timeout, stop));
    m_listsUntilCollections = m_options.listsPerCollectionQuery;
    if (!names || *names == m_collections)
        return; // the list is good without names; the aliases are shown
    m_collections = *std::move(names);
    SessionSnapshot renamed = *m_lastGood;
    publish(std::move(renamed));
}

/// An answer that does not come changes nothing: the list is good without it.
void SessionQuery::askActiveBroker(const std::stop_token& stop)
{
    if (m_options.brokerHost.empty())
        return;
    const auto timeout = std::min(collectionsTimeout, m_options.callTimeout);
    if (auto other = activeBrokerInsteadOf(m_options.brokerHost, *m_connection, m_options.nameSpace,
                                           CallContext::within(timeout, stop)))
        m_activeBroker = *std::move(other);
}

template <typename Sink>
void SessionQuery::askNeighbour(std::string_view nameSpace, std::string_view className, const Sink& sink,
                                Clock::time_point& due, const std::stop_token& stop)
{
    const auto timeout = std::min(neighbourTimeout, m_options.callTimeout);
    const auto end = m_connection->enumerate(Query{std::string(nameSpace), selectAll(className)}, sink,
                                             CallContext::within(timeout, stop));
    // Not every account may read it: that changes nothing else, and is not tried at every turn.
    due = Clock::now() + (end ? m_options.factsPause : m_options.refusedPause);
}

void SessionQuery::askFacts(const std::stop_token& stop)
{
    const auto now = Clock::now();
    if (now < m_desktopsDue && now < m_timesDue)
        return;
    FactCollector collector(m_lastGood->sessions.rows(), m_pool, std::chrono::system_clock::now());
    if (now >= m_desktopsDue)
        askNeighbour(
            m_options.nameSpace, virtualDesktopClass,
            [&collector](std::vector<core::Instance>&& batch) { collector.addDesktops(batch); }, m_desktopsDue, stop);
    if (now >= m_timesDue)
        askNeighbour(
            directoryNameSpace, sessionDirectoryClass,
            [&collector](std::vector<core::Instance>&& batch) { collector.addTimes(batch); }, m_timesDue, stop);
    if (stop.stop_requested())
        return;
    auto facts = collector.takeFacts();
    if (facts == nullptr && m_facts == nullptr)
        return;
    m_facts = std::move(facts);
    SessionSnapshot compared = *m_lastGood;
    publish(std::move(compared));
}

void SessionQuery::publish(SessionSnapshot snapshot)
{
    snapshot.server = m_server;
    snapshot.sequence = ++m_sequence;
    snapshot.collections = m_collections;
    snapshot.activeBroker = m_activeBroker;
    snapshot.facts = m_facts;
    if (snapshot.health != SnapshotHealth::Filling)
        snapshot.nextIn = m_asking.nextIn();
    const bool isGood = snapshot.health == SnapshotHealth::Fresh || snapshot.health == SnapshotHealth::Partial;
    auto published = std::make_shared<const SessionSnapshot>(std::move(snapshot));
    if (isGood)
        m_lastGood = published;
    m_mailbox.put(std::move(published));
    if (m_wake)
        m_wake();
}

} // namespace deskwarden::management
