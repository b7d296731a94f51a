// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionRunner.h"

#include "support/FakeConnection.h"
#include "support/FewThreads.h"
#include "support/MemoryLedger.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeSession;
using support::MemoryLedger;

namespace {

/// Gathers the reports of a runner and waits for them.
class ReportLog final
{
public:
    ActionRunner::Report receiver()
    {
        return [this](const ActionReport& report) {
            if (m_isInside.exchange(true))
                m_wasCalledTwiceAtOnce = true;
            {
                const std::lock_guard lock(m_mutex);
                m_reports.push_back(report);
            }
            m_changed.notify_all();
            m_isInside = false;
        };
    }

    bool waitForFinished(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 60s, [&] { return finishedIn(m_reports) >= count; });
    }

    bool waitForPhase(std::uint64_t id, ActionPhase phase)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 60s, [&] {
            return std::ranges::any_of(m_reports,
                                       [&](const ActionReport& r) { return r.id == id && r.phase == phase; });
        });
    }

    std::map<std::uint64_t, std::vector<Outcome>> outcomes()
    {
        const std::lock_guard lock(m_mutex);
        std::map<std::uint64_t, std::vector<Outcome>> result;
        for (const ActionReport& report : m_reports) {
            if (report.phase == ActionPhase::Finished)
                result[report.id].push_back(report.outcome);
        }
        return result;
    }

    std::size_t count(OutcomeKind kind)
    {
        std::size_t result = 0;
        for (const auto& [id, outcomes] : outcomes())
            result += static_cast<std::size_t>(std::ranges::count(outcomes, kind, &Outcome::kind));
        return result;
    }

    OutcomeKind outcomeOf(std::uint64_t id) { return outcomes().at(id).front().kind; }
    bool wasCalledTwiceAtOnce() const { return m_wasCalledTwiceAtOnce; }

private:
    static std::size_t finishedIn(const std::vector<ActionReport>& reports)
    {
        return static_cast<std::size_t>(std::ranges::count(reports, ActionPhase::Finished, &ActionReport::phase));
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<ActionReport> m_reports; // guarded by m_mutex
    std::atomic<bool> m_isInside = false;
    std::atomic<bool> m_wasCalledTwiceAtOnce = false;
};

class BrokenLedger final : public ActLedger
{
public:
    core::Result<std::vector<IntentToken>> recordIntents(std::span<const ActionRequest> /*requests*/) override
    {
        return core::failure(core::ErrorKind::LedgerUnwritable, "disk full");
    }
    core::Result<> recordOutcome(const IntentToken& /*token*/, const Outcome& /*outcome*/) override { return {}; }
};

ActionRequest request(std::uint64_t id, const core::Session& session, ActionKind kind = ActionKind::Logoff)
{
    ActionRequest result;
    result.id = id;
    result.confirmed = session;
    result.action.kind = kind;
    return result;
}

ActionRunnerOptions quick()
{
    ActionRunnerOptions options;
    options.firstLook = 1ms;
    options.doubtPatience = 20ms;
    return options;
}

/// `count` sessions on `hosts` hosts, put into the broker, with a request for each; ids count from 1.
std::vector<ActionRequest> fill(support::FakeBroker& broker, std::uint32_t count, std::uint32_t hosts)
{
    std::vector<ActionRequest> requests;
    for (std::uint32_t id = 1; id <= count; ++id) {
        const auto session = makeSession("HV" + std::to_string(id % hosts), id, "user" + std::to_string(id));
        broker.put(session);
        requests.push_back(request(id, session));
    }
    return requests;
}

template <typename Work>
std::chrono::milliseconds timeOf(Work work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

constexpr auto generous = 10s; // the promise is 200 ms; a loaded machine must not fail us

} // namespace

