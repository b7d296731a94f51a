// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace deskwarden;
using support::field;
using support::nameOf;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

/// The library that stands before the clock of a program; empty if it is not here.
QString fakeClock()
{
    for (const QString& triplet : QDir(text("/usr/lib")).entryList({text("*-linux-gnu*")}, QDir::Dirs)) {
        const QString file = text("/usr/lib/%1/faketime/libfaketimeMT.so.1").arg(triplet);
        if (QFile::exists(file))
            return file;
    }
    return {};
}

/// Runs the command line program, whose clock starts at that time and then goes on.
ProgramResult runAt(const QString& time, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    QProcessEnvironment environment = support::programEnvironment();
    environment.insert(text("LD_PRELOAD"), fakeClock());
    environment.insert(text("FAKETIME"), text("@") + time);
    environment.insert(text("DONT_FAKE_MONOTONIC"), text("1"));
    environment.insert(text("TZ"), text("UTC"));
    process.setProcessEnvironment(environment);
    process.start(support::programPath(text("deskwarden-cli")), arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramResult result;
    if (process.waitForFinished(120'000))
        result.exitCode = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

/// What the broker tells of its sessions, by "MACHINE user": hours since they were disconnected.
QHash<QString, double> disconnectedHours(const SimulatorProcess& simulator)
{
    QHash<QString, double> hours;
    const ProgramResult told = simulator.cli(text("query"), {text("--namespace"), text("root\\cimv2"), text("--json"),
                                                             text("SELECT * FROM Win32_SessionDirectorySessionEx")});
    for (const QJsonObject& row : told.objects()) {
        const QDateTime since = QDateTime::fromString(field(row, "DisconnectTime"), Qt::ISODateWithMs);
        if (since.isValid())
            hours.insert(field(row, "ServerName") + text(" ") + field(row, "UserName"),
                         static_cast<double>(since.secsTo(QDateTime::currentDateTimeUtc())) / 3600);
    }
    return hours;
}

QSet<QString> doneIn(const ProgramResult& run)
{
    QSet<QString> names;
    for (const QJsonObject& row : run.objects()) {
        if (field(row, "outcome") == text("done"))
            names.insert(nameOf(row));
    }
    return names;
}

QStringList logoffAll(const QStringList& more)
{
    return QStringList{text("--all-matching"), text("--yes"), text("--json"), text("--parallel"), text("16")} + more;
}

} // namespace

/// What a timer starts: who is meant is told by time, and by the time of the day.
class CliByTheClockTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhoIsDisconnectedLongEnoughIsLoggedOff();
    void whoseTimeIsNotKnownIsLeftAloneAndCounted();
    void theLongestGoFirstWhereOnlySomeMay();
    void aBrokerWithoutTimesActsOnNobody();
    void nothingIsDoneAtForbiddenTimes_data();
    void nothingIsDoneAtForbiddenTimes();
    void whatHasNotBegunIsCancelledWhenTheyCome();
    void theUnitStartsWhatItsExampleSays();
    void theDropInHandsThePasswordOverOnStdin();
};

void CliByTheClockTest::onlyWhoIsDisconnectedLongEnoughIsLoggedOff()
{
    const SimulatorProcess simulator({text("--sessions"), text("150"), text("--logoff-ms"), text("0")});
    const auto hours = disconnectedHours(simulator);
    constexpr double limit = 10;
    QSet<QString> expected;
    for (const QJsonObject& row : simulator.cli(text("list"), {text("--json")}).objects()) {
        const double since = hours.value(field(row, "VMName") + text(" ") + field(row, "UserName"), -1);
        if (field(row, "ConnectState") == text("4") && since >= limit)
            expected.insert(nameOf(row));
    }
    QVERIFY(expected.size() > 3 && expected.size() < hours.size());
    const ProgramResult plan =
        simulator.cli(text("logoff"), logoffAll({text("--dry-run"), text("--disconnected-for"), text("10h")}));
    QVERIFY2(plan.errors.contains(QByteArray(QByteArray::number(expected.size()) + " planned")),
             plan.errors.constData());
    const ProgramResult run = simulator.cli(text("logoff"), logoffAll({text("--disconnected-for"), text("10h")}));
    QCOMPARE(doneIn(run), expected);
    QVERIFY2(run.exitCode == 0, run.errors.constData());
    // Nobody is left: nothing to do is done.
    QCOMPARE(simulator.cli(text("logoff"), logoffAll({text("--disconnected-for"), text("10h")})).exitCode, 0);
}

/// The directory tells no idle time of sessions in use.
void CliByTheClockTest::whoseTimeIsNotKnownIsLeftAloneAndCounted()
{
    const SimulatorProcess simulator({text("--sessions"), text("60"), text("--logoff-ms"), text("0")});
    const auto active = simulator.cli(text("list"), {text("--json"), text("--state"), text("active")}).objects();
    QVERIFY(!active.empty());
    const ProgramResult run =
        simulator.cli(text("logoff"), logoffAll({text("--state"), text("active"), text("--idle-for"), text("1m")}));
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.objects().empty());
    QVERIFY2(run.errors.contains(QByteArray("does not tell for how long: " + QByteArray::number(active.size()))),
             run.errors.constData());
    QCOMPARE(simulator.cli(text("list"), {text("--json")}).objects().size(), std::size_t(60));
}

void CliByTheClockTest::theLongestGoFirstWhereOnlySomeMay()
{
    const SimulatorProcess simulator({text("--sessions"), text("150"), text("--logoff-ms"), text("0")});
    const auto hours = disconnectedHours(simulator);
    std::vector<std::pair<double, QString>> longest;
    for (const QJsonObject& row :
         simulator.cli(text("list"), {text("--json"), text("--state"), text("disconnected")}).objects())
    {
        const double since = hours.value(field(row, "VMName") + text(" ") + field(row, "UserName"), -1);
        if (since >= 1)
            longest.emplace_back(-since, nameOf(row));
    }
    std::ranges::sort(longest);
    QVERIFY(longest.size() > 5);
    const ProgramResult run = simulator.cli(
        text("logoff"), logoffAll({text("--disconnected-for"), text("1h"), text("--at-most"), text("3")}));
    QCOMPARE(doneIn(run), (QSet<QString>{longest[0].second, longest[1].second, longest[2].second}));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(
        run.errors.contains(QByteArray("--at-most: " + QByteArray::number(static_cast<qlonglong>(longest.size() - 3)))),
        run.errors.constData());
}

/// An operator who may not read the times, or asks a broker that has none, must not log everybody off.
void CliByTheClockTest::aBrokerWithoutTimesActsOnNobody()
{
    // The first enumeration is that of the sessions, the second that of their times.
    const SimulatorProcess simulator(
        {text("--sessions"), text("60"), text("--fault"), text("enumerate#2=wmi-error:0x80041003")});
    const ProgramResult run = simulator.cli(text("logoff"), logoffAll({text("--disconnected-for"), text("1m")}));
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.objects().empty());
    QVERIFY2(run.errors.contains("does not tell since when"), run.errors.constData());
    QVERIFY2(run.errors.contains("does not tell for how long: "), run.errors.constData());
    QCOMPARE(simulator.cli(text("list"), {text("--json")}).objects().size(), std::size_t(60));
}

