// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/Texts.h"

#include "core/StatusCode.h"
#include "models/texts/CodeTexts.h"
#include "support/Enumerators.h"
#include "support/Sessions.h"

#include <QLocale>
#include <QTest>

#include <set>
#include <string>

using namespace deskwarden;
using namespace deskwarden::models;
using tests::session;

class TextsTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyKnownCodeHasItsTexts();
    void aWrappedCodeIsWordedAsTheCodeInIt();
    void anUnknownCodeIsShownAsItIs();
    void everyErrorSaysWhatHappened();
    void everyReasonHasASentenceOfItsOwn();
    void aRefusedActOnMachinesSpeaksOfMachines();
    void everyOutcomeIsWorded();
    void aDeniedActTellsListingFromLoggingOff();
    void aSkipNamesWhatWasConfirmedAndWhatWasFound();
    void aSkipWithoutADifferenceTellsTheReasonAlone();
    void aLostAnswerIsNotCalledAFailure();
    void anAnswerThatSaysGoneIsNotRepeatedOverASessionThatIsThere();
    void aMethodThatDoesNotKnowIsToldWithItsWords();
    void hostileTextIsShownEscaped_data();
    void hostileTextIsShownEscaped();
    void longTextIsCutWithAnEllipsis();
    void theTimeInAStateIsALowerBoundUntilAChangeWasSeen();
    void theConfirmationNamesWhoIsHit();
    void largeNumbersAreGroupedAsTheLocaleDoes();
    void oneUserIsNotSeveral();
    void anotherActiveBrokerIsAdvised_data();
    void anotherActiveBrokerIsAdvised();
    void unknownStatesShowTheirNumber();
};

void TextsTest::everyKnownCodeHasItsTexts()
{
    for (const core::StatusCode& code : core::knownStatusCodes()) {
        const CodeText* const text = findCodeText(code.value);
        QVERIFY2(text != nullptr, core::hexText(code.value).c_str());
        QVERIFY(QString::fromUtf8(text->meaning).endsWith(u'.'));
        QVERIFY(*text->nextStep != '\0');
        QVERIFY(!codeMeaning(code.value).isEmpty());
    }
    // and the other way round: no text for a code that the core does not know
    std::set<std::uint32_t> known;
    for (const core::StatusCode& code : core::knownStatusCodes())
        known.insert(code.value);
    for (const CodeText& text : allCodeTexts())
        QVERIFY2(known.contains(text.value), core::hexText(text.value).c_str());
    QCOMPARE(allCodeTexts().size(), core::knownStatusCodes().size());
}

void TextsTest::aWrappedCodeIsWordedAsTheCodeInIt()
{
    QCOMPARE(codeMeaning(0x80070035), codeMeaning(53));
    QVERIFY(codeText(0x80070035).contains(QStringLiteral("0x80070035 ERROR_BAD_NETPATH")));
}

void TextsTest::anUnknownCodeIsShownAsItIs()
{
    QCOMPARE(codeText(123456789), QStringLiteral("123456789 (0x075BCD15)"));
    QVERIFY(codeMeaning(123456789).contains(QStringLiteral("not documented")));
    QCOMPARE(codeText(5), QStringLiteral("5 (0x00000005 ERROR_ACCESS_DENIED)"));
}

void TextsTest::everyErrorSaysWhatHappened()
{
    std::set<QString> sentences;
    const auto last = static_cast<int>(core::ErrorKind::OutOfResources);
    for (int kind = 0; kind <= last; ++kind) {
        core::ManagementError error;
        error.kind = static_cast<core::ErrorKind>(kind);
        error.code = error.kind == core::ErrorKind::Fault ? 0x80041003 : 0;
        const Sentence sentence = describe(error);
        QVERIFY2(sentence.what.endsWith(u'.'), core::symbol(error.kind));
        QVERIFY2(!sentence.nextStep.isEmpty() || error.isCancelled(), core::symbol(error.kind));
        QVERIFY2(sentences.insert(sentence.what).second, core::symbol(error.kind));
    }
}

