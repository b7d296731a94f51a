// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActReport.h"

#include "models/activity/ActivityModel.h"
#include "models/texts/PowerShellText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace deskwarden;
using management::OutcomeKind;
using models::ToldAct;

namespace {

ToldAct act(std::uint32_t id, const char* user, OutcomeKind kind)
{
    ToldAct told;
    told.request.id = id;
    told.request.confirmed.key = {core::ServerId{core::SharedString("https://broker.example")},
                                  core::SharedString("HV01.example"), id};
    told.request.confirmed.userName = core::SharedString(user);
    told.request.confirmed.domainName = core::SharedString("CORP");
    told.request.confirmed.vmName = core::SharedString("VDI-7");
    told.request.reason = "INC 4711";
    told.outcome.kind = kind;
    told.isFinished = true;
    return told;
}

} // namespace

/// What a person takes along from a run, and looking again.
class ActReportTest final : public QObject
{
    Q_OBJECT

private slots:
    void theTicketNamesSumReasonAndEveryAct();
    void theNextCallerIsToldWhatEndedASession();
    void htmlIsEscaped();
    void linesAreThoseOfTheCommandLine();
    void powerShellChecksBeforeItActs();
    void powerShellChecksAMachineBeforeItActs();
    void anActOnAMachineNamesNoSession();
    void powerShellQuotesWhatOthersHaveNamed_data();
    void powerShellQuotesWhatOthersHaveNamed();
    void anotherServerGetsItsOwnSession();
    void severalServersAreToldApart();
    void lookingAgainSettlesOnlyWhatIsUnknown();
};

void ActReportTest::theTicketNamesSumReasonAndEveryAct()
{
    const std::vector acts{act(1, "anna", OutcomeKind::Done), act(2, "boris", OutcomeKind::Skipped),
                           act(3, "chen", OutcomeKind::Done)};
    const QStringList lines = models::ticketText(acts).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[0].contains(QStringLiteral("Done: 2")));
    QVERIFY(lines[0].contains(QStringLiteral("Skipped: 1")));
    QVERIFY(lines[1].contains(QStringLiteral("INC 4711")));
    QVERIFY(lines[3].contains(QStringLiteral("CORP\\boris")) && lines[3].contains(QStringLiteral("HV01.example/2")));
}

void ActReportTest::theNextCallerIsToldWhatEndedASession()
{
    using enum OutcomeKind;
    for (const OutcomeKind kind : {Done, AlreadyGone, StillSigningOut, Skipped, Failed, Unknown, Cancelled}) {
        ToldAct told = act(1, "anna", kind);
        const bool isSaid = kind == Done || kind == AlreadyGone || kind == StillSigningOut || kind == Unknown;
        const QString text = models::nextCallerText({&told, 1});
        QCOMPARE(!text.isEmpty(), isSaid);
        QCOMPARE(text.contains(QStringLiteral("CORP\\anna")) && text.contains(QStringLiteral("VDI-7")) &&
                     text.contains(QStringLiteral("INC 4711")),
                 isSaid);
        told.isFinished = false;
        QVERIFY(models::nextCallerText({&told, 1}).isEmpty());
        for (const auto other : {management::ActionKind::Disconnect, management::ActionKind::Message}) {
            told = act(1, "anna", kind);
            told.request.action.kind = other;
            QVERIFY(models::nextCallerText({&told, 1}).isEmpty());
        }
    }
}

void ActReportTest::htmlIsEscaped()
{
    const std::vector acts{act(1, "<b onclick=x>&", OutcomeKind::Done)};
    const QString html = models::ticketHtml(acts);
    QVERIFY(!html.contains(QStringLiteral("<b ")));
    QVERIFY(html.contains(QStringLiteral("&lt;b onclick=x&gt;&amp;")));
}

void ActReportTest::linesAreThoseOfTheCommandLine()
{
    std::vector acts{act(1, "anna", OutcomeKind::Done), act(2, "boris", OutcomeKind::Unknown)};
    acts.push_back(act(3, "chen", OutcomeKind::Done));
    acts.back().isFinished = false;
    const auto lines = models::outcomeLines(acts).split('\n');
    QCOMPARE(lines.size(), 3); // two, and what follows the last line end
    QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value(QLatin1String("outcome")).toString(),
             QStringLiteral("unknown"));
}

