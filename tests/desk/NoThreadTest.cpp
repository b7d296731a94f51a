// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/CrashRecovery.h"
#include "desk/OpenActsLookup.h"
#include "desk/ProbeRun.h"
#include "storage/AuditLog.h"
#include "support/FakeConnection.h"
#include "support/FewThreads.h"
#include "support/MemoryLedger.h"
#include "support/Sessions.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace deskwarden;

namespace {

constexpr int patience = 30'000;

core::Session lostSession(std::uint32_t id)
{
    return tests::session("http://broker", "HV1", id, "anna");
}

} // namespace

/// The system has no thread left: it is told like any other failure.
class NoThreadTest final : public QObject
{
    Q_OBJECT

private slots:
    void aProbeFailsAtItsFirstStage()
    {
        support::FakeBroker broker;
        desk::ProbeRun probe(nullptr, support::FewThreads(0));
        std::vector<management::StageReport> stages;
        connect(&probe, &desk::ProbeRun::stagePassed, this,
                [&stages](const management::StageReport& report) { stages.push_back(report); });
        QSignalSpy finished(&probe, &desk::ProbeRun::finished);
        probe.start(broker.connector(), "ns");
        QVERIFY(probe.isRunning());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(finished.first().first().toBool(), false);
        QCOMPARE(stages.size(), std::size_t(1));
        QCOMPARE(stages.front().error.value().kind, core::ErrorKind::OutOfResources);
        QVERIFY(!probe.isRunning());
    }

    void whatCannotBeLookedUpIsUnknown()
    {
        support::FakeBroker broker;
        std::size_t recorded = 0;
        desk::OpenActsLookup lookup(
            broker.connector(), "ns", std::chrono::seconds(1),
            {tests::request(1, lostSession(1)), tests::request(2, lostSession(2))},
            [&recorded](const management::ActionRequest&, const management::Outcome&) { ++recorded; }, nullptr,
            support::FewThreads(0));
        std::vector<management::ActionReport> reports;
        connect(&lookup, &desk::OpenActsLookup::reportsArrived, this,
                [&reports](const std::vector<management::ActionReport>& some) {
                    reports.insert(reports.end(), some.begin(), some.end());
                });
        QSignalSpy finished(&lookup, &desk::OpenActsLookup::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(reports.size(), std::size_t(2));
        for (const management::ActionReport& report : reports) {
            QVERIFY(report.outcome.kind == management::OutcomeKind::Unknown);
            QCOMPARE(report.outcome.error.value().kind, core::ErrorKind::OutOfResources);
        }
        QCOMPARE(recorded, std::size_t(0)); // it stays open, to be looked up after the next start
    }

    void theNextListTriesToReadTheLogAgain()
    {
        const QTemporaryDir folder;
        storage::AuditLog log(folder.filePath(QStringLiteral("audit.sqlite")), {});
        models::ActivityModel activity([] { return std::chrono::system_clock::now(); });
        support::FakeBroker broker;
        support::MemoryLedger ledger;
        core::ServerProfile profile;
        profile.address = core::ServerAddress::parse("http://broker").value();
        desk::LinkOptions options;
        options.asksForLists = false;
        const desk::ServerLink link(profile, broker.connector(), ledger, options);
        int attempts = 0;
        const support::FewThreads few(0);
        desk::CrashRecovery recovery(&log, activity, nullptr, [&attempts, &few](const auto& body) {
            ++attempts;
            return few(body);
        });
        recovery.look(link);
        recovery.look(link);
        QCOMPARE(attempts, 2);
        QCOMPARE(activity.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(NoThreadTest)
#include "NoThreadTest.moc"
