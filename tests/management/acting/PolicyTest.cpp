// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionPlan.h"

#include <QTest>

using namespace deskwarden;
using management::ActionKind;
using management::LeftOutReason;
using management::Policy;
using management::PolicyRefusal;

/// What policy forbids, and whom it protects.
class PolicyTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyProgramsOfBothPoliciesMayTakeOver()
    {
        Policy left;
        Policy right;
        left.handOffs = {"ping", "SSH = ssh {vm}"};
        QCOMPARE(stricter(left, right), left);
        QCOMPARE(stricter(right, left).handOffs, left.handOffs);
        right.handOffs = {"ping"};
        QCOMPARE(stricter(left, right).handOffs, right.handOffs);
        QVERIFY(!stricter(left, right).forbidsHandOffs);
        right.handOffs = {"remote-desktop"};
        QVERIFY(stricter(left, right).forbidsHandOffs); // an empty list would allow all
        right.forbidsHandOffs = true;
        QVERIFY(stricter({}, right).forbidsHandOffs && stricter(right, {}).forbidsHandOffs);
    }
    void theDefaultAllowsEverything();
    void readOnlyForbidsEveryAction();
    void eachActionIsForbiddenAlone();
    void aLargePlanNeedsFewerSessions();
    void aReasonOfSpacesIsNone();
    void aReasonFitsEveryPatternOrIsMissing_data();
    void aReasonFitsEveryPatternOrIsMissing();
    void onlyListedTransportsServe();
    void patternsFitWholeTexts_data();
    void patternsFitWholeTexts();
    void protectedPeopleAreLeftOut();
    void protectedPeopleStillGetMessages();
    void theOperatorsOwnSessionIsLeftOut_data();
    void theOperatorsOwnSessionIsLeftOut();
};

namespace {

core::Session session(const char* user, const char* domain = "CONTOSO", const char* host = "HV-1")
{
    core::Session result;
    result.key.vmHostName = core::SharedString(host);
    result.userName = core::SharedString(user);
    if (domain)
        result.domainName = core::SharedString(domain);
    result.state = core::ConnectState::Disconnected;
    return result;
}

management::Action logoff()
{
    return {};
}

std::optional<LeftOutReason> reasonOf(const core::Session& one, const management::PlanRules& rules)
{
    const std::vector chosen{one};
    const auto plan = management::planFor(logoff(), chosen, rules);
    return plan.leftOut.empty() ? std::nullopt : std::optional(plan.leftOut.front().reason);
}

} // namespace

void PolicyTest::theDefaultAllowsEverything()
{
    const Policy policy;
    QVERIFY(!policy.refusalOf(ActionKind::Logoff, 1'000'000, ""));
    QVERIFY(!policy.refusalOf(core::Transport::WsmanHttp));
}

void PolicyTest::readOnlyForbidsEveryAction()
{
    Policy policy;
    policy.isReadOnly = true;
    for (const auto kind : {ActionKind::Logoff, ActionKind::Disconnect, ActionKind::Message})
        QVERIFY(policy.refusalOf(kind) == PolicyRefusal::ReadOnly);
}

void PolicyTest::eachActionIsForbiddenAlone()
{
    Policy policy;
    policy.forbid(ActionKind::Logoff);
    QVERIFY(policy.refusalOf(ActionKind::Logoff) == PolicyRefusal::ActionForbidden);
    QVERIFY(!policy.refusalOf(ActionKind::Disconnect));
    QVERIFY(!policy.refusalOf(ActionKind::Message));
}

void PolicyTest::aLargePlanNeedsFewerSessions()
{
    Policy policy;
    policy.largestPlan = 2;
    QVERIFY(!policy.refusalOf(ActionKind::Logoff, 2, ""));
    QVERIFY(policy.refusalOf(ActionKind::Logoff, 3, "") == PolicyRefusal::PlanTooLarge);
}

void PolicyTest::aReasonOfSpacesIsNone()
{
    Policy policy;
    policy.requiresReason = true;
    QVERIFY(policy.refusalOf(ActionKind::Logoff, 1, " \t\n") == PolicyRefusal::ReasonMissing);
    QVERIFY(!policy.refusalOf(ActionKind::Logoff, 1, "INC-1"));
}