void TextsTest::everyReasonHasASentenceOfItsOwn()
{
    std::set<QString> sentences;
    const auto isWorded = [&sentences](core::ErrorKind kind, core::ErrorReason reason) {
        core::ManagementError error;
        error.kind = kind;
        error.reason = reason;
        error.code = 12;
        error.detail = "some.file";
        const Sentence sentence = describe(error);
        return sentence.what.endsWith(u'.') && !sentence.what.contains(u'%') && sentences.insert(sentence.what).second;
    };
    for (const core::InputProblem problem : support::enumerators<core::InputProblem>())
        QVERIFY2(isWorded(core::ErrorKind::InvalidInput, problem), std::to_string(static_cast<int>(problem)).c_str());
    for (const core::TlsProblem problem : support::enumerators<core::TlsProblem>())
        QVERIFY2(isWorded(core::ErrorKind::TlsFailed, problem), std::to_string(static_cast<int>(problem)).c_str());
    for (const core::PolicyRefusal refusal : support::enumerators<core::PolicyRefusal>())
        QVERIFY2(isWorded(core::ErrorKind::PolicyRefused, refusal), std::to_string(static_cast<int>(refusal)).c_str());
}

void TextsTest::aRefusedActOnMachinesSpeaksOfMachines()
{
    using namespace management;
    Policy policy;
    policy.largestPlan = 5;
    const auto said = [&policy](PolicyRefusal refusal, ActionKind kind) {
        return describe(refusal, policy, kind).joined();
    };
    QVERIFY(said(PolicyRefusal::PlanTooLarge, ActionKind::Save).contains(QStringLiteral("machines")));
    QVERIFY(said(PolicyRefusal::PlanTooLarge, ActionKind::Logoff).contains(QStringLiteral("sessions")));
    QVERIFY(said(PolicyRefusal::ActionForbidden, ActionKind::Save).contains(QStringLiteral("names them")));
    policy.namedActions.set();
    policy.forbid(ActionKind::Save);
    QVERIFY(!said(PolicyRefusal::ActionForbidden, ActionKind::Save).contains(QStringLiteral("names them")));
}

void TextsTest::everyOutcomeIsWorded()
{
    using namespace management;
    for (int kind = 0; kind <= static_cast<int>(OutcomeKind::Cancelled); ++kind) {
        for (const ActionKind action : {ActionKind::Logoff, ActionKind::Disconnect, ActionKind::Message}) {
            Outcome outcome;
            outcome.kind = static_cast<OutcomeKind>(kind);
            QVERIFY(describe(outcome, action, {}).what.endsWith(u'.'));
            QVERIFY(!outcomeName(outcome.kind).isEmpty());
        }
    }
}

void TextsTest::aDeniedActTellsListingFromLoggingOff()
{
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Failed;
    outcome.returnValue = 5;
    core::Session confirmed;
    confirmed.key.vmHostName = core::SharedString("RDVH-07.example.test");
    const Sentence sentence = describe(outcome, management::ActionKind::Logoff, confirmed);
    QCOMPARE(sentence.what, QStringLiteral("You may list sessions on the broker, but not log off on VM host "
                                           "RDVH-07.example.test."));
    for (const auto action : {management::ActionKind::Disconnect, management::ActionKind::Message})
        QVERIFY(describe(outcome, action, confirmed).what.contains(QStringLiteral("on VM host RDVH-07.example.test.")));
    QVERIFY(sentence.nextStep.contains(QStringLiteral("administrator")));
}