class ActionRunnerTest final : public QObject
{
    Q_OBJECT

private slots:
    void manyLogoffsAreDoneAndEachIsRecordedOnce()
    {
        support::FakeBroker broker;
        MemoryLedger ledger;
        ReportLog log;
        {
            ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
            runner.submit(fill(broker, 300, 7));
            QVERIFY(log.waitForFinished(300));
        }
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{300});
        QCOMPARE(broker.journal().size(), std::size_t{300});
        QVERIFY(!log.wasCalledTwiceAtOnce());
        const auto entries = ledger.entries();
        QCOMPARE(entries.size(), std::size_t{300});
        QVERIFY(std::ranges::all_of(
            entries, [](const auto& entry) { return entry.outcome && entry.outcome->kind == OutcomeKind::Done; }));
        QVERIFY(broker.mostActsAtOnce() <= 4);
        QVERIFY(broker.mostActsAtOnceOnAHost() <= 2);
    }

    void disconnectsAndMessagesAreDone()
    {
        support::FakeBroker broker;
        MemoryLedger ledger;
        ReportLog log;
        const auto session = makeSession("HV", 1, "anna", core::ConnectState::Active);
        broker.put(session);
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit({request(1, session, ActionKind::Message), request(2, session, ActionKind::Disconnect)});
        QVERIFY(log.waitForFinished(2));
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{2});
        QCOMPARE(broker.find("HV/1")->state, core::ConnectState::Disconnected);
    }

    void somebodyElseUnderTheKeyIsLeftAlone()
    {
        support::FakeBroker broker;
        MemoryLedger ledger;
        ReportLog log;
        broker.put(makeSession("HV", 1, "bert"));
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit({request(1, makeSession("HV", 1, "anna")), request(2, makeSession("HV", 2, "gone"))});
        QVERIFY(log.waitForFinished(2));
        QCOMPARE(log.outcomeOf(1), OutcomeKind::Skipped);
        QCOMPARE(log.outcomeOf(2), OutcomeKind::AlreadyGone);
        QVERIFY(broker.journal().empty());
    }

    void theReReadEndsDirectlyBeforeTheAct()
    {
        support::FakeBroker broker;
        std::mutex mutex;
        std::map<std::string, std::string> lastCall;
        std::atomic<bool> isBroken = false;
        broker.hooks.get = [&](const std::string& key, const CallContext&) {
            const std::lock_guard lock(mutex);
            lastCall[key] = "get";
            return std::nullopt;
        };
        broker.hooks.invoke = [&](const std::string& key, const std::string& method, const CallContext&) {
            const std::lock_guard lock(mutex);
            isBroken = isBroken || lastCall[key] != "get";
            lastCall[key] = method;
            return std::nullopt;
        };
        MemoryLedger ledger;
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit(fill(broker, 50, 5));
        QVERIFY(log.waitForFinished(50));
        QVERIFY(!isBroken);
    }

    void noActWithoutARecord()
    {
        support::FakeBroker broker;
        BrokenLedger ledger;
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit(fill(broker, 100, 3));
        QVERIFY(log.waitForFinished(100));
        QCOMPARE(log.count(OutcomeKind::Failed), std::size_t{100});
        QCOMPARE(log.outcomes().at(1).front().error->kind, core::ErrorKind::LedgerUnwritable);
        QVERIFY(broker.journal().empty());
        QCOMPARE(broker.gets(), std::size_t{0});
    }

    void withoutThreadsActsEndWithAnErrorUntilThereAreSome_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("none at all") << 0;
        QTest::newRow("for the records alone") << 1;
        QTest::newRow("none that acts") << 2;
        QTest::newRow("one that acts") << 3;
    }

    void withoutThreadsActsEndWithAnErrorUntilThereAreSome()
    {
        QFETCH(int, threads);
        support::FakeBroker broker;
        const auto requests = fill(broker, 40, 4);
        MemoryLedger ledger;
        ReportLog log;
        const support::FewThreads few(threads);
        auto options = quick();
        options.startThread = few;
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        runner.submit({requests.begin(), requests.begin() + 20});
        QVERIFY(log.waitForFinished(20));
        const bool canAct = threads > 2;
        QCOMPARE(log.count(canAct ? OutcomeKind::Done : OutcomeKind::Failed), std::size_t{20});
        QCOMPARE(broker.journal().size(), std::size_t{canAct ? 20U : 0U});
        if (!canAct)
            QCOMPARE(log.outcomes().at(1).front().error->kind, core::ErrorKind::OutOfResources);
        for (const auto& entry : ledger.entries())
            QVERIFY(entry.outcome); // no intent stays open
        few.setLeft(100);
        runner.submit({requests.begin() + 20, requests.end()});
        QVERIFY(log.waitForFinished(40));
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{canAct ? 40U : 20U});
        QVERIFY(!log.wasCalledTwiceAtOnce());
    }

    void theIntentStandsBeforeTheAct()
    {
        support::FakeBroker broker;
        MemoryLedger ledger;
        std::atomic<bool> isMissing = false;
        broker.hooks.invoke = [&](const std::string& key, const std::string&, const CallContext&) {
            const auto entries = ledger.entries();
            isMissing = isMissing || std::ranges::none_of(entries, [&](const auto& entry) {
                            return core::keyText(entry.request.confirmed.key) == key && !entry.outcome;
                        });
            return std::nullopt;
        };
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit(fill(broker, 100, 3));
        QVERIFY(log.waitForFinished(100));
        QVERIFY(!isMissing);
    }

    void aQueuedActAtShutdownIsCancelledOnceAndNeverCarriedOut()
    {
        // A waiting worker whose predicate is true at the stop must not take the work: what wait_until returns is the
        // predicate, not whether to go on.
        for (int round = 0; round < 20; ++round) {
            support::FakeBroker broker;
            support::Gate hanging;
            broker.hooks.get = [&](const std::string&,
                                   const CallContext& context) -> std::optional<core::Result<core::Instance>> {
                hanging.open();
                return core::failure(support::hang(context));
            };
            MemoryLedger ledger;
            ReportLog log;
            {
                auto options = quick();
                options.connections = 2;
                ActionRunner runner(broker.connector(), ledger, options, log.receiver());
                runner.submit(fill(broker, 50, 2));
                QVERIFY(hanging.pass());
                runner.requestStop();
                runner.submit({request(1000, makeSession("HV", 1, "late"))});
            }
            QCOMPARE(log.outcomes().size(), std::size_t{51});
            for (const auto& [id, outcomes] : log.outcomes()) {
                QCOMPARE(outcomes.size(), std::size_t{1});
                QCOMPARE(outcomes.front().kind, OutcomeKind::Cancelled);
            }
            QVERIFY(broker.journal().empty());
            const auto entries = ledger.entries();
            QVERIFY(std::ranges::all_of(entries, [](const auto& entry) { return entry.outcome.has_value(); }));
        }
    }

    void anAnswerThatIsOutstandingAtShutdownIsUnknown()
    {
        support::FakeBroker broker;
        support::Gate sent;
        broker.hooks.invoke = [&](const std::string&, const std::string&,
                                  const CallContext& context) -> std::optional<core::Result<MethodResult>> {
            sent.open();
            return core::failure(support::hang(context, core::Delivery::MaybeSent));
        };
        MemoryLedger ledger;
        ReportLog log;
        auto runner = std::make_unique<ActionRunner>(broker.connector(), ledger, quick(), log.receiver());
        runner->submit(fill(broker, 1, 1));
        QVERIFY(sent.pass());
        QVERIFY(timeOf([&] { runner.reset(); }) < generous);
        QCOMPARE(log.outcomes().at(1).size(), std::size_t{1});
        QCOMPARE(log.outcomeOf(1), OutcomeKind::Unknown);
    }

    void hangingConnectionsDoNotHoldUpTheEnd()
    {
        support::FakeBroker broker;
        broker.hooks.open = [](const CallContext& context) -> core::Result<> {
            return core::failure(support::hang(context));
        };
        MemoryLedger ledger;
        ReportLog log;
        auto runner = std::make_unique<ActionRunner>(broker.connector(), ledger, quick(), log.receiver());
        runner->submit(fill(broker, 10, 10));
        QVERIFY(log.waitForPhase(1, ActionPhase::Queued));
        QVERIFY(timeOf([&] { runner.reset(); }) < generous);
        QCOMPARE(log.count(OutcomeKind::Cancelled), std::size_t{10});
    }

    void aDeadHostDoesNotHoldUpTheOthers()
    {
        support::FakeBroker broker;
        broker.hooks.get = [](const std::string& key,
                              const CallContext& context) -> std::optional<core::Result<core::Instance>> {
            if (key.starts_with("HV0/"))
                return core::failure(support::hang(context)); // for a minute
            return std::nullopt;
        };
        MemoryLedger ledger;
        ReportLog log;
        auto options = quick();
        options.silence = 50ms;
        options.connections = 2;
        options.perVmHost = 2;
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        auto requests = fill(broker, 120, 3); // 40 on each of HV0, HV1, HV2
        // Not std::ranges: clang 14 does not compile libstdc++'s subrange, which that returns.
        std::stable_partition(requests.begin(), requests.end(), [](const ActionRequest& r) {
            return r.confirmed.key.vmHostName.view() == "HV0"; // the dead one comes first
        });
        runner.submit(std::move(requests));
        QVERIFY(log.waitForFinished(80));
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{80});
        runner.cancelQueued();
    }

    void aRefusedSignInIsTriedOnce()
    {
        support::FakeBroker broker;
        broker.hooks.open = [](const CallContext&) -> core::Result<> {
            std::this_thread::sleep_for(20ms); // time enough for others to try as well
            return core::failure(core::ErrorKind::SignInRefused);
        };
        MemoryLedger ledger;
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit(fill(broker, 50, 10));
        QVERIFY(log.waitForFinished(50));
        QCOMPARE(log.count(OutcomeKind::Failed), std::size_t{1});
        QCOMPARE(log.count(OutcomeKind::Cancelled), std::size_t{49});
        QCOMPARE(broker.opens(), std::size_t{1});
    }

    void aConnectorThatFailsFailsTheActs()
    {
        const Connector connector = []() -> core::Result<std::unique_ptr<ManagementConnection>> {
            return core::failure(core::ErrorKind::NotSupported);
        };
        support::FakeBroker broker;
        MemoryLedger ledger;
        ReportLog log;
        ActionRunner runner(connector, ledger, quick(), log.receiver());
        runner.submit(fill(broker, 5, 1));
        QVERIFY(log.waitForFinished(5));
        QCOMPARE(log.count(OutcomeKind::Failed), std::size_t{5});
    }

    void aLostAnswerOfALogoffThatWorkedIsDone()
    {
        support::FakeBroker broker;
        broker.hooks.invoke = [&](const std::string& key, const std::string&,
                                  const CallContext&) -> std::optional<core::Result<MethodResult>> {
            broker.remove(key);
            return core::failure(core::ErrorKind::ConnectionLost, {}, core::Delivery::MaybeSent);
        };
        MemoryLedger ledger;
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit(fill(broker, 3, 1));
        QVERIFY(log.waitForFinished(3));
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{3});
    }

    void aLostAnswerIsNeverSentAgain()
    {
        support::FakeBroker broker;
        std::atomic<int> sent = 0;
        broker.hooks.invoke = [&](const std::string&, const std::string&,
                                  const CallContext&) -> std::optional<core::Result<MethodResult>> {
            ++sent;
            return core::failure(core::ErrorKind::ConnectionLost, {}, core::Delivery::MaybeSent);
        };
        MemoryLedger ledger;
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.submit(fill(broker, 3, 1));
        QVERIFY(log.waitForFinished(3));
        QCOMPARE(log.count(OutcomeKind::Unknown), std::size_t{3});
        QCOMPARE(sent.load(), 3);
    }

    void aSessionThatNeverGoesIsStillSigningOut()
    {
        support::FakeBroker broker;
        broker.isLogoffImmediate = false;
        MemoryLedger ledger;
        ReportLog log;
        auto options = quick();
        options.verifyPatience = 50ms;
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        runner.submit(fill(broker, 60, 3)); // enough for looking by lists
        QVERIFY(log.waitForFinished(60));
        QCOMPARE(log.count(OutcomeKind::StillSigningOut), std::size_t{60});
        const Outcome outcome = log.outcomes().at(1).front();
        QCOMPARE(outcome.returnValue, std::optional<std::uint32_t>(0));
        QCOMPARE(outcome.found->state, core::ConnectState::Reset);
    }

    void listsAndKeyedLooksAgree()
    {
        support::FakeBroker broker;
        broker.isLogoffImmediate = false;
        MemoryLedger ledger;
        ReportLog log;
        auto options = quick();
        options.connections = 8;
        options.perVmHost = 8;
        options.firstLook = 200ms; // all are sent by then, so that the look is one list
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        const auto requests = fill(broker, 64, 2);
        runner.submit(requests);
        for (const auto& one : requests)
            QVERIFY(log.waitForPhase(one.id, ActionPhase::Verifying));
        for (const auto& one : requests)
            broker.remove(core::keyText(one.confirmed.key));
        QVERIFY(log.waitForFinished(64));
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{64});
    }

    void aListWithADoubledKeyDoesNotSayWhoseItIs()
    {
        support::FakeBroker broker;
        broker.isLogoffImmediate = false;
        // Each list has a second row of each key, of somebody else: by the list alone the acts would seem done.
        for (std::uint32_t id = 1; id <= 64; ++id)
            broker.putNeighbour(support::toInstance(makeSession("HV" + std::to_string(id % 2), id, "somebody else")));
        // Keyed looks wait until so much is due that a list is cheaper.
        support::Gate isAllSent;
        std::mutex mutex;
        std::map<std::string, int> gets;
        broker.hooks.get = [&](const std::string& key,
                               const CallContext& context) -> std::optional<core::Result<core::Instance>> {
            const bool isLook = [&] {
                const std::lock_guard lock(mutex);
                return ++gets[key] == 2;
            }();
            if (isLook)
                isAllSent.pass(context);
            return std::nullopt;
        };
        MemoryLedger ledger;
        ReportLog log;
        auto options = quick();
        options.verifyPatience = 200ms;
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        const auto requests = fill(broker, 64, 2);
        runner.submit(requests);
        for (const auto& one : requests)
            QVERIFY(log.waitForPhase(one.id, ActionPhase::Verifying));
        isAllSent.open();
        QVERIFY(log.waitForFinished(64));
        QVERIFY(broker.lists() > 0);
        QCOMPARE(log.count(OutcomeKind::StillSigningOut), std::size_t{64});
    }

    void anIncompleteListProvesNothing()
    {
        support::FakeBroker broker;
        broker.isLogoffImmediate = false;
        broker.hooks.enumerate = [](const Query&, const BatchSink&,
                                    const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
            return EnumerationEnd{0x40010};
        };
        MemoryLedger ledger;
        ReportLog log;
        auto options = quick();
        options.verifyPatience = 300ms;
        options.firstLook = 100ms;
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        runner.submit(fill(broker, 64, 16));
        QVERIFY(log.waitForFinished(64));
        QCOMPARE(log.count(OutcomeKind::StillSigningOut), std::size_t{64});
    }

    void cancelQueuedFinishesWhatWasSent()
    {
        support::FakeBroker broker;
        support::Gate sent;
        support::Gate answer;
        broker.hooks.invoke = [&](const std::string&, const std::string&,
                                  const CallContext& context) -> std::optional<core::Result<MethodResult>> {
            sent.open();
            answer.pass(context);
            return std::nullopt;
        };
        MemoryLedger ledger;
        ReportLog log;
        auto options = quick();
        options.connections = 1;
        ActionRunner runner(broker.connector(), ledger, options, log.receiver());
        runner.submit(fill(broker, 20, 1));
        QVERIFY(sent.pass());
        runner.cancelQueued();
        QVERIFY(log.waitForFinished(19));
        answer.open();
        QVERIFY(log.waitForFinished(20));
        QCOMPARE(log.count(OutcomeKind::Cancelled), std::size_t{19});
        QCOMPARE(broker.journal().size(), std::size_t{1});
    }

    void aPausedRunnerStartsNothing()
    {
        support::FakeBroker broker;
        MemoryLedger ledger;
        ReportLog log;
        ActionRunner runner(broker.connector(), ledger, quick(), log.receiver());
        runner.setPaused(true);
        runner.submit(fill(broker, 5, 1));
        QVERIFY(log.waitForPhase(5, ActionPhase::Queued));
        QVERIFY(ledger.entries().empty());
        QVERIFY(broker.journal().empty());
        runner.setPaused(false);
        QVERIFY(log.waitForFinished(5));
        QCOMPARE(log.count(OutcomeKind::Done), std::size_t{5});
    }
};

QTEST_GUILESS_MAIN(ActionRunnerTest)
#include "ActionRunnerTest.moc"
