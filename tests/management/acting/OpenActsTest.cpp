// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/OpenActs.h"

#include "management/acting/Policy.h"
#include "support/FakeConnection.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace deskwarden;
using core::ConnectState;
using management::ActionKind;
using management::OutcomeKind;

namespace {

core::Session session(const char* user, ConnectState state)
{
    core::Session result;
    result.key = {core::ServerId{core::SharedString("https://broker")}, core::SharedString("HV01"), 7};
    result.userName = core::SharedString(user);
    result.domainName = core::SharedString("CONTOSO");
    result.vmName = core::SharedString("VM-7");
    result.state = state;
    return result;
}

} // namespace

/// What looking can say about an act that a killed program has left open, and what two policies allow together.
class OpenActsTest final : public QObject
{
    Q_OBJECT

private slots:
    void looksSayNoMoreThanTheyCan_data();
    void looksSayNoMoreThanTheyCan();
    void goneIsBelievedOfANamespaceThatAnswers_data();
    void goneIsBelievedOfANamespaceThatAnswers();
    void twoPoliciesAllowWhatBothAllow();
    void excludingTransportsLeaveNone();
    void aBareNameIsTriedByTheAllowedWaysOnly();
};

void OpenActsTest::looksSayNoMoreThanTheyCan_data()
{
    QTest::addColumn<ActionKind>("kind");
    QTest::addColumn<QString>("user"); // empty = nothing is found
    QTest::addColumn<int>("state");
    QTest::addColumn<OutcomeKind>("outcome");
    const auto row = [](const char* name, ActionKind kind, const char* user, ConnectState state, OutcomeKind outcome) {
        QTest::newRow(name) << kind << QString::fromLatin1(user) << static_cast<int>(state) << outcome;
    };
    using enum ConnectState;
    row("logoff, gone", ActionKind::Logoff, "", Active, OutcomeKind::Done);
    row("logoff, somebody else", ActionKind::Logoff, "boris", Active, OutcomeKind::Done);
    row("logoff, still there", ActionKind::Logoff, "Anna", Active, OutcomeKind::Unknown);
    row("logoff, signing out", ActionKind::Logoff, "anna", Reset, OutcomeKind::Unknown);
    row("disconnect, gone", ActionKind::Disconnect, "", Active, OutcomeKind::Done);
    row("disconnect, disconnected", ActionKind::Disconnect, "anna", Disconnected, OutcomeKind::Unknown);
    row("message, gone", ActionKind::Message, "", Active, OutcomeKind::Unknown);
    row("message, still there", ActionKind::Message, "anna", Active, OutcomeKind::Unknown);
}

void OpenActsTest::looksSayNoMoreThanTheyCan()
{
    QFETCH(const ActionKind, kind);
    QFETCH(const QString, user);
    QFETCH(const int, state);
    QFETCH(const OutcomeKind, outcome);
    std::optional<core::Session> found;
    if (!user.isEmpty())
        found = session(user.toUtf8().constData(), static_cast<ConnectState>(state));
    const auto decided = management::decideAfterCrash(kind, session("anna", ConnectState::Active), found);
    QCOMPARE(decided.kind, outcome);
    QCOMPARE(decided.found, found);
}

void OpenActsTest::goneIsBelievedOfANamespaceThatAnswers_data()
{
    QTest::addColumn<ActionKind>("kind");
    QTest::addColumn<int>("sessions"); // in the list; -1: it fails
    QTest::addColumn<quint32>("code");
    QTest::addColumn<quint32>("inner");
    QTest::addColumn<OutcomeKind>("outcome");
    for (const ActionKind kind : {ActionKind::Logoff, ActionKind::Disconnect, ActionKind::Message}) {
        const bool isMessage = kind == ActionKind::Message;
        const auto row = [&](const char* name, int sessions, quint32 code, quint32 inner, OutcomeKind outcome) {
            QTest::addRow("%s, %s", management::symbol(kind), name)
                << kind << sessions << code << inner << (isMessage ? OutcomeKind::Unknown : outcome);
        };
        row("others are listed", 3, 0, 0, OutcomeKind::Done);
        row("nobody is left", 0, 0, 0, OutcomeKind::Done);
        row("resource not found", -1, 0x80338000, 0, OutcomeKind::Unknown);
        row("no such namespace", -1, 0x80338000, 0x8004100E, OutcomeKind::Unknown);
        row("no such class", -1, 0x8033801A, 0x80041010, OutcomeKind::Unknown);
        row("access denied", -1, 5, 0x80041003, OutcomeKind::Unknown);
    }
}

