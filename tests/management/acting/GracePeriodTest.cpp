// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/GracePeriod.h"

#include "support/FakeConnection.h"

#include <QTest>

#include <array>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeSession;

namespace {

const GracePeriod::Time start{1h};

WarnedAct warnedAct(std::uint64_t id)
{
    WarnedAct warned;
    warned.act.id = id;
    warned.act.confirmed = makeSession("HV1", static_cast<std::uint32_t>(id), "user");
    warned.warning = warned.act;
    warned.warning.id = 100 + id;
    warned.warning.action.kind = ActionKind::Message;
    warned.withdrawal = warned.warning;
    warned.withdrawal.id = 200 + id;
    return warned;
}

GracePeriod graceFor(std::size_t count, std::chrono::milliseconds time = 5min, bool isForTold = false)
{
    std::vector<WarnedAct> acts;
    for (std::size_t index = 1; index <= count; ++index)
        acts.push_back(warnedAct(index));
    return {std::move(acts), GraceOptions{time, isForTold}};
}

GracePeriod::Steps answer(GracePeriod& grace, std::uint64_t id, OutcomeKind kind, GracePeriod::Time now = start)
{
    Outcome outcome;
    outcome.kind = kind;
    const std::array reports{ActionReport{id, ActionPhase::Finished, outcome}};
    return grace.take(reports, now);
}

std::vector<std::uint64_t> idsOf(const std::vector<ActionRequest>& requests)
{
    std::vector<std::uint64_t> ids;
    for (const ActionRequest& request : requests)
        ids.push_back(request.id);
    return ids;
}

using Ids = std::vector<std::uint64_t>;

} // namespace

class GracePeriodTest final : public QObject
{
    Q_OBJECT

private slots:
    void everybodyIsWarnedFirst()
    {
        GracePeriod grace = graceFor(3);
        QCOMPARE(idsOf(grace.begin().toSubmit), (Ids{101, 102, 103}));
        QVERIFY(grace.advance(start + 24h).toSubmit.empty());
        QVERIFY(!grace.nextDue());
    }

    void everybodyHasTheWholeTimeFromTheOwnWarning()
    {
        GracePeriod grace = graceFor(2, 5min);
        (void)grace.begin();
        const auto steps = answer(grace, 101, OutcomeKind::Done, start);
        QVERIFY(steps.ended.empty());
        QCOMPARE(steps.warned, (Ids{1}));
        (void)answer(grace, 102, OutcomeKind::Done, start + 1min);
        QVERIFY(grace.nextDue() == start + 5min);
        QVERIFY(grace.advance(start + 5min - 1ms).toSubmit.empty());
        QCOMPARE(idsOf(grace.advance(start + 5min).toSubmit), (Ids{1}));
        QCOMPARE(idsOf(grace.advance(start + 6min).toSubmit), (Ids{2}));
        QVERIFY(grace.isOver());
    }

    void whatAWarningComesTo_data()
    {
        QTest::addColumn<int>("warning");
        QTest::addColumn<bool>("goesOn");
        const auto row = [](const char* name, OutcomeKind warning, bool goesOn) {
            QTest::newRow(name) << static_cast<int>(warning) << goesOn;
        };
        using enum OutcomeKind;
        row("sent", Done, true);
        row("answer lost", Unknown, true);
        row("failed", Failed, true);
        row("the session has ended", AlreadyGone, false);
        row("somebody else, or back again", Skipped, false);
        row("stopped", Cancelled, false);
    }
    void whatAWarningComesTo()
    {
        QFETCH(int, warning);
        QFETCH(bool, goesOn);
        GracePeriod grace = graceFor(1);
        (void)grace.begin();
        const auto steps = answer(grace, 101, static_cast<OutcomeKind>(warning));
        QCOMPARE(grace.isOver(), !goesOn);
        QVERIFY(steps.toSubmit.empty());
        QCOMPARE(steps.warned.size(), goesOn ? 1U : 0U);
        QCOMPARE(steps.ended.size(), goesOn ? 0U : 1U);
        if (!goesOn) {
            QCOMPARE(steps.ended.front().id, 1);
            QCOMPARE(static_cast<int>(steps.ended.front().outcome.kind), warning); // what held for the warning
        }
        QCOMPARE(grace.advance(start + 5min).toSubmit.size(), goesOn ? 1U : 0U);
    }

