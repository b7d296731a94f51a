// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/JournaledSimulator.h"
#include "support/MiddleMan.h"
#include "support/ProgramRun.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace deskwarden;
using integration::JournaledSimulator;
using support::field;
using support::nameOf;
using support::namesOf;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

QString accountOf(const QJsonObject& row)
{
    return field(row, "DomainName") + QLatin1Char('\\') + field(row, "UserName");
}

std::vector<QJsonObject> inState(const std::vector<QJsonObject>& rows, int state)
{
    std::vector<QJsonObject> found;
    std::ranges::copy_if(rows, std::back_inserter(found), [state](const QJsonObject& row) {
        return row.value(QLatin1String("ConnectState")).toInt(-1) == state && !field(row, "UserName").isEmpty();
    });
    return found;
}

} // namespace

/// What scripts rely on: the two programs against each other.
class CliSessionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void fiveThousandSessionsAreListedAsTheyAre();
    void logoffEndsOnlyAfterTheSessionIsGone();
    void cimStyleListsAndLogsOffByKey();
    void filtersListWhatTheyNameAndNothingElse();
    void aWhereClauseNamesNobodyButWhatWasTyped();
    void theDryRunNamesEverybodyAndDoesNothing();
    void nothingIsDoneUnconfirmed();
    void anotherUserIsSkipped();
    void pastedListsAreTaken();
    void messagesArriveByteForByte();
    void allMatchingActsOnEachOnce();
    void interruptedActsAreAllReported();
    void whoIsToldFirstIsLoggedOffAfterwards();
    void whoWasToldIsToldOfAnInterruption();
    void theEmbeddedBrokerIsReachedLikeAnyOther();
    void codesAreExplained();
    void helpNeedsNoServer();
    void everyProgramTellsItsVersionWithTheCommit();
    void mistypedLinesEndWithTwo();
};

