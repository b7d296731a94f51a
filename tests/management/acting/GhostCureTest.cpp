// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/GhostCure.h"

#include "support/FakeConnection.h"
#include "support/Machines.h"

#include <QtTest>

#include <map>
#include <random>
#include <vector>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using core::MachineState;
using support::makeMachine;
using support::makeSession;

namespace {

const GhostCure::Time begun{};

Ghost ghostOn(MachineState state, std::uint32_t id = 1)
{
    Ghost ghost;
    ghost.session = makeSession("HV1", id, "anna");
    ghost.machine = makeMachine("VM-" + std::to_string(id), state);
    ghost.session.vmName = ghost.machine.name;
    return ghost;
}

ActionReport endedAs(std::uint64_t id, OutcomeKind kind, std::optional<std::uint32_t> value = std::nullopt)
{
    ActionReport report;
    report.id = id;
    report.phase = ActionPhase::Finished;
    report.outcome.kind = kind;
    report.outcome.returnValue = value;
    return report;
}

GhostCure cureOf(std::vector<Ghost> ghosts)
{
    return {std::move(ghosts), CureOptions{}, "INC 7", [last = std::uint64_t{0}]() mutable { return ++last; }};
}

/// What happens to the acts of one cure, in order, and where it must stop; "" = it is cured.
struct Story
{
    const char* name;
    MachineState state;
    std::vector<std::pair<ActionKind, OutcomeKind>> acts;
    const char* stopped;
    bool isGone;
};

std::vector<Story> stories()
{
    using enum OutcomeKind;
    constexpr auto start = ActionKind::Start;
    constexpr auto logoff = ActionKind::Logoff;
    constexpr auto save = ActionKind::Save;
    std::vector<Story> all{
        {"off", MachineState::Off, {{start, Done}, {logoff, Done}}, "", true},
        {"gone by itself", MachineState::Off, {{start, Done}, {logoff, AlreadyGone}}, "", true},
        {"saved", MachineState::Saved, {{start, Done}, {logoff, Done}, {save, Done}}, "", true},
    };
    for (const OutcomeKind bad : {Failed, Unknown, StillChanging, StillSigningOut, Skipped, Cancelled}) {
        all.push_back({"does not start", MachineState::Saved, {{start, bad}}, "start", false});
        all.push_back({"does not end", MachineState::Saved, {{start, Done}, {logoff, bad}}, "logoff", false});
        all.push_back(
            {"is not saved", MachineState::Saved, {{start, Done}, {logoff, Done}, {save, bad}}, "save", true});
    }
    return all;
}

} // namespace

