// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/MachineRules.h"

#include "management/acting/MachinePlan.h"
#include "support/FakeConnection.h"
#include "support/Machines.h"

#include <QtTest>

#include <functional>
#include <vector>

using namespace deskwarden;
using namespace deskwarden::management;
using core::MachineState;
using core::VirtualDesktop;
using support::makeMachine;

namespace {

using Change = std::function<void(VirtualDesktop&)>;

Action actionOf(ActionKind kind)
{
    Action action;
    action.kind = kind;
    action.account = "anna";
    action.accountDomain = "CORP";
    return action;
}

Look seen(const VirtualDesktop& machine)
{
    return std::optional(machine);
}

VirtualDesktop usedBy(std::string_view user, core::ConnectState state = core::ConnectState::Active)
{
    VirtualDesktop machine = makeMachine("VM-1");
    machine.sessionUserName = core::SharedString(user);
    machine.sessionState = state;
    return machine;
}

VirtualDesktop ownedBy(std::string_view user)
{
    VirtualDesktop machine = makeMachine("VM-1");
    machine.ownerName = core::SharedString(user);
    machine.ownerDomain = core::SharedString(std::string_view("corp"));
    return machine;
}

MethodResult answered(std::uint32_t value)
{
    return {value, {}};
}

struct BeforeRow
{
    const char* name;
    ActionKind kind;
    VirtualDesktop confirmed;
    Look found;
    const char* outcome; // "" = it is done
};

std::vector<BeforeRow> beforeRows()
{
    const VirtualDesktop running = makeMachine("VM-1");
    const VirtualDesktop off = makeMachine("VM-1", MachineState::Off);
    VirtualDesktop moved = off;
    moved.hostName = core::SharedString(std::string_view("HV2"));
    VirtualDesktop inFull = off;
    inFull.hostName = core::SharedString(std::string_view("hv1.corp.example"));
    const Look gone = std::nullopt;
    core::ManagementError stopped;
    stopped.kind = core::ErrorKind::Cancelled;
    return {
        {"start what is off", ActionKind::Start, off, seen(off), ""},
        {"its host is written in full now", ActionKind::Start, off, seen(inFull), ""},
        {"start what runs meanwhile", ActionKind::Start, off, seen(running), "already_so"},
        {"start what is starting", ActionKind::Start, off, seen(makeMachine("VM-1", MachineState::Starting)),
         "machine_changing"},
        {"start what has moved", ActionKind::Start, off, seen(moved), "machine_moved"},
        {"start what is gone", ActionKind::Start, off, gone, "machine_gone"},
        {"start where somebody has a session", ActionKind::Start, makeMachine("VM-1", MachineState::Saved),
         seen(makeMachine("VM-1", MachineState::Saved)), ""},
        {"turn off where nobody is", ActionKind::TurnOff, running, seen(running), ""},
        {"turn off under the same user", ActionKind::TurnOff, usedBy("anna"), seen(usedBy("ANNA")), ""},
        {"turn off under another user", ActionKind::TurnOff, usedBy("anna"), seen(usedBy("ben")), "user_changed"},
        {"turn off where somebody is now", ActionKind::TurnOff, running, seen(usedBy("ben")), "user_changed"},
        {"save what is in use again", ActionKind::Save, usedBy("anna", core::ConnectState::Disconnected),
         seen(usedBy("anna")), "in_use_again"},
        {"pause what nobody uses any more", ActionKind::Pause, usedBy("anna"), seen(running), ""},
        {"assign what is nobody's", ActionKind::Assign, running, seen(running), ""},
        {"assign what is hers meanwhile", ActionKind::Assign, running, seen(ownedBy("anna")), "already_so"},
        {"assign what is another's meanwhile", ActionKind::Assign, running, seen(ownedBy("ben")), "owner_changed"},
        {"free what is still his", ActionKind::Free, ownedBy("ben"), seen(ownedBy("ben")), ""},
        {"free what is another's meanwhile", ActionKind::Free, ownedBy("ben"), seen(ownedBy("eva")), "owner_changed"},
        {"free what is nobody's meanwhile", ActionKind::Free, ownedBy("ben"), seen(running), "already_so"},
        {"no answer", ActionKind::Start, off, core::failure(core::ErrorKind::ConnectionLost), "failed"},
        {"stopped", ActionKind::Start, off, core::failure(stopped), "cancelled"},
    };
}

struct AfterRow
{
    const char* name;
    ActionKind kind;
    core::Result<MethodResult> answer;
    Look found;
    bool isOver;
    const char* outcome; // "" = look again
};

std::vector<AfterRow> afterRows()
{
    const VirtualDesktop running = makeMachine("VM-1");
    const VirtualDesktop off = makeMachine("VM-1", MachineState::Off);
    const VirtualDesktop starting = makeMachine("VM-1", MachineState::Starting);
    const auto lost = core::failure(core::ErrorKind::ConnectionLost, {}, core::Delivery::MaybeSent);
    const Look gone = std::nullopt;
    return {
        {"accepted, and it runs", ActionKind::Start, answered(0), seen(running), false, "done"},
        {"accepted, and it starts", ActionKind::Start, answered(0), seen(starting), false, ""},
        {"accepted, and it still starts", ActionKind::Start, answered(0), seen(starting), true, "still_changing"},
        {"accepted, and nothing happens", ActionKind::Start, answered(0), seen(off), true, "still_changing"},
        {"accepted, and it is gone", ActionKind::Start, answered(0), gone, true, "unknown"},
        {"accepted, and nobody can look", ActionKind::Start, answered(0),
         core::failure(core::ErrorKind::ConnectionLost), true, "unknown"},
        {"refused", ActionKind::Start, answered(5), seen(off), false, "failed"},
        {"refused, and it runs all the same", ActionKind::Start, answered(4711), seen(running), false, "done"},
        {"refused by a code that nobody knows", ActionKind::Start, answered(4711), seen(off), true, "failed"},
        {"said to time out", ActionKind::Start, answered(1460), seen(off), true, "unknown"},
        {"said to be gone, and there", ActionKind::Start, answered(2), seen(off), false, "failed"},
        {"said to be gone, and gone", ActionKind::Start, answered(2), gone, false, "failed"},
        {"lost, and it runs", ActionKind::Start, lost, seen(running), false, "done"},
        {"lost, and it starts", ActionKind::Start, lost, seen(starting), false, ""},
        {"lost, and it is off", ActionKind::Start, lost, seen(off), true, "unknown"},
        {"assigned to her", ActionKind::Assign, answered(0), seen(ownedBy("Anna")), false, "done"},
        {"assigned to another", ActionKind::Assign, answered(0), seen(ownedBy("ben")), true, "still_changing"},
        {"freed", ActionKind::Free, answered(0), seen(running), false, "done"},
        {"not freed", ActionKind::Free, answered(0), seen(ownedBy("ben")), true, "still_changing"},
        {"lost, and it is freed", ActionKind::Free, lost, seen(running), false, "done"},
    };
}

} // namespace