void PolicyTest::aReasonFitsEveryPatternOrIsMissing_data()
{
    QTest::addColumn<std::string>("pattern");
    QTest::addColumn<std::string>("reason");
    QTest::addColumn<bool>("isFit");
    const auto row = [](const char* name, const char* pattern, const char* reason, bool isFit) {
        QTest::newRow(name) << std::string(pattern) << std::string(reason) << isFit;
    };
    row("the ticket", "INC-####", "INC-4802", true);
    row("in small letters, with blanks around", "INC-####", " inc-4802\n", true);
    row("a digit is missing", "INC-####", "INC-480", false);
    row("a letter for a digit", "INC-####", "INC-48O2", false);
    row("more behind it", "INC-####", "INC-4802: asked for it", false);
    row("more behind it, allowed", "INC-####*", "INC-4802: asked for it", true);
    row("a star alone", "*", "because", true);
    row("digits anywhere", "*#*", "see 7", true);
    row("no digit anywhere", "*#*", "see seven", false);
    row("letters beyond ASCII", "заявка-##", "заявка-17", true);
    row("none at all", "INC-####", "", true);
    row("only blanks", "INC-####", " \t", true);
}

void PolicyTest::aReasonFitsEveryPatternOrIsMissing()
{
    QFETCH(std::string, pattern);
    QFETCH(std::string, reason);
    QFETCH(bool, isFit);
    Policy policy;
    policy.ticketPatterns = {"*", pattern};
    const std::optional<PolicyRefusal> wanted = isFit ? std::nullopt : std::optional(PolicyRefusal::ReasonUnfit);
    QVERIFY(policy.refusalOf(reason) == wanted);
    QVERIFY(policy.refusalOf(ActionKind::Message, 1, reason) == wanted);
    QVERIFY(!policy.refusalOf(ActionKind::Message, std::size_t{1}));
}

void PolicyTest::onlyListedTransportsServe()
{
    Policy policy;
    policy.transports = {core::Transport::WsmanHttps};
    QVERIFY(!policy.refusalOf(core::Transport::WsmanHttps));
    QVERIFY(!policy.refusalOf(core::Transport::Demo));
    QVERIFY(policy.refusalOf(core::Transport::WsmanHttp) == PolicyRefusal::TransportForbidden);
}

void PolicyTest::patternsFitWholeTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("fits");
    QTest::newRow("same") << QByteArray("anna") << QByteArray("ANNA") << true;
    QTest::newRow("part") << QByteArray("annabel") << QByteArray("anna") << false;
    QTest::newRow("start") << QByteArray("annabel") << QByteArray("anna*") << true;
    QTest::newRow("middle") << QByteArray("hv-12-east") << QByteArray("HV*EAST") << true;
    QTest::newRow("greedy") << QByteArray("aXbXb") << QByteArray("a*b") << true;
    QTest::newRow("no end") << QByteArray("aXc") << QByteArray("a*b") << false;
    QTest::newRow("all") << QByteArray("") << QByteArray("*") << true;
    QTest::newRow("nothing") << QByteArray("a") << QByteArray("") << false;
}

void PolicyTest::patternsFitWholeTexts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pattern);
    QFETCH(bool, fits);
    QCOMPARE(management::fitsPattern(text.toStdString(), pattern.toStdString()), fits);
}

void PolicyTest::protectedPeopleAreLeftOut()
{
    management::PlanRules rules;
    rules.policy.protectedAccounts = {"CONTOSO\\vip*", "admin"};
    rules.policy.protectedHosts = {"HV-9*"};
    QVERIFY(reasonOf(session("vip1"), rules) == LeftOutReason::ProtectedAccount);
    QVERIFY(!reasonOf(session("vip1", "FABRIKAM"), rules));
    QVERIFY(reasonOf(session("Admin", "FABRIKAM"), rules) == LeftOutReason::ProtectedAccount);
    QVERIFY(reasonOf(session("anna", "CONTOSO", "hv-99"), rules) == LeftOutReason::ProtectedHost);
    QVERIFY(!reasonOf(session("anna"), rules));
}

void PolicyTest::protectedPeopleStillGetMessages()
{
    management::PlanRules rules;
    rules.policy.protectedAccounts = {"*"};
    management::Action message;
    message.kind = ActionKind::Message;
    const std::vector chosen{session("anna")};
    QCOMPARE(management::planFor(message, chosen, rules).sessions.size(), std::size_t{1});
}

void PolicyTest::theOperatorsOwnSessionIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<bool>("isLeftOut");
    QTest::newRow("same domain") << QByteArray("contoso\\ANNA") << true;
    QTest::newRow("other domain") << QByteArray("FABRIKAM\\anna") << false;
    QTest::newRow("domain not known here") << QByteArray("anna") << true;
    QTest::newRow("somebody else") << QByteArray("CONTOSO\\ann") << false;
    QTest::newRow("not known") << QByteArray() << false;
}

void PolicyTest::theOperatorsOwnSessionIsLeftOut()
{
    QFETCH(QByteArray, own);
    QFETCH(bool, isLeftOut);
    management::PlanRules rules;
    rules.ownAccounts = {own.toStdString()};
    QCOMPARE(reasonOf(session("anna"), rules) == LeftOutReason::OwnSession, isLeftOut);
}

QTEST_APPLESS_MAIN(PolicyTest)
#include "PolicyTest.moc"
