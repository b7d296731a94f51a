// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/MachineQuery.h"

#include "support/FakeConnection.h"
#include "support/FewThreads.h"
#include "support/Machines.h"

#include <QtTest>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeMachine;

namespace {

/// A query whose every snapshot is kept, also those that a slow reader would never see.
class WatchedMachines final
{
public:
    WatchedMachines(support::FakeBroker& broker, const MachineQueryOptions& options)
    {
        const auto connector = [this, inner = broker.connector()] {
            m_isReady.pass();
            return inner();
        };
        m_query =
            std::make_unique<MachineQuery>(core::ServerId{core::SharedString("fake")}, connector, options, [this] {
                if (m_query != nullptr)
                    take();
            });
        take(); // without a thread there is something already
        m_isReady.open();
    }

    MachineQuery& query() { return *m_query; }
    void end() { m_query.reset(); }

    MachineSnapshotPointer waitForAfter(std::uint64_t sequence, SnapshotHealth health)
    {
        MachineSnapshotPointer found;
        std::unique_lock lock(m_mutex);
        std::size_t seen = 0;
        m_changed.wait_for(lock, 60s, [&] {
            for (; seen < m_snapshots.size() && !found; ++seen) {
                if (m_snapshots[seen]->sequence > sequence && m_snapshots[seen]->health == health)
                    found = m_snapshots[seen];
            }
            return found != nullptr;
        });
        return found;
    }
    MachineSnapshotPointer waitFor(SnapshotHealth health) { return waitForAfter(0, health); }

private:
    void take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (MachineSnapshotPointer snapshot = m_query->takeSnapshot(); snapshot != nullptr)
                m_snapshots.push_back(std::move(snapshot));
        }
        m_changed.notify_all();
    }

    support::Gate m_isReady;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<MachineSnapshotPointer> m_snapshots; // guarded by m_mutex
    std::unique_ptr<MachineQuery> m_query;
};

MachineQueryOptions machinesOnDemand()
{
    MachineQueryOptions options;
    options.interval = 0ms;
    return options;
}

bool isOfMachines(const Query& query)
{
    return query.wql.ends_with("Win32_RDMSVirtualDesktop");
}

} // namespace

