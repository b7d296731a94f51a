// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionScheduler.h"
#include "management/seam/ErrorRules.h"
#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeFault;
using support::makeSession;

namespace {

const ActionScheduler::Time start{1h};
constexpr std::uint32_t tooManyOperations = 0x803381A6;

void announceAll(ActionScheduler& scheduler)
{
    for (auto group = scheduler.takeToAnnounce(); !group.empty(); group = scheduler.takeToAnnounce())
        scheduler.announced(group, start);
}

/// Log-offs whose intents are recorded, on a server that has let us in.
ActionScheduler ready(std::size_t count, std::size_t connections)
{
    ActionRunnerOptions options;
    options.connections = connections;
    options.perVmHost = connections;
    ActionScheduler scheduler(options);
    scheduler.setSignedIn();
    std::vector<ActionRequest> requests(count);
    for (std::size_t index = 0; index < count; ++index) {
        requests[index].id = index + 1;
        requests[index].confirmed = makeSession("HV", static_cast<std::uint32_t>(index), "user");
    }
    scheduler.add(std::move(requests));
    announceAll(scheduler);
    return scheduler;
}

std::vector<ActionScheduler::Handle> startAll(ActionScheduler& scheduler, ActionScheduler::Time now)
{
    std::vector<ActionScheduler::Handle> handles;
    while (const auto handle = scheduler.takeStart(now))
        handles.push_back(*handle);
    return handles;
}

Look busy()
{
    return core::failure(makeFault(tooManyOperations));
}

bool answerWell(ActionScheduler& scheduler, ActionScheduler::Handle handle, ActionScheduler::Time now)
{
    return scheduler.afterReRead(handle, std::optional(scheduler.request(handle)->confirmed), now);
}

std::vector<Outcome> finished(ActionScheduler& scheduler)
{
    std::vector<Outcome> outcomes;
    for (const auto& step : scheduler.takeSteps()) {
        if (step.report.phase == ActionPhase::Finished)
            outcomes.push_back(step.report.outcome);
    }
    return outcomes;
}

} // namespace

class BusyServerTest final : public QObject
{
    Q_OBJECT

private slots:
    void quotasSayThatTheServerIsBusy_data()
    {
        QTest::addColumn<quint32>("code");
        QTest::addColumn<bool>("isBusy");
        QTest::newRow("QUOTA_LIMIT") << 0x8033803FU << true;
        QTest::newRow("QUOTA_MAX_OPERATIONS") << tooManyOperations << true;
        QTest::newRow("QUOTA_USER") << 0x803381A7U << true;
        QTest::newRow("QUOTA_SYSTEM") << 0x803381A8U << true;
        QTest::newRow("QUOTA_MAX_OPERATIONS_USER_PPQ") << 0x803381E8U << true;
        QTest::newRow("access denied") << 5U << false;
    }
    void quotasSayThatTheServerIsBusy()
    {
        QFETCH(const quint32, code);
        QTEST(isServerBusy(makeFault(code)), "isBusy");
    }

    void an503SaysSoOnlyIfNothingWasDone()
    {
        core::ManagementError error;
        error.kind = core::ErrorKind::HttpStatus;
        error.code = 503;
        QVERIFY(isServerBusy(error));
        error.delivery = core::Delivery::MaybeSent;
        QVERIFY(!isServerBusy(error));
    }

    void aRefusalForLoadHalvesWhatRunsAtOnce()
    {
        ActionScheduler scheduler = ready(100, 8);
        auto running = startAll(scheduler, start);
        QCOMPARE(running.size(), std::size_t{8});
        for (const auto handle : running)
            QVERIFY(!scheduler.afterReRead(handle, busy(), start + 10ms));
        QVERIFY(startAll(scheduler, start + 100ms).empty()); // it rests
        QCOMPARE(scheduler.nextEvent(), std::optional(start + 260ms));
        scheduler.giveBackSilent(start + 260ms);
        QVERIFY(!scheduler.nextEvent());
        running = startAll(scheduler, start + 260ms);
        QCOMPARE(running.size(), std::size_t{4}); // eight refusals of one moment count once
        QVERIFY(finished(scheduler).empty());
    }

    void goodAnswersWidenItAgain()
    {
        ActionScheduler scheduler = ready(100, 4);
        for (const auto handle : startAll(scheduler, start))
            QVERIFY(!scheduler.afterReRead(handle, busy(), start));
        auto now = start + 1s;
        std::size_t widest = 0;
        for (int round = 0; round < 10; ++round) {
            announceAll(scheduler);
            const auto running = startAll(scheduler, now);
            widest = std::max(widest, running.size());
            for (const auto handle : running) {
                QVERIFY(answerWell(scheduler, handle, now));
                scheduler.afterInvoke(handle, MethodResult{}, now);
            }
            now += 10ms;
        }
        QCOMPARE(widest, std::size_t{4});
    }

    void refusalsWithoutEndFail()
    {
        ActionScheduler scheduler = ready(3, 2);
        auto now = start;
        for (int round = 0; round < 20 && !scheduler.isIdle(); ++round) {
            announceAll(scheduler);
            for (const auto handle : startAll(scheduler, now))
                QVERIFY(!scheduler.afterReRead(handle, busy(), now));
            now = scheduler.nextEvent().value_or(now);
            scheduler.giveBackSilent(now);
        }
        QVERIFY(scheduler.isIdle());
        QVERIFY(now - start < 10s);
        const auto outcomes = finished(scheduler);
        QCOMPARE(outcomes.size(), std::size_t{3});
        for (const Outcome& outcome : outcomes) {
            QCOMPARE(outcome.kind, OutcomeKind::Failed);
            QCOMPARE(outcome.error.value_or(core::ManagementError{}).code, tooManyOperations);
        }
    }

    void anActThatWasRefusedIsNotRepeated()
    {
        ActionScheduler scheduler = ready(1, 1);
        const auto handle = scheduler.takeStart(start).value_or(0);
        QVERIFY(answerWell(scheduler, handle, start));
        scheduler.afterInvoke(handle, core::failure(makeFault(tooManyOperations)), start);
        const auto outcomes = finished(scheduler);
        QCOMPARE(outcomes.size(), std::size_t{1});
        QCOMPARE(outcomes.front().kind, OutcomeKind::Failed);
    }

    void stoppingEndsWhatWaitsForABusyServer()
    {
        ActionScheduler scheduler = ready(2, 2);
        for (const auto handle : startAll(scheduler, start))
            QVERIFY(!scheduler.afterReRead(handle, busy(), start));
        scheduler.cancelQueued(start + 1ms);
        const auto outcomes = finished(scheduler);
        QCOMPARE(outcomes.size(), std::size_t{2});
        QCOMPARE(outcomes.front().kind, OutcomeKind::Cancelled);
        QVERIFY(scheduler.isIdle());
    }
};

QTEST_GUILESS_MAIN(BusyServerTest)
#include "BusyServerTest.moc"
