// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/BulkAction.h"

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

using Handle = BulkAction::Handle;
const BulkAction::Time start{1h};

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

Look same(const BulkAction& bulk, Handle handle)
{
    return std::optional(bulk.request(handle)->confirmed);
}

core::Result<MethodResult> accepted()
{
    return MethodResult{};
}

void announceAll(BulkAction& bulk)
{
    for (auto group = bulk.takeToAnnounce(); !group.empty(); group = bulk.takeToAnnounce())
        bulk.announced(group, start);
}

/// Starts one act and carries it out, so that it waits to be looked at.
Handle actOnce(BulkAction& bulk, BulkAction::Time now = start)
{
    announceAll(bulk);
    const Handle handle = bulk.takeStart(now).value_or(0);
    if (handle != 0 && bulk.afterReRead(handle, same(bulk, handle), now))
        bulk.afterInvoke(handle, accepted(), now);
    return handle;
}

std::map<OutcomeKind, std::size_t> finished(BulkAction& bulk)
{
    std::map<OutcomeKind, std::size_t> kinds;
    for (const auto& step : bulk.takeSteps()) {
        if (step.report.phase == ActionPhase::Finished)
            ++kinds[step.report.outcome.kind];
    }
    return kinds;
}

BulkAction signedIn(ActionRunnerOptions options = {})
{
    BulkAction bulk(options);
    bulk.setSignedIn();
    return bulk;
}

} // namespace

class BulkActionTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyStepIsReportedInOrder()
    {
        BulkAction bulk = signedIn();
        bulk.add({logoff(7, "HV")});
        const Handle handle = actOnce(bulk);
        const auto look = bulk.takeLook(start + 500ms);
        QVERIFY(look && !look->isList);
        bulk.afterLook(handle, std::nullopt, start + 510ms);
        bulk.lookEnded(look->id, true, start + 510ms);
        std::vector<ActionPhase> phases;
        Outcome last;
        for (const auto& step : bulk.takeSteps()) {
            QCOMPARE(step.report.id, std::uint64_t{7});
            phases.push_back(step.report.phase);
            last = step.report.outcome;
        }
        using enum ActionPhase;
        QVERIFY((phases == std::vector{Queued, Announced, Running, Verifying, Finished}));
        QCOMPARE(last.kind, OutcomeKind::Done);
        QCOMPARE(last.elapsed, 510ms);
        QVERIFY(bulk.isIdle());
    }

    void nothingStartsBeforeItsIntentIsRecorded()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(5, 5));
        QVERIFY(!bulk.canStart(start));
        const auto group = bulk.takeToAnnounce();
        QCOMPARE(group.size(), std::size_t{5});
        QVERIFY(!bulk.takeStart(start));
        bulk.announced(group, start);
        QVERIFY(bulk.takeStart(start));
    }

    void anUnwritableLedgerMeansThatNothingIsDone()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(3, 3));
        core::ManagementError error;
        error.detail = "disk full";
        bulk.announcementFailed(bulk.takeToAnnounce(), error, start);
        QVERIFY(!bulk.canStart(start));
        for (const auto& step : bulk.takeSteps()) {
            if (step.report.phase != ActionPhase::Finished)
                continue;
            QCOMPARE(step.report.outcome.kind, OutcomeKind::Failed);
            QCOMPARE(step.report.outcome.error->kind, core::ErrorKind::LedgerUnwritable);
        }
        QVERIFY(bulk.isIdle());
    }

    void intentsAreRecordedInGroupsAndJustAhead()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(10'000, 200));
        std::size_t recorded = 0;
        for (auto group = bulk.takeToAnnounce(); !group.empty(); group = bulk.takeToAnnounce()) {
            recorded += group.size();
            bulk.announced(group, start);
        }
        QCOMPARE(recorded, std::size_t{8}); // four connections: one more round, and one in reserve
    }

    void oneHostStillGetsGroups()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(1'000, 1));
        std::size_t groups = 0;
        std::size_t started = 0;
        while (started < 1'000) {
            if (const auto group = bulk.takeToAnnounce(); !group.empty()) {
                ++groups;
                bulk.announced(group, start);
            }
            const auto handle = bulk.takeStart(start);
            QVERIFY(handle);
            ++started;
            static_cast<void>(bulk.afterReRead(*handle, std::nullopt, start));
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
        BulkAction bulk = signedIn({.connections = atOnce});
        bulk.add(logoffs(2'000, static_cast<std::size_t>(hosts)));
        const std::size_t canRun = std::min(atOnce, 2 * static_cast<std::size_t>(hosts));
        std::deque<Handle> running;
        std::size_t recorded = 0;
        std::size_t ended = 0;
        while (ended < 2'000) {
            for (auto group = bulk.takeToAnnounce(); !group.empty(); group = bulk.takeToAnnounce()) {
                recorded += group.size();
                bulk.announced(group, start);
            }
            QVERIFY2(recorded - ended <= 4 * atOnce, qPrintable(QString::number(recorded - ended)));
            while (const auto handle = bulk.takeStart(start))
                running.push_back(*handle);
            // Never less than can run: nobody waits for the disk.
            QVERIFY(running.size() == canRun || recorded - ended == running.size());
            QVERIFY(!running.empty());
            static_cast<void>(bulk.afterReRead(running.front(), std::nullopt, start));
            running.pop_front();
            ++ended;
        }
    }

    void deadHostsHoldNoPlaceInTheLead()
    {
        BulkAction bulk = signedIn({.connections = 4, .perVmHost = 2, .replacements = 8});
        bulk.add(logoffs(400, 4)); // HV0 and HV1 never answer
        std::size_t ended = 0;
        auto now = start;
        for (int round = 0; round < 2'000 && ended < 200; ++round) {
            now += 500ms;
            bulk.giveBackSilent(now);
            announceAll(bulk);
            while (const auto handle = bulk.takeStart(now)) {
                const auto host = bulk.request(*handle)->confirmed.key.vmHostName.toString();
                if (host == "HV0" || host == "HV1")
                    continue;
                static_cast<void>(bulk.afterReRead(*handle, std::nullopt, now));
                ++ended;
            }
        }
        QCOMPARE(ended, std::size_t{200});
    }

    void limitsHoldForTheServerAndForEachHost()
    {
        BulkAction bulk = signedIn({.connections = 5, .perVmHost = 2});
        bulk.add(logoffs(60, 2));
        announceAll(bulk);
        std::map<std::string, int> onHost;
        int running = 0;
        while (const auto handle = bulk.takeStart(start)) {
            ++running;
            ++onHost[bulk.request(*handle)->confirmed.key.vmHostName.toString()];
        }
        QCOMPARE(running, 4);
        QCOMPARE(onHost["HV0"], 2);
        QCOMPARE(onHost["HV1"], 2);
        bulk.add(logoffs(60, 10));
        announceAll(bulk);
        while (bulk.takeStart(start))
            ++running;
        QCOMPARE(running, 5);
    }

    void hostsTakeTurns()
    {
        BulkAction bulk = signedIn({.connections = 1, .perVmHost = 1});
        auto requests = logoffs(50, 1); // all of HV0 first
        for (std::uint64_t id = 100; id < 103; ++id)
            requests.push_back(logoff(id, "HV-small"));
        bulk.add(std::move(requests));
        int ofTheSmallHost = 0;
        for (int act = 0; act < 6; ++act) {
            announceAll(bulk);
            const Handle handle = *bulk.takeStart(start);
            ofTheSmallHost += bulk.request(handle)->confirmed.key.vmHostName.view() == "HV-small" ? 1 : 0;
            static_cast<void>(bulk.afterReRead(handle, std::nullopt, start));
        }
        QCOMPARE(ofTheSmallHost, 3);
    }

    void aHostIsOneHostHoweverItIsSpelt()
    {
        BulkAction bulk = signedIn({.connections = 4, .perVmHost = 1});
        bulk.add({logoff(1, "HV01"), logoff(2, "hv01")});
        announceAll(bulk);
        QVERIFY(bulk.takeStart(start));
        QVERIFY(!bulk.takeStart(start));
    }

    void aSilentCallGivesItsSlotBackButNotItsHosts()
    {
        BulkAction bulk = signedIn({.connections = 1, .perVmHost = 1, .replacements = 1});
        bulk.add({logoff(1, "dead"), logoff(2, "dead"), logoff(3, "alive"), logoff(4, "alive")});
        announceAll(bulk);
        const auto dead = bulk.takeStart(start);
        QVERIFY(dead && !bulk.takeStart(start));
        QCOMPARE(bulk.nextEvent(), std::optional(start + 2s));
        bulk.giveBackSilent(start + 1999ms);
        QVERIFY(!bulk.canStart(start));
        bulk.giveBackSilent(start + 2s);
        const auto alive = bulk.takeStart(start + 2s);
        QVERIFY(alive);
        QCOMPARE(bulk.request(*alive)->confirmed.key.vmHostName.view(), std::string_view("alive"));
        bulk.giveBackSilent(start + 10s); // no second replacement
        QVERIFY(!bulk.canStart(start));
        static_cast<void>(bulk.afterReRead(*alive, std::nullopt, start + 10s));
        QVERIFY(bulk.canStart(start));
        const auto next = bulk.takeStart(start + 10s);
        QCOMPARE(bulk.request(*next)->confirmed.key.vmHostName.view(), std::string_view("alive"));
        static_cast<void>(bulk.afterReRead(*next, std::nullopt, start + 10s));
        QVERIFY(!bulk.canStart(start)); // what is left is of the dead host, which is still busy
        static_cast<void>(bulk.afterReRead(*dead, std::nullopt, start + 60s));
        QVERIFY(bulk.canStart(start));
    }

    void beforeTheFirstSignInOnlyOneCallIsMade()
    {
        BulkAction bulk({.connections = 4});
        bulk.add(logoffs(8, 8));
        announceAll(bulk);
        QVERIFY(bulk.takeStart(start));
        QVERIFY(!bulk.canStart(start));
        bulk.setSignedIn();
        QVERIFY(bulk.takeStart(start));
    }

    void aRefusedAccountStopsEverything()
    {
        BulkAction bulk({.connections = 4});
        bulk.add(logoffs(100, 4));
        announceAll(bulk);
        const Handle first = *bulk.takeStart(start);
        QVERIFY(!bulk.afterReRead(first, core::failure(core::ErrorKind::SignInRefused), start));
        const auto kinds = finished(bulk);
        QCOMPARE(kinds.at(OutcomeKind::Failed), std::size_t{1});
        QCOMPARE(kinds.at(OutcomeKind::Cancelled), std::size_t{99});
        QVERIFY(bulk.isIdle());
    }

    void aLockedAccountInAFaultStopsEverything()
    {
        for (const std::uint32_t code : {1326U, 1909U, 0x8007052EU, 0x8009030CU}) {
            BulkAction bulk = signedIn();
            bulk.add(logoffs(10, 1));
            announceAll(bulk);
            const Handle first = *bulk.takeStart(start);
            QVERIFY(bulk.afterReRead(first, same(bulk, first), start));
            bulk.afterInvoke(first, core::failure(support::makeFault(code)), start);
            QCOMPARE(finished(bulk).at(OutcomeKind::Cancelled), std::size_t{9});
        }
    }

    void whatARefusedAccountHasAnsweredIsLookedAtUntilThatIsRefusedToo()
    {
        for (const bool isLookRefused : {false, true}) {
            BulkAction bulk = signedIn();
            bulk.add({logoff(1, "HV")});
            announceAll(bulk);
            const Handle first = *bulk.takeStart(start);
            QVERIFY(bulk.afterReRead(first, same(bulk, first), start));
            bulk.afterInvoke(first, core::failure(support::makeFault(1909)), start);
            const auto look = bulk.takeLook(start);
            QVERIFY(look);
            bulk.afterLook(
                first, isLookRefused ? Look(core::failure(core::ErrorKind::SignInRefused)) : Look(std::nullopt), start);
            QCOMPARE(finished(bulk).at(isLookRefused ? OutcomeKind::Unknown : OutcomeKind::Done), std::size_t{1});
            QVERIFY(bulk.isIdle());
        }
    }

    void looksComeAtGrowingDistancesUntilThePatienceEnds()
    {
        BulkAction bulk = signedIn({.verifyPatience = 20s, .firstLook = 500ms});
        bulk.add({logoff(1, "HV")});
        const Handle handle = actOnce(bulk);
        std::vector<BulkAction::Time> looks;
        while (const auto due = bulk.nextEvent()) {
            QVERIFY(!bulk.canLook(*due - 1ms));
            const auto look = bulk.takeLook(*due);
            QVERIFY(look);
            looks.push_back(*due);
            auto signingOut = bulk.request(handle)->confirmed;
            signingOut.state = ConnectState::Reset;
            bulk.afterLook(handle, std::optional(signingOut), *due);
            bulk.lookEnded(look->id, true, *due);
        }
        QVERIFY((looks == std::vector<BulkAction::Time>{start + 500ms, start + 1500ms, start + 3500ms, start + 7500ms,
                                                        start + 12500ms, start + 17500ms, start + 20s}));
        QCOMPARE(finished(bulk).at(OutcomeKind::StillSigningOut), std::size_t{1});
    }

    void aLostAnswerIsLookedAtAtOnceAndThenIsUnknown()
    {
        BulkAction bulk = signedIn({.doubtPatience = 3s});
        bulk.add({logoff(1, "HV")});
        announceAll(bulk);
        const Handle handle = *bulk.takeStart(start);
        QVERIFY(bulk.afterReRead(handle, same(bulk, handle), start));
        bulk.afterInvoke(handle, core::failure(core::ErrorKind::ConnectionLost, {}, core::Delivery::MaybeSent), start);
        QVERIFY(bulk.canLook(start));
        auto now = start;
        while (const auto due = bulk.nextEvent()) {
            now = std::max(now, *due);
            const auto look = bulk.takeLook(now);
            QVERIFY(look);
            bulk.afterLook(handle, same(bulk, handle), now);
            bulk.lookEnded(look->id, true, now);
        }
        QCOMPARE(now, start + 3s);
        QCOMPARE(finished(bulk).at(OutcomeKind::Unknown), std::size_t{1});
    }

    void manyLooksAreOneList()
    {
        BulkAction bulk = signedIn({.connections = 100, .perVmHost = 100});
        bulk.add(logoffs(100, 1));
        for (int act = 0; act < 100; ++act)
            actOnce(bulk);
        const auto look = bulk.takeLook(start + 500ms);
        QVERIFY(look && look->isList);
        QCOMPARE(look->items.size(), std::size_t{100});
        QVERIFY(!bulk.canLook(start + 500ms));
        for (const Handle handle : look->items)
            bulk.afterLook(handle, std::nullopt, start + 600ms);
        bulk.lookEnded(look->id, true, start + 600ms);
        QCOMPARE(finished(bulk).at(OutcomeKind::Done), std::size_t{100});
    }

    void aListThatDoesNotComeWholeIsNotAskedAgain()
    {
        BulkAction bulk = signedIn({.connections = 100, .perVmHost = 100});
        bulk.add(logoffs(100, 1));
        for (int act = 0; act < 100; ++act)
            actOnce(bulk);
        const auto list = bulk.takeLook(start + 500ms);
        for (const Handle handle : list->items)
            bulk.afterLook(handle, core::failure(core::ErrorKind::TimedOut), start + 600ms);
        bulk.lookEnded(list->id, false, start + 600ms);
        const auto next = bulk.takeLook(start + 10s);
        QVERIFY(next && !next->isList);
        QCOMPARE(next->items.size(), std::size_t{1});
    }

    void aListThatCostsMoreThanItsLooksIsNotMade()
    {
        BulkAction bulk = signedIn({.connections = 100, .perVmHost = 100, .verifyPatience = 600s});
        bulk.add(logoffs(40, 1));
        for (int act = 0; act < 40; ++act)
            actOnce(bulk);
        const auto stillThere = [&](const BulkAction::LookTask& task, std::chrono::milliseconds took,
                                    BulkAction::Time now) {
            for (const Handle handle : task.items)
                bulk.afterLook(handle, same(bulk, handle), now + took);
            bulk.lookEnded(task.id, true, now + took);
        };
        auto list = bulk.takeLook(start + 1s);
        QVERIFY(list->isList);
        stillThere(*list, 20s, start + 1s); // a hundred thousand sessions
        // Now every keyed look is reckoned to be cheaper, until they are seen to be slow.
        const auto keyed = bulk.takeLook(start + 60s);
        QVERIFY(!keyed->isList);
        stillThere(*keyed, 10ms, start + 60s);
        QVERIFY(!bulk.takeLook(start + 61s)->isList);
    }

    void pauseHoldsBackStartsButNotLooks()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(3, 3));
        actOnce(bulk);
        bulk.setPaused(true);
        QVERIFY(!bulk.canStart(start));
        QVERIFY(bulk.takeToAnnounce().empty());
        QVERIFY(bulk.canLook(start + 1s));
        bulk.setPaused(false);
        QVERIFY(bulk.canStart(start));
    }

    void cancelEndsWhatWasNotSentAndFinishesWhatWas()
    {
        BulkAction bulk = signedIn({.connections = 3, .perVmHost = 3});
        bulk.add(logoffs(10, 1));
        actOnce(bulk); // waits for its look
        const Handle sent = *bulk.takeStart(start);
        QVERIFY(bulk.afterReRead(sent, same(bulk, sent), start));
        const Handle reading = *bulk.takeStart(start);
        bulk.cancelQueued(start);
        auto kinds = finished(bulk);
        QCOMPARE(kinds[OutcomeKind::Cancelled], std::size_t{7});
        QCOMPARE(kinds[OutcomeKind::StillSigningOut], std::size_t{1});
        QVERIFY(!bulk.afterReRead(reading, same(bulk, reading), start)); // nothing is sent any more
        bulk.afterInvoke(sent, accepted(), start);
        kinds = finished(bulk);
        QCOMPARE(kinds[OutcomeKind::Cancelled], std::size_t{1});
        QCOMPARE(kinds[OutcomeKind::StillSigningOut], std::size_t{1});
        QVERIFY(bulk.isIdle());
        bulk.add({logoff(50, "HV")}); // a new batch is not concerned
        announceAll(bulk);
        QVERIFY(bulk.canStart(start));
    }

    void cancelWhileIntentsAreWrittenWaitsForThem()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(3, 3));
        const auto group = bulk.takeToAnnounce();
        bulk.cancelQueued(start);
        QVERIFY(finished(bulk).empty());
        bulk.announced(group, start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Cancelled), std::size_t{3});
        QVERIFY(!bulk.canStart(start));
    }

    void whatIsOwedOutlivesACancel()
    {
        BulkAction bulk = signedIn();
        std::vector<ActionRequest> requests = logoffs(3, 3);
        for (ActionRequest& request : requests) {
            request.action.kind = ActionKind::Message;
            request.isOwed = request.id != 2;
        }
        bulk.add(requests);
        announceAll(bulk);
        const Handle reading = *bulk.takeStart(start);
        bulk.cancelQueued(start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Cancelled), std::size_t{1});
        QVERIFY(bulk.afterReRead(reading, same(bulk, reading), start));
        bulk.afterInvoke(reading, accepted(), start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Done), std::size_t{1});
        bulk.cancel({1, 3}, start);
        QVERIFY(finished(bulk).empty());
        bulk.stop(start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Cancelled), std::size_t{1});
        QVERIFY(bulk.isIdle());
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
        BulkAction bulk = signedIn();
        std::vector<ActionRequest> requests = logoffs(2, 2);
        for (ActionRequest& request : requests) {
            request.action.kind = static_cast<ActionKind>(kind);
            request.isOwed = request.id == 1;
        }
        bulk.add(requests);
        announceAll(bulk);
        Handle owed = 0;
        while (const auto handle = bulk.takeStart(start)) {
            if (bulk.request(*handle)->isOwed)
                owed = *handle;
            QVERIFY(bulk.afterReRead(*handle, same(bulk, *handle), start));
            bulk.afterInvoke(*handle, core::failure(support::makeFault(0x80338000, 0x80041002)), start);
        }
        const auto first = isLooking ? bulk.takeLook(start) : std::nullopt;
        bulk.cancelQueued(start);
        bulk.cancel({1, 2}, start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Unknown), std::size_t{1}); // nobody looks for the other one any more
        if (first) {
            bulk.afterLook(first->items.front(), std::nullopt, start);
            bulk.lookEnded(first->id, true, start);
        }
        if (bulk.request(owed)) {
            const auto look = bulk.takeLook(start);
            QVERIFY(look);
            QCOMPARE(look->items, std::vector{owed});
            bulk.afterLook(owed, std::nullopt, start);
        }
        std::vector<ActionReport> ended;
        for (const auto& step : bulk.takeSteps())
            ended.push_back(step.report);
        QCOMPARE(ended.size(), std::size_t{1});
        QCOMPARE(QByteArray(symbol(ended.front().outcome.kind)), outcome);
        QVERIFY(bulk.isIdle());
    }

    void withoutAnyThreadEverythingThatWaitsFails()
    {
        BulkAction bulk = signedIn();
        std::vector<ActionRequest> requests = logoffs(80, 2);
        requests.front().isOwed = true;
        bulk.add(requests);
        const auto writing = bulk.takeToAnnounce();
        bulk.announced({writing.front()}, start);
        core::ManagementError error;
        error.kind = core::ErrorKind::OutOfResources;
        bulk.failNotStarted(error, start);
        bulk.announced({writing.begin() + 1, writing.end()}, start); // their intents were being written
        std::size_t failed = 0;
        for (const auto& step : bulk.takeSteps()) {
            if (step.report.phase != ActionPhase::Finished)
                continue;
            QCOMPARE(step.report.outcome.kind, OutcomeKind::Failed);
            QCOMPARE(step.report.outcome.error.value_or(core::ManagementError{}).kind, core::ErrorKind::OutOfResources);
            ++failed;
        }
        QCOMPARE(failed, std::size_t{80});
        QVERIFY(bulk.isIdle());
    }

    void someCanBeCancelledWhereverTheyWait()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(3, 1));
        const auto writing = bulk.takeToAnnounce();
        bulk.cancel({2}, start);
        QVERIFY(finished(bulk).empty()); // its intent is being written
        bulk.announced(writing, start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Cancelled), std::size_t{1});
        const Handle begun = *bulk.takeStart(start);
        bulk.add({logoff(4, "HV1")});
        bulk.cancel({1, 3, 4, 99}, start);
        QCOMPARE(finished(bulk).at(OutcomeKind::Cancelled), std::size_t{2});
        QVERIFY(bulk.afterReRead(begun, same(bulk, begun), start)); // what has begun goes on
    }

    void aCancelledLooksAnswerIsIgnored()
    {
        BulkAction bulk = signedIn();
        bulk.add({logoff(1, "HV")});
        const Handle handle = actOnce(bulk);
        const auto look = bulk.takeLook(start + 1s);
        bulk.cancelQueued(start + 1s);
        QCOMPARE(finished(bulk).at(OutcomeKind::StillSigningOut), std::size_t{1});
        bulk.afterLook(handle, std::nullopt, start + 2s);
        bulk.lookEnded(look->id, true, start + 2s);
        QVERIFY(finished(bulk).empty());
    }

    void afterAStopNothingStartsAndAllThatComesIsCancelled()
    {
        BulkAction bulk = signedIn();
        bulk.add(logoffs(5, 5));
        announceAll(bulk);
        const Handle handle = *bulk.takeStart(start);
        QVERIFY(bulk.afterReRead(handle, same(bulk, handle), start));
        bulk.stop(start);
        bulk.add(logoffs(2, 1));
        QVERIFY(!bulk.canStart(start));
        bulk.afterInvoke(handle, core::failure(core::ErrorKind::Cancelled, {}, core::Delivery::MaybeSent), start);
        const auto kinds = finished(bulk);
        QCOMPARE(kinds.at(OutcomeKind::Cancelled), std::size_t{6});
        QCOMPARE(kinds.at(OutcomeKind::Unknown), std::size_t{1});
        QVERIFY(bulk.isIdle());
    }

    void whateverHappensEachItemFinishesOnce()
    {
        std::uint32_t random = 1;
        const auto draw = [&random](std::uint32_t below) {
            random = random * 1664525 + 1013904223;
            return (random >> 16) % below;
        };
        for (int round = 0; round < 50; ++round) {
            BulkAction bulk = signedIn({.connections = 3, .perVmHost = 2, .replacements = 2, .listFrom = 4});
            bulk.add(logoffs(80, 1 + draw(9)));
            std::set<Handle> reading;
            std::set<Handle> acting;
            std::map<std::uint64_t, BulkAction::LookTask> looking;
            std::multiset<std::uint64_t> done;
            auto now = start;
            for (int step = 0; step < 100'000 && !bulk.isIdle(); ++step) {
                now += std::chrono::milliseconds(draw(400));
                bulk.giveBackSilent(now);
                if (const auto group = bulk.takeToAnnounce(); !group.empty())
                    bulk.announced(group, now);
                if (const auto handle = bulk.takeStart(now))
                    reading.insert(*handle);
                if (auto look = bulk.takeLook(now))
                    looking.emplace(look->id, *look);
                if (!reading.empty() && draw(2) == 0) {
                    const Handle handle = *reading.begin();
                    reading.erase(handle);
                    const Look look = draw(8) == 0 ? Look(std::nullopt) : same(bulk, handle);
                    if (bulk.afterReRead(handle, look, now))
                        acting.insert(handle);
                }
                if (!acting.empty() && draw(2) == 0) {
                    const Handle handle = *acting.begin();
                    acting.erase(handle);
                    constexpr std::uint32_t values[] = {0, 0, 5, 7022, 1460, 7007};
                    constexpr auto errors = support::enumerators<core::ErrorKind>();
                    constexpr auto deliveries = support::enumerators<core::Delivery>();
                    if (draw(4) == 0)
                        bulk.afterInvoke(
                            handle, core::failure(errors[draw(errors.size())], {}, deliveries[draw(deliveries.size())]),
                            now);
                    else
                        bulk.afterInvoke(handle, MethodResult{values[draw(6)], {}}, now);
                }
                if (!looking.empty() && draw(2) == 0) {
                    const auto task = looking.begin()->second;
                    looking.erase(task.id);
                    for (const Handle handle : task.items) {
                        if (bulk.request(handle))
                            bulk.afterLook(handle, draw(3) == 0 ? Look(std::nullopt) : same(bulk, handle), now);
                    }
                    bulk.lookEnded(task.id, draw(10) != 0, now);
                }
                if (draw(3'000) == 0)
                    bulk.cancelQueued(now);
                if (draw(1'000) == 0)
                    bulk.cancel({std::uint64_t{draw(80)} + 1, std::uint64_t{draw(80)} + 1}, now);
                for (const auto& report : bulk.takeSteps()) {
                    if (report.report.phase == ActionPhase::Finished)
                        done.insert(report.report.id);
                }
            }
            QVERIFY(bulk.isIdle());
            QCOMPARE(done.size(), std::size_t{80});
            for (std::uint64_t id = 1; id <= 80; ++id)
                QCOMPARE(done.count(id), std::size_t{1});
        }
    }
};

QTEST_APPLESS_MAIN(BulkActionTest)
#include "BulkActionTest.moc"
