// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/OpenActs.h"
#include "management/Policy.h"

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
class TestOpenActs final : public QObject
{
    Q_OBJECT

private slots:
    void looksSayNoMoreThanTheyCan_data();
    void looksSayNoMoreThanTheyCan();
    void twoPoliciesAllowWhatBothAllow();
    void excludingTransportsLeaveNone();
    void aBareNameIsTriedByTheAllowedWaysOnly();
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

void TestOpenActs::aBareNameIsTriedByTheAllowedWaysOnly()
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

QTEST_GUILESS_MAIN(TestOpenActs)
#include "TestOpenActs.moc"
