// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace deskwarden;
using support::field;
using support::nameOf;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

/// A farm that is the same each time, and its busiest host.
struct Farm
{
    std::vector<QJsonObject> all;
    QString host;
    std::vector<QJsonObject> people; ///< on that host
};

QByteArray saidBy(const ProgramResult& result)
{
    return result.errors + result.output;
}

QStringList farmOptions()
{
    return {text("--sessions"), text("60"), text("--hosts"),     text("4"),
            text("--seed"),     text("7"),  text("--logoff-ms"), text("100:300")};
}

Farm look(const SimulatorProcess& simulator)
{
    Farm farm;
    farm.all = simulator.cli(text("list"), {text("--json")}).objects();
    std::map<QString, int> counts;
    for (const QJsonObject& row : farm.all)
        ++counts[field(row, "VMHostName")];
    for (const auto& [host, count] : counts) {
        if (farm.host.isEmpty() || count > counts[farm.host])
            farm.host = host;
    }
    for (const QJsonObject& row : farm.all) {
        if (field(row, "VMHostName") == farm.host && !field(row, "UserName").isEmpty())
            farm.people.push_back(row);
    }
    return farm;
}

QSet<QString> namesOf(const std::vector<QJsonObject>& rows)
{
    QSet<QString> names;
    for (const QJsonObject& row : rows)
        names.insert(nameOf(row));
    return names;
}

/// The last line: the report.
QJsonObject reportOf(const ProgramResult& result)
{
    const auto lines = result.objects();
    return lines.empty() ? QJsonObject() : lines.back();
}

QStringList drainOf(const QString& host, const QStringList& more)
{
    return QStringList{text("--vm-host"), host, text("--interval"), text("1"), text("--yes"), text("--json")} + more;
}

} // namespace

/// A host is emptied, and what scripts rely on when it is.
class CliDrainTest final : public QObject
{
    Q_OBJECT

private slots:
    void theHostIsEmptyAndNobodyElseIsHit();
    void newcomersAreLoggedOffToo();
    void everybodyIsToldFirst();
    void whoIsStuckIsToldAndNotRepeated();
    void theProtectedStayAndAreNamed();
    void readOnlyForbidsIt();
    void whoWasToldIsToldOfAnInterruption();
    void theDryRunDoesNothing();
    void aHostWithoutSessionsIsSaid();
    void mistypedLinesEndWithTwo();
};

void CliDrainTest::theHostIsEmptyAndNobodyElseIsHit()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator(farmOptions() << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    QVERIFY(farm.people.size() > 3);
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(farm.host.toUpper(), {}));
    QVERIFY2(drain.exitCode == 0, saidBy(drain).constData());
    QVERIFY(drain.errors.contains("drain mode")); // it says that it keeps nobody from signing in
    const QJsonObject report = reportOf(drain);
    QCOMPARE(field(report, "drain"), text("drained"));
    QCOMPARE(report.value(QLatin1String("gone")).toInt(), static_cast<int>(farm.people.size()));
    QVERIFY(report.value(QLatin1String("remaining")).toArray().isEmpty());
    QVERIFY(field(report, "start") < field(report, "end"));
    QCOMPARE(drain.objects().size(), farm.people.size() + 1);
    QCOMPARE(namesOf(support::journalIn(journal)), namesOf(farm.people));
    const Farm after = look(simulator);
    QCOMPARE(after.all.size(), farm.all.size() - farm.people.size());
}

