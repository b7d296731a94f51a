// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionQuery.h"

#include "management/seam/ErrorRules.h"
#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/ActiveBroker.h"
#include "management/sessions/CollectionNames.h"
#include "management/sessions/FactCollector.h"
#include "management/sessions/SessionCollector.h"

#include <algorithm>
#include <exception>
#include <system_error>
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
    , m_interval(m_options.interval)
{
    startThread();
}

SessionQuery::~SessionQuery() = default; // the thread is asked to stop and joined first, being the last member

void SessionQuery::refresh()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAsked = true;
    }
    m_changed.notify_all();
    startThread();
}

/// Does nothing while there is one, or none is wanted any more.
void SessionQuery::startThread()
{
    std::unique_lock lock(m_mutex);
    if (m_isEnding || m_thread.joinable())
        return;
    try {
        m_thread = m_options.startThread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) {
        lock.unlock();
        publishFailure(core::noThread());
    }
}

void SessionQuery::cancelRunning()
{
    // Outside the lock: the stop callbacks of the connection run here.
    std::stop_source running(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        running = m_running;
    }
    running.request_stop();
}

void SessionQuery::setInterval(std::chrono::milliseconds interval)
{
    {
        const std::lock_guard lock(m_mutex);
        m_interval = interval;
    }
    m_changed.notify_all();
}

void SessionQuery::requestStop()
{
    // Outside the lock, as above.
    std::stop_source thread(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        thread = m_thread.get_stop_source();
    }
    thread.request_stop();
}

SnapshotPointer SessionQuery::takeSnapshot()
{
    return m_mailbox.take();
}

void SessionQuery::run(const std::stop_token& stop)
{
    while (waitForTurn(stop)) {
        try {
            ask(stop);
        } catch (const std::exception& exception) {
            // Memory ran out on the way; the next turn may find some again.
            publishFailure(core::failure(core::ErrorKind::OutOfResources, exception.what()).value());
        }
        m_askedAt = Clock::now();
    }
    m_connection.reset();
}

bool SessionQuery::waitForTurn(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    // A stop is looked at before anything else: what the wait returns is its predicate, which may well be true after a
    // stop, too.
    while (!stop.stop_requested()) {
        if (std::exchange(m_isAsked, false))
            return true;
        const auto interval = m_interval;
        const auto hasChanged = [this, interval] { return m_isAsked || m_interval != interval; };
        const auto pause = pauseAfterThis();
        if (pause == std::chrono::milliseconds::zero()) {
            m_changed.wait(lock, stop, hasChanged);
            continue;
        }
        const auto due = m_askedAt + pause;
        if (Clock::now() >= due)
            return true;
        m_changed.wait_until(lock, stop, due, hasChanged);
    }
    return false;
}

std::chrono::milliseconds SessionQuery::pauseAfterThis() const
{
    if (m_isAccountRefused || !m_thread.joinable() || m_interval <= std::chrono::milliseconds::zero())
        return std::chrono::milliseconds::zero();
    if (m_failures == 0)
        return m_interval;
    constexpr std::uint32_t mostDoublings = 16;
    const auto backOff = m_options.firstBackOff * (1U << std::min(m_failures - 1, mostDoublings));
    return std::max(std::chrono::milliseconds(1),
                    std::min<std::chrono::milliseconds>(backOff, m_options.longestBackOff));
}

void SessionQuery::ask(const std::stop_token& stop)
{
    std::stop_source running;
    {
        const std::lock_guard lock(m_mutex);
        m_running = running;
    }
    const std::stop_callback link(stop, [&running] { running.request_stop(); });

    SessionCollector collector(m_server, m_pool, m_lastGood);
    m_filled = 0;
    auto end = connect(running.get_token()).and_then([&] { return list(collector, running.get_token()); });
    if (stop.stop_requested())
        return;
    if (!end) {
        // A passive broker may refuse the list.
        if (end.error().kind == core::ErrorKind::Fault && m_connection)
            askActiveBroker(running.get_token());
        publishFailure(std::move(end).error());
        return;
    }
    publishList(collector, *end);
    if (m_listsUntilCollections == 0) {
        askCollections(running.get_token());
        const std::string before = m_activeBroker;
        askActiveBroker(running.get_token());
        if (m_activeBroker != before)
            publish(SessionSnapshot(*m_lastGood));
    } else {
        --m_listsUntilCollections;
    }
    askFacts(running.get_token());
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
    m_failures = 0;
    m_isAccountRefused = false;
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
    // A person's cancel is no failure of the server: the interval goes on as it was.
    if (!error.isCancelled()) {
        ++m_failures;
        m_isAccountRefused = isAccountRefused(error);
    }
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
    if (snapshot.health != SnapshotHealth::Filling) {
        const std::lock_guard lock(m_mutex);
        snapshot.nextIn = pauseAfterThis();
    }
    const bool isGood = snapshot.health == SnapshotHealth::Fresh || snapshot.health == SnapshotHealth::Partial;
    auto published = std::make_shared<const SessionSnapshot>(std::move(snapshot));
    if (isGood)
        m_lastGood = published;
    m_mailbox.put(std::move(published));
    if (m_wake)
        m_wake();
}

} // namespace deskwarden::management
