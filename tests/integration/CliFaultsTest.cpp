// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/FaultTable.h"
#include "support/ProgramRun.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace deskwarden;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

/// HOST/ID of the first session in that state in which somebody is signed in.
QString sessionIn(const std::vector<QJsonObject>& list, core::ConnectState state)
{
    const auto found = std::ranges::find_if(list, [state](const QJsonObject& row) {
        return row.value(QLatin1String("ConnectState")).toInt(-1) == static_cast<int>(state) &&
               !row.value(QLatin1String("UserName")).toString().isEmpty();
    });
    if (found == list.end())
        return {};
    return found->value(QLatin1String("VMHostName")).toString() + QLatin1Char('/') +
           QString::number(found->value(QLatin1String("SessionId")).toInteger());
}

int exitCodeFor(const QString& outcome)
{
    if (outcome == QLatin1String("done") || outcome == QLatin1String("already_gone"))
        return 0;
    return outcome == QLatin1String("unknown") ? 4 : 1;
}

/// What became of one row's run.
struct ActRecord
{
    QByteArray complaint; ///< why there was no run
    ProgramResult act;
    std::vector<QJsonObject> journal;
};

ActRecord runAct(const integration::FaultRow& row)
{
    ActRecord record;
    const QTemporaryDir folder;
    const QString journal = folder.filePath(text("journal"));
    const SimulatorProcess simulator({text("--sessions"), text("40"), text("--seed"), text("7"), text("--logoff-ms"),
                                      text("50:150"), text("--journal"), journal, text("--fault"), text(row.fault)});
    if (!simulator.isListening()) {
        record.complaint = "no simulator: " + simulator.complaint();
        return record;
    }
    const ProgramResult list = simulator.cli(text("list"), {text("--json")});
    const QString session = sessionIn(list.objects(), row.on);
    if (session.isEmpty()) {
        record.complaint = "no list: " + list.errors;
        return record;
    }
    QStringList arguments{text("--session"),        session,           text("--yes"),
                          text("--json"),           text("--timeout"), text("3"),
                          text("--verify-timeout"), text("2")};
    if (qstrcmp(row.verb, "message") == 0)
        arguments << text("--title") << text("T") << text("--text") << text("Please save your work");
    record.act = simulator.cli(text(row.verb), arguments);
    record.journal = support::journalIn(journal);
    return record;
}

ProgramResult runList(const integration::ListFaultRow& row)
{
    const SimulatorProcess simulator(
        {text("--sessions"), text("400"), text("--seed"), text("7"), text("--fault"), text(row.fault)});
    if (!simulator.isListening())
        return {-1, {}, "no simulator: " + simulator.complaint(), {}};
    return simulator.cli(text("list"), {text("--json"), text("--timeout"), text("3")});
}

} // namespace

/// The fault language as runs of the two programs. They mostly wait, so they run side by side before the rows are
/// looked at one by one.
class CliFaultsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void actsEndAsPromised_data();
    void actsEndAsPromised();
    void listsEndAsPromised_data();
    void listsEndAsPromised();
    void aQuestionThatBeginsAnewPrintsNoRowTwice_data();
    void aQuestionThatBeginsAnewPrintsNoRowTwice();
    void aFaultThatNoHostCanMeetIsRefusedAtTheStart();

private:
    std::vector<ActRecord> m_acts;
    std::vector<ProgramResult> m_lists;
};

void CliFaultsTest::aFaultThatNoHostCanMeetIsRefusedAtTheStart()
{
    const ProgramResult refused =
        support::runProgram(text("deskwarden-simulator"), {text("--fault"), text("logoff@no-such-host/7#2=hang")});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.errors.contains("@no-such-host: there is no such VM host, write "), refused.errors.constData());
    QVERIFY(!refused.output.contains("listening"));
}

void CliFaultsTest::initTestCase()
{
    const auto acts = integration::faultRows();
    const auto lists = integration::listFaultRows();
    m_acts.resize(acts.size());
    m_lists.resize(lists.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t index = next++; index < acts.size() + lists.size(); index = next++) {
            if (index < acts.size())
                m_acts[index] = runAct(acts[index]);
            else
                m_lists[index - acts.size()] = runList(lists[index - acts.size()]);
        }
    };
    std::vector<std::thread> workers;
    for (int count = 0; count < 8; ++count)
        workers.emplace_back(work);
    for (std::thread& worker : workers)
        worker.join();
}

