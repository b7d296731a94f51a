// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/FaultTable.h"
#include "integration/OneAct.h"
#include "integration/Transports.h"
#include "storage/AuditDatabase.h"
#include "storage/AuditLog.h"
#include "support/MemoryLedger.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <optional>
#include <string>
#include <thread>

using namespace deskwarden;
using integration::BrokerUnderTest;
using integration::Ended;

namespace {

/// One fault met by one action, recorded in a log of its own.
struct Cell
{
    std::string problem; // why it was not run
    core::Session target;
    Ended ended;
    int carriedOut = 0; // acts in the journal
    std::vector<storage::AuditAct> acts;
    storage::AuditVerdict verdict;
};

Cell runCell(const integration::FaultRow& row)
{
    Cell cell;
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(40), {row.fault});
    cell.problem = server.problem();
    const auto target = cell.problem.empty() ? integration::sessionIn(server, row.on) : std::nullopt;
    if (!target) {
        cell.problem += "no session to act upon";
        return cell;
    }
    cell.target = *target;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("audit.sqlite"));
    {
        storage::AuditLog log(file, {QStringLiteral("anna"), QStringLiteral("desk")});
        cell.ended = integration::runOne(server, log, cell.target, integration::kindOf(row.verb));
    }
    cell.carriedOut = static_cast<int>(server.journal(row.verb).size());
    const auto database = storage::AuditDatabase::open(file, storage::AuditDatabase::Access::ReadOnly);
    if (!database) {
        cell.problem = "no record: " + database.error().detail;
        return cell;
    }
    cell.acts = (*database)->newestActs(1'000).value_or(std::vector<storage::AuditAct>());
    cell.verdict = (*database)->verify().value_or(storage::AuditVerdict());
    return cell;
}

/// What the record must hold as the call's status: the code of a fault or of HTTP, as far as the fault brings one.
std::uint32_t statusOf(std::string_view fault)
{
    const std::string_view what = fault.substr(fault.find('=') + 1);
    const std::string_view word = what.substr(0, what.find(':'));
    if (word != "fault" && word != "fault-after" && word != "wmi-error" && word != "http")
        return 0;
    const std::string number(what.substr(what.find(':') + 1));
    return static_cast<std::uint32_t>(std::stoul(number, nullptr, 0));
}

} // namespace

/// Every fault of the simulator's language against the real client and the real runner.
class FaultOutcomesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFaultHasItsOutcome_data();
    void everyFaultHasItsOutcome();
    void everyOutcomeIsOnRecord_data();
    void everyOutcomeIsOnRecord();
    void aLostAnswerIsOneLogoffOverEveryTransport_data();
    void aLostAnswerIsOneLogoffOverEveryTransport();

private:
    void runMatrix();

    QTemporaryDir m_folder;
    const std::vector<integration::FaultRow> m_rows = integration::faultMatrix();
    std::vector<Cell> m_cells;
    support::TestCertificate m_certificate;
    std::optional<integration::SignInGround> m_ground;
};

void FaultOutcomesTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
    runMatrix();
}

/// The cells mostly wait, so they run side by side before they are looked at one by one.
void FaultOutcomesTest::runMatrix()
{
    m_cells.resize(m_rows.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t index = next++; index < m_rows.size(); index = next++)
            m_cells[index] = runCell(m_rows[index]);
    };
    std::vector<std::jthread> workers;
    for (int count = 0; count < 8; ++count)
        workers.emplace_back(work);
}

void FaultOutcomesTest::everyFaultHasItsOutcome_data()
{
    QTest::addColumn<int>("row");
    int index = 0;
    for (const integration::FaultRow& row : m_rows)
        QTest::addRow("%s, %s", row.verb, row.fault) << index++;
}

void FaultOutcomesTest::everyFaultHasItsOutcome()
{
    QFETCH(const int, row);
    const integration::FaultRow& expected = m_rows[static_cast<std::size_t>(row)];
    const Cell& cell = m_cells[static_cast<std::size_t>(row)];
    QVERIFY2(cell.problem.empty(), cell.problem.c_str());
    const auto& outcome = cell.ended.outcome;
    QVERIFY(outcome);
    QCOMPARE(cell.ended.count, 1);
    QCOMPARE(std::string_view(management::symbol(outcome->kind)), std::string_view(expected.outcome));
    QCOMPARE(outcome->returnValue ? static_cast<int>(*outcome->returnValue) : -1, expected.returnValue);
    if (expected.skipped != nullptr) {
        QVERIFY(outcome->skipReason);
        QCOMPARE(std::string_view(management::symbol(*outcome->skipReason)), std::string_view(expected.skipped));
    }
    if (outcome->error)
        QVERIFY(outcome->error->detail.find(integration::SignInGround::password) == std::string::npos);
    QCOMPARE(cell.carriedOut, expected.carriedOut);
}

void FaultOutcomesTest::everyOutcomeIsOnRecord_data()
{
    everyFaultHasItsOutcome_data();
}

/// The audit log holds, for each cell, the intent as it was confirmed and the outcome with the very code that came.
void FaultOutcomesTest::everyOutcomeIsOnRecord()
{
    QFETCH(const int, row);
    const integration::FaultRow& expected = m_rows[static_cast<std::size_t>(row)];
    const Cell& cell = m_cells[static_cast<std::size_t>(row)];
    QVERIFY2(cell.problem.empty(), cell.problem.c_str());
    QCOMPARE(cell.verdict.damage, storage::AuditVerdict::Damage::None);
    QCOMPARE(cell.verdict.checked, 2); // the intent and its outcome
    QCOMPARE(cell.acts.size(), std::size_t(1));
    const storage::AuditAct& act = cell.acts.front();
    QCOMPARE(act.intent.action, QString::fromLatin1(expected.verb));
    QCOMPARE(act.intent.userName.toStdString(), cell.target.userName.toString());
    QCOMPARE(act.intent.vmName.toStdString(), cell.target.vmName.toString());
    QCOMPARE(act.intent.sessionId, cell.target.key.sessionId);
    QCOMPARE(act.intent.reason, QStringLiteral("INC 1"));
    QVERIFY(act.outcome);
    QCOMPARE(act.outcome->outcome, QString::fromLatin1(expected.outcome));
    QCOMPARE(act.outcome->returnValue ? static_cast<int>(*act.outcome->returnValue) : -1, expected.returnValue);
    QCOMPARE(act.outcome->status, statusOf(expected.fault));
}

void FaultOutcomesTest::aLostAnswerIsOneLogoffOverEveryTransport_data()
{
    QTest::addColumn<int>("transport");
    for (const integration::NamedTransport& row : integration::transportsUnderTest())
        QTest::newRow(row.name) << static_cast<int>(row.transport);
}

void FaultOutcomesTest::aLostAnswerIsOneLogoffOverEveryTransport()
{
    QFETCH(const int, transport);
    BrokerUnderTest server(static_cast<integration::TransportUnderTest>(transport), m_certificate,
                           integration::smallFarm(40), {"logoff=drop-after"});
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    const auto target = integration::sessionIn(server, core::ConnectState::Active);
    QVERIFY(target);
    support::MemoryLedger ledger;
    const Ended ended = integration::runOne(server, ledger, *target, management::ActionKind::Logoff);
    QVERIFY(ended.outcome);
    QCOMPARE(ended.count, 1);
    const std::string_view outcome = management::symbol(ended.outcome->kind);
    QVERIFY2(outcome == "done" || outcome == "unknown", outcome.data());
    QCOMPARE(server.journal("logoff").size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(FaultOutcomesTest)
#include "FaultOutcomesTest.moc"