void CliByTheClockTest::nothingIsDoneAtForbiddenTimes_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("span");
    QTest::addColumn<QString>("grace");
    QTest::addColumn<bool>("isForbidden");
    const auto row = [](const char* time, const char* span, const char* grace, bool isForbidden) {
        QTest::addRow("%s in %s, grace %s", time, span, grace)
            << text(time) << text(span) << text(grace) << isForbidden;
    };
    row("12:00:00", "08:00-18:00", "", true);
    row("08:00:00", "08:00-18:00", "", true);
    row("18:00:00", "08:00-18:00", "", false);
    row("03:00:00", "08:00-18:00", "", false);
    row("23:30:00", "22:00-06:00", "", true);
    row("05:59:00", "22:00-06:00", "", true);
    row("12:00:00", "22:00-06:00", "", false);
    row("07:55:00", "08:00-18:00", "10", true); // told before, due within
    row("23:55:00", "00:01-00:02", "30", true); // a span between telling and doing, over midnight
}

void CliByTheClockTest::nothingIsDoneAtForbiddenTimes()
{
    if (fakeClock().isEmpty())
        QSKIP("no libfaketime (package faketime)");
    QFETCH(const QString, time);
    QFETCH(const QString, span);
    QFETCH(const QString, grace);
    QFETCH(const bool, isForbidden);
    QStringList arguments{text("disconnect"),
                          text("--server"),
                          text("demo:30"),
                          text("--state"),
                          text("active"),
                          text("--not-between"),
                          span};
    if (!grace.isEmpty()) {
        arguments[0] = text("logoff");
        arguments << text("--message") << text("Please save.") << text("--grace") << grace;
    }
    const ProgramResult run = runAt(text("2026-11-28 ") + time, arguments + logoffAll({}));
    QCOMPARE(run.exitCode, isForbidden ? 1 : 0);
    QCOMPARE(run.objects().empty(), isForbidden);
    QCOMPARE(run.errors.contains(QByteArray("Nothing was done: --not-between " + span.toLatin1())), isForbidden);
    if (isForbidden) { // what would be done may be seen at any time
        const ProgramResult plan = runAt(text("2026-11-28 ") + time, arguments + logoffAll({text("--dry-run")}));
        QVERIFY2(!plan.errors.contains("--not-between"), plan.errors.constData());
    }
}