void CliFaultsTest::actsEndAsPromised_data()
{
    QTest::addColumn<int>("row");
    int index = 0;
    for (const integration::FaultRow& row : integration::faultRows())
        QTest::newRow(row.fault) << index++;
}

void CliFaultsTest::actsEndAsPromised()
{
    QFETCH(const int, row);
    const integration::FaultRow& expected = integration::faultRows()[static_cast<std::size_t>(row)];
    const ActRecord& record = m_acts[static_cast<std::size_t>(row)];
    QVERIFY2(record.complaint.isEmpty(), record.complaint.constData());
    const auto outcomes = record.act.objects();
    QVERIFY2(outcomes.size() == 1, record.act.errors.constData());
    const QJsonObject& outcome = outcomes.front();
    QCOMPARE(outcome.value(QLatin1String("outcome")).toString(), text(expected.outcome));
    QCOMPARE(outcome.value(QLatin1String("returnValue")).toInt(-1), expected.returnValue);
    QCOMPARE(record.act.exitCode, exitCodeFor(text(expected.outcome)));
    const QString message = outcome.value(QLatin1String("message")).toString();
    QVERIFY(!message.isEmpty());
    if (expected.returnValue == 5) { // could list, cannot act there: the sentence says where
        const QString host = outcome.value(QLatin1String("VMHostName")).toString();
        QVERIFY2(message.contains(text("on VM host ") + host + text(".")), qPrintable(message));
    }
    QVERIFY(!record.act.says(SimulatorProcess::password()));
    if (expected.skipped != nullptr)
        QCOMPARE(outcome.value(QLatin1String("symbol")).toString(), text(expected.skipped));
    const auto acts = std::ranges::count_if(record.journal, [&expected](const QJsonObject& line) {
        return line.value(QLatin1String("action")).toString() == text(expected.verb);
    });
    QCOMPARE(static_cast<int>(acts), expected.carriedOut);
}

void CliFaultsTest::listsEndAsPromised_data()
{
    QTest::addColumn<int>("row");
    int index = 0;
    for (const integration::ListFaultRow& row : integration::listFaultRows())
        QTest::newRow(row.fault) << index++;
}

void CliFaultsTest::listsEndAsPromised()
{
    QFETCH(const int, row);
    const integration::ListFaultRow& expected = integration::listFaultRows()[static_cast<std::size_t>(row)];
    const ProgramResult& list = m_lists[static_cast<std::size_t>(row)];
    QVERIFY2(list.exitCode == (expected.isListed ? 0 : 3), list.errors.constData());
    if (expected.isListed)
        QCOMPARE(list.objects().size(), std::size_t(400));
    else
        QVERIFY(list.errors.contains("deskwarden-cli: "));
    QVERIFY(!list.says(SimulatorProcess::password()));
    QVERIFY2(list.took < std::chrono::seconds(20), "far beyond --timeout 3");
}

void CliFaultsTest::aQuestionThatBeginsAnewPrintsNoRowTwice_data()
{
    QTest::addColumn<QString>("fault");
    for (const char* fault : {"pull#1=http:401", "pull#1=fault:0x8033801B", "pull#1=fault:0x80338049"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void CliFaultsTest::aQuestionThatBeginsAnewPrintsNoRowTwice()
{
    QFETCH(const QString, fault);
    const SimulatorProcess server(
        QStringList{text("--sessions"), text("400"), text("--envelope-kb"), text("100"), text("--fault"), fault});
    QVERIFY2(server.isListening(), server.complaint().constData());
    const ProgramResult said = support::runProgram(text("deskwarden-cli"),
                                                   {text("query"), text("SELECT * FROM Win32_VirtualDesktopSession"),
                                                    text("--json"), text("--server"), server.address(), text("--user"),
                                                    SimulatorProcess::user(), text("--password-stdin")},
                                                   SimulatorProcess::password() + '\n');
    QVERIFY2(said.exitCode == 0, said.errors.constData());
    QList<QByteArray> lines = said.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 400);
    std::ranges::sort(lines);
    QVERIFY(std::ranges::adjacent_find(lines) == lines.end());
}

QTEST_GUILESS_MAIN(CliFaultsTest)
#include "CliFaultsTest.moc"