/// What answers mean for acts on machines, and who is left out of a plan for them.
class MachineRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aDemonstrationNamesEveryActAndNothingElse();
    void theReReadDecidesWhetherItIsDone_data()
    {
        QTest::addColumn<int>("row");
        int index = 0;
        for (const BeforeRow& row : beforeRows())
            QTest::newRow(row.name) << index++;
    }

    void theReReadDecidesWhetherItIsDone()
    {
        QFETCH(int, row);
        const BeforeRow cell = beforeRows().at(static_cast<std::size_t>(row));
        const ActionRequest request = machineRequest(1, cell.confirmed, actionOf(cell.kind));
        const auto outcome = decideBeforeAct(request, cell.found);
        if (*cell.outcome == '\0') {
            QVERIFY(!outcome);
            return;
        }
        QVERIFY(outcome);
        QCOMPARE(outcome->skipReason ? symbol(*outcome->skipReason) : symbol(outcome->kind), cell.outcome);
    }

    void theLookDecidesWhatBecameOfIt_data()
    {
        QTest::addColumn<int>("row");
        int index = 0;
        for (const AfterRow& row : afterRows())
            QTest::newRow(row.name) << index++;
    }

    void theLookDecidesWhatBecameOfIt()
    {
        QFETCH(int, row);
        const AfterRow cell = afterRows().at(static_cast<std::size_t>(row));
        const VirtualDesktop before = makeMachine("VM-1", MachineState::Off);
        const ActionRequest request = machineRequest(1, before, actionOf(cell.kind));
        const Decision known = decideAfterInvoke(cell.kind, cell.answer);
        const Decision decision =
            known.expectation ? decideAfterLook(request, known, before, cell.found, cell.isOver) : known;
        if (*cell.outcome == '\0') {
            QVERIFY(decision.expectation && isUnderWay(*decision.expectation));
            return;
        }
        QVERIFY(!decision.expectation);
        QCOMPARE(symbol(decision.outcome.kind), cell.outcome);
    }

    void afterACrashOnlyWhatWasWantedProvesAnything_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isAsWanted");
        for (const ActionKind kind : {ActionKind::Start, ActionKind::Save, ActionKind::TurnOff, ActionKind::Pause,
                                      ActionKind::Assign, ActionKind::Free})
        {
            for (const bool isWanted : {true, false})
                QTest::addRow("%s %d", symbol(kind), isWanted) << static_cast<int>(kind) << isWanted;
        }
    }

    void afterACrashOnlyWhatWasWantedProvesAnything()
    {
        QFETCH(int, kind);
        QFETCH(bool, isAsWanted);
        const Action action = actionOf(static_cast<ActionKind>(kind));
        const ActionSpec& spec = specOf(action.kind);
        VirtualDesktop machine = ownedBy("ben");
        machine.state = MachineState::Starting;
        const core::Session intended = occupantOf(machine, action);
        if (isAsWanted) {
            machine.state = spec.proof == Proof::StateReached ? spec.wantedState : MachineState::Running;
            machine.ownerName = core::SharedString(std::string_view(action.kind == ActionKind::Free ? "" : "anna"));
        }
        QCOMPARE(decideMachineAfterCrash(action.kind, intended, machine).kind,
                 isAsWanted ? OutcomeKind::Done : OutcomeKind::Unknown);
        QCOMPARE(decideMachineAfterCrash(action.kind, intended, std::nullopt).kind, OutcomeKind::Unknown);
    }

    void thePlanLeavesOutWhatMustNotBeHit_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("machine");
        QTest::addColumn<QString>("reason");
        enum { Running, Off, Starting, Doubled, MyOwn, Protected, OnProtectedHost, OwnedByProtected, Owned };
        const auto add = [](ActionKind kind, int machine, const char* reason) {
            QTest::addRow("%s %d", symbol(kind), machine)
                << static_cast<int>(kind) << machine << QString::fromLatin1(reason);
        };
        add(ActionKind::Start, Off, "");
        add(ActionKind::Start, Running, "already_so");
        add(ActionKind::Start, Starting, "machine_changing");
        add(ActionKind::TurnOff, Running, "");
        add(ActionKind::TurnOff, Off, "already_so");
        add(ActionKind::TurnOff, Doubled, "doubled_key");
        add(ActionKind::TurnOff, MyOwn, "own_session");
        add(ActionKind::Save, Protected, "protected_account");
        add(ActionKind::Pause, OnProtectedHost, "protected_host");
        add(ActionKind::Free, OwnedByProtected, "protected_account");
        add(ActionKind::Free, Running, "already_so");
        add(ActionKind::Free, Owned, "");
        add(ActionKind::Assign, Owned, "owned_by_other");
        add(ActionKind::Assign, Running, "");
    }

    void thePlanLeavesOutWhatMustNotBeHit()
    {
        QFETCH(int, kind);
        QFETCH(int, machine);
        QFETCH(QString, reason);
        VirtualDesktop doubled = makeMachine("VM-1");
        doubled.isDoubled = true;
        const std::vector<VirtualDesktop> machines{makeMachine("VM-1"),
                                                   makeMachine("VM-1", MachineState::Off),
                                                   makeMachine("VM-1", MachineState::Starting),
                                                   doubled,
                                                   usedBy("CORP\\me"),
                                                   usedBy("svc-backup"),
                                                   makeMachine("VM-1", MachineState::Running, "HV-GOLD"),
                                                   ownedBy("svc-backup"),
                                                   ownedBy("ben")};
        PlanRules rules;
        rules.ownAccounts = {"CORP\\me"};
        rules.policy.protectedAccounts = {"svc-*"};
        rules.policy.protectedHosts = {"*gold"};
        const MachinePlan plan = planFor(actionOf(static_cast<ActionKind>(kind)),
                                         {&machines.at(static_cast<std::size_t>(machine)), 1}, rules);
        QCOMPARE(plan.machines.size(), std::size_t{reason.isEmpty() ? 1U : 0U});
        if (!reason.isEmpty())
            QCOMPARE(QString::fromLatin1(symbol(plan.leftOut.front().reason)), reason);
    }

    void turningOffUnderSomebodyWantsItsNumber()
    {
        const std::vector<VirtualDesktop> used{usedBy("anna"), makeMachine("VM-2")};
        QVERIFY(planFor(actionOf(ActionKind::TurnOff), used).needsTypedCount());
        QVERIFY(!planFor(actionOf(ActionKind::TurnOff), {used.data() + 1, 1}).needsTypedCount());
        const std::vector<VirtualDesktop> many(26, makeMachine("VM-3", MachineState::Off));
        QVERIFY(planFor(actionOf(ActionKind::Start), many).needsTypedCount());
        QVERIFY(!planFor(actionOf(ActionKind::Start), {many.data(), 2}).needsTypedCount());
    }

    void actsOnMachinesAreOffUntilPolicyNamesThem()
    {
        Policy policy;
        for (const ActionSpec& spec : actionSpecs) {
            QCOMPARE(policy.allows(spec.kind), spec.subject == ActSubject::Session);
            Policy named;
            named.namedActions.set(indexOf(spec.kind));
            QVERIFY(named.allows(spec.kind));
            // What a person brings along can name nothing.
            QCOMPARE(stricter(policy, named).allows(spec.kind), policy.allows(spec.kind));
            QVERIFY(stricter(named, policy).allows(spec.kind));
            named.forbid(spec.kind);
            QVERIFY(!named.allows(spec.kind));
        }
    }
};

void MachineRulesTest::aDemonstrationNamesEveryActAndNothingElse()
{
    const core::ServerId demo{core::SharedString(std::string_view("demo:200"))};
    const core::ServerId office{core::SharedString(std::string_view("https://broker.example"))};
    PlanRules rules;
    rules.policy.forbid(ActionKind::Save);
    const auto allows = [&rules](const std::vector<core::ServerId>& servers, ActionKind kind) {
        return rulesOn(servers, rules).policy.allows(kind);
    };
    QVERIFY(allows({demo}, ActionKind::TurnOff));
    QVERIFY(!allows({demo}, ActionKind::Save)); // what policy forbids stays forbidden
    QVERIFY(!allows({office}, ActionKind::TurnOff));
    QVERIFY(!allows({demo, office}, ActionKind::TurnOff));
    QVERIFY(!allows({}, ActionKind::TurnOff));
    QVERIFY(allows({office}, ActionKind::Logoff));
    rules.policy.isReadOnly = true;
    QVERIFY(rulesOn({&demo, 1}, rules).policy.refusalOf(ActionKind::TurnOff) == PolicyRefusal::ReadOnly);
}

QTEST_APPLESS_MAIN(MachineRulesTest)
#include "MachineRulesTest.moc"