    void withoutARecordNothingIsDone()
    {
        GracePeriod grace = graceFor(1);
        (void)grace.begin();
        Outcome outcome;
        outcome.kind = OutcomeKind::Failed;
        outcome.error.emplace();
        outcome.error->kind = core::ErrorKind::LedgerUnwritable;
        const std::array reports{ActionReport{101, ActionPhase::Finished, outcome}};
        const auto steps = grace.take(reports, start);
        QCOMPARE(steps.ended.size(), 1);
        QVERIFY(steps.ended.front().outcome.kind == OutcomeKind::Failed);
        QVERIFY(grace.isOver());
    }

    void whoWasToldIsToldOfACancel()
    {
        GracePeriod grace = graceFor(2, 5min);
        (void)grace.begin();
        (void)answer(grace, 101, OutcomeKind::Done);
        (void)answer(grace, 102, OutcomeKind::Done);
        const std::array one{std::uint64_t{1}};
        const auto steps = grace.cancel(one);
        QCOMPARE(idsOf(steps.toSubmit), (Ids{201}));
        QCOMPARE(steps.ended.size(), 1);
        QVERIFY(steps.ended.front().outcome.kind == OutcomeKind::Cancelled);
        QVERIFY(grace.cancel(one).toSubmit.empty());
        QCOMPARE(idsOf(grace.advance(start + 5min).toSubmit), (Ids{2}));
    }

    void whoseWarningFailedIsNotTold()
    {
        GracePeriod grace = graceFor(1);
        (void)grace.begin();
        (void)answer(grace, 101, OutcomeKind::Failed);
        const auto steps = grace.cancelAll();
        QVERIFY(steps.toSubmit.empty());
        QCOMPARE(steps.ended.size(), 1);
        QVERIFY(grace.isOver());
    }

    void aCancelWhileTheWarningIsUnderWayWaitsForIt()
    {
        GracePeriod grace = graceFor(2);
        (void)grace.begin();
        const auto steps = grace.cancelAll();
        QVERIFY(steps.toSubmit.empty());
        QCOMPARE(steps.ended.size(), 2); // the acts are cancelled at once
        QVERIFY(!grace.isOver());
        QCOMPARE(idsOf(answer(grace, 101, OutcomeKind::Unknown).toSubmit), (Ids{201}));
        QVERIFY(answer(grace, 102, OutcomeKind::Cancelled).toSubmit.empty()); // never sent
        QVERIFY(grace.isOver());
    }

    void whoseActTheRunnerCancelsIsToldToo()
    {
        GracePeriod grace = graceFor(3, 0ms);
        (void)grace.begin();
        for (const std::uint64_t warning : {101U, 102U, 103U})
            (void)answer(grace, warning, warning == 103 ? OutcomeKind::Failed : OutcomeKind::Done);
        QCOMPARE(grace.advance(start).toSubmit.size(), 3);
        QCOMPARE(idsOf(answer(grace, 1, OutcomeKind::Cancelled).toSubmit), (Ids{201}));
        QVERIFY(answer(grace, 2, OutcomeKind::Done).toSubmit.empty());
        QVERIFY(answer(grace, 3, OutcomeKind::Cancelled).toSubmit.empty()); // never told
    }

    void whatHasBegunCannotBeCancelledHere()
    {
        GracePeriod grace = graceFor(1, 0ms);
        (void)grace.begin();
        (void)answer(grace, 101, OutcomeKind::Done);
        QCOMPARE(grace.advance(start).toSubmit.size(), 1);
        const auto steps = grace.cancelAll();
        QVERIFY(steps.toSubmit.empty() && steps.ended.empty());
    }

