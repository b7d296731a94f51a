// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityModel.h"
#include "models/table/TableText.h"
#include "models/texts/JsonLines.h"
#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::models;
using management::ActionPhase;
using management::OutcomeKind;
using tests::finished;

namespace {

std::chrono::system_clock::time_point fixedNow()
{
    return std::chrono::system_clock::time_point{std::chrono::hours(400'000)};
}

std::vector<management::ActionRequest> requests(std::size_t count)
{
    std::vector<management::ActionRequest> made;
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = static_cast<std::uint32_t>(i + 1);
        made.push_back(tests::request(id, tests::session("http://b", "HV1", id, "anna")));
    }
    return made;
}

QString cell(const ActivityModel& model, int row, ActivityColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class ActivityTest final : public QObject
{
    Q_OBJECT

private slots:
    void aLineFollowsItsAct();
    void aFailureShowsCodeSentenceAndNextStep();
    void aLateStepDoesNotUndoTheOutcome();
    void oneBatchOfReportsIsOneChangedRange();
    void whoWasToldIsCountedDown();
    void anActKeepsItsLine();
    void finishedLinesCanBeCleared();
    void scatteredFinishedLinesGoInOneStep();
    void aBatchInManyPiecesIsOneChangedRange();
    void aSilentCallIsToldWithTheSeconds();
    void formulasAreNeutralised_data();
    void formulasAreNeutralised();
    void copiedRowsComeInTableOrder();
    void outcomesFollowTheContract();
    void probeStagesFollowTheContract();
};

void ActivityTest::aLineFollowsItsAct()
{
    ActivityModel model(fixedNow);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(2));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, ActivityColumn::Result), QStringLiteral("Queued"));
    QCOMPARE(cell(model, 0, ActivityColumn::Session), QStringLiteral("HV1/1"));
    model.apply(std::vector{tests::report(1, ActionPhase::Verifying)});
    QCOMPARE(cell(model, 0, ActivityColumn::Result), QStringLiteral("Signing out"));
    model.apply(std::vector{finished(1, OutcomeKind::Done, 0), finished(99, OutcomeKind::Done, 0)});
    QCOMPARE(cell(model, 0, ActivityColumn::Result), QStringLiteral("Done"));
    QCOMPARE(model.progress(), (ActivityProgress{2, 1, 1, 0, 0}));
}