void TextsTest::aSkipNamesWhatWasConfirmedAndWhatWasFound()
{
    core::Session confirmed;
    confirmed.domainName = core::SharedString("CORP");
    confirmed.userName = core::SharedString("anna %2");
    confirmed.vmName = core::SharedString("VDI-1");
    confirmed.state = core::ConnectState::Disconnected;
    core::Session found = confirmed;
    found.userName = core::SharedString("<b>ben</b>");
    found.vmName = core::SharedString("VDI-2");
    found.state = core::ConnectState::Active;
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Skipped;
    outcome.found = found;
    const auto said = [&] { return describe(outcome, management::ActionKind::Logoff, confirmed).what; };
    outcome.skipReason = management::SkipReason::UserChanged;
    QCOMPARE(said(), QStringLiteral("Nothing was done: CORP\\<b>ben</b> has this session now, not CORP\\anna %2."));
    outcome.skipReason = management::SkipReason::VirtualMachineChanged;
    QCOMPARE(said(), QStringLiteral("Nothing was done: the session is now on virtual machine VDI-2, not on VDI-1."));
    outcome.skipReason = management::SkipReason::InUseAgain;
    QCOMPARE(said(), QStringLiteral("Nothing was done: the user has come back and is working again (Active, was "
                                    "Disconnected)."));
}

void TextsTest::aSkipWithoutADifferenceTellsTheReasonAlone()
{
    // So it is with --expect-user: the list itself showed somebody else.
    core::Session session;
    session.userName = core::SharedString("anna");
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Skipped;
    outcome.skipReason = management::SkipReason::UserChanged;
    const Sentence alone = describe(management::SkipReason::UserChanged);
    QCOMPARE(describe(outcome, management::ActionKind::Logoff, session).what, alone.what);
    outcome.found = session;
    QCOMPARE(describe(outcome, management::ActionKind::Logoff, session).what, alone.what);
}

void TextsTest::aLostAnswerIsNotCalledAFailure()
{
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Unknown;
    outcome.error = core::ManagementError{};
    outcome.error->kind = core::ErrorKind::ConnectionLost;
    outcome.error->delivery = core::Delivery::MaybeSent;
    const Sentence sentence = describe(outcome, management::ActionKind::Logoff, {});
    QVERIFY(sentence.what.startsWith(QStringLiteral("Whether it was done is not known.")));
    QCOMPARE(sentence.nextStep, QStringLiteral("Refresh before trying again."));
}

void TextsTest::anAnswerThatSaysGoneIsNotRepeatedOverASessionThatIsThere()
{
    management::Outcome outcome;
    outcome.found = core::Session{};
    for (const auto kind : {management::OutcomeKind::Failed, management::OutcomeKind::Unknown}) {
        outcome.kind = kind;
        outcome.returnValue = 7022;
        outcome.error.reset();
        QVERIFY(describe(outcome, management::ActionKind::Logoff, {}).what.contains(QStringLiteral("still there")));
        outcome.returnValue.reset();
        outcome.error = core::ManagementError{};
        outcome.error->kind = core::ErrorKind::Fault;
        outcome.error->code = 0x80041002;
        QVERIFY(describe(outcome, management::ActionKind::Logoff, {}).what.contains(QStringLiteral("still there")));
    }
}

void TextsTest::aMethodThatDoesNotKnowIsToldWithItsWords()
{
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Unknown;
    outcome.returnValue = 1726;
    const Sentence sentence = describe(outcome, management::ActionKind::Logoff, {});
    QCOMPARE(sentence.what, QStringLiteral("Whether it was done is not known. ") + codeMeaning(1726));
    QCOMPARE(sentence.nextStep, QStringLiteral("Refresh before trying again."));
}

void TextsTest::hostileTextIsShownEscaped_data()
{
    QTest::addColumn<QByteArray>("untrusted");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QByteArray("PC-7") << QStringLiteral("PC-7");
    QTest::newRow("letters") << QByteArray("J\u00FCrgen \u0410\u043D\u043D\u0430 \u540D")
                             << QString::fromUtf8("J\u00FCrgen \u0410\u043D\u043D\u0430 \u540D");
    QTest::newRow("right to left override") << QByteArray("a\u202Eexe") << QString::fromUtf8("a\u2039U+202E\u203Aexe");
    QTest::newRow("isolate") << QByteArray("\u2066x") << QString::fromUtf8("\u2039U+2066\u203Ax");
    QTest::newRow("line end") << QByteArray("a\nb") << QString::fromUtf8("a\u2039U+000A\u203Ab");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QString::fromUtf8("a\u2039U+0000\u203Ab");
    QTest::newRow("zero width") << QByteArray("a\u200Bb") << QString::fromUtf8("a\u2039U+200B\u203Ab");
    QTest::newRow("beyond the first plane") << QByteArray("\U000E0041") << QString::fromUtf8("\u2039U+E0041\u203A");
    QTest::newRow("emoji") << QByteArray("\U0001F600") << QString::fromUtf8("\U0001F600");
    QTest::newRow("broken UTF-8") << QByteArray("a\xFFz") << QString::fromUtf8("a\uFFFDz");
    QTest::newRow("markup") << QByteArray("<b>x</b>") << QStringLiteral("<b>x</b>");
}