void CliDrainTest::newcomersAreLoggedOffToo()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    // Between the list and the first re-read somebody else gets the session's id.
    const SimulatorProcess simulator(farmOptions()
                                     << text("--fault") << text("get#1=reuse") << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(farm.host, {}));
    QVERIFY2(drain.exitCode == 0, saidBy(drain).constData());
    const QJsonObject report = reportOf(drain);
    QCOMPARE(report.value(QLatin1String("newcomers")).toInt(), 1);
    const auto outcomes = drain.objects();
    QCOMPARE(std::ranges::count_if(outcomes,
                                   [](const QJsonObject& row) { return field(row, "outcome") == text("skipped"); }),
             1);
    const auto done = support::journalIn(journal);
    const auto reused =
        std::ranges::find_if(done, [](const QJsonObject& row) { return field(row, "action") == text("reuse"); });
    QVERIFY(reused != done.end());
    const auto isNewcomer = [&reused](const QJsonObject& row) {
        return field(row, "action") == text("logoff") && nameOf(row) == nameOf(*reused) &&
               field(row, "UserName") != field(*reused, "UserName");
    };
    QCOMPARE(std::ranges::count_if(done, isNewcomer), 1);
    const auto isReplaced = [&reused](const QJsonObject& row) {
        return field(row, "action") == text("logoff") && field(row, "UserName") == field(*reused, "UserName");
    };
    QCOMPARE(std::ranges::count_if(done, isReplaced), 0);
}

void CliDrainTest::everybodyIsToldFirst()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator(farmOptions() << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult drain =
        simulator.cli(text("drain"), drainOf(farm.host, {text("--message"), text("Bye, {user}: {ticket}"),
                                                         text("--grace"), text("0"), text("--reason"), text("INC7")}));
    QVERIFY2(drain.exitCode == 0, saidBy(drain).constData());
    QSet<QString> told;
    for (const QJsonObject& done : support::journalIn(journal)) {
        if (field(done, "action") == text("message")) {
            QCOMPARE(field(done, "text"), text("Bye, %1: INC7").arg(field(done, "UserName")));
            told.insert(nameOf(done));
        } else {
            QVERIFY(told.contains(nameOf(done)));
        }
    }
    QCOMPARE(told, namesOf(farm.people));
}

void CliDrainTest::whoIsStuckIsToldAndNotRepeated()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    QString host;
    QString stuck;
    {
        const SimulatorProcess same(farmOptions());
        const Farm farm = look(same);
        host = farm.host;
        stuck = nameOf(farm.people.front());
    }
    const SimulatorProcess simulator(farmOptions() << text("--fault") << text("logoff@%1=stuck").arg(stuck)
                                                   << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(host, {text("--verify-timeout"), text("1")}));
    QVERIFY2(drain.exitCode == 1, saidBy(drain).constData());
    const QJsonObject report = reportOf(drain);
    QCOMPARE(field(report, "drain"), text("stopped"));
    const QJsonArray remaining = report.value(QLatin1String("remaining")).toArray();
    QCOMPARE(remaining.size(), 1);
    QCOMPARE(nameOf(remaining.first().toObject()), stuck);
    QCOMPARE(field(remaining.first().toObject(), "outcome"), text("still_signing_out"));
    const auto done = support::journalIn(journal);
    QCOMPARE(std::ranges::count_if(done, [&stuck](const QJsonObject& row) { return nameOf(row) == stuck; }), 1);
}

void CliDrainTest::theProtectedStayAndAreNamed()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator(farmOptions() << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const QString boss = field(farm.people.front(), "UserName");
    const QString policy = folder.filePath(text("policy.json"));
    QFile file(policy);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QStringLiteral(R"({"protectedAccounts": ["%1"]})").arg(boss).toUtf8());
    file.close();
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(farm.host, {text("--policy"), policy}));
    QVERIFY2(drain.exitCode == 1, saidBy(drain).constData());
    const QJsonObject report = reportOf(drain);
    QCOMPARE(field(report, "drain"), text("drained"));
    const QJsonArray leftOut = report.value(QLatin1String("leftOut")).toArray();
    const auto isBoss = [&boss](const QJsonValue& row) {
        return field(row.toObject(), "UserName") == boss &&
               field(row.toObject(), "reason") == text("protected_account");
    };
    QVERIFY(std::any_of(leftOut.begin(), leftOut.end(), isBoss));
    for (const QJsonObject& done : support::journalIn(journal))
        QVERIFY(field(done, "UserName") != boss);
}

void CliDrainTest::readOnlyForbidsIt()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator(farmOptions() << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const QString policy = folder.filePath(text("policy.json"));
    QFile file(policy);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"readOnly": true})");
    file.close();
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(look(simulator).host, {text("--policy"), policy}));
    QCOMPARE(drain.exitCode, 5);
    QVERIFY(support::journalIn(journal).empty());
}