/// Start, wait, log off, save again: the steps of a cure, without a clock.
class GhostCureTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyStoryEndsWhereItMust_data()
    {
        QTest::addColumn<int>("row");
        const auto all = stories();
        for (std::size_t row = 0; row < all.size(); ++row)
            QTest::addRow("%s: %s", all[row].name, symbol(all[row].acts.back().second)) << static_cast<int>(row);
    }

    void everyStoryEndsWhereItMust()
    {
        QFETCH(int, row);
        const Story story = stories().at(static_cast<std::size_t>(row));
        GhostCure cure = cureOf({ghostOn(story.state)});
        auto acts = cure.begin();
        auto now = begun;
        for (const auto& [kind, outcome] : story.acts) {
            QVERIFY(!cure.isOver());
            if (acts.empty()) {
                QVERIFY(cure.advance(*cure.nextDue() - 1ms).empty());
                now = *cure.nextDue();
                acts = cure.advance(now);
            }
            QCOMPARE(acts.size(), std::size_t{1});
            QVERIFY(acts.front().action.kind == kind);
            QCOMPARE(acts.front().reason, std::string("INC 7"));
            QCOMPARE(acts.front().machine.has_value(), kind != ActionKind::Logoff);
            acts = cure.take(endedAs(acts.front().id, outcome), now);
        }
        QVERIFY(acts.empty());
        QVERIFY(cure.isOver());
        const CureItem& item = cure.items().front();
        QCOMPARE(QByteArray(item.stopped ? symbol(*item.stopped) : ""), QByteArray(story.stopped));
        QCOMPARE(item.isGone, story.isGone);
        QCOMPARE(item.outcome.kind, story.acts.back().second);
    }

    void aMachineThatRunsMeanwhileIsNotSavedAgain()
    {
        GhostCure cure = cureOf({ghostOn(MachineState::Saved)});
        ActionReport isRunning = endedAs(cure.begin().front().id, OutcomeKind::Skipped);
        isRunning.outcome.skipReason = SkipReason::AlreadySo;
        QVERIFY(cure.take(isRunning, begun).empty());
        const auto logoff = cure.advance(*cure.nextDue());
        QVERIFY(cure.take(endedAs(logoff.front().id, OutcomeKind::Done), begun).empty());
        QVERIFY(cure.isOver());
        QVERIFY(!cure.items().front().stopped);
    }

    void aMachineThatIsNotReadyIsAskedAgainButNotForever()
    {
        GhostCure cure = cureOf({ghostOn(MachineState::Off)});
        (void)cure.take(endedAs(cure.begin().front().id, OutcomeKind::Done), begun);
        std::uint32_t tries = 0;
        while (const auto due = cure.nextDue()) {
            const auto logoff = cure.advance(*due);
            QCOMPARE(logoff.size(), std::size_t{1});
            ++tries;
            QVERIFY(cure.take(endedAs(logoff.front().id, OutcomeKind::Failed, 21), *due).empty());
        }
        QCOMPARE(tries, CureOptions{}.mostTries);
        QVERIFY(cure.isOver());
        QVERIFY(cure.items().front().stopped == CureStep::Logoff);
    }

    void theSaveConfirmsThatNobodyIsThere()
    {
        Ghost ghost = ghostOn(MachineState::Saved);
        ghost.machine.sessionUserName = core::SharedString(std::string_view("anna"));
        GhostCure cure = cureOf({ghost});
        (void)cure.take(endedAs(cure.begin().front().id, OutcomeKind::Done), begun);
        const auto logoff = cure.advance(*cure.nextDue());
        const auto save = cure.take(endedAs(logoff.front().id, OutcomeKind::Done), begun);
        QCOMPARE(save.size(), std::size_t{1});
        QVERIFY(save.front().machine->sessionUserName.isEmpty());
        QVERIFY(save.front().machine->state == MachineState::Running);
    }

    void aCancelBeginsNothingMore()
    {
        GhostCure cure = cureOf({ghostOn(MachineState::Saved, 1), ghostOn(MachineState::Saved, 2)});
        const auto starts = cure.begin();
        (void)cure.take(endedAs(starts[0].id, OutcomeKind::Done), begun);
        cure.cancel();
        QVERIFY(!cure.nextDue());
        QVERIFY(!cure.isOver()); // the second start is under way
        QVERIFY(cure.take(endedAs(starts[1].id, OutcomeKind::Done), begun).empty());
        QVERIFY(cure.isOver());
        QVERIFY(cure.items()[0].stopped == CureStep::Settle);
        QVERIFY(cure.items()[1].stopped == CureStep::Start);
    }

    void anyOrderOfReportsGivesEachGhostItsStepsOnce()
    {
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            std::mt19937 random(seed);
            std::vector<Ghost> ghosts;
            for (std::uint32_t id = 1; id <= 6; ++id)
                ghosts.push_back(ghostOn(random() % 2 != 0 ? MachineState::Off : MachineState::Saved, id));
            GhostCure cure = cureOf(ghosts);
            std::vector<ActionRequest> open = cure.begin();
            std::map<std::pair<std::string, ActionKind>, int> done;
            auto now = begun;
            while (!cure.isOver()) {
                if (open.empty() || random() % 3 == 0) {
                    now += 5s;
                    const auto due = cure.advance(now);
                    open.insert(open.end(), due.begin(), due.end());
                    continue;
                }
                const std::size_t one = random() % open.size();
                const ActionRequest act = open[one];
                open.erase(open.begin() + static_cast<std::ptrdiff_t>(one));
                ++done[{act.confirmed.vmName.toString(), act.action.kind}];
                const auto outcome = random() % 8 == 0 ? OutcomeKind::Failed : OutcomeKind::Done;
                const ActionReport report = endedAs(act.id, outcome, 5);
                const auto next = cure.take(report, now);
                QVERIFY(cure.take(report, now).empty()); // a report that comes again changes nothing
                open.insert(open.end(), next.begin(), next.end());
            }
            for (const auto& [act, count] : done)
                QCOMPARE(count, 1);
            for (const CureItem& item : cure.items())
                QVERIFY(item.stopped || item.isGone);
        }
    }

    void ghostsAreSessionsWhoseMachineSleeps()
    {
        const std::vector<core::VirtualDesktop> machines{
            makeMachine("VM-1", MachineState::Off), makeMachine("vm-2.corp.example", MachineState::Saved),
            makeMachine("VM-3"), makeMachine("VM-4", MachineState::Off, "HV9"), [] {
                core::VirtualDesktop doubled = makeMachine("VM-5", MachineState::Off);
                doubled.isDoubled = true;
                return doubled;
            }()};
        std::vector<core::Session> sessions;
        for (std::uint32_t id = 1; id <= 6; ++id) {
            sessions.push_back(makeSession("HV1", id, "anna"));
            sessions.back().vmName = core::SharedString("VM-" + std::to_string(id));
        }
        sessions.push_back(makeSession("HV1", 7, ""));
        sessions.back().vmName = core::SharedString(std::string_view("VM-1"));
        const auto ghosts = ghostsAmong(sessions, machines);
        QCOMPARE(ghosts.size(), std::size_t{2});
        QCOMPARE(ghosts[0].session.key.sessionId, 1U);
        QCOMPARE(ghosts[1].machine.name.view(), std::string_view("vm-2.corp.example"));
    }
};

QTEST_APPLESS_MAIN(GhostCureTest)
#include "GhostCureTest.moc"
