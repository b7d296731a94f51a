// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/OpenActs.h"
#include "management/Policy.h"

#include <QTest>

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
class TestOpenActs final : public QObject
{
    Q_OBJECT

private slots:
    void looksSayNoMoreThanTheyCan_data();
    void looksSayNoMoreThanTheyCan();
    void twoPoliciesAllowWhatBothAllow();
    void excludingTransportsLeaveNone();
    void automaticKeepsToWhatPolicyLeaves();
};

void TestOpenActs::looksSayNoMoreThanTheyCan_data()
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

void TestOpenActs::looksSayNoMoreThanTheyCan()
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

void TestOpenActs::twoPoliciesAllowWhatBothAllow()
{
    management::Policy left;
    left.allowsLogoff = false;
    left.largestPlan = 50;
    left.protectedAccounts = {"svc*"};
    management::Policy right;
    right.requiresReason = true;
    right.largestPlan = 20;
    right.protectedHosts = {"HV09"};
    right.problem = "broken";
    for (const auto& both : {management::stricter(left, right), management::stricter(right, left)}) {
        QVERIFY(!both.allowsLogoff);
        QVERIFY(both.allowsDisconnect);
        QVERIFY(both.requiresReason);
        QCOMPARE(both.largestPlan, std::size_t{20});
        QCOMPARE(both.protectedAccounts, left.protectedAccounts);
        QCOMPARE(both.protectedHosts, right.protectedHosts);
        QCOMPARE(both.problem, right.problem);
    }
    QCOMPARE(management::stricter(left, {}), left);
}

void TestOpenActs::excludingTransportsLeaveNone()
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

void TestOpenActs::automaticKeepsToWhatPolicyLeaves()
{
    using core::Transport;
    management::Policy policy;
    QCOMPARE(management::narrowed(Transport::Automatic, policy), Transport::Automatic);
    policy.transports = {Transport::WsmanHttps};
    QCOMPARE(management::narrowed(Transport::Automatic, policy), Transport::WsmanHttps);
    QVERIFY(!policy.refusalOf(Transport::Automatic).has_value());
    QCOMPARE(management::narrowed(Transport::WsmanHttp, policy), Transport::WsmanHttp);
    policy.transports = {Transport::Dcom};
    QVERIFY(policy.refusalOf(Transport::Automatic).has_value());
}

QTEST_GUILESS_MAIN(TestOpenActs)
#include "TestOpenActs.moc"