void CliDrainTest::whoWasToldIsToldOfAnInterruption()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator(farmOptions() << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    QProcess cli;
    cli.setProcessEnvironment(support::programEnvironment());
    cli.start(support::programPath(text("deskwarden-cli")),
              simulator.arguments(text("drain")) +
                  drainOf(farm.host, {text("--message"), text("Goodbye, {user}."), text("--grace"), text("600")}));
    cli.write(SimulatorProcess::password() + '\n');
    cli.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(support::journalIn(journal).size() >= 3, 60'000);
    QCOMPARE(kill(static_cast<pid_t>(cli.processId()), SIGINT), 0);
    QVERIFY(cli.waitForFinished(60'000));
    QCOMPARE(cli.exitStatus(), QProcess::NormalExit);
    QCOMPARE(cli.exitCode(), 1);
    ProgramResult result;
    result.output = cli.readAllStandardOutput();
    const auto lines = result.objects();
    const auto cancelled = std::ranges::count_if(lines, [](const QJsonObject& row) {
        return field(row, "action") == text("logoff") && field(row, "outcome") == text("cancelled");
    });
    QCOMPARE(static_cast<std::size_t>(cancelled), farm.people.size());
    QCOMPARE(field(reportOf(result), "drain"), text("stopped"));
    QSet<QString> told;
    QSet<QString> toldBetter;
    for (const QJsonObject& done : support::journalIn(journal)) {
        QCOMPARE(field(done, "action"), text("message"));
        QSet<QString>& heard = field(done, "text").startsWith(text("Goodbye")) ? told : toldBetter;
        heard.insert(nameOf(done));
    }
    QCOMPARE(toldBetter, told);
#endif
}

void CliDrainTest::theDryRunDoesNothing()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator(farmOptions() << text("--journal") << journal);
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const Farm farm = look(simulator);
    const ProgramResult plan =
        simulator.cli(text("drain"), {text("--vm-host"), farm.host, text("--dry-run"), text("--json")});
    QCOMPARE(plan.exitCode, 0);
    std::vector<QJsonObject> planned = plan.objects();
    std::erase_if(planned, [](const QJsonObject& row) { return !row.value(QLatin1String("planned")).toBool(); });
    QCOMPARE(namesOf(planned), namesOf(farm.people));
    QVERIFY(support::journalIn(journal).empty());
}

void CliDrainTest::aHostWithoutSessionsIsSaid()
{
    const SimulatorProcess simulator(farmOptions());
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    // A server of the deployment, on which nobody is; what no server is called, is CliNamesTest's.
    const QString broker = field(
        simulator.cli(text("query"), {text("SELECT * FROM Win32_RDMSJoinedNode WHERE IsRdcb = TRUE"), text("--json")})
            .objects()
            .front(),
        "FQDN");
    const ProgramResult drain = simulator.cli(text("drain"), drainOf(broker, {}));
    QVERIFY2(drain.errors.contains(QByteArray("lists no session on ").append(broker.toUtf8())),
             saidBy(drain).constData());
    QCOMPARE(drain.exitCode, 0);
}

void CliDrainTest::mistypedLinesEndWithTwo()
{
    const auto exitCode = [](const QStringList& arguments) {
        return support::runProgram(text("deskwarden-cli"), QStringList{text("drain")} + arguments).exitCode;
    };
    QCOMPARE(exitCode({text("--server"), text("demo:5")}), 2);
    QCOMPARE(exitCode({text("--vm-host"), text("a")}), 2);
    QCOMPARE(exitCode({text("--server"), text("demo:5"), text("--vm-host"), text("a"), text("--session"), text("a/1")}),
             2);
    QCOMPARE(exitCode({text("--server"), text("demo:5"), text("--vm-host"), text("a"), text("--grace"), text("5")}), 2);
    QCOMPARE(exitCode({text("--server"), text("demo:5"), text("--vm-host"), text("a")}), 2); // nobody has confirmed
}

QTEST_GUILESS_MAIN(CliDrainTest)
#include "CliDrainTest.moc"
