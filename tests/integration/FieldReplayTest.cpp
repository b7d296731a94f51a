// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"
#include "support/ReplayServer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace deskwarden;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;
using tests::ReplayServer;
using wsman::ReportLine;

namespace {

wsman::Report reportIn(const QByteArray& bytes)
{
    auto report = wsman::readReport(bytes.toStdString() + "\n");
    return report ? *std::move(report) : wsman::Report();
}

wsman::Report reportFrom(const QString& name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? reportIn(file.readAll().trimmed()) : wsman::Report();
}

/// What came of each question; not what differs between two computers: names, ports, TLS.
QStringList resultsIn(const wsman::Report& report)
{
    QStringList results;
    for (const ReportLine& line : report) {
        const QString words = QString::fromStdString(line.text);
        const bool isResult = words.startsWith(QLatin1String("stage ")) || words.startsWith(QLatin1String("list ")) ||
                              words.startsWith(QLatin1String("rows: ")) || words.startsWith(QLatin1String("got"));
        if (line.kind != ReportLine::Kind::Remark || !isResult || words.startsWith(QLatin1String("stage tls")))
            continue;
        const qsizetype passed = words.indexOf(QLatin1String(" passed"));
        results << (passed > 0 ? words.left(passed) : words);
    }
    return results;
}

/// Of classes that were not asked when the report was made, the replay knows nothing: they are left out, with what came
/// of them.
QStringList askedThen(const QStringList& results, const QStringList& then)
{
    QStringList asked;
    for (qsizetype i = 0; i < results.size(); ++i) {
        if (results.at(i).startsWith(QLatin1String("list ")) && !then.contains(results.at(i)))
            ++i; // what came of it
        else
            asked << results.at(i);
    }
    return asked;
}

ProgramResult cliAgainst(const ReplayServer& server, const QString& verb, const QStringList& more = {})
{
    const QStringList arguments{verb,           text("--server"), text("http://127.0.0.1:%1").arg(server.port()),
                                text("--user"), text("u"),        text("--password-stdin"),
                                text("--auth"), text("basic")};
    return support::runProgram(text("deskwarden-cli"), arguments + more, "p\n");
}

} // namespace

/// Reports of strangers: what their brokers said is asked and read anew, by the real program.
class FieldReplayTest final : public QObject
{
    Q_OBJECT

private slots:
    void aReportIsReadAsItsBrokerWas_data();
    void aReportIsReadAsItsBrokerWas();
    void theReportIsShownAndSavedForItsMakerAlone();
    void aFileThatIsThereIsLeftAlone();
    void noNameOfTheSimulatorIsInItsReport();
    void aBrokerThatIsNotThereIsReportedToo();
};

void FieldReplayTest::aReportIsReadAsItsBrokerWas_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(text(DESKWARDEN_REPORTS));
    for (const QString& name : folder.entryList({text("*.report")}, QDir::Files))
        QTest::newRow(name.toLatin1().constData()) << folder.filePath(name);
}

void FieldReplayTest::aReportIsReadAsItsBrokerWas()
{
    QFETCH(QString, file);
    const wsman::Report report = reportFrom(file);
    QVERIFY(report.size() > 10);
    const ReplayServer server(report);
    const ProgramResult again = cliAgainst(server, text("report"));
    QVERIFY2(again.exitCode == 0 || again.exitCode == 3, again.errors.constData());
    const QStringList asked = resultsIn(reportIn(again.output.trimmed()));
    const QStringList askedBefore = askedThen(asked, resultsIn(report));
    QCOMPARE(askedBefore, resultsIn(report));
    QCOMPARE(server.unknown() > 0, askedBefore != asked);
    // The list has as many rows, unless the report says that it was not read to its end.
    const QStringList results = resultsIn(report);
    const qsizetype list = results.indexOf(text("list Win32_VirtualDesktopSession"));
    QVERIFY(list >= 0);
    const QString rows = results.value(list + 1);
    const ProgramResult sessions = cliAgainst(server, text("list"), {text("--json")});
    if (rows == text("rows: %1").arg(sessions.objects().size()))
        return;
    QVERIFY2(rows.contains(QLatin1Char(',')) || sessions.says("left out") || sessions.exitCode != 0,
             QByteArray(rows.toUtf8() + sessions.errors).constData());
}

void FieldReplayTest::theReportIsShownAndSavedForItsMakerAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(text("mine.report"));
    const ProgramResult made = support::runProgram(
        text("deskwarden-cli"), {text("report"), text("--server"), text("demo:5"), text("--to"), file});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().trimmed(), made.output.trimmed());
    QCOMPARE(saved.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    QVERIFY(made.errors.contains("mine.report"));
    QVERIFY(resultsIn(reportIn(made.output.trimmed())).contains(text("rows: 5")));
}

void FieldReplayTest::aFileThatIsThereIsLeftAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(text("there"));
    const QString link = folder.filePath(text("link"));
    {
        QFile there(file);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("mine");
    }
    QVERIFY(QFile::link(folder.filePath(text("nowhere")), link));
    for (const QString& name : {file, link}) {
        const ProgramResult made = support::runProgram(
            text("deskwarden-cli"), {text("report"), text("--server"), text("demo:5"), text("--to"), name});
        QCOMPARE(made.exitCode, 2);
        QVERIFY(made.output.isEmpty());
    }
    QFile there(file);
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
    QVERIFY(!QFile::exists(folder.filePath(text("nowhere"))));
}

void FieldReplayTest::noNameOfTheSimulatorIsInItsReport()
{
    const SimulatorProcess simulator({text("--sessions"), text("40"), text("--seed"), text("5"), text("--fault"),
                                      text("enumerate#3=wmi-error:0x80041003")});
    QVERIFY2(simulator.isListening(), simulator.complaint().constData());
    const auto sessions = simulator.cli(text("list"), {text("--json")}).objects();
    QCOMPARE(sessions.size(), std::size_t(40));
    const ProgramResult made = simulator.cli(text("report"), {});
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QString shown = QString::fromUtf8(made.output).toLower();
    QVERIFY(!shown.contains(QString::fromLatin1(SimulatorProcess::password()).toLower()));
    QVERIFY(!shown.contains(SimulatorProcess::user()));
    for (const QJsonObject& session : sessions) {
        for (const char* name : {"UserName", "DomainName", "VMName", "VMHostName", "CollectionId", "ClientMachineName"})
        {
            const QString value = field(session, name).toLower();
            QVERIFY2(value.size() < 3 || !shown.contains(value), qPrintable(value));
        }
    }
}

void FieldReplayTest::aBrokerThatIsNotThereIsReportedToo()
{
    const ProgramResult made = support::runProgram(
        text("deskwarden-cli"), {text("report"), text("--server"), text("http://contoso-broker.invalid")});
    QCOMPARE(made.exitCode, 3);
    QVERIFY2(made.output.contains("stage name failed: name_not_resolved"), made.output.constData());
    QVERIFY2(!made.output.contains("contoso"), made.output.constData());
}

QTEST_GUILESS_MAIN(FieldReplayTest)
#include "FieldReplayTest.moc"
