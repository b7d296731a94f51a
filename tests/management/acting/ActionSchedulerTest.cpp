// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionScheduler.h"

#include "support/Enumerators.h"
#include "support/FakeConnection.h"

#include <QTest>

#include <deque>
#include <map>
#include <set>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using core::ConnectState;
using support::makeSession;

namespace {

using Handle = ActionScheduler::Handle;
const ActionScheduler::Time start{1h};

ActionRequest logoff(std::uint64_t id, std::string_view host)
{
    ActionRequest request;
    request.id = id;
    request.confirmed = makeSession(host, static_cast<std::uint32_t>(id), "user");
    return request;
}

std::vector<ActionRequest> logoffs(std::size_t count, std::size_t hosts)
{
    std::vector<ActionRequest> requests;
    for (std::size_t index = 0; index < count; ++index)
        requests.push_back(logoff(index + 1, "HV" + std::to_string(index % hosts)));
    return requests;
}

Look same(const ActionScheduler& scheduler, Handle handle)
{
    return std::optional(scheduler.request(handle)->confirmed);
}

core::Result<MethodResult> accepted()
{
    return MethodResult{};
}

void announceAll(ActionScheduler& scheduler)
{
    for (auto group = scheduler.takeToAnnounce(); !group.empty(); group = scheduler.takeToAnnounce())
        scheduler.announced(group, start);
}

/// Starts one act and carries it out, so that it waits to be looked at.
Handle actOnce(ActionScheduler& scheduler, ActionScheduler::Time now = start)
{
    announceAll(scheduler);
    const Handle handle = scheduler.takeStart(now).value_or(0);
    if (handle != 0 && scheduler.afterReRead(handle, same(scheduler, handle), now))
        scheduler.afterInvoke(handle, accepted(), now);
    return handle;
}

std::map<OutcomeKind, std::size_t> finished(ActionScheduler& scheduler)
{
    std::map<OutcomeKind, std::size_t> kinds;
    for (const auto& step : scheduler.takeSteps()) {
        if (step.report.phase == ActionPhase::Finished)
            ++kinds[step.report.outcome.kind];
    }
    return kinds;
}

ActionScheduler signedIn(ActionRunnerOptions options = {})
{
    ActionScheduler scheduler(options);
    scheduler.setSignedIn();
    return scheduler;
}

} // namespace

class ActionSchedulerTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyStepIsReportedInOrder()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add({logoff(7, "HV")});
        const Handle handle = actOnce(scheduler);
        const auto look = scheduler.takeLook(start + 500ms);
        QVERIFY(look && !look->isList);
        scheduler.afterLook(handle, std::nullopt, start + 510ms);
        scheduler.lookEnded(look->id, true, start + 510ms);
        std::vector<ActionPhase> phases;
        Outcome last;
        for (const auto& step : scheduler.takeSteps()) {
            QCOMPARE(step.report.id, std::uint64_t{7});
            phases.push_back(step.report.phase);
            last = step.report.outcome;
        }
        using enum ActionPhase;
        QVERIFY((phases == std::vector{Queued, Announced, Running, Verifying, Finished}));
        QCOMPARE(last.kind, OutcomeKind::Done);
        QCOMPARE(last.elapsed, 510ms);
        QVERIFY(scheduler.isIdle());
    }

    void nothingStartsBeforeItsIntentIsRecorded()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(5, 5));
        QVERIFY(!scheduler.canStart(start));
        const auto group = scheduler.takeToAnnounce();
        QCOMPARE(group.size(), std::size_t{5});
        QVERIFY(!scheduler.takeStart(start));
        scheduler.announced(group, start);
        QVERIFY(scheduler.takeStart(start));
    }

    void anUnwritableLedgerMeansThatNothingIsDone()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(3, 3));
        core::ManagementError error;
        error.detail = "disk full";
        scheduler.announcementFailed(scheduler.takeToAnnounce(), error, start);
        QVERIFY(!scheduler.canStart(start));
        for (const auto& step : scheduler.takeSteps()) {
            if (step.report.phase != ActionPhase::Finished)
                continue;
            QCOMPARE(step.report.outcome.kind, OutcomeKind::Failed);
            QCOMPARE(step.report.outcome.error->kind, core::ErrorKind::LedgerUnwritable);
        }
        QVERIFY(scheduler.isIdle());
    }

    void intentsAreRecordedInGroupsAndJustAhead()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(10'000, 200));
        std::size_t recorded = 0;
        for (auto group = scheduler.takeToAnnounce(); !group.empty(); group = scheduler.takeToAnnounce()) {
            recorded += group.size();
            scheduler.announced(group, start);
        }
        QCOMPARE(recorded, std::size_t{8}); // four connections: one more round, and one in reserve
    }

    void oneHostStillGetsGroups()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(1'000, 1));
        std::size_t groups = 0;
        std::size_t started = 0;
        while (started < 1'000) {
            if (const auto group = scheduler.takeToAnnounce(); !group.empty()) {
                ++groups;
                scheduler.announced(group, start);
            }
            const auto handle = scheduler.takeStart(start);
            QVERIFY(handle);
            ++started;
            static_cast<void>(scheduler.afterReRead(*handle, std::nullopt, start));
        }
        QVERIFY(groups <= 260);
    }

    void aKillLeavesLittleInDoubt_data()
    {
        QTest::addColumn<int>("hosts");
        QTest::addColumn<int>("connections");
        for (const auto& [hosts, connections] : {std::pair{1, 4}, {2, 4}, {10, 4}, {50, 16}, {3, 16}, {200, 16}})
            QTest::addRow("%d hosts, %d connections", hosts, connections) << hosts << connections;
    }
    void aKillLeavesLittleInDoubt()
    {
        QFETCH(const int, hosts);
        QFETCH(const int, connections);
        const auto atOnce = static_cast<std::size_t>(connections);
        ActionScheduler scheduler = signedIn({.connections = atOnce});
        scheduler.add(logoffs(2'000, static_cast<std::size_t>(hosts)));
        const std::size_t canRun = std::min(atOnce, 2 * static_cast<std::size_t>(hosts));
        std::deque<Handle> running;
        std::size_t recorded = 0;
        std::size_t ended = 0;
        while (ended < 2'000) {
            for (auto group = scheduler.takeToAnnounce(); !group.empty(); group = scheduler.takeToAnnounce()) {
                recorded += group.size();
                scheduler.announced(group, start);
            }
            QVERIFY2(recorded - ended <= 4 * atOnce, qPrintable(QString::number(recorded - ended)));
            while (const auto handle = scheduler.takeStart(start))
                running.push_back(*handle);
            // Never less than can run: nobody waits for the disk.
            QVERIFY(running.size() == canRun || recorded - ended == running.size());
            QVERIFY(!running.empty());
            static_cast<void>(scheduler.afterReRead(running.front(), std::nullopt, start));
            running.pop_front();
            ++ended;
        }
    }

    void deadHostsHoldNoPlaceInTheLead()
    {
        ActionScheduler scheduler = signedIn({.connections = 4, .perVmHost = 2, .replacements = 8});
        scheduler.add(logoffs(400, 4)); // HV0 and HV1 never answer
        std::size_t ended = 0;
        auto now = start;
        for (int round = 0; round < 2'000 && ended < 200; ++round) {
            now += 500ms;
            scheduler.giveBackSilent(now);
            announceAll(scheduler);
            while (const auto handle = scheduler.takeStart(now)) {
                const auto host = scheduler.request(*handle)->confirmed.key.vmHostName.toString();
                if (host == "HV0" || host == "HV1")
                    continue;
                static_cast<void>(scheduler.afterReRead(*handle, std::nullopt, now));
                ++ended;
            }
        }
        QCOMPARE(ended, std::size_t{200});
    }

    void limitsHoldForTheServerAndForEachHost()
    {
        ActionScheduler scheduler = signedIn({.connections = 5, .perVmHost = 2});
        scheduler.add(logoffs(60, 2));
        announceAll(scheduler);
        std::map<std::string, int> onHost;
        int running = 0;
        while (const auto handle = scheduler.takeStart(start)) {
            ++running;
            ++onHost[scheduler.request(*handle)->confirmed.key.vmHostName.toString()];
        }
        QCOMPARE(running, 4);
        QCOMPARE(onHost["HV0"], 2);
        QCOMPARE(onHost["HV1"], 2);
        scheduler.add(logoffs(60, 10));
        announceAll(scheduler);
        while (scheduler.takeStart(start))
            ++running;
        QCOMPARE(running, 5);
    }

    void hostsTakeTurns()
    {
        ActionScheduler scheduler = signedIn({.connections = 1, .perVmHost = 1});
        auto requests = logoffs(50, 1); // all of HV0 first
        for (std::uint64_t id = 100; id < 103; ++id)
            requests.push_back(logoff(id, "HV-small"));
        scheduler.add(std::move(requests));
        int ofTheSmallHost = 0;
        for (int act = 0; act < 6; ++act) {
            announceAll(scheduler);
            const Handle handle = *scheduler.takeStart(start);
            ofTheSmallHost += scheduler.request(handle)->confirmed.key.vmHostName.view() == "HV-small" ? 1 : 0;
            static_cast<void>(scheduler.afterReRead(handle, std::nullopt, start));
        }
        QCOMPARE(ofTheSmallHost, 3);
    }

    void aHostIsOneHostHoweverItIsSpelt()
    {
        ActionScheduler scheduler = signedIn({.connections = 4, .perVmHost = 1});
        scheduler.add({logoff(1, "HV01"), logoff(2, "hv01")});
        announceAll(scheduler);
        QVERIFY(scheduler.takeStart(start));
        QVERIFY(!scheduler.takeStart(start));
    }

    void aSilentCallGivesItsSlotBackButNotItsHosts()
    {
        ActionScheduler scheduler = signedIn({.connections = 1, .perVmHost = 1, .replacements = 1});
        scheduler.add({logoff(1, "dead"), logoff(2, "dead"), logoff(3, "alive"), logoff(4, "alive")});
        announceAll(scheduler);
        const auto dead = scheduler.takeStart(start);
        QVERIFY(dead && !scheduler.takeStart(start));
        QCOMPARE(scheduler.nextEvent(), std::optional(start + 2s));
        scheduler.giveBackSilent(start + 1999ms);
        QVERIFY(!scheduler.canStart(start));
        scheduler.giveBackSilent(start + 2s);
        const auto alive = scheduler.takeStart(start + 2s);
        QVERIFY(alive);
        QCOMPARE(scheduler.request(*alive)->confirmed.key.vmHostName.view(), std::string_view("alive"));
        scheduler.giveBackSilent(start + 10s); // no second replacement
        QVERIFY(!scheduler.canStart(start));
        static_cast<void>(scheduler.afterReRead(*alive, std::nullopt, start + 10s));
        QVERIFY(scheduler.canStart(start));
        const auto next = scheduler.takeStart(start + 10s);
        QCOMPARE(scheduler.request(*next)->confirmed.key.vmHostName.view(), std::string_view("alive"));
        static_cast<void>(scheduler.afterReRead(*next, std::nullopt, start + 10s));
        QVERIFY(!scheduler.canStart(start)); // what is left is of the dead host, which is still busy
        static_cast<void>(scheduler.afterReRead(*dead, std::nullopt, start + 60s));
        QVERIFY(scheduler.canStart(start));
    }

    void beforeTheFirstSignInOnlyOneCallIsMade()
    {
        ActionScheduler scheduler({.connections = 4});
        scheduler.add(logoffs(8, 8));
        announceAll(scheduler);
        QVERIFY(scheduler.takeStart(start));
        QVERIFY(!scheduler.canStart(start));
        scheduler.setSignedIn();
        QVERIFY(scheduler.takeStart(start));
    }

    void aRefusedAccountStopsEverything()
    {
        ActionScheduler scheduler({.connections = 4});
        scheduler.add(logoffs(100, 4));
        announceAll(scheduler);
        const Handle first = *scheduler.takeStart(start);
        QVERIFY(!scheduler.afterReRead(first, core::failure(core::ErrorKind::SignInRefused), start));
        const auto kinds = finished(scheduler);
        QCOMPARE(kinds.at(OutcomeKind::Failed), std::size_t{1});
        QCOMPARE(kinds.at(OutcomeKind::Cancelled), std::size_t{99});
        QVERIFY(scheduler.isIdle());
    }

    void aLockedAccountInAFaultStopsEverything()
    {
        for (const std::uint32_t code : {1326U, 1909U, 0x8007052EU, 0x8009030CU}) {
            ActionScheduler scheduler = signedIn();
            scheduler.add(logoffs(10, 1));
            announceAll(scheduler);
            const Handle first = *scheduler.takeStart(start);
            QVERIFY(scheduler.afterReRead(first, same(scheduler, first), start));
            scheduler.afterInvoke(first, core::failure(support::makeFault(code)), start);
            QCOMPARE(finished(scheduler).at(OutcomeKind::Cancelled), std::size_t{9});
        }
    }

    void whatARefusedAccountHasAnsweredIsLookedAtUntilThatIsRefusedToo()
    {
        for (const bool isLookRefused : {false, true}) {
            ActionScheduler scheduler = signedIn();
            scheduler.add({logoff(1, "HV")});
            announceAll(scheduler);
            const Handle first = *scheduler.takeStart(start);
            QVERIFY(scheduler.afterReRead(first, same(scheduler, first), start));
            scheduler.afterInvoke(first, core::failure(support::makeFault(1909)), start);
            const auto look = scheduler.takeLook(start);
            QVERIFY(look);
            scheduler.afterLook(
                first, isLookRefused ? Look(core::failure(core::ErrorKind::SignInRefused)) : Look(std::nullopt), start);
            QCOMPARE(finished(scheduler).at(isLookRefused ? OutcomeKind::Unknown : OutcomeKind::Done), std::size_t{1});
            QVERIFY(scheduler.isIdle());
        }
    }

    void looksComeAtGrowingDistancesUntilThePatienceEnds()
    {
        ActionScheduler scheduler = signedIn({.verifyPatience = 20s, .firstLook = 500ms});
        scheduler.add({logoff(1, "HV")});
        const Handle handle = actOnce(scheduler);
        std::vector<ActionScheduler::Time> looks;
        while (const auto due = scheduler.nextEvent()) {
            QVERIFY(!scheduler.canLook(*due - 1ms));
            const auto look = scheduler.takeLook(*due);
            QVERIFY(look);
            looks.push_back(*due);
            auto signingOut = scheduler.request(handle)->confirmed;
            signingOut.state = ConnectState::Reset;
            scheduler.afterLook(handle, std::optional(signingOut), *due);
            scheduler.lookEnded(look->id, true, *due);
        }
        QVERIFY(
            (looks == std::vector<ActionScheduler::Time>{start + 500ms, start + 1500ms, start + 3500ms, start + 7500ms,
                                                         start + 12500ms, start + 17500ms, start + 20s}));
        QCOMPARE(finished(scheduler).at(OutcomeKind::StillSigningOut), std::size_t{1});
    }

    void aLostAnswerIsLookedAtAtOnceAndThenIsUnknown()
    {
        ActionScheduler scheduler = signedIn({.doubtPatience = 3s});
        scheduler.add({logoff(1, "HV")});
        announceAll(scheduler);
        const Handle handle = *scheduler.takeStart(start);
        QVERIFY(scheduler.afterReRead(handle, same(scheduler, handle), start));
        scheduler.afterInvoke(handle, core::failure(core::ErrorKind::ConnectionLost, {}, core::Delivery::MaybeSent),
                              start);
        QVERIFY(scheduler.canLook(start));
        auto now = start;
        while (const auto due = scheduler.nextEvent()) {
            now = std::max(now, *due);
            const auto look = scheduler.takeLook(now);
            QVERIFY(look);
            scheduler.afterLook(handle, same(scheduler, handle), now);
            scheduler.lookEnded(look->id, true, now);
        }
        QCOMPARE(now, start + 3s);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Unknown), std::size_t{1});
    }

    void manyLooksAreOneList()
    {
        ActionScheduler scheduler = signedIn({.connections = 100, .perVmHost = 100});
        scheduler.add(logoffs(100, 1));
        for (int act = 0; act < 100; ++act)
            actOnce(scheduler);
        const auto look = scheduler.takeLook(start + 500ms);
        QVERIFY(look && look->isList);
        QCOMPARE(look->items.size(), std::size_t{100});
        QVERIFY(!scheduler.canLook(start + 500ms));
        for (const Handle handle : look->items)
            scheduler.afterLook(handle, std::nullopt, start + 600ms);
        scheduler.lookEnded(look->id, true, start + 600ms);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Done), std::size_t{100});
    }

    void aListThatDoesNotComeWholeIsNotAskedAgain()
    {
        ActionScheduler scheduler = signedIn({.connections = 100, .perVmHost = 100});
        scheduler.add(logoffs(100, 1));
        for (int act = 0; act < 100; ++act)
            actOnce(scheduler);
        const auto list = scheduler.takeLook(start + 500ms);
        for (const Handle handle : list->items)
            scheduler.afterLook(handle, core::failure(core::ErrorKind::TimedOut), start + 600ms);
        scheduler.lookEnded(list->id, false, start + 600ms);
        const auto next = scheduler.takeLook(start + 10s);
        QVERIFY(next && !next->isList);
        QCOMPARE(next->items.size(), std::size_t{1});
    }

    void aListThatCostsMoreThanItsLooksIsNotMade()
    {
        ActionScheduler scheduler = signedIn({.connections = 100, .perVmHost = 100, .verifyPatience = 600s});
        scheduler.add(logoffs(40, 1));
        for (int act = 0; act < 40; ++act)
            actOnce(scheduler);
        const auto stillThere = [&](const ActionScheduler::LookTask& task, std::chrono::milliseconds took,
                                    ActionScheduler::Time now) {
            for (const Handle handle : task.items)
                scheduler.afterLook(handle, same(scheduler, handle), now + took);
            scheduler.lookEnded(task.id, true, now + took);
        };
        auto list = scheduler.takeLook(start + 1s);
        QVERIFY(list->isList);
        stillThere(*list, 20s, start + 1s); // a hundred thousand sessions
        // Now every keyed look is reckoned to be cheaper, until they are seen to be slow.
        const auto keyed = scheduler.takeLook(start + 60s);
        QVERIFY(!keyed->isList);
        stillThere(*keyed, 10ms, start + 60s);
        QVERIFY(!scheduler.takeLook(start + 61s)->isList);
    }

    void pauseHoldsBackStartsButNotLooks()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(3, 3));
        actOnce(scheduler);
        scheduler.setPaused(true);
        QVERIFY(!scheduler.canStart(start));
        QVERIFY(scheduler.takeToAnnounce().empty());
        QVERIFY(scheduler.canLook(start + 1s));
        scheduler.setPaused(false);
        QVERIFY(scheduler.canStart(start));
    }

    void cancelEndsWhatWasNotSentAndFinishesWhatWas()
    {
        ActionScheduler scheduler = signedIn({.connections = 3, .perVmHost = 3});
        scheduler.add(logoffs(10, 1));
        actOnce(scheduler); // waits for its look
        const Handle sent = *scheduler.takeStart(start);
        QVERIFY(scheduler.afterReRead(sent, same(scheduler, sent), start));
        const Handle reading = *scheduler.takeStart(start);
        scheduler.cancelQueued(start);
        auto kinds = finished(scheduler);
        QCOMPARE(kinds[OutcomeKind::Cancelled], std::size_t{7});
        QCOMPARE(kinds[OutcomeKind::StillSigningOut], std::size_t{1});
        QVERIFY(!scheduler.afterReRead(reading, same(scheduler, reading), start)); // nothing is sent any more
        scheduler.afterInvoke(sent, accepted(), start);
        kinds = finished(scheduler);
        QCOMPARE(kinds[OutcomeKind::Cancelled], std::size_t{1});
        QCOMPARE(kinds[OutcomeKind::StillSigningOut], std::size_t{1});
        QVERIFY(scheduler.isIdle());
        scheduler.add({logoff(50, "HV")}); // a new batch is not concerned
        announceAll(scheduler);
        QVERIFY(scheduler.canStart(start));
    }

    void cancelWhileIntentsAreWrittenWaitsForThem()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(3, 3));
        const auto group = scheduler.takeToAnnounce();
        scheduler.cancelQueued(start);
        QVERIFY(finished(scheduler).empty());
        scheduler.announced(group, start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Cancelled), std::size_t{3});
        QVERIFY(!scheduler.canStart(start));
    }

    void whatIsOwedOutlivesACancel()
    {
        ActionScheduler scheduler = signedIn();
        std::vector<ActionRequest> requests = logoffs(3, 3);
        for (ActionRequest& request : requests) {
            request.action.kind = ActionKind::Message;
            request.isOwed = request.id != 2;
        }
        scheduler.add(requests);
        announceAll(scheduler);
        const Handle reading = *scheduler.takeStart(start);
        scheduler.cancelQueued(start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Cancelled), std::size_t{1});
        QVERIFY(scheduler.afterReRead(reading, same(scheduler, reading), start));
        scheduler.afterInvoke(reading, accepted(), start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Done), std::size_t{1});
        scheduler.cancel({1, 3}, start);
        QVERIFY(finished(scheduler).empty());
        scheduler.stop(start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Cancelled), std::size_t{1});
        QVERIFY(scheduler.isIdle());
    }

    /// A message that was answered "gone", and a logoff whose answer was lost: both are looked at.
    void whatIsOwedIsLookedAtAfterACancel_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isLooking");
        QTest::addColumn<QByteArray>("outcome");
        for (const bool isLooking : {false, true}) {
            const char* when = isLooking ? "under way" : "due";
            QTest::addRow("message, %s", when)
                << static_cast<int>(ActionKind::Message) << isLooking << QByteArray("already_gone");
            QTest::addRow("logoff, %s", when)
                << static_cast<int>(ActionKind::Logoff) << isLooking << QByteArray("done");
        }
    }

    void whatIsOwedIsLookedAtAfterACancel()
    {
        QFETCH(int, kind);
        QFETCH(bool, isLooking);
        QFETCH(QByteArray, outcome);
        ActionScheduler scheduler = signedIn();
        std::vector<ActionRequest> requests = logoffs(2, 2);
        for (ActionRequest& request : requests) {
            request.action.kind = static_cast<ActionKind>(kind);
            request.isOwed = request.id == 1;
        }
        scheduler.add(requests);
        announceAll(scheduler);
        Handle owed = 0;
        while (const auto handle = scheduler.takeStart(start)) {
            if (scheduler.request(*handle)->isOwed)
                owed = *handle;
            QVERIFY(scheduler.afterReRead(*handle, same(scheduler, *handle), start));
            scheduler.afterInvoke(*handle, core::failure(support::makeFault(0x80338000, 0x80041002)), start);
        }
        const auto first = isLooking ? scheduler.takeLook(start) : std::nullopt;
        scheduler.cancelQueued(start);
        scheduler.cancel({1, 2}, start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Unknown),
                 std::size_t{1}); // nobody looks for the other one any more
        if (first) {
            scheduler.afterLook(first->items.front(), std::nullopt, start);
            scheduler.lookEnded(first->id, true, start);
        }
        if (scheduler.request(owed)) {
            const auto look = scheduler.takeLook(start);
            QVERIFY(look);
            QCOMPARE(look->items, std::vector{owed});
            scheduler.afterLook(owed, std::nullopt, start);
        }
        std::vector<ActionReport> ended;
        for (const auto& step : scheduler.takeSteps())
            ended.push_back(step.report);
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(QByteArray(symbol(ended.front().outcome.kind)), outcome);
        QVERIFY(scheduler.isIdle());
    }

    void withoutAnyThreadEverythingThatWaitsFails()
    {
        ActionScheduler scheduler = signedIn();
        std::vector<ActionRequest> requests = logoffs(80, 2);
        requests.front().isOwed = true;
        scheduler.add(requests);
        const auto writing = scheduler.takeToAnnounce();
        scheduler.announced({writing.front()}, start);
        core::ManagementError error;
        error.kind = core::ErrorKind::OutOfResources;
        scheduler.failNotStarted(error, start);
        scheduler.announced({writing.begin() + 1, writing.end()}, start); // their intents were being written
        std::size_t failed = 0;
        for (const auto& step : scheduler.takeSteps()) {
            if (step.report.phase != ActionPhase::Finished)
                continue;
            QCOMPARE(step.report.outcome.kind, OutcomeKind::Failed);
            QCOMPARE(step.report.outcome.error.value_or(core::ManagementError{}).kind, core::ErrorKind::OutOfResources);
            ++failed;
        }
        QCOMPARE(failed, std::size_t{80});
        QVERIFY(scheduler.isIdle());
    }

    void someCanBeCancelledWhereverTheyWait()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(3, 1));
        const auto writing = scheduler.takeToAnnounce();
        scheduler.cancel({2}, start);
        QVERIFY(finished(scheduler).empty()); // its intent is being written
        scheduler.announced(writing, start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Cancelled), std::size_t{1});
        const Handle begun = *scheduler.takeStart(start);
        scheduler.add({logoff(4, "HV1")});
        scheduler.cancel({1, 3, 4, 99}, start);
        QCOMPARE(finished(scheduler).at(OutcomeKind::Cancelled), std::size_t{2});
        QVERIFY(scheduler.afterReRead(begun, same(scheduler, begun), start)); // what has begun goes on
    }

    void aCancelledLooksAnswerIsIgnored()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add({logoff(1, "HV")});
        const Handle handle = actOnce(scheduler);
        const auto look = scheduler.takeLook(start + 1s);
        scheduler.cancelQueued(start + 1s);
        QCOMPARE(finished(scheduler).at(OutcomeKind::StillSigningOut), std::size_t{1});
        scheduler.afterLook(handle, std::nullopt, start + 2s);
        scheduler.lookEnded(look->id, true, start + 2s);
        QVERIFY(finished(scheduler).empty());
    }

    void afterAStopNothingStartsAndAllThatComesIsCancelled()
    {
        ActionScheduler scheduler = signedIn();
        scheduler.add(logoffs(5, 5));
        announceAll(scheduler);
        const Handle handle = *scheduler.takeStart(start);
        QVERIFY(scheduler.afterReRead(handle, same(scheduler, handle), start));
        scheduler.stop(start);
        scheduler.add(logoffs(2, 1));
        QVERIFY(!scheduler.canStart(start));
        scheduler.afterInvoke(handle, core::failure(core::ErrorKind::Cancelled, {}, core::Delivery::MaybeSent), start);
        const auto kinds = finished(scheduler);
        QCOMPARE(kinds.at(OutcomeKind::Cancelled), std::size_t{6});
        QCOMPARE(kinds.at(OutcomeKind::Unknown), std::size_t{1});
        QVERIFY(scheduler.isIdle());
    }

    void whateverHappensEachItemFinishesOnce()
    {
        std::uint32_t random = 1;
        const auto draw = [&random](std::uint32_t below) {
            random = random * 1664525 + 1013904223;
            return (random >> 16) % below;
        };
        for (int round = 0; round < 50; ++round) {
            ActionScheduler scheduler = signedIn({.connections = 3, .perVmHost = 2, .replacements = 2, .listFrom = 4});
            scheduler.add(logoffs(80, 1 + draw(9)));
            std::set<Handle> reading;
            std::set<Handle> acting;
            std::map<std::uint64_t, ActionScheduler::LookTask> looking;
            std::multiset<std::uint64_t> done;
            auto now = start;
            for (int step = 0; step < 100'000 && !scheduler.isIdle(); ++step) {
                now += std::chrono::milliseconds(draw(400));
                scheduler.giveBackSilent(now);
                if (const auto group = scheduler.takeToAnnounce(); !group.empty())
                    scheduler.announced(group, now);
                if (const auto handle = scheduler.takeStart(now))
                    reading.insert(*handle);
                if (auto look = scheduler.takeLook(now))
                    looking.emplace(look->id, *look);
                if (!reading.empty() && draw(2) == 0) {
                    const Handle handle = *reading.begin();
                    reading.erase(handle);
                    const Look look = draw(8) == 0 ? Look(std::nullopt) : same(scheduler, handle);
                    if (scheduler.afterReRead(handle, look, now))
                        acting.insert(handle);
                }
                if (!acting.empty() && draw(2) == 0) {
                    const Handle handle = *acting.begin();
                    acting.erase(handle);
                    constexpr std::uint32_t values[] = {0, 0, 5, 7022, 1460, 7007};
                    constexpr auto errors = support::enumerators<core::ErrorKind>();
                    constexpr auto deliveries = support::enumerators<core::Delivery>();
                    if (draw(4) == 0)
                        scheduler.afterInvoke(
                            handle, core::failure(errors[draw(errors.size())], {}, deliveries[draw(deliveries.size())]),
                            now);
                    else
                        scheduler.afterInvoke(handle, MethodResult{values[draw(6)], {}}, now);
                }
                if (!looking.empty() && draw(2) == 0) {
                    const auto task = looking.begin()->second;
                    looking.erase(task.id);
                    for (const Handle handle : task.items) {
                        if (scheduler.request(handle))
                            scheduler.afterLook(handle, draw(3) == 0 ? Look(std::nullopt) : same(scheduler, handle),
                                                now);
                    }
                    scheduler.lookEnded(task.id, draw(10) != 0, now);
                }
                if (draw(3'000) == 0)
                    scheduler.cancelQueued(now);
                if (draw(1'000) == 0)
                    scheduler.cancel({std::uint64_t{draw(80)} + 1, std::uint64_t{draw(80)} + 1}, now);
                for (const auto& report : scheduler.takeSteps()) {
                    if (report.report.phase == ActionPhase::Finished)
                        done.insert(report.report.id);
                }
            }
            QVERIFY(scheduler.isIdle());
            QCOMPARE(done.size(), std::size_t{80});
            for (std::uint64_t id = 1; id <= 80; ++id)
                QCOMPARE(done.count(id), std::size_t{1});
        }
    }
};

QTEST_APPLESS_MAIN(ActionSchedulerTest)
#include "ActionSchedulerTest.moc"