void ActReportTest::powerShellChecksBeforeItActs()
{
    const std::vector acts{act(7, "anna", OutcomeKind::Done)};
    const QString script = models::powerShellFor(acts);
    QVERIFY(script.startsWith(QStringLiteral("$server = New-CimSession -ComputerName 'broker.example' "
                                             "-SessionOption (New-CimSessionOption -UseSsl)")));
    QVERIFY(script.contains(QStringLiteral("-Filter 'VMHostName = ''HV01.example'' AND SessionId = 7'")));
    QVERIFY(script.contains(QStringLiteral("$s.UserName -eq 'anna' -and $s.DomainName -eq 'CORP'")));
    QVERIFY(script.contains(QStringLiteral("-MethodName Logoff }")));
}

void ActReportTest::powerShellChecksAMachineBeforeItActs()
{
    ToldAct told = act(0, "anna", OutcomeKind::Done);
    told.request.action.kind = management::ActionKind::TurnOff;
    QString script = models::powerShellFor({&told, 1});
    QVERIFY(script.contains(QStringLiteral("-ClassName Win32_RDMSVirtualDesktop -Filter 'Name = ''VDI-7'''")));
    QVERIFY(script.contains(QStringLiteral("[string]$m.HostName -eq 'HV01.example'")));
    QVERIFY(script.contains(QStringLiteral("[string]$m.SessionUserName -eq")));
    QVERIFY(script.contains(QStringLiteral("-MethodName SetVirtualDesktopState -Arguments @{ VMState = [uint32]3 }")));
    told.request.action.kind = management::ActionKind::Assign;
    told.request.action.account = "o'neil";
    told.request.action.accountDomain = "CORP";
    script = models::powerShellFor({&told, 1});
    QVERIFY(script.contains(QStringLiteral("-MethodName SetUserAssignment -Arguments @{ UserName = 'o''neil'; "
                                           "UserDomain = 'CORP' }")));
    told.request.action.kind = management::ActionKind::Free;
    script = models::powerShellFor({&told, 1});
    QVERIFY(script.contains(QStringLiteral("-MethodName RemoveUserAssignment -Arguments @{ VMName = 'VDI-7' }")));
}

/// Not even one that an earlier run has left behind, of which only the record tells.
void ActReportTest::anActOnAMachineNamesNoSession()
{
    ToldAct told = act(0, "anna", OutcomeKind::Done);
    told.request.action.kind = management::ActionKind::Save;
    const QString text = models::ticketText({&told, 1});
    QVERIFY(text.contains(QStringLiteral("HV01.example")) && !text.contains(QStringLiteral("HV01.example/0")));
}

void ActReportTest::powerShellQuotesWhatOthersHaveNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << QStringLiteral("anna") << QStringLiteral("'anna'");
    QTest::newRow("quote") << QStringLiteral("o'hara") << QStringLiteral("'o''hara'");
    QTest::newRow("typographic") << QStringLiteral("o\u2019hara") << QStringLiteral("'o\u2019\u2019hara'");
    QTest::newRow("expansion") << QStringLiteral("$(calc) `n \"x\"") << QStringLiteral("'$(calc) `n \"x\"'");
    QTest::newRow("way out") << QStringLiteral("'; Remove-Item C:\\ #") << QStringLiteral("'''; Remove-Item C:\\ #'");
    // PSReadLine takes an escape that is pasted as the key that drops the line typed so far.
    QTest::newRow("escape") << QStringLiteral("a\x1B!") << QStringLiteral("('a' + [char]0x001b + '!')");
    QTest::newRow("line end") << QStringLiteral("a\r") << QStringLiteral("('a' + [char]0x000d + '')");
    QTest::newRow("C1") << QStringLiteral("\u009B") << QStringLiteral("('' + [char]0x009b + '')");
    QTest::newRow("override") << QStringLiteral("\u202E") << QStringLiteral("('' + [char]0x202e + '')");
    QTest::newRow("tag") << QStringLiteral("\U000E0041")
                         << QStringLiteral("('' + [char]0xdb40 + '' + [char]0xdc41 + '')");
}