/// The query thread for machines. When it asks is told by SessionQueryTest: both have one AskingThread.
class MachineQueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void machinesAreListedWithTheNamesOfTheirCollections()
    {
        support::FakeBroker broker;
        broker.putNeighbour(support::toInstance(makeMachine("VM-1")));
        broker.putNeighbour(support::toInstance(makeMachine("VM-2", core::MachineState::Saved)));
        broker.putCollection("POOL", "Sales desktops");
        WatchedMachines watched(broker, machinesOnDemand());
        const auto first = watched.waitFor(SnapshotHealth::Fresh);
        QVERIFY(first);
        QCOMPARE(first->machines.size(), std::size_t{2});
        QCOMPARE(first->machines[1], makeMachine("VM-2", core::MachineState::Saved));
        const auto named = watched.waitForAfter(first->sequence, SnapshotHealth::Fresh);
        QVERIFY(named);
        QCOMPARE(named->collections.front().name.view(), std::string_view("Sales desktops"));
        QCOMPARE(named->machines.rows().data(), first->machines.rows().data()); // shared, not copied
    }

    void aFailureKeepsTheRowsAndMarksThemStale()
    {
        std::atomic<bool> isBroken = false;
        support::FakeBroker broker;
        broker.putNeighbour(support::toInstance(makeMachine("VM-1")));
        broker.hooks.enumerate = [&](const Query& query, const BatchSink& sink,
                                     const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (!isBroken || !isOfMachines(query))
                return std::nullopt;
            sink({support::toInstance(makeMachine("half a list"))});
            return core::failure(core::ErrorKind::ConnectionLost);
        };
        WatchedMachines watched(broker, machinesOnDemand());
        const auto good = watched.waitFor(SnapshotHealth::Fresh);
        isBroken = true;
        watched.query().refresh();
        const auto stale = watched.waitFor(SnapshotHealth::Stale);
        QVERIFY(stale);
        QVERIFY(stale->machines == good->machines);
        QVERIFY(stale->taken == good->taken);
        QCOMPARE(stale->error->kind, core::ErrorKind::ConnectionLost);
        isBroken = false;
        watched.query().refresh();
        QVERIFY(watched.waitForAfter(stale->sequence, SnapshotHealth::Fresh));
    }

    void aRefusedClassIsFailedWithItsCode()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink&,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            return core::failure(support::makeFault(0x80041003));
        };
        WatchedMachines watched(broker, machinesOnDemand());
        const auto failed = watched.waitFor(SnapshotHealth::Failed);
        QVERIFY(failed);
        QVERIFY(failed->machines.empty());
        QCOMPARE(failed->error->code, 0x80041003U);
    }

    void whatTheServerLeavesOutIsPartial()
    {
        support::FakeBroker broker;
        broker.hooks.enumerate = [](const Query&, const BatchSink& sink,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            sink(
                {support::toInstance(makeMachine("VM-1")), core::Instance(), support::toInstance(makeMachine("vm-1"))});
            return EnumerationEnd{0x40009};
        };
        WatchedMachines watched(broker, machinesOnDemand());
        const auto partial = watched.waitFor(SnapshotHealth::Partial);
        QVERIFY(partial);
        QCOMPARE(partial->incomplete, std::optional<std::uint32_t>(0x40009));
        QVERIFY(partial->leftOut == (LeftOutRows{1, 1}));
        QVERIFY(partial->machines[0].isDoubled);
    }

    void aForgottenEnumerationStartsAnewWithoutDoublingRows()
    {
        support::FakeBroker broker;
        broker.putNeighbour(support::toInstance(makeMachine("VM-1")));
        std::atomic<int> lists = 0;
        broker.hooks.enumerate = [&](const Query& query, const BatchSink& sink,
                                     const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            if (!isOfMachines(query) || ++lists > 1)
                return std::nullopt;
            sink({support::toInstance(makeMachine("VM-1")), support::toInstance(makeMachine("has left meanwhile"))});
            return core::failure(support::makeFault(0x8033801B));
        };
        WatchedMachines watched(broker, machinesOnDemand());
        const auto fresh = watched.waitFor(SnapshotHealth::Fresh);
        QVERIFY(fresh);
        QCOMPARE(fresh->machines.size(), std::size_t{1});
    }

    void cancelAndEndAreNotHeldByASilentServer()
    {
        support::FakeBroker broker;
        support::Gate isAsked;
        broker.hooks.enumerate = [&](const Query&, const BatchSink&,
                                     const CallContext& context) -> std::optional<core::Result<EnumerationEnd>> {
            isAsked.open();
            return core::failure(support::hang(context));
        };
        WatchedMachines watched(broker, machinesOnDemand());
        QVERIFY(isAsked.pass(CallContext::within(60s, {})));
        watched.query().cancelRunning();
        const auto cancelled = watched.waitFor(SnapshotHealth::Failed);
        QVERIFY(cancelled);
        QVERIFY(cancelled->error->isCancelled());
        watched.query().refresh();
        watched.end(); // returns although the server is silent again
    }

    void withoutAThreadTheListHasFailed()
    {
        support::FakeBroker broker;
        broker.putNeighbour(support::toInstance(makeMachine("VM-1")));
        MachineQueryOptions options = machinesOnDemand();
        options.startThread = support::FewThreads(0);
        WatchedMachines watched(broker, options);
        const auto failed = watched.waitFor(SnapshotHealth::Failed);
        QVERIFY(failed);
        QCOMPARE(failed->error->kind, core::ErrorKind::OutOfResources);
    }
};

QTEST_GUILESS_MAIN(MachineQueryTest)
#include "MachineQueryTest.moc"
