// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionQuery.h"

#include "support/FakeConnection.h"

#include <QTest>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeSession;

namespace {

constexpr auto generous = 10s; // the promise is 200 ms; a loaded machine must not fail us

/// A query whose every snapshot is kept, also those that a slow reader would never see.
class WatchedQuery final
{
public:
    WatchedQuery(support::FakeBroker& broker, const SessionQueryOptions& options)
    {
        const auto connector = [this, inner = broker.connector()] {
            m_isReady.pass();
            return inner();
        };
        m_query =
            std::make_unique<SessionQuery>(core::ServerId{core::SharedString("fake")}, connector, options, [this] {
                if (m_query != nullptr)
                    take();
            });
        take(); // without a thread there is something already
        m_isReady.open();
    }

    SessionQuery& query() { return *m_query; }
    void end() { m_query.reset(); }

    /// The snapshot with which the condition holds first, or nothing after a long time.
    template <typename Condition>
    SnapshotPointer waitFor(Condition condition)
    {
        SnapshotPointer found;
        std::unique_lock lock(m_mutex);
        std::size_t seen = 0;
        m_changed.wait_for(lock, 60s, [&] {
            for (; seen < m_snapshots.size() && !found; ++seen) {
                if (condition(*m_snapshots[seen]))
                    found = m_snapshots[seen];
            }
            return found != nullptr;
        });
        return found;
    }
    SnapshotPointer waitFor(SnapshotHealth health)
    {
        return waitFor([health](const SessionSnapshot& snapshot) { return snapshot.health == health; });
    }
    SnapshotPointer waitForAfter(std::uint64_t sequence, SnapshotHealth health)
    {
        return waitFor([sequence, health](const SessionSnapshot& snapshot) {
            return snapshot.sequence > sequence && snapshot.health == health;
        });
    }

    std::vector<SnapshotPointer> snapshots()
    {
        const std::lock_guard lock(m_mutex);
        return m_snapshots;
    }

private:
    void take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (SnapshotPointer snapshot = m_query->takeSnapshot(); snapshot != nullptr)
                m_snapshots.push_back(std::move(snapshot));
        }
        m_changed.notify_all();
    }

    support::Gate m_isReady;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<SnapshotPointer> m_snapshots; // guarded by m_mutex
    std::unique_ptr<SessionQuery> m_query;
};

SessionQueryOptions onDemand()
{
    SessionQueryOptions options;
    options.interval = 0ms;
    options.fillPause = 0ms;
    return options;
}

void fill(support::FakeBroker& broker, std::uint32_t count)
{
    for (std::uint32_t id = 0; id < count; ++id)
        broker.put(makeSession("HV" + std::to_string(id % 10), id, "user" + std::to_string(id)));
}

/// Fails `times` times, then lets the broker answer.
auto failing(std::atomic<int>& times, const core::ManagementError& error)
{
    return [&times, error](const Query&, const BatchSink&,
                           const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
        if (times.fetch_sub(1) > 0)
            return core::failure(error);
        return std::nullopt;
    };
}

core::ManagementError connectionLost()
{
    core::ManagementError error;
    error.kind = core::ErrorKind::ConnectionLost;
    return error;
}

} // namespace

class SessionQueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void theFirstListStreamsIn()
    {
        support::FakeBroker broker;
        fill(broker, 2'000);
        broker.batch = 10;
        WatchedQuery watched(broker, onDemand());
        const auto fresh = watched.waitFor(SnapshotHealth::Fresh);
        QVERIFY(fresh);
        QCOMPARE(fresh->sessions.size(), std::size_t{2'000});
        QCOMPARE(fresh->nextIn, 0ms);
        std::size_t copied = 0;
        std::size_t last = 0;
        std::uint64_t sequence = 0;
        for (const auto& snapshot : watched.snapshots()) {
            QVERIFY(snapshot->sequence > sequence);
            sequence = snapshot->sequence;
            if (snapshot->health != SnapshotHealth::Filling)
                continue;
            QVERIFY(snapshot->sessions.size() > last);
            last = snapshot->sessions.size();
            copied += last;
        }
        QVERIFY(last > 0);
        QVERIFY(copied <= std::size_t{3} * 2'000);
    }

    void laterListsDoNotStream()
    {
        support::FakeBroker broker;
        fill(broker, 500);
        WatchedQuery watched(broker, onDemand());
        const auto first = watched.waitFor(SnapshotHealth::Fresh);
        watched.query().refresh();
        const auto second = watched.waitForAfter(first->sequence, SnapshotHealth::Fresh);
        QVERIFY(second);
        for (const auto& snapshot : watched.snapshots())
            QVERIFY(snapshot->sequence < first->sequence || snapshot->health == SnapshotHealth::Fresh);
    }

    void unchangedSessionsShareTheirTexts()
    {
        support::FakeBroker broker;
        fill(broker, 20);
        WatchedQuery watched(broker, onDemand());
        const auto first = watched.waitFor(SnapshotHealth::Fresh);
        watched.query().refresh();
        const auto second = watched.waitForAfter(first->sequence, SnapshotHealth::Fresh);
        for (std::size_t row = 0; row < 20; ++row) {
            QVERIFY(first->sessions[row] == second->sessions[row]);
            QVERIFY(first->sessions[row].userName.isSameBlock(second->sessions[row].userName));
        }
    }

    void aFailureKeepsTheRowsAndMarksThemStale()
    {
        std::atomic<bool> isBroken = false;
        support::FakeBroker fragile;
        fill(fragile, 5);
        fragile.hooks.enumerate = [&](const Query&, const BatchSink& sink,
                                      const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (!isBroken)
                return std::nullopt;
            sink({support::toInstance(makeSession("HV", 99, "half a list"))});
            return core::failure(connectionLost());
        };
        WatchedQuery other(fragile, onDemand());
        const auto good = other.waitFor(SnapshotHealth::Fresh);
        isBroken = true;
        other.query().refresh();
        const auto stale = other.waitFor(SnapshotHealth::Stale);
        QVERIFY(stale);
        QVERIFY(stale->sessions == good->sessions);
        QCOMPARE(stale->sessions.rows().data(), good->sessions.rows().data()); // shared, not copied
        QVERIFY(stale->taken == good->taken);
        QCOMPARE(stale->error->kind, core::ErrorKind::ConnectionLost);
        isBroken = false;
        other.query().refresh();
        QVERIFY(other.waitForAfter(stale->sequence, SnapshotHealth::Fresh));
    }

    void withoutAnyListAFailureIsFailed()
    {
        support::FakeBroker broker;
        fill(broker, 5);
        broker.hooks.open = [](const CallContext&) -> core::Result<> { return core::failure(connectionLost()); };
        WatchedQuery watched(broker, onDemand());
        const auto failed = watched.waitFor(SnapshotHealth::Failed);
        QVERIFY(failed);
        QVERIFY(failed->sessions.empty());
        QCOMPARE(failed->error->kind, core::ErrorKind::ConnectionLost);
    }

    void failuresBackOffToACapAndASuccessForgetsThem()
    {
        support::FakeBroker broker;
        fill(broker, 1);
        std::atomic<int> failures = 5;
        broker.hooks.enumerate = failing(failures, connectionLost());
        SessionQueryOptions options;
        options.interval = 3'600'000ms;
        options.firstBackOff = 2ms;
        options.longestBackOff = 10ms;
        WatchedQuery watched(broker, options);
        const auto fresh = watched.waitFor(SnapshotHealth::Fresh);
        QVERIFY(fresh);
        QCOMPARE(fresh->nextIn, 3'600'000ms);
        std::vector<std::chrono::milliseconds> pauses;
        for (const auto& snapshot : watched.snapshots()) {
            if (snapshot->health == SnapshotHealth::Failed)
                pauses.push_back(snapshot->nextIn);
        }
        QVERIFY((pauses == std::vector<std::chrono::milliseconds>{2ms, 4ms, 8ms, 10ms, 10ms}));
    }

    void refreshCutsABackOffShort()
    {
        support::FakeBroker broker;
        fill(broker, 1);
        std::atomic<int> failures = 1;
        broker.hooks.enumerate = failing(failures, connectionLost());
        SessionQueryOptions options;
        options.firstBackOff = 3'600'000ms;
        options.longestBackOff = 3'600'000ms;
        WatchedQuery watched(broker, options);
        QVERIFY(watched.waitFor(SnapshotHealth::Failed));
        watched.query().refresh();
        QVERIFY(watched.waitFor(SnapshotHealth::Fresh));
    }

    void anIntervalAsksAgainByItselfAndMayBeChanged()
    {
        support::FakeBroker broker;
        fill(broker, 1);
        WatchedQuery watched(broker, onDemand());
        const auto first = watched.waitFor(SnapshotHealth::Fresh);
        watched.query().setInterval(1ms);
        QVERIFY(watched.waitForAfter(first->sequence + 2, SnapshotHealth::Fresh));
    }

    void aRefusedSignInIsNotRepeatedByItself()
    {
        support::FakeBroker broker;
        broker.hooks.open = [](const CallContext&) -> core::Result<> {
            return core::failure(core::ErrorKind::SignInRefused);
        };
        SessionQueryOptions options;
        options.interval = 1ms;
        options.firstBackOff = 1ms;
        WatchedQuery watched(broker, options);
        const auto failed = watched.waitFor(SnapshotHealth::Failed);
        QCOMPARE(failed->nextIn, 0ms);
        std::this_thread::sleep_for(50ms); // nothing to wait for: it must stay silent
        QCOMPARE(broker.opens(), std::size_t{1});
        watched.query().refresh();
        QVERIFY(watched.waitForAfter(failed->sequence, SnapshotHealth::Failed));
        QCOMPARE(broker.opens(), std::size_t{2});
    }

    void aForgottenEnumerationStartsAnewWithoutDoublingRows_data()
    {
        QTest::addColumn<uint>("code");
        for (const uint code : {0x8033801BU, 0x80338007U, 0x80338084U})
            QTest::addRow("%08x", code) << code;
    }

    void aForgottenEnumerationStartsAnewWithoutDoublingRows()
    {
        QFETCH(uint, code);
        support::FakeBroker broker;
        fill(broker, 10);
        std::atomic<int> lists = 0;
        broker.hooks.enumerate = [&](const Query& query, const BatchSink& sink,
                                     const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (!query.wql.ends_with("Win32_VirtualDesktopSession") || ++lists > 1)
                return std::nullopt;
            sink({support::toInstance(makeSession("HV0", 0, "user0")),
                  support::toInstance(makeSession("HV", 77, "has left meanwhile"))});
            return core::failure(support::makeFault(code));
        };
        WatchedQuery watched(broker, onDemand());
        const auto fresh = watched.waitFor(SnapshotHealth::Fresh);
        QVERIFY(fresh);
        QCOMPARE(fresh->sessions.size(), std::size_t{10});
        QCOMPARE(lists.load(), 2);
    }

    void anEnumerationThatIsAlwaysForgottenFails()
    {
        support::FakeBroker broker;
        std::atomic<int> failures = 100;
        broker.hooks.enumerate = failing(failures, support::makeFault(0x8033801B));
        WatchedQuery watched(broker, onDemand());
        QVERIFY(watched.waitFor(SnapshotHealth::Failed));
        QCOMPARE(broker.lists(), std::size_t{2});
    }

    void whatTheServerLeavesOutIsPartial()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink& sink,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            sink({support::toInstance(makeSession("HV", 1, "anna"))});
            return EnumerationEnd{0x40009};
        };
        WatchedQuery watched(broker, onDemand());
        const auto partial = watched.waitFor(SnapshotHealth::Partial);
        QVERIFY(partial);
        QCOMPARE(partial->sessions.size(), std::size_t{1});
        QCOMPARE(partial->incomplete, std::optional<std::uint32_t>(0x40009));
    }

    void rowsThatCannotBeReadMakeTheListPartial()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink& sink,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            sink({support::toInstance(makeSession("HV", 1, "anna")), core::Instance()});
            return EnumerationEnd{};
        };
        WatchedQuery watched(broker, onDemand());
        const auto partial = watched.waitFor(SnapshotHealth::Partial);
        QVERIFY(partial);
        QVERIFY(partial->leftOut == (LeftOutRows{1, 0}));
        QVERIFY(!partial->isWhole());
    }

    void rowsThatRepeatAKeyAreCountedAndHideNobody()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink& sink,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            sink({support::toInstance(makeSession("HV", 1, "anna")), support::toInstance(makeSession("hv", 1, "ben")),
                  support::toInstance(makeSession("HV", 2, "eva"))});
            return EnumerationEnd{};
        };
        WatchedQuery watched(broker, onDemand());
        const auto partial = watched.waitFor(SnapshotHealth::Partial);
        QVERIFY(partial);
        QVERIFY(partial->leftOut == (LeftOutRows{0, 1}));
        QVERIFY(partial->isWhole());
        QCOMPARE(partial->sessions.size(), std::size_t{2});
        QVERIFY(partial->sessions[0].isDoubled);
        QVERIFY(!partial->sessions[1].isDoubled);
    }

    void collectionsAreNamedAndTheirFailureHurtsNobody()
    {
        support::FakeBroker broker;
        fill(broker, 1);
        broker.putCollection("POOL", "Sales desktops");
        WatchedQuery watched(broker, onDemand());
        const auto named =
            watched.waitFor([](const SessionSnapshot& snapshot) { return !snapshot.collections.empty(); });
        QVERIFY(named);
        QCOMPARE(named->health, SnapshotHealth::Fresh);
        QCOMPARE(named->sessions.size(), std::size_t{1});
        QCOMPARE(named->collections.front().name.view(), std::string_view("Sales desktops"));

        support::FakeBroker without;
        fill(without, 1);
        without.hooks.enumerate = [](const Query& query, const BatchSink&,
                                     const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (query.wql.ends_with("Collection"))
                return core::failure(support::makeFault(0x80041010));
            return std::nullopt;
        };
        WatchedQuery other(without, onDemand());
        const auto first = other.waitFor(SnapshotHealth::Fresh);
        other.query().refresh();
        QVERIFY(other.waitForAfter(first->sequence, SnapshotHealth::Fresh));
    }

    void cancelEndsTheRunningEnumerationOnly()
    {
        support::FakeBroker broker;
        fill(broker, 3);
        std::atomic<bool> isHanging = false;
        support::Gate isAsked;
        broker.hooks.enumerate = [&](const Query& query, const BatchSink&,
                                     const CallContext& context) -> std::optional<core::Result<EnumerationEnd>> {
            if (!isHanging || !query.wql.ends_with("Session"))
                return std::nullopt;
            isAsked.open();
            return core::failure(support::hang(context));
        };
        WatchedQuery watched(broker, onDemand());
        QVERIFY(watched.waitFor(SnapshotHealth::Fresh));
        isHanging = true;
        watched.query().refresh();
        QVERIFY(isAsked.pass());
        watched.query().cancelRunning();
        const auto stale = watched.waitFor(SnapshotHealth::Stale);
        QVERIFY(stale);
        QVERIFY(stale->error->isCancelled());
        isHanging = false;
        watched.query().refresh();
        QVERIFY(watched.waitForAfter(stale->sequence, SnapshotHealth::Fresh));
    }

    void aHangingServerDoesNotHoldUpTheEnd()
    {
        support::FakeBroker broker;
        support::Gate isAsked;
        broker.hooks.enumerate = [&](const Query&, const BatchSink&,
                                     const CallContext& context) -> std::optional<core::Result<EnumerationEnd>> {
            isAsked.open();
            return core::failure(support::hang(context));
        };
        WatchedQuery watched(broker, onDemand());
        QVERIFY(isAsked.pass());
        const auto begin = std::chrono::steady_clock::now();
        watched.end();
        QVERIFY(std::chrono::steady_clock::now() - begin < generous);
        QVERIFY(watched.snapshots().empty()); // nothing is said any more after a stop
    }

    void aRefreshThatMeetsAStopAsksNothing()
    {
        for (int round = 0; round < 50; ++round) {
            support::FakeBroker broker;
            fill(broker, 1);
            WatchedQuery watched(broker, onDemand());
            QVERIFY(watched.waitFor(SnapshotHealth::Fresh));
            watched.query().requestStop();
            const auto lists = broker.lists();
            watched.query().refresh();
            watched.end();
            QCOMPARE(broker.lists(), lists);
        }
    }

    void machinesAreComparedWithTheList()
    {
        support::FakeBroker broker;
        fill(broker, 2);
        broker.hooks.enumerate = [](const Query& query, const BatchSink& sink,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (!query.wql.ends_with("Win32_RDMSVirtualDesktop"))
                return std::nullopt;
            const core::SharedString machine = makeSession("HV1", 1, "user1").vmName;
            sink({core::Instance(core::SharedString("Win32_RDMSVirtualDesktop"),
                                 {{core::SharedString("Name"), core::Value(machine)},
                                  {core::SharedString("VMState"), core::Value(std::uint32_t{3})}})});
            return EnumerationEnd{};
        };
        WatchedQuery watched(broker, onDemand());
        const auto compared =
            watched.waitFor([](const SessionSnapshot& snapshot) { return snapshot.facts != nullptr; });
        QVERIFY(compared);
        for (const core::Session& session : compared->sessions)
            QCOMPARE(compared->facts->find(session) != nullptr, session.userName.view() == "user1");
    }

    void aClassThatIsRefusedChangesNothing()
    {
        support::FakeBroker broker;
        fill(broker, 3);
        std::atomic<int> refused = 0;
        broker.hooks.enumerate = [&refused](const Query& query, const BatchSink&,
                                            const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (query.wql.ends_with("Win32_VirtualDesktopSession"))
                return std::nullopt;
            ++refused;
            return core::failure(support::makeFault(0x80041003));
        };
        WatchedQuery watched(broker, onDemand());
        const auto first = watched.waitFor(SnapshotHealth::Fresh);
        QVERIFY(first);
        watched.query().refresh();
        const auto second = watched.waitForAfter(first->sequence, SnapshotHealth::Fresh);
        QVERIFY(second);
        QVERIFY(second->facts == nullptr);
        QCOMPARE(refused.load(), 3); // collections, machines, times: each once
    }

    void withoutAThreadTheListHasFailedUntilThereIsOne()
    {
        support::FakeBroker broker;
        fill(broker, 3);
        auto options = onDemand();
        options.interval = 10s; // and yet nothing is promised
        int attempts = 0;
        options.startThread = [&attempts](std::function<void(std::stop_token)> body) {
            if (++attempts < 3)
                throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
            return std::jthread(std::move(body));
        };
        WatchedQuery watched(broker, options);
        const auto failed = watched.waitFor(SnapshotHealth::Failed);
        QVERIFY(failed);
        QCOMPARE(failed->error->kind, core::ErrorKind::OutOfResources);
        QCOMPARE(failed->nextIn, 0ms);
        watched.query().refresh();
        QVERIFY(watched.waitForAfter(failed->sequence, SnapshotHealth::Failed));
        watched.query().refresh();
        const auto listed = watched.waitForAfter(failed->sequence, SnapshotHealth::Fresh);
        QVERIFY(listed);
        QCOMPARE(listed->sessions.size(), std::size_t(3));
        QCOMPARE(attempts, 3);
    }

    void whatWasStoppedStartsNoThread()
    {
        support::FakeBroker broker;
        auto options = onDemand();
        int attempts = 0;
        options.startThread = [&attempts](const auto&) -> std::jthread {
            ++attempts;
            throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
        };
        WatchedQuery watched(broker, options);
        watched.query().requestStop();
        watched.query().refresh();
        QCOMPARE(attempts, 1);
    }

    void aListThatTakesTooLongTimesOut()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink&,
                                    const CallContext& context) -> std::optional<core::Result<EnumerationEnd>> {
            return core::failure(support::hang(context));
        };
        auto options = onDemand();
        options.listTimeout = 5ms;
        WatchedQuery watched(broker, options);
        const auto failed = watched.waitFor(SnapshotHealth::Failed);
        QVERIFY(failed);
        QCOMPARE(failed->error->kind, core::ErrorKind::TimedOut);
    }
};

QTEST_GUILESS_MAIN(SessionQueryTest)
#include "SessionQueryTest.moc"