void ActivityTest::whoWasToldIsCountedDown()
{
    auto now = fixedNow();
    ActivityModel model([&now] { return now; });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(3));
    QCOMPARE(model.countdown(), Countdown());
    management::ActionReport told = tests::report(2, ActionPhase::Told);
    told.remaining = std::chrono::minutes(5);
    model.apply(std::vector{told});
    QCOMPARE(cell(model, 1, ActivityColumn::Result), QStringLiteral("Log-off in 5:00"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy counted(&model, &ActivityModel::countdownChanged);
    now += std::chrono::milliseconds(28'400);
    told.id = 3;
    model.apply(std::vector{told});
    changed.clear();
    model.countDown();
    QCOMPARE(counted.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 1, ActivityColumn::Result), QStringLiteral("Log-off in 4:32"));
    QCOMPARE(model.countdown(), (Countdown{2, std::chrono::milliseconds(271'600)}));
    now += std::chrono::hours(1);
    QCOMPARE(cell(model, 1, ActivityColumn::Result), QStringLiteral("Log-off in 0:00"));
    now -= std::chrono::hours(3); // the clock was put back
    QCOMPARE(cell(model, 1, ActivityColumn::Result), QStringLiteral("Log-off in 5:00"));
    model.apply(std::vector{tests::report(2, ActionPhase::Queued), finished(3, OutcomeKind::Cancelled)});
    QCOMPARE(model.countdown(), Countdown());
    model.countDown();
    QCOMPARE(counted.count(), 1);
}

void ActivityTest::anActKeepsItsLine()
{
    ActivityModel model(fixedNow);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(2));
    model.apply(std::vector{tests::report(1, ActionPhase::Told)});
    model.add(requests(3));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.phaseAt(0), ActionPhase::Told);
    QCOMPARE(model.progress().total, std::size_t(3));
    model.add(requests(3));
    QCOMPARE(model.rowCount(), 3);
}

void ActivityTest::aFailureShowsCodeSentenceAndNextStep()
{
    ActivityModel model(fixedNow);
    model.add(requests(1));
    model.apply(std::vector{finished(1, OutcomeKind::Failed, 7045)});
    QVERIFY(cell(model, 0, ActivityColumn::Code).startsWith(QStringLiteral("7045 (0x00001B85 ERROR_CTX")));
    QVERIFY(cell(model, 0, ActivityColumn::Explanation).contains(QStringLiteral("not log off on VM host ")));
    QVERIFY(!cell(model, 0, ActivityColumn::NextStep).isEmpty());
    QCOMPARE(model.progress().bad, 1U);
}

void ActivityTest::aLateStepDoesNotUndoTheOutcome()
{
    ActivityModel model(fixedNow);
    model.add(requests(1));
    model.apply(std::vector{finished(1, OutcomeKind::Unknown), tests::report(1, ActionPhase::Running)});
    QCOMPARE(cell(model, 0, ActivityColumn::Result), QStringLiteral("Unknown"));
    QCOMPARE(model.progress(), (ActivityProgress{1, 1, 0, 0, 1}));
}

void ActivityTest::oneBatchOfReportsIsOneChangedRange()
{
    ActivityModel model(fixedNow);
    model.add(requests(10'000));
    std::vector<management::ActionReport> reports;
    for (std::uint64_t id = 10'000; id > 0; --id)
        reports.push_back(finished(id, OutcomeKind::Done, 0));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy progress(&model, &ActivityModel::progressChanged);
    model.apply(reports);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(progress.count(), 1);
}

void ActivityTest::finishedLinesCanBeCleared()
{
    ActivityModel model(fixedNow);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(6));
    model.apply(std::vector{finished(1, OutcomeKind::Done), finished(2, OutcomeKind::Failed, 5),
                            finished(5, OutcomeKind::Done)});
    model.clearFinished();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.requestAt(0).id, 3U);
    model.apply(std::vector{finished(6, OutcomeKind::Done)});
    QCOMPARE(cell(model, 2, ActivityColumn::Result), QStringLiteral("Done"));
    QCOMPARE(model.progress(), (ActivityProgress{3, 1, 1, 0, 0}));
    QCOMPARE(model.finishedAs(OutcomeKind::Done), 1U);
    QCOMPARE(model.finishedAs(OutcomeKind::Failed), 0U);
}

void ActivityTest::scatteredFinishedLinesGoInOneStep()
{
    ActivityModel model(fixedNow);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.add(requests(100));
    QItemSelectionModel selection(&model);
    const QPersistentModelIndex kept = model.index(49, 3);     // the act 50
    const QPersistentModelIndex forgotten = model.index(2, 0); // the act 3
    selection.select(model.index(49, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    std::vector<management::ActionReport> everyThird;
    for (std::uint64_t id = 3; id <= 100; id += 3)
        everyThird.push_back(finished(id, OutcomeKind::Done));
    model.apply(everyThird);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    model.clearFinished();
    QCOMPARE(removals.size(), 1);
    QVERIFY(!forgotten.isValid());
    QCOMPARE(kept.column(), 3);
    QCOMPARE(kept.data(ActivityModel::IdRole).toUInt(), 50U);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().front().row(), kept.row());
    QCOMPARE(model.rowCount(), 67);
    for (int row = 1; row < model.rowCount(); ++row)
        QVERIFY(model.requestAt(row - 1).id < model.requestAt(row).id);
    // Later reports still find their lines.
    model.apply(std::vector{finished(50, OutcomeKind::Failed, 5)});
    QCOMPARE(model.phaseAt(kept.row()), ActionPhase::Finished);
}

void ActivityTest::aBatchInManyPiecesIsOneChangedRange()
{
    ActivityModel model(fixedNow);
    model.add(requests(1000));
    std::vector<management::ActionReport> everySecond;
    for (std::uint64_t id = 3; id < 1000; id += 2)
        everySecond.push_back(finished(id, OutcomeKind::Done));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.apply(everySecond);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.front().at(1).toModelIndex().row(), 998);
}

void ActivityTest::aSilentCallIsToldWithTheSeconds()
{
    auto now = fixedNow();
    ActivityModel model([&now] { return now; });
    model.add(requests(2));
    model.apply(std::vector{tests::report(1, ActionPhase::Running), tests::report(2, ActionPhase::Announced)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.countDown();
    QCOMPARE(changed.count(), 0);
    const QString running = cell(model, 0, ActivityColumn::Result);
    now += std::chrono::seconds(14);
    model.countDown();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 0, ActivityColumn::Result), QStringLiteral("HV1 does not answer, 14 s"));
    QVERIFY(running != cell(model, 0, ActivityColumn::Result));
    QVERIFY(!cell(model, 1, ActivityColumn::Result).contains(QLatin1String("answer"))); // nobody was asked yet
    model.apply(std::vector{finished(1, OutcomeKind::Done)});
    QCOMPARE(cell(model, 0, ActivityColumn::Result), QStringLiteral("Done"));
    changed.clear();
    model.countDown();
    QCOMPARE(changed.count(), 0);
}

void ActivityTest::formulasAreNeutralised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << QStringLiteral("PC-7") << QStringLiteral("PC-7");
    QTest::newRow("equals") << QStringLiteral("=cmd|' /C calc'!A0") << QStringLiteral("'=cmd|' /C calc'!A0");
    QTest::newRow("plus") << QStringLiteral("+1") << QStringLiteral("'+1");
    QTest::newRow("minus") << QStringLiteral("-1") << QStringLiteral("'-1");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("'@SUM(A1)");
    QTest::newRow("after a space") << QStringLiteral(" =1") << QStringLiteral("' =1");
    QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("\"'\t=1\"");
    QTest::newRow("quotes") << QStringLiteral("a \"b\", c") << QStringLiteral("\"a \"\"b\"\", c\"");
    QTest::newRow("formula in quotes") << QStringLiteral("=\"a\",1") << QStringLiteral("\"'=\"\"a\"\",1\"");
    QTest::newRow("empty") << QString() << QString();
}

void ActivityTest::formulasAreNeutralised()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
}

void ActivityTest::copiedRowsComeInTableOrder()
{
    QStandardItemModel model(4, 2);
    for (int row = 0; row < 4; ++row) {
        model.setItem(row, 0, new QStandardItem(QString::number(row)));
        model.setItem(row, 1, new QStandardItem(row == 2 ? QStringLiteral("=x\ty") : QStringLiteral("t")));
    }
    model.setHorizontalHeaderLabels({QStringLiteral("A"), QStringLiteral("B")});
    QItemSelection selection;
    selection.select(model.index(2, 0), model.index(3, 1));
    selection.append(QItemSelectionRange(model.index(0, 0), model.index(0, 1)));
    selection.append(QItemSelectionRange(model.index(2, 1), model.index(2, 1)));
    QCOMPARE(copyTable(model, selection, TableFormat::TabSeparated), QStringLiteral("A\tB\n0\tt\n2\t'=x y\n3\tt\n"));
    QCOMPARE(copyTable(model, {}, TableFormat::Csv).count(QStringLiteral("\r\n")), 5);
}

void ActivityTest::outcomesFollowTheContract()
{
    management::ActionRequest request = tests::request(1, tests::session("http://b", "HV1", 4294967295U, ""));
    management::Outcome outcome;
    outcome.kind = OutcomeKind::Failed;
    outcome.returnValue = 0x80041003;
    outcome.elapsed = std::chrono::milliseconds(12);
    const QJsonObject object = toJson(request, outcome);
    for (const char* const name : {"VMHostName", "SessionId", "UserName", "DomainName", "VMName", "action", "outcome",
                                   "returnValue", "status", "symbol", "message", "elapsedMs"})
        QVERIFY2(object.contains(QString::fromUtf8(name)), name);
    QCOMPARE(object.size(), 12);
    QVERIFY(object[QStringLiteral("UserName")].isNull());
    QCOMPARE(object[QStringLiteral("SessionId")].toDouble(), 4294967295.0);
    QCOMPARE(object[QStringLiteral("returnValue")].toDouble(), 2147749891.0);
    QVERIFY(object[QStringLiteral("status")].isNull());
    QCOMPARE(object[QStringLiteral("symbol")].toString(), QStringLiteral("WBEM_E_ACCESS_DENIED"));
    QCOMPARE(object[QStringLiteral("outcome")].toString(), QStringLiteral("failed"));
    QCOMPARE(object[QStringLiteral("elapsedMs")].toInt(), 12);

    outcome = {};
    outcome.kind = OutcomeKind::Skipped;
    outcome.skipReason = management::SkipReason::UserChanged;
    QCOMPARE(toJson(request, outcome)[QStringLiteral("symbol")].toString(), QStringLiteral("user_changed"));

    management::Outcome refused;
    refused.kind = OutcomeKind::Failed;
    refused.error = core::ManagementError{};
    refused.error->kind = core::ErrorKind::EncryptionRequired;
    refused.error->code = 500;
    QCOMPARE(toJson(request, refused)[QStringLiteral("status")].toInt(), 500);
    QCOMPARE(toJson(request, refused)[QStringLiteral("symbol")].toString(), QStringLiteral("encryption_required"));
}

void ActivityTest::probeStagesFollowTheContract()
{
    management::StageReport report;
    report.stage = management::ProbeStage::SignIn;
    QCOMPARE(jsonLine(toJson(report, {})), QByteArray(R"({"message":"Passed.","ok":true,"remedy":"","stage":"sign_in"})"
                                                      "\n"));
    report.error = core::ManagementError{};
    report.error->kind = core::ErrorKind::SignInRefused;
    QVERIFY(!toJson(report, {})[QStringLiteral("ok")].toBool());
    QVERIFY(!toJson(report, {})[QStringLiteral("remedy")].toString().isEmpty());
}

QTEST_APPLESS_MAIN(ActivityTest)
#include "ActivityTest.moc"