void CliByTheClockTest::whatHasNotBegunIsCancelledWhenTheyCome()
{
    if (fakeClock().isEmpty())
        QSKIP("no libfaketime (package faketime)");
    const SimulatorProcess simulator(
        {text("--sessions"), text("60"), text("--logoff-ms"), text("0"), text("--fault"), text("logoff=delay:1500")});
    const ProgramResult run =
        runAt(text("2026-11-28 07:59:54"),
              simulator.arguments(text("logoff")) + QStringList{text("--all-matching"), text("--yes"), text("--json"),
                                                                text("--parallel"), text("1"), text("--not-between"),
                                                                text("08:00-18:00")},
              SimulatorProcess::password() + '\n');
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.errors.contains("What has not begun is cancelled: --not-between 08:00-18:00"), run.errors.constData());
    const auto outcomes = run.objects();
    QVERIFY(
        std::ranges::any_of(outcomes, [](const QJsonObject& row) { return field(row, "outcome") == text("done"); }));
    QVERIFY(std::ranges::any_of(outcomes,
                                [](const QJsonObject& row) { return field(row, "outcome") == text("cancelled"); }));
}

namespace {

/// The last value of a key in one of the files for systemd.
QString valueIn(const char* file, const char* key)
{
    QFile unit(text(DESKWARDEN_SYSTEMD "/") + text(file));
    if (!unit.open(QIODevice::ReadOnly))
        return {};
    QString value;
    for (const QString& line : QString::fromUtf8(unit.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(text(key) + QLatin1Char('=')))
            value = line.mid(static_cast<qsizetype>(qstrlen(key)) + 1);
    }
    return value.startsWith(QLatin1Char('"')) ? value.mid(1, value.size() - 2) : value;
}

} // namespace

/// As systemd.service(5) reads a command: ${NAME} is one argument, $NAME as many as it has words.
void CliByTheClockTest::theUnitStartsWhatItsExampleSays()
{
    if (fakeClock().isEmpty())
        QSKIP("no libfaketime (package faketime)");
    QStringList words = valueIn("deskwarden-logoff@.service", "ExecStart").split(QLatin1Char(' '));
    QCOMPARE(words.takeFirst(), text("deskwarden-cli"));
    QStringList arguments;
    for (const QString& word : words) {
        if (word.startsWith(text("${")))
            arguments << valueIn("logoff-example.conf", word.mid(2).chopped(1).toLatin1().constData());
        else if (word.startsWith(QLatin1Char('$')))
            arguments << valueIn("logoff-example.conf", word.mid(1).toLatin1().constData()).split(QLatin1Char(' '));
        else
            arguments << word;
    }
    QVERIFY(arguments.contains(text("--not-between")) && arguments.contains(text("https://broker.example.com")));
    arguments.replaceInStrings(text("https://broker.example.com"), text("demo:200"));
    const ProgramResult byDay = runAt(text("2026-11-30 12:05:00"), arguments);
    QCOMPARE(byDay.exitCode, 1);
    QVERIFY2(byDay.errors.contains("Nothing was done: --not-between 08:00-18:00"), byDay.errors.constData());
    // The minutes of grace are for people; the farm of the demonstration lives by the same clock.
    arguments.replace(arguments.indexOf(text("--grace")) + 1, text("0"));
    const ProgramResult byNight = runAt(text("2026-11-30 23:05:00"), arguments);
    QVERIFY2(byNight.exitCode == 0, byNight.errors.constData());
    QVERIFY2(byNight.errors.contains(" done"), byNight.errors.constData());
}

void CliByTheClockTest::theDropInHandsThePasswordOverOnStdin()
{
    const SimulatorProcess simulator({text("--sessions"), text("60"), text("--logoff-ms"), text("0")});
    const QTemporaryDir credentials;
    QFile password(credentials.filePath(text("password")));
    QVERIFY(password.open(QIODevice::WriteOnly));
    password.write(SimulatorProcess::password());
    password.close();
    // systemd takes the quotation marks off, as a shell does.
    const QString command = valueIn("password.conf", "ExecStart");
    QVERIFY2(command.startsWith(text("/bin/sh -c '")) && command.endsWith(QLatin1Char('\'')), qPrintable(command));
    QProcess shell;
    QProcessEnvironment environment = support::programEnvironment();
    environment.insert(text("CREDENTIALS_DIRECTORY"), credentials.path());
    environment.insert(text("PATH"), QFileInfo(support::programPath(text("deskwarden-cli"))).canonicalPath() +
                                         text(":/usr/bin:/bin"));
    environment.insert(text("SERVER"), simulator.address());
    environment.insert(text("USER_NAME"), SimulatorProcess::user());
    environment.insert(text("REASON"), text("a reason of words"));
    environment.insert(text("MESSAGE"), text("{user}, it's \"late\" $HOME"));
    environment.insert(text("OPTIONS"), text("--disconnected-for 4h --grace 0 --json"));
    shell.setProcessEnvironment(environment);
    shell.start(text("/bin/sh"), {text("-c"), command.mid(12).chopped(1)});
    QVERIFY(shell.waitForFinished(120'000));
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0, errors.constData());
    QVERIFY(shell.readAllStandardOutput().contains("\"outcome\":\"done\""));
}

QTEST_GUILESS_MAIN(CliByTheClockTest)
#include "CliByTheClockTest.moc"
