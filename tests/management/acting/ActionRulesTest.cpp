// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionRules.h"

#include "core/StatusCode.h"
#include "management/seam/ErrorRules.h"
#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::management;
using core::ConnectState;
using support::makeSession;

namespace {

core::Result<MethodResult> returned(std::uint32_t value)
{
    return MethodResult{value, {}};
}

core::Result<MethodResult> lost(core::ErrorKind kind = core::ErrorKind::ConnectionLost)
{
    return core::failure(kind, {}, core::Delivery::MaybeSent);
}

Look found(const core::Session& session)
{
    return std::optional(session);
}

const Look nothing = std::nullopt;

} // namespace

class ActionRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    // ---- before the act

    void sameOccupantMayBeActedUpon()
    {
        const auto confirmed = makeSession("HV", 1, "anna", ConnectState::Active);
        QVERIFY(!decideBeforeAct(confirmed, found(confirmed)));
        QVERIFY(!decideBeforeAct(confirmed, found(makeSession("HV", 1, "ANNA", ConnectState::Disconnected))));
    }

    void anotherUserIsSkipped()
    {
        const auto confirmed = makeSession("HV", 1, "anna");
        const auto outcome = decideBeforeAct(confirmed, found(makeSession("HV", 1, "bert")));
        QVERIFY(outcome);
        QCOMPARE(outcome->kind, OutcomeKind::Skipped);
        QCOMPARE(outcome->skipReason, std::optional(SkipReason::UserChanged));
        QVERIFY(outcome->found);
        auto otherDomain = confirmed;
        otherDomain.domainName = core::SharedString("OTHER");
        QCOMPARE(decideBeforeAct(confirmed, found(otherDomain))->skipReason, std::optional(SkipReason::UserChanged));
    }

    void anotherMachineIsSkipped()
    {
        const auto confirmed = makeSession("HV", 1, "anna");
        auto moved = confirmed;
        moved.vmName = core::SharedString("VM-other");
        QCOMPARE(decideBeforeAct(confirmed, found(moved))->skipReason,
                 std::optional(SkipReason::VirtualMachineChanged));
    }

    void whatWasConfirmedAsUnusedMustNotBeInUse_data()
    {
        QTest::addColumn<uint>("confirmed");
        QTest::addColumn<uint>("now");
        QTest::addColumn<bool>("isSkipped");
        for (uint before = 0; before <= 9; ++before) {
            for (uint now = 0; now <= 9; ++now) {
                const bool wasUnused = before == 4 || before == 7 || before == 8;
                const bool isUsed = now == 0 || now == 1 || now == 3;
                QTest::addRow("%u then %u", before, now) << before << now << (wasUnused && isUsed);
            }
        }
    }

    void whatWasConfirmedAsUnusedMustNotBeInUse()
    {
        QFETCH(uint, confirmed);
        QFETCH(uint, now);
        QFETCH(bool, isSkipped);
        const auto outcome = decideBeforeAct(makeSession("HV", 1, "anna", static_cast<ConnectState>(confirmed)),
                                             found(makeSession("HV", 1, "anna", static_cast<ConnectState>(now))));
        QCOMPARE(outcome.has_value(), isSkipped);
        if (isSkipped)
            QCOMPARE(outcome->skipReason, std::optional(SkipReason::InUseAgain));
    }

    void nothingUnderTheKeyIsAlreadyGone()
    {
        QCOMPARE(decideBeforeAct(makeSession("HV", 1, "anna"), nothing)->kind, OutcomeKind::AlreadyGone);
    }

    void aReReadThatFailsDoesNothing()
    {
        const auto outcome = decideBeforeAct(makeSession("HV", 1, "anna"),
                                             core::failure(core::ErrorKind::TimedOut, {}, core::Delivery::MaybeSent));
        QCOMPARE(outcome->kind, OutcomeKind::Failed);
        QCOMPARE(decideBeforeAct(makeSession("HV", 1, "anna"), core::failure(core::ErrorKind::Cancelled))->kind,
                 OutcomeKind::Cancelled);
    }

    // ---- what a Get says

    void goneHoldsWhereTheInnerStatusDoesNotContradict()
    {
        core::StringPool pool;
        const auto key = makeSession("HV", 1, "anna").key;
        const auto look = [&](std::uint32_t code, std::uint32_t inner) {
            return lookFrom(core::failure(support::makeFault(code, inner)), key, pool);
        };
        QVERIFY(look(0x80338000, 0x80041002) == nothing);
        QVERIFY(look(0x80338000, 0) == nothing);
        QVERIFY(look(0x8033805B, 0) == nothing);
        QVERIFY(!look(0x80338000, 0x8004100E).has_value()); // the namespace is missing
        QVERIFY(!look(0x80041003, 0).has_value());
        QVERIFY(!lookFrom(core::failure(core::ErrorKind::HttpStatus), key, pool).has_value());
    }

    void anAnswerAboutAnotherSessionIsRefused()
    {
        core::StringPool pool;
        const auto asked = makeSession("HV", 1, "anna");
        const auto look = lookFrom(support::toInstance(makeSession("HV", 2, "anna")), asked.key, pool);
        QVERIFY(!look.has_value());
        QCOMPARE(look.error().kind, core::ErrorKind::Malformed);
        QVERIFY(lookFrom(support::toInstance(makeSession("hv", 1, "anna")), asked.key, pool).has_value());
    }

    // ---- what the method's answer means

    void answersOfALogoff_data()
    {
        QTest::addColumn<uint>("value");
        QTest::addColumn<int>("expectation"); // -1 = finished
        QTest::addColumn<int>("outcome");
        const auto looks = [](const char* what, uint value, Expectation expectation) {
            QTest::newRow(what) << value << static_cast<int>(expectation) << -1;
        };
        const auto ends = [](const char* what, uint value, OutcomeKind outcome) {
            QTest::newRow(what) << value << -1 << static_cast<int>(outcome);
        };
        looks("accepted", 0, Expectation::WillEnd);
        looks("close pending", 7007, Expectation::WillEnd);
        looks("no such session", 7022, Expectation::IsGone);
        looks("not found", 0x80041002, Expectation::IsGone);
        looks("timed out", 1460, Expectation::MayHaveRun);
        looks("call broke", 1726, Expectation::MayHaveRun);
        looks("busy", 7024, Expectation::MayHaveRun);
        looks("unheard of", 0xDEADBEEF, Expectation::MayHaveRun);
        ends("denied", 5, OutcomeKind::Failed);
        ends("a bad value", 87, OutcomeKind::Failed);
    }

    void answersOfALogoff()
    {
        QFETCH(uint, value);
        QFETCH(int, expectation);
        QFETCH(int, outcome);
        for (const ActionKind kind : {ActionKind::Logoff, ActionKind::Disconnect}) {
            const Decision decision = decideAfterInvoke(kind, returned(value));
            QCOMPARE(decision.expectation ? static_cast<int>(*decision.expectation) : -1, expectation);
            if (expectation < 0)
                QCOMPARE(static_cast<int>(decision.outcome.kind), outcome);
            QCOMPARE(decision.outcome.returnValue, std::optional(value));
        }
    }

    void aFaultIsLookedUpUnlessItsCodeProvesThatNothingWasDone_data()
    {
        QTest::addColumn<uint>("code");
        QTest::addColumn<uint>("inner");
        QTest::addColumn<bool>("isFailed");
        const auto row = [](const char* what, uint code, uint inner, bool isFailed) {
            QTest::newRow(what) << code << inner << isFailed;
        };
        row("denied", 0x80041003, 0, true);
        row("denied, inside", 0x80338000, 0x80041003, true);
        row("denied, wrapped", 0x80070005, 0, true);
        row("a bad value, wrapped", 0x80070057, 0, true);
        row("accepted", 0, 0, false);
        row("gone", 0x80338000, 0x80041002, false);
        row("signing out", 7007, 0, false);
        row("timed out", 0x80338029, 0, false);
        row("timed out, denied inside", 0x80338029, 0x80041003, false);
        row("denied, something else inside", 5, 0x80041004, false);
        row("denied, unheard of inside", 5, 0xDEADBEEF, false);
        row("unheard of", 0xDEADBEEF, 0, false);
        row("provider failure", 0x80041004, 0, false);
        row("out of memory", 0x80041006, 0, false);
        row("shutting down", 0x80041033, 0, false);
        row("cancelled", 0x80041032, 0, false);
        row("account locked", 1909, 0, false);
    }

    void aFaultIsLookedUpUnlessItsCodeProvesThatNothingWasDone()
    {
        QFETCH(uint, code);
        QFETCH(uint, inner);
        QFETCH(bool, isFailed);
        const auto fault = support::makeFault(code, inner);
        for (const ActionKind kind : {ActionKind::Logoff, ActionKind::Disconnect}) {
            const Decision decision = decideAfterInvoke(kind, core::failure(fault));
            QCOMPARE(decision.expectation, isFailed ? std::nullopt : std::optional(Expectation::MayHaveRun));
            if (isFailed)
                QCOMPARE(decision.outcome.kind, OutcomeKind::Failed);
        }
        const Decision message = decideAfterInvoke(ActionKind::Message, core::failure(fault));
        if (isGone(fault)) // nobody was there to read it: that can be seen
            QCOMPARE(message.expectation, std::optional(Expectation::IsGone));
        else
            QCOMPARE(message.outcome.kind, isFailed ? OutcomeKind::Failed : OutcomeKind::Unknown);
    }

    void aProofThatMayNotBeTheServersOwnIsDoubted()
    {
        auto fault = support::makeFault(0x80041003);
        fault.delivery = core::Delivery::MaybeSent; // the connection did not believe it
        QCOMPARE(decideAfterInvoke(ActionKind::Logoff, core::failure(fault)).expectation,
                 std::optional(Expectation::MayHaveRun));
    }

    void aLostAnswerIsLookedAtAndNeverFailed()
    {
        for (const auto error : {core::ErrorKind::ConnectionLost, core::ErrorKind::TimedOut, core::ErrorKind::Malformed,
                                 core::ErrorKind::HttpStatus, core::ErrorKind::Cancelled})
        {
            QCOMPARE(decideAfterInvoke(ActionKind::Logoff, lost(error)).expectation,
                     std::optional(Expectation::MayHaveRun));
            const Decision message = decideAfterInvoke(ActionKind::Message, lost(error));
            QVERIFY(!message.expectation);
            QCOMPARE(message.outcome.kind, OutcomeKind::Unknown);
        }
    }

    void whatWasNeverSentHasFailed()
    {
        const Decision decision =
            decideAfterInvoke(ActionKind::Logoff, core::failure(core::ErrorKind::ConnectionRefused));
        QVERIFY(!decision.expectation);
        QCOMPARE(decision.outcome.kind, OutcomeKind::Failed);
        QCOMPARE(decideAfterInvoke(ActionKind::Logoff, core::failure(core::ErrorKind::Cancelled)).outcome.kind,
                 OutcomeKind::Cancelled);
    }

    void anAcceptedMessageIsDoneAtOnce()
    {
        const Decision decision = decideAfterInvoke(ActionKind::Message, returned(0));
        QVERIFY(!decision.expectation);
        QCOMPARE(decision.outcome.kind, OutcomeKind::Done);
        QCOMPARE(decideAfterInvoke(ActionKind::Message, returned(7007)).outcome.kind, OutcomeKind::Failed);
        QCOMPARE(decideAfterInvoke(ActionKind::Message, returned(1460)).outcome.kind, OutcomeKind::Unknown);
    }

    // ---- what looking again means

    void looksAfterAnAct_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<int>("expectation");
        QTest::addColumn<QByteArray>("user"); // empty = nothing is there, "?" = no answer
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("isOver");
        QTest::addColumn<QByteArray>("outcome"); // empty = look again
        const auto row = [](const char* what, ActionKind action, Expectation expectation, const char* user,
                            ConnectState state, bool isOver, const char* outcome) {
            QTest::newRow(what) << static_cast<int>(action) << static_cast<int>(expectation) << QByteArray(user)
                                << static_cast<int>(state) << isOver << QByteArray(outcome);
        };
        using enum ActionKind;
        using enum Expectation;
        row("gone", Logoff, WillEnd, "", {}, false, "done");
        row("another user", Logoff, WillEnd, "bert", ConnectState::Active, false, "done");
        row("still there", Logoff, WillEnd, "anna", ConnectState::Active, false, "");
        row("still signing out", Logoff, WillEnd, "anna", ConnectState::Reset, false, "");
        row("patience over", Logoff, WillEnd, "anna", ConnectState::Reset, true, "still_signing_out");
        row("no look worked", Logoff, WillEnd, "?", {}, true, "unknown");
        row("look failed once", Logoff, WillEnd, "?", {}, false, "");
        row("said gone, is gone", Logoff, IsGone, "", {}, false, "already_gone");
        row("said gone, another", Logoff, IsGone, "bert", ConnectState::Active, false, "already_gone");
        row("said gone, is there", Logoff, IsGone, "anna", ConnectState::Active, false, "failed");
        row("lost, gone", Logoff, MayHaveRun, "", {}, false, "done");
        row("lost, there", Logoff, MayHaveRun, "anna", ConnectState::Active, false, "");
        row("lost, there to the end", Logoff, MayHaveRun, "anna", ConnectState::Active, true, "unknown");
        row("lost, signing out", Logoff, MayHaveRun, "anna", ConnectState::Reset, false, "");
        row("lost, no look", Logoff, MayHaveRun, "?", {}, true, "unknown");
        row("said gone, signing out", Logoff, IsGone, "anna", ConnectState::Reset, false, "");
        row("disconnected", Disconnect, WillEnd, "anna", ConnectState::Disconnected, false, "done");
        row("disconnect, gone", Disconnect, WillEnd, "", {}, false, "done");
        row("disconnect, active", Disconnect, WillEnd, "anna", ConnectState::Active, false, "");
        row("disconnect, lost but done", Disconnect, MayHaveRun, "anna", ConnectState::Disconnected, false, "done");
        row("disconnect, lost", Disconnect, MayHaveRun, "anna", ConnectState::Active, true, "unknown");
        row("message, gone", Message, IsGone, "", {}, false, "already_gone");
        row("message, said gone, is there", Message, IsGone, "anna", ConnectState::Active, false, "unknown");
    }

    void looksAfterAnAct()
    {
        QFETCH(int, action);
        QFETCH(int, expectation);
        QFETCH(QByteArray, user);
        QFETCH(int, state);
        QFETCH(bool, isOver);
        QFETCH(QByteArray, outcome);
        const auto before = makeSession("HV", 1, "anna", ConnectState::Active);
        Decision known;
        known.expectation = static_cast<Expectation>(expectation);
        Look look = nothing;
        if (user == "?")
            look = core::failure(core::ErrorKind::ConnectionLost);
        else if (!user.isEmpty())
            look = found(makeSession("HV", 1, user.toStdString(), static_cast<ConnectState>(state)));
        const Decision decision = decideAfterLook(static_cast<ActionKind>(action), known, before, look, isOver);
        QCOMPARE(decision.expectation.has_value(), outcome.isEmpty());
        if (!outcome.isEmpty())
            QCOMPARE(QByteArray(symbol(decision.outcome.kind)), outcome);
    }

    void signingOutAfterALostAnswerGetsTheTimeOfALogoff()
    {
        const auto before = makeSession("HV", 1, "anna", ConnectState::Active);
        const Decision known = decideAfterInvoke(ActionKind::Logoff, lost());
        const auto reset = found(makeSession("HV", 1, "anna", ConnectState::Reset));
        const Decision next = decideAfterLook(ActionKind::Logoff, known, before, reset, false);
        QCOMPARE(next.expectation, std::optional(Expectation::WillEnd));
        QCOMPARE(decideAfterLook(ActionKind::Logoff, next, before, reset, true).outcome.kind,
                 OutcomeKind::StillSigningOut);
    }

    void aValueThatSaysFailedIsBelievedOnceALookHasShownNothingElse_data()
    {
        QTest::addColumn<uint>("value");
        QTest::addColumn<QByteArray>("untouched");
        for (const core::StatusCode& code : core::knownStatusCodes()) {
            if (code.meaning == core::StatusMeaning::Failed && !core::provesNotDone(code.value))
                QTest::addRow("%s", code.symbol.data()) << code.value << QByteArray("failed");
            else if (code.meaning == core::StatusMeaning::Unknown)
                QTest::addRow("%s", code.symbol.data()) << code.value << QByteArray("unknown");
        }
        QTest::newRow("unheard of") << 995U << QByteArray("failed");
    }

    void aValueThatSaysFailedIsBelievedOnceALookHasShownNothingElse()
    {
        QFETCH(uint, value);
        QFETCH(QByteArray, untouched);
        const auto before = makeSession("HV", 1, "anna", ConnectState::Active);
        const Decision known = decideAfterInvoke(ActionKind::Logoff, returned(value));
        QCOMPARE(known.expectation, std::optional(Expectation::MayHaveRun));
        QCOMPARE(decideWithoutLook(known).kind, OutcomeKind::Unknown);
        QCOMPARE(decideAfterLook(ActionKind::Logoff, known, before, nothing, false).outcome.kind, OutcomeKind::Done);
        const Decision seen = decideAfterLook(ActionKind::Logoff, known, before, found(before), false);
        QCOMPARE(seen.expectation, known.expectation);
        QCOMPARE(QByteArray(symbol(decideWithoutLook(seen).kind)), untouched);
        const Decision last = decideAfterLook(ActionKind::Logoff, seen, before, found(before), true);
        QCOMPARE(QByteArray(symbol(last.outcome.kind)), untouched);
        QCOMPARE(last.outcome.returnValue, std::optional(value));
    }

    void aSessionThatWasSigningOutBeforeProvesNothing()
    {
        const auto before = makeSession("HV", 1, "anna", ConnectState::Reset);
        const Decision known = decideAfterInvoke(ActionKind::Logoff, lost());
        QCOMPARE(decideAfterLook(ActionKind::Logoff, known, before, found(before), true).outcome.kind,
                 OutcomeKind::Unknown);
    }

    void aDisconnectProvesNothingIfNobodyWasConnected()
    {
        const auto before = makeSession("HV", 1, "anna", ConnectState::Disconnected);
        const Decision known = decideAfterInvoke(ActionKind::Disconnect, lost());
        QCOMPARE(decideAfterLook(ActionKind::Disconnect, known, before, found(before), true).outcome.kind,
                 OutcomeKind::Unknown);
    }

    void withoutALookTheOutcomeSaysWhatIsKnown()
    {
        QCOMPARE(decideWithoutLook(decideAfterInvoke(ActionKind::Logoff, returned(0))).kind,
                 OutcomeKind::StillSigningOut);
        QCOMPARE(decideWithoutLook(decideAfterInvoke(ActionKind::Logoff, lost())).kind, OutcomeKind::Unknown);
        QCOMPARE(decideWithoutLook(decideAfterInvoke(ActionKind::Logoff, returned(7022))).kind, OutcomeKind::Unknown);
    }
};

QTEST_APPLESS_MAIN(ActionRulesTest)
#include "ActionRulesTest.moc"