void TextsTest::hostileTextIsShownEscaped()
{
    QFETCH(QByteArray, untrusted);
    QTEST(plainText(std::string_view(untrusted.constData(), static_cast<std::size_t>(untrusted.size()))), "shown");
}

void TextsTest::longTextIsCutWithAnEllipsis()
{
    const std::string text(1000, 'x');
    QCOMPARE(plainText(text, 10).size(), 10);
    QVERIFY(plainText(text, 10).endsWith(u'\u2026'));
    QCOMPARE(plainText(text).size(), longestText);
    QCOMPARE(plainText(text, wholeLength).size(), 1000);
    QCOMPARE(plainText(std::string_view("short"), 10), QStringLiteral("short"));
}

void TextsTest::theTimeInAStateIsALowerBoundUntilAChangeWasSeen()
{
    using namespace std::chrono_literals;
    QCOMPARE(sinceText(35min, true), QStringLiteral("at least 35 min"));
    QCOMPARE(sinceText(35min, false), QStringLiteral("35 min"));
    QCOMPARE(sinceText(10s, false), QStringLiteral("just now"));
    QCOMPARE(sinceText(10s, true), QString());
    QCOMPARE(sinceText(185min, true), QStringLiteral("at least 3 h 5 min"));
    QCOMPARE(ageText(-5s), QStringLiteral("0 s ago"));
}

void TextsTest::theConfirmationNamesWhoIsHit()
{
    using core::ConnectState;
    std::vector<core::Session> sessions;
    for (std::uint32_t i = 0; i < 12; ++i)
        sessions.push_back(session("http://b", i % 3 == 0 ? "HV1" : (i % 3 == 1 ? "hv1" : "HV2"), i,
                                   "user" + std::to_string(i),
                                   i < 3 ? ConnectState::Active : ConnectState::Disconnected));
    const Impact impact = describeImpact({}, sessions);
    QCOMPARE(impact.title, QStringLiteral("Log off 12 users on 2 VM hosts?"));
    QCOMPARE(impact.confirmLabel, QStringLiteral("Log off 12 users"));
    QCOMPARE(impact.groups.size(), 2U);
    QCOMPARE(impact.groups[0].text, QStringLiteral("3 active users will lose unsaved work"));
    QVERIFY(impact.groups[0].isSevere);
    QVERIFY(!impact.groups[1].isSevere);
    QCOMPARE(impact.inUse, 3U);
    std::ranges::reverse(sessions);
    const QStringList people = mostAffected(sessions, 5);
    QCOMPARE(people.size(), 5);
    QVERIFY2(people[0].startsWith(QStringLiteral("CORP\\user2")), qPrintable(people[0]));
    QVERIFY2(people[3].startsWith(QStringLiteral("CORP\\user11")), qPrintable(people[3]));
    QCOMPARE(mostAffected(sessions, 100).size(), 12);
    QCOMPARE(impact.hosts.size(), 2);
    QCOMPARE(impact.lines().size(), 3);
}