/// A wrong namespace answers a Get with "not found", too.
void OpenActsTest::goneIsBelievedOfANamespaceThatAnswers()
{
    QFETCH(const ActionKind, kind);
    QFETCH(const int, sessions);
    QFETCH(const quint32, code);
    QFETCH(const quint32, inner);
    QFETCH(const OutcomeKind, outcome);
    support::FakeBroker broker;
    for (int id = 1; id <= sessions; ++id)
        broker.put(support::makeSession("HV09", static_cast<std::uint32_t>(id), "boris"));
    if (sessions < 0) {
        broker.hooks.enumerate = [&](const management::Query&, const management::BatchSink&,
                                     const management::CallContext&) {
            return std::optional<core::Result<management::EnumerationEnd>>(
                core::failure(support::makeFault(code, inner)));
        };
    }
    const auto connection = broker.connector()().value();
    management::OpenActs acts(*connection, std::string(core::rdmsNamespace));
    for (int round = 0; round < 2; ++round) {
        const auto found = acts.lookUp(kind, session("anna", ConnectState::Active), {});
        QVERIFY(found.has_value());
        QCOMPARE(found->kind, outcome);
        QCOMPARE(found->error.has_value(), sessions < 0 && kind != ActionKind::Message);
    }
    const std::size_t proofs = sessions < 0 ? 2 : 1; // one that succeeds is enough
    QCOMPARE(broker.lists(), kind == ActionKind::Message ? 0 : proofs);
}

void OpenActsTest::twoPoliciesAllowWhatBothAllow()
{
    management::Policy left;
    left.forbid(ActionKind::Logoff);
    left.largestPlan = 50;
    left.typeNumberFrom = 5;
    left.ticketPatterns = {"INC*"};
    left.protectedAccounts = {"svc*"};
    left.updateAddress = "https://a.example/";
    management::Policy right;
    right.requiresReason = true;
    right.largestPlan = 20;
    right.ticketPatterns = {"*#"};
    right.protectedHosts = {"HV09"};
    right.problem = "broken";
    for (const auto& both : {management::stricter(left, right), management::stricter(right, left)}) {
        QVERIFY(!both.allows(ActionKind::Logoff));
        QVERIFY(both.allows(ActionKind::Disconnect));
        QVERIFY(both.requiresReason);
        QCOMPARE(both.largestPlan, std::size_t{20});
        QCOMPARE(both.typeNumberFrom, std::size_t{5});
        QVERIFY(!both.refusalOf("INC-1") && both.refusalOf("INC") && both.refusalOf("1"));
        QCOMPARE(both.protectedAccounts, left.protectedAccounts);
        QCOMPARE(both.protectedHosts, right.protectedHosts);
        QCOMPARE(both.problem, right.problem);
        QCOMPARE(both.updateAddress, left.updateAddress);
        QVERIFY(!both.forbidsUpdateCheck);
    }
    right.updateAddress = "https://b.example/";
    QVERIFY(management::stricter(left, right).forbidsUpdateCheck &&
            management::stricter(right, left).forbidsUpdateCheck);
    QCOMPARE(management::stricter(left, {}), left);
}

void OpenActsTest::excludingTransportsLeaveNone()
{
    management::Policy https;
    https.transports = {core::Transport::WsmanHttps};
    management::Policy http;
    http.transports = {core::Transport::WsmanHttp};
    const auto both = management::stricter(https, http);
    for (const auto transport :
         {core::Transport::WsmanHttps, core::Transport::WsmanHttp, core::Transport::Dcom, core::Transport::Automatic})
        QVERIFY(both.refusalOf(transport).has_value());
}

void OpenActsTest::aBareNameIsTriedByTheAllowedWaysOnly()
{
    using core::Transport;
    constexpr std::array named{Transport::WsmanHttps, Transport::WsmanHttp, Transport::Dcom};
#ifdef _WIN32
    constexpr std::size_t waysHere = 3;
#else
    constexpr std::size_t waysHere = 2;
#endif
    for (unsigned listed = 0; listed < 8; ++listed) { // every list of transports; the empty one allows all
        management::Policy policy;
        std::vector<Transport> expected;
        for (std::size_t index = 0; index < named.size(); ++index) {
            if ((listed & (1U << index)) != 0)
                policy.transports.push_back(named.at(index));
            if (index < waysHere && (listed == 0 || (listed & (1U << index)) != 0))
                expected.push_back(named.at(index));
        }
        std::ranges::reverse(policy.transports); // the order of the list means nothing
        QCOMPARE(management::allowedWays(Transport::Automatic, policy), expected);
        QCOMPARE(policy.refusalOf(Transport::Automatic).has_value(), expected.empty());
        for (const Transport one : named) {
            const bool isAllowed = listed == 0 || std::ranges::find(policy.transports, one) != policy.transports.end();
            QCOMPARE(management::allowedWays(one, policy), isAllowed ? std::vector{one} : std::vector<Transport>{});
            QCOMPARE(policy.refusalOf(one).has_value(), !isAllowed);
        }
        QCOMPARE(management::allowedWays(Transport::Demo, policy), std::vector{Transport::Demo});
    }
}

QTEST_GUILESS_MAIN(OpenActsTest)
#include "OpenActsTest.moc"