void CliSessionsTest::fiveThousandSessionsAreListedAsTheyAre()
{
    const SimulatorProcess simulator({text("--sessions"), text("5000"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const ProgramResult list = simulator.cli(text("list"), {text("--json")});
    QVERIFY2(list.exitCode == 0, list.errors.constData());
    const ProgramResult query =
        simulator.cli(text("query"), {text("SELECT * FROM Win32_VirtualDesktopSession"), text("--json")});
    QCOMPARE(query.exitCode, 0);
    QCOMPARE(list.output, query.output);
    QSet<QString> keys;
    for (const QJsonObject& row : list.objects()) {
        keys.insert(nameOf(row));
        QVERIFY(row.value(QLatin1String("SessionId")).isDouble());
        QVERIFY(row.contains(QLatin1String("ClientMachineName")));
        QCOMPARE(row.size(), 8);
    }
    QCOMPARE(keys.size(), 5000);
}

void CliSessionsTest::logoffEndsOnlyAfterTheSessionIsGone()
{
    const JournaledSimulator simulator(
        {text("--sessions"), text("60"), text("--seed"), text("7"), text("--logoff-ms"), text("600:700")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto before = inState(simulator.cli(text("list"), {text("--json")}).objects(), 4);
    QVERIFY(!before.empty());
    const QJsonObject target = before.front();
    const ProgramResult act =
        simulator.cli(text("logoff"), {text("--session"), nameOf(target), text("--yes"), text("--json")});
    QVERIFY2(act.exitCode == 0, act.errors.constData());
    QCOMPARE(act.objects().size(), std::size_t(1));
    const QJsonObject outcome = act.objects().front();
    QCOMPARE(field(outcome, "outcome"), text("done"));
    QCOMPARE(nameOf(outcome), nameOf(target));
    QCOMPARE(accountOf(outcome), accountOf(target));
    QVERIFY(outcome.value(QLatin1String("elapsedMs")).toInt() >= 600);

    const auto after = simulator.cli(text("list"), {text("--json")}).objects();
    QCOMPARE(after.size(), std::size_t(59));
    QVERIFY(std::ranges::none_of(after, [&](const QJsonObject& row) { return nameOf(row) == nameOf(target); }));
    const auto done = simulator.journal();
    QCOMPARE(done.size(), std::size_t(1));
    QCOMPARE(field(done.front(), "action"), text("logoff"));
    QCOMPARE(nameOf(done.front()), nameOf(target));
    QCOMPARE(accountOf(done.front()), accountOf(target));
}

void CliSessionsTest::cimStyleListsAndLogsOffByKey()
{
    const JournaledSimulator simulator(
        {text("--sessions"), text("60"), text("--seed"), text("7"), text("--logoff-ms"), text("50:150")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const tests::MiddleMan between(static_cast<std::uint16_t>(QUrl(simulator.address()).port()));
    const auto inCimStyle = [&](const char* verb, const QStringList& options) {
        return support::runProgram(text("deskwarden-cli"),
                                   QStringList{text(verb), text("--server"),
                                               QStringLiteral("http://127.0.0.1:%1").arg(between.port()),
                                               text("--user"), SimulatorProcess::user(), text("--password-stdin"),
                                               text("--uri-style"), text("cim"), text("--json")} +
                                       options,
                                   SimulatorProcess::password() + '\n');
    };
    const ProgramResult list = inCimStyle("list", {});
    QVERIFY2(list.exitCode == 0, list.errors.constData());
    QCOMPARE(list.output, simulator.cli(text("list"), {text("--json")}).output);
    const auto before = inState(list.objects(), 4);
    QVERIFY(!before.empty());
    const ProgramResult act = inCimStyle("logoff", {text("--session"), nameOf(before.front()), text("--yes")});
    QVERIFY2(act.exitCode == 0, act.errors.constData());
    const auto acts = simulator.journal();
    QCOMPARE(acts.size(), std::size_t{1});
    QCOMPARE(field(acts.front(), "action"), text("logoff"));
    QCOMPARE(nameOf(acts.front()), nameOf(before.front()));
    // DMTF's class URI, the namespace as a selector, and nothing of Windows' own style.
    const std::string wire = between.recorded();
    const std::string uri = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/Win32_VirtualDesktopSession";
    QVERIFY(wire.find("mustUnderstand=\"true\">" + uri + "</w:ResourceURI>") != std::string::npos);
    QVERIFY(wire.find(uri + "/Logoff</a:Action>") != std::string::npos);
    QVERIFY(wire.find("<w:Selector Name=\"__cimnamespace\">root/cimv2/rdms</w:Selector>") != std::string::npos);
    QVERIFY(wire.find("schemas.microsoft.com/wbem/wsman/1/wmi/") == std::string::npos);
    const auto after = inCimStyle("list", {}).objects();
    QVERIFY(std::ranges::none_of(after, [&](const QJsonObject& row) { return nameOf(row) == nameOf(before.front()); }));
}

void CliSessionsTest::filtersListWhatTheyNameAndNothingElse()
{
    const SimulatorProcess simulator({text("--sessions"), text("300"), text("--seed"), text("3")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto all = simulator.cli(text("list"), {text("--json")}).objects();
    const QString host = field(inState(all, 4).front(), "VMHostName");
    const auto listed = simulator
                            .cli(text("list"), {text("--json"), text("--state"), text("disconnected"), text("--host"),
                                                host.toUpper(), text("--filter"), text("DISC ") + host.left(4)})
                            .objects();
    const auto expected = std::ranges::count_if(all, [&](const QJsonObject& row) {
        return field(row, "VMHostName") == host && row.value(QLatin1String("ConnectState")).toInt(-1) == 4;
    });
    QVERIFY(expected > 0);
    QCOMPARE(static_cast<qsizetype>(listed.size()), static_cast<qsizetype>(expected));

    const QString alias = field(inState(all, 0).front(), "CollectionId");
    const auto collections =
        simulator.cli(text("query"), {text("SELECT * FROM Win32_RDMSVirtualDesktopCollection"), text("--json")})
            .objects();
    const auto named =
        std::ranges::find_if(collections, [&](const QJsonObject& row) { return field(row, "Alias") == alias; });
    QVERIFY(named != collections.end());
    const auto byAlias = simulator.cli(text("list"), {text("--json"), text("--collection"), alias});
    const auto byName = simulator.cli(text("list"), {text("--json"), text("--collection"), field(*named, "Name")});
    QVERIFY(!byAlias.output.isEmpty());
    QCOMPARE(byAlias.output, byName.output);
    QCOMPARE(simulator.cli(text("list"), {text("--json"), text("--filter"), text("no-such-thing")}).output,
             QByteArray());
    const ProgramResult table = simulator.cli(text("list"), {text("--state"), text("4")});
    QVERIFY(table.output.startsWith("STATE"));
}

void CliSessionsTest::aWhereClauseNamesNobodyButWhatWasTyped()
{
    const SimulatorProcess simulator({text("--sessions"), text("300"), text("--seed"), text("3")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto all = simulator.cli(text("list"), {text("--json")}).objects();
    const QString host = field(inState(all, 4).front(), "VMHostName");
    const auto where = [&simulator](const QString& filter) {
        return simulator.cli(text("list"), {text("--json"), text("--where"), filter});
    };
    const ProgramResult byOptions =
        simulator.cli(text("list"), {text("--json"), text("--state"), text("disconnected"), text("--host"), host});
    QVERIFY(!byOptions.output.isEmpty());
    QCOMPARE(where(text("state:disc host:") + host).output, byOptions.output);
    QCOMPARE(where(text("host:") + host.chopped(1)).output, QByteArray()); // no part of a name
    const auto rest = where(text("-host:") + host).objects();
    QCOMPARE(rest.size(), all.size() - where(text("host:") + host).objects().size());

    const QString user = field(inState(all, 4).front(), "UserName");
    const auto planned = simulator
                             .cli(text("logoff"), {text("--json"), text("--dry-run"), text("--all-matching"),
                                                   text("--where"), text("user:\"%1\"").arg(user)})
                             .objects();
    QVERIFY(!planned.empty());
    for (const QJsonObject& row : planned)
        QVERIFY2(field(row, "UserName").contains(user, Qt::CaseInsensitive), qPrintable(field(row, "UserName")));

    const ProgramResult broken = simulator.cli(text("list"), {text("--json"), text("--state"), text("Down")});
    QCOMPARE(where(text("is:broken")).output, broken.output); // the state says it, so that it is known here
    for (const char* const wrong :
         {"is:broken,ghost", "-is:stuck", "usr:ann", "state:asleep", "user:", "gone>4h", "is:ghost", "\"open"})
    {
        const ProgramResult refused = where(text(wrong));
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.errors.startsWith("deskwarden-cli: --where"), refused.errors.constData());
    }
    const ProgramResult unchosen = simulator.cli(text("logoff"), {text("--where"), text("user:ann")});
    QCOMPARE(unchosen.exitCode, 2);
}

void CliSessionsTest::theDryRunNamesEverybodyAndDoesNothing()
{
    const JournaledSimulator simulator({text("--sessions"), text("300"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto all = simulator.cli(text("list"), {text("--json")}).objects();
    const ProgramResult plan =
        simulator.cli(text("logoff"), {text("--all-matching"), text("--dry-run"), text("--json")});
    QVERIFY2(plan.exitCode == 0, plan.errors.constData());
    const auto planned = plan.objects();
    QCOMPARE(planned.size(), all.size());
    for (const QJsonObject& row : planned) {
        const bool hasUser = !field(row, "UserName").isEmpty();
        const bool isListener = row.value(QLatin1String("ConnectState")).toInt(-1) == 6;
        QCOMPARE(row.value(QLatin1String("planned")).toBool(), hasUser && !isListener);
        QCOMPARE(field(row, "reason").isEmpty(), hasUser && !isListener);
    }
    QVERIFY(simulator.journal().empty());
}

void CliSessionsTest::nothingIsDoneUnconfirmed()
{
    const JournaledSimulator simulator({text("--sessions"), text("30"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const ProgramResult act = simulator.cli(text("logoff"), {text("--all-matching"), text("--json")});
    QCOMPARE(act.exitCode, 2);
    QVERIFY(act.errors.contains("--yes"));
    QVERIFY(act.output.isEmpty());
    QVERIFY(simulator.journal().empty());
}

void CliSessionsTest::anotherUserIsSkipped()
{
    const SimulatorProcess simulator({text("--sessions"), text("60"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto active = inState(simulator.cli(text("list"), {text("--json")}).objects(), 0);
    const QStringList arguments{
        text("--session"), nameOf(active.front()), text("--yes"), text("--json"),       text("--title"),
        text("T"),         text("--text"),         text("x"),     text("--expect-user")};
    const ProgramResult skipped = simulator.cli(text("message"), arguments + QStringList{text("NOBODY\\nowhere")});
    QCOMPARE(skipped.exitCode, 1);
    QCOMPARE(field(skipped.objects().front(), "outcome"), text("skipped"));
    const ProgramResult done =
        simulator.cli(text("message"), arguments + QStringList{accountOf(active.front()).toUpper()});
    QVERIFY2(done.exitCode == 0, done.errors.constData());
    QCOMPARE(field(done.objects().front(), "outcome"), text("done"));
}

void CliSessionsTest::pastedListsAreTaken()
{
    const QTemporaryDir folder;
    const SimulatorProcess simulator(
        {text("--sessions"), text("60"), text("--seed"), text("7"), text("--logoff-ms"), text("50:100")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto rows = inState(simulator.cli(text("list"), {text("--json")}).objects(), 4);
    QVERIFY(rows.size() >= 2);
    QFile list(folder.filePath(text("list.txt")));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("\xEF\xBB\xBF" + nameOf(rows[0]).toUtf8() + "\r\n\r\n  " + accountOf(rows[1]).toLower().toUtf8() + "\n" +
               nameOf(rows[0]).toUpper().toUtf8());
    list.close();
    const QStringList arguments{text("--sessions-from"), list.fileName(), text("--yes"), text("--json")};
    const ProgramResult act = simulator.cli(text("logoff"), arguments);
    QVERIFY2(act.exitCode == 0, act.errors.constData());
    QVERIFY(act.objects().size() >= 2);

    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("host/1\nwhat is this\n");
    list.close();
    const ProgramResult wrong = simulator.cli(text("logoff"), arguments);
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.errors.contains("Line 2"));
}

void CliSessionsTest::messagesArriveByteForByte()
{
    const JournaledSimulator simulator({text("--sessions"), text("30"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto rows = inState(simulator.cli(text("list"), {text("--json")}).objects(), 0);
    const QString title = QStringLiteral("Wartung \u00e4\u00f6\u00fc & <b>\"\u0420\u0430\u0431\u043e\u0442\u044b'</b>");
    const QString body = QStringLiteral("line one\r\nline two\n\ttab \U0001F600 ]]> end  ") + QString(900, QChar(u'ж'));
    const ProgramResult act = simulator.cli(text("message"), {text("--session"), nameOf(rows.front()), text("--yes"),
                                                              text("--title"), title, text("--text"), body});
    QVERIFY2(act.exitCode == 0, act.errors.constData());
    const auto done = simulator.journal();
    QCOMPARE(done.size(), std::size_t(1));
    QCOMPARE(field(done.front(), "title"), title);
    QCOMPARE(field(done.front(), "text"), body);
}

void CliSessionsTest::allMatchingActsOnEachOnce()
{
    const JournaledSimulator simulator(
        {text("--sessions"), text("200"), text("--seed"), text("7"), text("--logoff-ms"), text("20:60")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto rows = inState(simulator.cli(text("list"), {text("--json")}).objects(), 4);
    const ProgramResult act = simulator.cli(
        text("logoff"), {text("--all-matching"), text("--state"), text("Disconnected"), text("--parallel"), text("8"),
                         text("--yes"), text("--json"), text("--reason"), text("r")});
    QVERIFY2(act.exitCode == 0, act.errors.constData());
    QCOMPARE(namesOf(act.objects()), namesOf(rows));
    QCOMPARE(simulator.journal().size(), rows.size());
}

void CliSessionsTest::interruptedActsAreAllReported()
{
    const JournaledSimulator simulator(
        {text("--sessions"), text("200"), text("--seed"), text("7"), text("--fault"), text("logoff=delay:400")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto rows = inState(simulator.cli(text("list"), {text("--json")}).objects(), 0);
    QVERIFY(rows.size() > 20);
    const ProgramResult result = simulator.interrupted(
        text("logoff"), {text("--all-matching"), text("--state"), text("Active"), text("--yes"), text("--json")}, 1);
    QVERIFY(result.exitCode >= 0);
    QCOMPARE(result.objects().size(), rows.size());
    const std::size_t cancelled = integration::cancelledLogoffs(result);
    QVERIFY(cancelled > 0);
    QVERIFY(result.exitCode == 1 || result.exitCode == 4);
    // What was not cancelled was sent, and nothing else was.
    QCOMPARE(simulator.journal().size(), rows.size() - cancelled);
}

void CliSessionsTest::whoIsToldFirstIsLoggedOffAfterwards()
{
    const JournaledSimulator simulator({text("--sessions"), text("60"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto rows = inState(simulator.cli(text("list"), {text("--json")}).objects(), 0);
    const ProgramResult act =
        simulator.cli(text("logoff"), {text("--all-matching"), text("--state"), text("Active"), text("--yes"),
                                       text("--json"), text("--grace"), text("0"), text("--reason"), text("INC-7"),
                                       text("--message"), text("{user} on {vm}: {minutes} min, {ticket}, {other}")});
    QVERIFY2(act.exitCode == 0, act.errors.constData());
    QCOMPARE(act.objects().size(), 2 * rows.size());
    QSet<QString> told;
    std::size_t loggedOff = 0;
    for (const QJsonObject& done : simulator.journal()) {
        if (field(done, "action") == text("message")) {
            told.insert(nameOf(done));
            QCOMPARE(field(done, "title"), text("You will be signed out now"));
            QCOMPARE(
                field(done, "text"),
                QStringLiteral("%1 on %2: 0 min, INC-7, {other}").arg(field(done, "UserName"), field(done, "VMName")));
            continue;
        }
        QCOMPARE(field(done, "action"), text("logoff"));
        QVERIFY2(told.contains(nameOf(done)), "nobody is logged off untold");
        ++loggedOff;
    }
    QCOMPARE(loggedOff, rows.size());
}

void CliSessionsTest::whoWasToldIsToldOfAnInterruption()
{
    const JournaledSimulator simulator({text("--sessions"), text("60"), text("--seed"), text("7")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto rows = inState(simulator.cli(text("list"), {text("--json")}).objects(), 0);
    const ProgramResult result =
        simulator.interrupted(text("logoff"),
                              {text("--all-matching"), text("--state"), text("Active"), text("--yes"), text("--json"),
                               text("--grace"), text("600"), text("--message"), text("Goodbye, {user}.")},
                              3);
    QVERIFY(result.exitCode >= 0);
    QCOMPARE(integration::cancelledLogoffs(result), rows.size());
    const auto heard = simulator.heard(text("Goodbye"));
    QVERIFY(heard.isAll);
    QCOMPARE(heard.other, heard.begunSo);
}

void CliSessionsTest::theEmbeddedBrokerIsReachedLikeAnyOther()
{
    const ProgramResult list =
        support::runProgram(text("deskwarden-cli"), {text("list"), text("--server"), text("demo:50"), text("--json")});
    QVERIFY2(list.exitCode == 0, list.errors.constData());
    QCOMPARE(list.objects().size(), std::size_t(50));
    const ProgramResult probe =
        support::runProgram(text("deskwarden-cli"), {text("probe"), text("--server"), text("demo:"), text("--json")});
    QVERIFY2(probe.exitCode == 0, probe.errors.constData());
    for (const QJsonObject& stage : probe.objects())
        QVERIFY2(stage.value(QLatin1String("ok")).toBool(), qPrintable(field(stage, "message")));
    QVERIFY(probe.objects().size() >= 6);
}

void CliSessionsTest::codesAreExplained()
{
    const auto codes = [](const QStringList& arguments) {
        return support::runProgram(text("deskwarden-cli"), QStringList{text("codes")} + arguments);
    };
    QVERIFY(codes({text("5")}).output.startsWith("5 (0x00000005 ERROR_ACCESS_DENIED): "));
    QVERIFY(codes({text("0x80041003")}).output.contains("WBEM_E_ACCESS_DENIED"));
    QVERIFY(codes({text("-2147217405")}).output.contains("WBEM_E_ACCESS_DENIED"));
    QVERIFY(codes({text("wbem_e_not_found")}).output.contains("0x80041002"));
    QVERIFY(codes({text("--json")}).objects().size() > 70);
    QCOMPARE(codes({text("424242")}).exitCode, 0);
    QCOMPARE(codes({text("five")}).exitCode, 2);
}

void CliSessionsTest::helpNeedsNoServer()
{
    const ProgramResult help = support::runProgram(text("deskwarden-cli"), {text("--help")});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains("--password-stdin"));
    QCOMPARE(support::runProgram(text("deskwarden-cli"), {text("logoff"), text("--help")}).exitCode, 0);
}

/// A report of a mistake is worth little without the commit.
void CliSessionsTest::everyProgramTellsItsVersionWithTheCommit()
{
    QProcess git;
    git.start(text("git"), {text("-C"), text(DESKWARDEN_SOURCE_DIR), text("rev-parse"), text("HEAD")});
    const bool isKnown = git.waitForFinished() && git.exitCode() == 0;
    const QString commit = isKnown ? text(" \\(commit [0-9a-f]{12}\\)") : QString();
    for (const char* program : {"deskwarden", "deskwarden-cli", "deskwarden-simulator"}) {
        const ProgramResult version = support::runProgram(text(program), {text("--version")});
        QCOMPARE(version.exitCode, 0);
        const QRegularExpression form(text("^%1 \\d+\\.\\d+\\.\\d+%2\n$").arg(text(program), commit));
        QVERIFY2(form.match(QString::fromUtf8(version.output)).hasMatch(), version.output.constData());
    }
}

void CliSessionsTest::mistypedLinesEndWithTwo()
{
    const ProgramResult wrong =
        support::runProgram(text("deskwarden-cli"), {text("list"), text("--serverr"), text("x")});
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.output.isEmpty());
    QVERIFY(wrong.errors.contains("There is no option --serverr."));
    const ProgramResult noPassword = support::runProgram(
        text("deskwarden-cli"), {text("list"), text("--server"), text("http://localhost"), text("--user"), text("u")});
    QCOMPARE(noPassword.exitCode, 2);
    QVERIFY(noPassword.errors.contains("--password-stdin"));
}

QTEST_GUILESS_MAIN(CliSessionsTest)
#include "CliSessionsTest.moc"