void TextsTest::largeNumbersAreGroupedAsTheLocaleDoes()
{
    std::vector<core::Session> sessions;
    for (std::uint32_t i = 0; i < 1'838; ++i)
        sessions.push_back(session("http://b", "HV1", i, "user" + std::to_string(i % 1'788)));
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English));
    const Impact english = describeImpact({}, sessions);
    QLocale::setDefault(QLocale(QLocale::German));
    const Impact german = describeImpact({}, sessions);
    QLocale::setDefault(before);
    QCOMPARE(english.confirmLabel, QStringLiteral("Log off 1,788 users (1,838 sessions)"));
    QCOMPARE(english.hosts, QStringList{QStringLiteral("HV1: 1,838")});
    QCOMPARE(english.groups[0].text, QStringLiteral("1,838 active users will lose unsaved work"));
    QCOMPARE(german.confirmLabel, QStringLiteral("Log off 1.788 users (1.838 sessions)"));
}

void TextsTest::oneUserIsNotSeveral()
{
    const std::vector<core::Session> one{session("http://b", "HV1", 1, "anna")};
    QCOMPARE(describeImpact({}, one).title, QStringLiteral("Log off 1 user on 1 VM host?"));
    QCOMPARE(describeImpact({}, one).groups[0].text, QStringLiteral("1 active user will lose unsaved work"));
    const std::vector<core::Session> two{session("http://b", "HV1", 1, "anna"), session("http://b", "HV1", 2, "Anna")};
    QCOMPARE(describeImpact({}, two).title, QStringLiteral("Log off 1 user (2 sessions) on 1 VM host?"));
    const std::vector<core::Session> nobody{session("http://b", "HV1", 1, "")};
    management::Action message;
    message.kind = management::ActionKind::Message;
    QCOMPARE(describeImpact(message, nobody).title, QStringLiteral("Send a message to 1 session on 1 VM host?"));
}

void TextsTest::unknownStatesShowTheirNumber()
{
    QCOMPARE(stateName(static_cast<core::ConnectState>(42)), QStringLiteral("Unknown (42)"));
    QVERIFY(!stateMeaning(static_cast<core::ConnectState>(42)).isEmpty());
}

void TextsTest::anotherActiveBrokerIsAdvised_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("active");
    QTest::addColumn<QString>("advised");
    const auto row = [](const char* name, const char* asked, const char* active, const char* advised = "") {
        QTest::newRow(name) << QString::fromLatin1(asked) << QString::fromLatin1(active)
                            << QString::fromLatin1(advised);
    };
    row("another", "https://cb1.example", "CB2.example", "https://cb2.example");
    row("another port", "http://cb1.example:8080", "cb2.example", "http://cb2.example:8080");
    row("the same", "cb1.example", "CB1.example");
    row("the same in short", "cb1", "cb1.example");
    row("asked by number", "192.0.2.7", "cb1.example");
    row("asked here", "http://localhost:5985", "cb1.example");
    row("no name", "cb1.example", "cb2 & <b>");
    row("not told", "cb1.example", "");
}

void TextsTest::anotherActiveBrokerIsAdvised()
{
    QFETCH(const QString, asked);
    QFETCH(const QString, active);
    QFETCH(const QString, advised);
    management::StageReport report;
    report.stage = management::ProbeStage::ActiveBroker;
    report.fact = active.toStdString();
    const auto address = core::ServerAddress::parse(asked.toStdString());
    QVERIFY(address);
    const auto other = models::otherActiveBroker(report, *address);
    QCOMPARE(other ? QString::fromStdString(other->text()) : QString(), advised);
    management::StageReport deployment;
    deployment.stage = management::ProbeStage::Deployment;
    deployment.brokers = {active.toStdString(), address->host, active.toStdString()};
    const auto others = models::otherBrokers(deployment, *address);
    QCOMPARE(others.size(), advised.isEmpty() ? std::size_t{0} : std::size_t{1});
    QVERIFY(others.empty() || others.front() == *other);
    const models::Sentence sentence = models::describe(report, *address);
    QCOMPARE(sentence.nextStep.contains(QStringLiteral("Connect to ")), !advised.isEmpty());
}

QTEST_APPLESS_MAIN(TextsTest)
#include "TextsTest.moc"
