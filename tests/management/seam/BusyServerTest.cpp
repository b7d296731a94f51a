// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/BulkAction.h"
#include "management/seam/ErrorRules.h"
#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeFault;
using support::makeSession;

namespace {

const BulkAction::Time start{1h};
constexpr std::uint32_t tooManyOperations = 0x803381A6;

void announceAll(BulkAction& bulk)
{
    for (auto group = bulk.takeToAnnounce(); !group.empty(); group = bulk.takeToAnnounce())
        bulk.announced(group, start);
}

/// Log-offs whose intents are recorded, on a server that has let us in.
BulkAction ready(std::size_t count, std::size_t connections)
{
    ActionRunnerOptions options;
    options.connections = connections;
    options.perVmHost = connections;
    BulkAction bulk(options);
    bulk.setSignedIn();
    std::vector<ActionRequest> requests(count);
    for (std::size_t index = 0; index < count; ++index) {
        requests[index].id = index + 1;
        requests[index].confirmed = makeSession("HV", static_cast<std::uint32_t>(index), "user");
    }
    bulk.add(std::move(requests));
    announceAll(bulk);
    return bulk;
}

std::vector<BulkAction::Handle> startAll(BulkAction& bulk, BulkAction::Time now)
{
    std::vector<BulkAction::Handle> handles;
    while (const auto handle = bulk.takeStart(now))
        handles.push_back(*handle);
    return handles;
}

Look busy()
{
    return core::failure(makeFault(tooManyOperations));
}

bool answerWell(BulkAction& bulk, BulkAction::Handle handle, BulkAction::Time now)
{
    return bulk.afterReRead(handle, std::optional(bulk.request(handle)->confirmed), now);
}

std::vector<Outcome> finished(BulkAction& bulk)
{
    std::vector<Outcome> outcomes;
    for (const auto& step : bulk.takeSteps()) {
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
        BulkAction bulk = ready(100, 8);
        auto running = startAll(bulk, start);
        QCOMPARE(running.size(), std::size_t{8});
        for (const auto handle : running)
            QVERIFY(!bulk.afterReRead(handle, busy(), start + 10ms));
        QVERIFY(startAll(bulk, start + 100ms).empty()); // it rests
        QCOMPARE(bulk.nextEvent(), std::optional(start + 260ms));
        bulk.giveBackSilent(start + 260ms);
        QVERIFY(!bulk.nextEvent());
        running = startAll(bulk, start + 260ms);
        QCOMPARE(running.size(), std::size_t{4}); // eight refusals of one moment count once
        QVERIFY(finished(bulk).empty());
    }

    void goodAnswersWidenItAgain()
    {
        BulkAction bulk = ready(100, 4);
        for (const auto handle : startAll(bulk, start))
            QVERIFY(!bulk.afterReRead(handle, busy(), start));
        auto now = start + 1s;
        std::size_t widest = 0;
        for (int round = 0; round < 10; ++round) {
            announceAll(bulk);
            const auto running = startAll(bulk, now);
            widest = std::max(widest, running.size());
            for (const auto handle : running) {
                QVERIFY(answerWell(bulk, handle, now));
                bulk.afterInvoke(handle, MethodResult{}, now);
            }
            now += 10ms;
        }
        QCOMPARE(widest, std::size_t{4});
    }

    void refusalsWithoutEndFail()
    {
        BulkAction bulk = ready(3, 2);
        auto now = start;
        for (int round = 0; round < 20 && !bulk.isIdle(); ++round) {
            announceAll(bulk);
            for (const auto handle : startAll(bulk, now))
                QVERIFY(!bulk.afterReRead(handle, busy(), now));
            now = bulk.nextEvent().value_or(now);
            bulk.giveBackSilent(now);
        }
        QVERIFY(bulk.isIdle());
        QVERIFY(now - start < 10s);
        const auto outcomes = finished(bulk);
        QCOMPARE(outcomes.size(), std::size_t{3});
        for (const Outcome& outcome : outcomes) {
            QCOMPARE(outcome.kind, OutcomeKind::Failed);
            QCOMPARE(outcome.error.value_or(core::ManagementError{}).code, tooManyOperations);
        }
    }

    void anActThatWasRefusedIsNotRepeated()
    {
        BulkAction bulk = ready(1, 1);
        const auto handle = bulk.takeStart(start).value_or(0);
        QVERIFY(answerWell(bulk, handle, start));
        bulk.afterInvoke(handle, core::failure(makeFault(tooManyOperations)), start);
        const auto outcomes = finished(bulk);
        QCOMPARE(outcomes.size(), std::size_t{1});
        QCOMPARE(outcomes.front().kind, OutcomeKind::Failed);
    }

    void stoppingEndsWhatWaitsForABusyServer()
    {
        BulkAction bulk = ready(2, 2);
        for (const auto handle : startAll(bulk, start))
            QVERIFY(!bulk.afterReRead(handle, busy(), start));
        bulk.cancelQueued(start + 1ms);
        const auto outcomes = finished(bulk);
        QCOMPARE(outcomes.size(), std::size_t{2});
        QCOMPARE(outcomes.front().kind, OutcomeKind::Cancelled);
        QVERIFY(bulk.isIdle());
    }
};

QTEST_GUILESS_MAIN(BusyServerTest)
#include "BusyServerTest.moc"