void ActReportTest::powerShellQuotesWhatOthersHaveNamed()
{
    QFETCH(const QString, text);
    QFETCH(const QString, quoted);
    QCOMPARE(models::quotedForPowerShell(text), quoted);
}

void ActReportTest::anotherServerGetsItsOwnSession()
{
    std::vector acts{act(1, "anna", OutcomeKind::Done), act(2, "boris", OutcomeKind::Done),
                     act(3, "chen", OutcomeKind::Done)};
    acts.back().request.confirmed.key.server = core::ServerId{core::SharedString("wmi://other")};
    acts.back().request.action = {management::ActionKind::Message, "Title", "It's time"};
    const QString script = models::powerShellFor(acts);
    QCOMPARE(script.count(QStringLiteral("New-CimSession -ComputerName")), 2);
    QVERIFY(script.contains(QStringLiteral("-Protocol Dcom")));
    QVERIFY(script.contains(QStringLiteral("-MethodName SendMessage -Arguments @{ Title = 'Title'; Message = 'It''s "
                                           "time' }")));
}

void ActReportTest::severalServersAreToldApart()
{
    std::vector acts{act(1, "anna", OutcomeKind::Done), act(2, "boris", OutcomeKind::Done)};
    acts.front().server = QStringLiteral("Berlin\nRemove-Item C:");
    QVERIFY(!models::ticketText(acts).contains(QStringLiteral("Berlin"))); // there is one only
    acts.back().request.confirmed.key.server = core::ServerId{core::SharedString("https://other.example:1234")};
    const QStringList lines = models::ticketText(acts).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[2].contains(QStringLiteral(" | Berlin")));
    QVERIFY(lines[3].contains(QStringLiteral(" | other.example:1234 | ")));
    const QString html = models::ticketHtml(acts);
    QVERIFY(html.contains(QStringLiteral("<th>Server</th>")) && html.contains(QStringLiteral("<td>Berlin")));
    QVERIFY(!models::powerShellFor(acts).contains(QStringLiteral("\nRemove-Item")));

    models::ActivityModel model([] { return std::chrono::system_clock::time_point(); });
    model.setServerNames({{acts.front().request.confirmed.key.server, QStringLiteral("Berlin")}});
    const auto place = [&model] { return model.index(0, static_cast<int>(models::ActivityColumn::Session)).data(); };
    model.add(std::vector{acts.front().request});
    QCOMPARE(place().toString(), QStringLiteral("HV01.example/1"));
    model.add(std::vector{acts.back().request});
    QCOMPARE(place().toString(), QStringLiteral("HV01.example/1 · Berlin"));
    model.setServerNames({}); // it was closed
    QCOMPARE(place().toString(), QStringLiteral("HV01.example/1 · Berlin"));
}

void ActReportTest::lookingAgainSettlesOnlyWhatIsUnknown()
{
    models::ActivityModel model([] { return std::chrono::system_clock::time_point(); });
    const std::vector requests{act(1, "anna", OutcomeKind::Done).request, act(2, "boris", OutcomeKind::Done).request};
    model.add(requests);
    const auto report = [](std::uint64_t id, OutcomeKind kind) {
        management::ActionReport result{id, management::ActionPhase::Finished, {}};
        result.outcome.kind = kind;
        return result;
    };
    model.apply(std::vector{report(1, OutcomeKind::Unknown), report(2, OutcomeKind::Failed)});
    QCOMPARE(model.unknown().size(), std::size_t{1});
    model.amend(std::vector{report(1, OutcomeKind::Done), report(2, OutcomeKind::Done)});
    QCOMPARE(model.outcomeAt(0).kind, OutcomeKind::Done);
    QCOMPARE(model.outcomeAt(1).kind, OutcomeKind::Failed);
    QCOMPARE(model.progress(), (models::ActivityProgress{2, 2, 1, 1, 0}));
    QVERIFY(model.unknown().empty());
    QCOMPARE(model.finishedAs(OutcomeKind::Unknown), std::size_t{0});
    QCOMPARE(model.finishedAs(OutcomeKind::Done), std::size_t{1});
    QCOMPARE(model.finishedAs(OutcomeKind::Failed), std::size_t{1});
}

QTEST_GUILESS_MAIN(ActReportTest)
#include "ActReportTest.moc"
