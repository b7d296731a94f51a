// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"

#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace deskwarden;
using namespace deskwarden::models;
using management::ActionKind;
using management::ActionPhase;
using management::OutcomeKind;
using tests::finished;

namespace {

std::chrono::system_clock::time_point batchNow()
{
    return std::chrono::system_clock::time_point{std::chrono::hours(400'000)};
}

std::vector<management::ActionRequest> batchOf(std::uint64_t batch, std::uint32_t first, std::uint32_t count,
                                               ActionKind kind = ActionKind::Logoff)
{
    std::vector<management::ActionRequest> made;
    for (std::uint32_t id = first; id < first + count; ++id) {
        made.push_back(tests::request(id, tests::session("http://b", "HV1", id, "anna")));
        made.back().batch = batch;
        made.back().action.kind = kind;
    }
    return made;
}

/// The ids of the acts, 0 for a head.
std::vector<std::uint64_t> shown(const ActivityBatches& batches)
{
    std::vector<std::uint64_t> ids;
    for (int row = 0; row < batches.rowCount(); ++row)
        ids.push_back(batches.lineAt(row) < 0 ? 0 : batches.acts().requestAt(batches.lineAt(row)).id);
    return ids;
}

QString head(const ActivityBatches& batches, int row)
{
    return batches.index(row, 0).data().toString();
}

} // namespace

/// The acts by batches, as Activity shows them.
class ActivityBatchesTest final : public QObject
{
    Q_OBJECT

private slots:
    void theNewestIsOpenAndTheOthersAreOneLine();
    void failuresComeFirst();
    void messagesBeforeActsArePartOfTheBatch();
    void onlyTheFailedOnesOfOneBatchAreTriedAgain();
    void aFilterLeavesTheBatchesThatHaveIt();
    void whateverHappensTheRowsAreRight();
};

void ActivityBatchesTest::theNewestIsOpenAndTheOthersAreOneLine()
{
    ActivityModel acts(batchNow);
    ActivityBatches batches(acts);
    const QAbstractItemModelTester tester(&batches, QAbstractItemModelTester::FailureReportingMode::QtTest);
    acts.add(batchOf(10, 1, 3));
    QCOMPARE(shown(batches), (std::vector<std::uint64_t>{0, 1, 2, 3}));
    acts.add(batchOf(20, 4, 2, ActionKind::Disconnect));
    QCOMPARE(shown(batches), (std::vector<std::uint64_t>{0, 4, 5, 0}));
    QVERIFY(head(batches, 0).contains(QLatin1String("Disconnect 2 sessions")));
    QVERIFY(head(batches, 3).contains(QLatin1String("Log off 3 sessions")));
    batches.toggle(10);
    QCOMPARE(shown(batches), (std::vector<std::uint64_t>{0, 4, 5, 0, 1, 2, 3}));
    batches.toggle(20);
    QCOMPARE(shown(batches), (std::vector<std::uint64_t>{0, 0, 1, 2, 3}));
    QVERIFY(!batches.index(0, 0).data(ActivityBatches::OpenRole).toBool());
    acts.apply(std::vector{finished(1, OutcomeKind::Done)});
    acts.clearFinished();
    QCOMPARE(shown(batches), (std::vector<std::uint64_t>{0, 0, 2, 3}));
}

void ActivityBatchesTest::failuresComeFirst()
{
    ActivityModel acts(batchNow);
    ActivityBatches batches(acts);
    const QAbstractItemModelTester tester(&batches, QAbstractItemModelTester::FailureReportingMode::QtTest);
    acts.add(batchOf(1, 1, 8));
    const QPersistentModelIndex third = batches.index(3, 1);
    acts.apply(std::vector{finished(1, OutcomeKind::Done), finished(2, OutcomeKind::AlreadyGone),
                           finished(3, OutcomeKind::Cancelled), finished(4, OutcomeKind::Skipped),
                           finished(5, OutcomeKind::StillSigningOut), finished(6, OutcomeKind::Unknown),
                           finished(7, OutcomeKind::Failed, 5)});
    QTRY_COMPARE_WITH_TIMEOUT(shown(batches), (std::vector<std::uint64_t>{0, 7, 6, 5, 4, 8, 3, 1, 2}), 20000);
    QCOMPARE(third.row(), 6); // what was chosen goes along
    QVERIFY(head(batches, 0).contains(QLatin1String("1 failed, 1 unknown")));
    QVERIFY(head(batches, 0).contains(QLatin1String("7 of 8 finished")));
}

void ActivityBatchesTest::messagesBeforeActsArePartOfTheBatch()
{
    ActivityModel acts(batchNow);
    ActivityBatches batches(acts);
    acts.add(batchOf(1, 1, 2, ActionKind::Message));
    QCOMPARE(batches.batches().front().kind, ActionKind::Message);
    acts.add(batchOf(1, 3, 2));
    QCOMPARE(batches.batches().size(), std::size_t{1});
    QCOMPARE(batches.batches().front().kind, ActionKind::Logoff);
    QCOMPARE(batches.batches().front().acts, std::size_t{2});
    QCOMPARE(batches.batches().front().lines, std::size_t{4});
}

void ActivityBatchesTest::onlyTheFailedOnesOfOneBatchAreTriedAgain()
{
    ActivityModel acts(batchNow);
    ActivityBatches batches(acts);
    acts.add(batchOf(1, 1, 7));
    acts.add(batchOf(2, 8, 2));
    acts.apply(std::vector{finished(1, OutcomeKind::Done), finished(2, OutcomeKind::AlreadyGone),
                           finished(3, OutcomeKind::Cancelled), finished(4, OutcomeKind::Skipped),
                           finished(5, OutcomeKind::StillSigningOut), finished(6, OutcomeKind::Unknown),
                           finished(7, OutcomeKind::Failed, 5), finished(8, OutcomeKind::Failed, 5)});
    const auto failed = batches.failedOf(1);
    QCOMPARE(failed.size(), std::size_t{1});
    QCOMPARE(failed.front().id, std::uint64_t{7});
    QVERIFY(batches.failedOf(3).empty());
}

void ActivityBatchesTest::aFilterLeavesTheBatchesThatHaveIt()
{
    ActivityModel acts(batchNow);
    ActivityBatches batches(acts);
    const QAbstractItemModelTester tester(&batches, QAbstractItemModelTester::FailureReportingMode::QtTest);
    acts.add(batchOf(1, 1, 2));
    acts.add(batchOf(2, 3, 2));
    batches.setFilter(OutcomeKind::Failed);
    QCOMPARE(batches.rowCount(), 0);
    acts.apply(std::vector{finished(4, OutcomeKind::Failed, 5)});
    QTRY_COMPARE_WITH_TIMEOUT(shown(batches), (std::vector<std::uint64_t>{0, 4}), 20000);
    batches.setFilter(std::nullopt);
    QCOMPARE(shown(batches), (std::vector<std::uint64_t>{0, 4, 3, 0}));
}

void ActivityBatchesTest::whateverHappensTheRowsAreRight()
{
    QRandomGenerator dice(7);
    ActivityModel acts(batchNow);
    ActivityBatches batches(acts);
    const QAbstractItemModelTester tester(&batches, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::uint32_t next = 1;
    for (int step = 0; step < 300; ++step) {
        switch (dice.bounded(6)) {
        case 0: {
            const auto count = static_cast<std::uint32_t>(dice.bounded(1, 6));
            acts.add(batchOf(dice.bounded(1U, 9U), next, count));
            next += count;
            break;
        }
        case 1:
            batches.toggle(dice.bounded(1U, 9U));
            break;
        case 2:
            acts.clearFinished();
            break;
        case 3:
            batches.setFilter(dice.bounded(3) == 0 ? std::optional(OutcomeKind::Failed) : std::nullopt);
            break;
        case 4:
        case 5:
            acts.apply(std::vector{finished(dice.bounded(1U, next + 1), static_cast<OutcomeKind>(dice.bounded(7)))});
            batches.arrange();
            break;
        }
        std::uint64_t batch = 0;
        for (int row = 0; row < batches.rowCount(); ++row) {
            if (batches.lineAt(row) < 0) {
                QVERIFY(row == 0 || batches.batchAt(row) < batch); // newest first
                batch = batches.batchAt(row);
                QVERIFY(batches.find(batch) != nullptr);
                continue;
            }
            QCOMPARE(acts.requestAt(batches.lineAt(row)).batch, batch);
            QCOMPARE(batches.index(row, 1).data(), acts.index(batches.lineAt(row), 1).data());
        }
    }
}

QTEST_GUILESS_MAIN(ActivityBatchesTest)
#include "ActivityBatchesTest.moc"