    void whoWasNotToldIsLeftAloneIfAsked()
    {
        GracePeriod grace = graceFor(3, 5min, true);
        (void)grace.begin();
        QCOMPARE(answer(grace, 101, OutcomeKind::Done).warned, (Ids{1}));
        Outcome refused;
        refused.kind = OutcomeKind::Failed;
        refused.returnValue = 5;
        const std::array failed{ActionReport{102, ActionPhase::Finished, refused}};
        const auto skipped = grace.take(failed, start);
        QCOMPARE(skipped.ended.size(), 1);
        QCOMPARE(skipped.ended.front().id, std::uint64_t{2});
        QCOMPARE(skipped.ended.front().outcome.kind, OutcomeKind::Skipped);
        QCOMPARE(skipped.ended.front().outcome.skipReason, std::optional(SkipReason::NotTold));
        QCOMPARE(skipped.ended.front().outcome.returnValue, std::optional(5U));
        QVERIFY(skipped.toSubmit.empty()); // the user knows of nothing
        const auto doubtful = answer(grace, 103, OutcomeKind::Unknown);
        QCOMPARE(doubtful.ended.front().outcome.kind, OutcomeKind::Skipped);
        QCOMPARE(idsOf(doubtful.toSubmit), (Ids{203})); // it may have been read
        QCOMPARE(idsOf(grace.advance(start + 5min).toSubmit), (Ids{1}));
    }

    void aSessionThatEndsByItselfNeedsNothingMore()
    {
        GracePeriod grace = graceFor(3);
        (void)grace.begin();
        (void)answer(grace, 101, OutcomeKind::Done);
        (void)answer(grace, 102, OutcomeKind::Done);
        QCOMPARE(grace.waiting().size(), std::size_t{2});
        const auto steps = grace.leave(std::array<std::uint64_t, 2>{1, 3}); // 3 is not waiting yet
        QCOMPARE(steps.ended.size(), 1);
        QCOMPARE(steps.ended.front().outcome.kind, OutcomeKind::AlreadyGone);
        QVERIFY(steps.toSubmit.empty());
        QCOMPARE(idsOf(grace.advance(start + 5min).toSubmit), (Ids{2}));
        QVERIFY(!grace.isOver());
    }

    void aMessageOfACancelledActNeedNotBeSentAnyMore()
    {
        GracePeriod grace = graceFor(2);
        (void)grace.begin();
        (void)answer(grace, 101, OutcomeKind::Done);
        const auto steps = grace.cancelAll();
        QCOMPARE(steps.toCancel, (Ids{102}));
        QCOMPARE(idsOf(steps.toSubmit), (Ids{201}));
        QVERIFY(steps.toSubmit.front().isOwed);
        QVERIFY(!grace.isFinished());
        QVERIFY(answer(grace, 102, OutcomeKind::Cancelled).toSubmit.empty());
        QVERIFY(grace.isFinished());
    }

    void itIsFinishedWhenTheRunnerIs()
    {
        GracePeriod grace = graceFor(1, 0ms);
        (void)grace.begin();
        (void)answer(grace, 101, OutcomeKind::Done);
        (void)grace.advance(start);
        QVERIFY(grace.isOver() && !grace.isFinished()); // the runner may still drop the act
        QCOMPARE(idsOf(answer(grace, 1, OutcomeKind::Cancelled).toSubmit), (Ids{201}));
        QVERIFY(grace.isFinished());
    }

    void reportsAboutOthersArePassedOver()
    {
        GracePeriod grace = graceFor(1);
        (void)grace.begin();
        const auto steps = answer(grace, 999, OutcomeKind::Done);
        QVERIFY(steps.toSubmit.empty() && steps.ended.empty());
        const std::array running{ActionReport{101, ActionPhase::Running, {}}};
        QVERIFY(grace.take(running, start).ended.empty());
    }
};

QTEST_APPLESS_MAIN(GracePeriodTest)
#include "GracePeriodTest.moc"
