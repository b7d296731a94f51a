// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Value.h"
#include "desk/ServerLink.h"
#include "integration/Transports.h"
#include "models/activity/ActivityModel.h"
#include "models/table/SessionTableModel.h"
#include "support/MemoryLedger.h"
#include "support/ProgramRun.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelection>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

using namespace deskwarden;
using integration::BrokerUnderTest;
using management::OutcomeKind;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

std::chrono::system_clock::time_point now()
{
    return std::chrono::system_clock::now();
}

/// Where a scripted fault is to strike: "@HOST/ID".
std::string at(const core::Session& session)
{
    return '@' + core::keyText(session.key);
}

} // namespace

/// The console without its window: link, table and activity list over the real client.
class ModelScenarioTest final : public QObject
{
    Q_OBJECT

private slots:
    void aBatchOfTwentyFiveIsToldSessionBySession();
    void theLinkClosesAtOnceWhileTenCallsHang();
    void theCommandLineFiltersAsTheTableDoes_data();
    void theCommandLineFiltersAsTheTableDoes();
};

void ModelScenarioTest::aBatchOfTwentyFiveIsToldSessionBySession()
{
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300));
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    core::ServerProfile profile = server.profile();
    profile.timeout = 2s;
    support::MemoryLedger ledger;
    models::SessionTableModel table(now);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::ActivityModel activity(now);
    desk::LinkOptions options;
    options.interval = 300ms;
    options.connections = 8;
    options.perVmHost = 8;
    options.verifyPatience = 5s;
    desk::ServerLink link(profile, server.connector(), ledger, options);
    connect(&link, &desk::ServerLink::snapshotArrived, &table, &models::SessionTableModel::applySnapshot);
    connect(&link, &desk::ServerLink::reportsArrived, &table,
            [&](const std::vector<management::ActionReport>& reports) {
                table.noteReports(reports);
                activity.apply(reports);
            });
    QTRY_COMPARE_WITH_TIMEOUT(table.counts().total, std::size_t(300), patience);

    models::SessionFilter filter;
    filter.states = {core::ConnectState::Active};
    table.setFilter(filter);
    QTRY_VERIFY_WITH_TIMEOUT(!table.isBusy() && table.rowCount() > 30 && table.rowCount() < 300, patience);
    std::vector<core::Session> chosen = table.sessionsIn(
        QItemSelection(table.index(0, 0), table.index(table.rowCount() - 1, models::sessionColumnCount - 1)));
    std::erase_if(chosen, [](const core::Session& session) { return !core::hasUser(session); });
    QVERIFY(chosen.size() >= 25);
    chosen.resize(25);
    for (const auto& [session, what] :
         {std::pair{chosen[3], "return:5"}, {chosen[7], "return:1168"}, {chosen[11], "hang"}})
        server.broker().faults().add(simulator::ScriptedFault::parse("logoff" + at(session) + '=' + what).value());

    std::vector<management::ActionRequest> requests;
    for (const core::Session& session : chosen)
        requests.push_back({requests.size() + 1, session, {}, "INC-7"});
    table.noteSubmitted(requests);
    activity.add(requests);
    link.submit(requests);
    QTRY_COMPARE_WITH_TIMEOUT(activity.progress().finished, std::size_t(25), patience);

    QCOMPARE(activity.progress().good, std::size_t(23));
    QCOMPARE(activity.progress().bad, std::size_t(1));
    QCOMPARE(activity.progress().unknown, std::size_t(1));
    QCOMPARE(activity.outcomeAt(3).kind, OutcomeKind::Failed);
    QCOMPARE(activity.outcomeAt(7).kind, OutcomeKind::AlreadyGone);
    QCOMPARE(activity.outcomeAt(11).kind, OutcomeKind::Unknown);
    const auto cell = [&activity](int row, models::ActivityColumn column) {
        return activity.index(row, static_cast<int>(column)).data().toString();
    };
    QVERIFY(cell(3, models::ActivityColumn::Code).contains(QStringLiteral("5 (0x00000005 ERROR_ACCESS_DENIED)")));
    QVERIFY(!cell(3, models::ActivityColumn::NextStep).isEmpty());

    // The table: gone rows go, the failed one keeps its reason.
    QTRY_VERIFY_WITH_TIMEOUT(!table.isBusy() && table.counts().total == 277, patience);
    for (std::size_t index = 0; index < chosen.size(); ++index)
        QCOMPARE(table.rowOf(chosen[index]) >= 0, index == 3 || index == 11);
    const QModelIndex failed = table.index(table.rowOf(chosen[3]), 0);
    QVERIFY(
        failed.data(models::SessionTableModel::ProblemRole).toString().contains(QStringLiteral("ERROR_ACCESS_DENIED")));
    QCOMPARE(server.journal("logoff").size(), std::size_t(22));
}

void ModelScenarioTest::theLinkClosesAtOnceWhileTenCallsHang()
{
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300),
                           {"logoff=hang"});
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    support::MemoryLedger ledger;
    desk::LinkOptions options;
    options.connections = 10;
    options.perVmHost = 10;
    auto link = std::make_unique<desk::ServerLink>(server.profile(), server.connector(), ledger, options);
    int running = 0;
    connect(link.get(), &desk::ServerLink::reportsArrived, this,
            [&running](const std::vector<management::ActionReport>& reports) {
                running += static_cast<int>(
                    std::ranges::count(reports, management::ActionPhase::Running, &management::ActionReport::phase));
            });
    QTRY_VERIFY_WITH_TIMEOUT(link->snapshot() != nullptr && link->snapshot()->sessions.size() == 300, patience);
    std::vector<management::ActionRequest> requests;
    for (const core::Session& session : link->snapshot()->sessions) {
        if (core::hasUser(session) && session.state == core::ConnectState::Active && requests.size() < 20)
            requests.push_back({requests.size() + 1, session, {}, {}});
    }
    link->submit(requests);
    QTRY_VERIFY_WITH_TIMEOUT(running >= 10, patience);
    QElapsedTimer clock;
    clock.start();
    link->requestStop();
    link.reset();
    qInfo("closed within %lld ms while ten calls hang (promised: 300)", static_cast<long long>(clock.elapsed()));
    QVERIFY(clock.elapsed() < 3000);
    // Every act has its outcome in the record: what was sent is unknown, what was not is cancelled.
    for (const auto& entry : ledger.entries()) {
        QVERIFY(entry.outcome);
        QVERIFY(entry.outcome->kind == OutcomeKind::Unknown || entry.outcome->kind == OutcomeKind::Cancelled);
    }
    QVERIFY(server.journal("logoff").empty());
}

void ModelScenarioTest::theCommandLineFiltersAsTheTableDoes_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"anna", "DISC 2", "nordwind\\", "nb-  active", "ç", "office", "rdvh-03 1", "иванов", "zzz"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void ModelScenarioTest::theCommandLineFiltersAsTheTableDoes()
{
    QFETCH(const QString, text);
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300));
    const core::ServerProfile profile = server.profile();
    const auto list = support::runProgram(QStringLiteral("deskwarden-cli"),
                                          {QStringLiteral("list"), QStringLiteral("--server"),
                                           QString::fromStdString(profile.address.text()), QStringLiteral("--user"),
                                           QString::fromStdString(profile.user), QStringLiteral("--password-stdin"),
                                           QStringLiteral("--json"), QStringLiteral("--filter"), text},
                                          QByteArray::fromStdString(std::string(server.password().reveal())) + '\n');
    QVERIFY2(list.exitCode == 0, list.errors.constData());

    support::MemoryLedger ledger;
    models::SessionTableModel table(now);
    desk::ServerLink link(profile, server.connector(), ledger, {});
    connect(&link, &desk::ServerLink::snapshotArrived, &table, &models::SessionTableModel::applySnapshot);
    std::map<std::string, std::string> names;
    auto connection = server.connector()();
    QVERIFY(connection && (*connection)->open(management::CallContext::within(20s), {}));
    const auto sink = [&names](std::vector<core::Instance>&& batch) {
        for (const core::Instance& row : batch)
            names[row.find("Alias")->text().toString()] = row.find("Name")->text().toString();
    };
    QVERIFY((*connection)
                ->enumerate({profile.nameSpace, "SELECT * FROM Win32_RDMSVirtualDesktopCollection"}, sink,
                            management::CallContext::within(20s)));
    table.setCollectionNames(profile.address.id(), names);
    models::SessionFilter filter;
    filter.text = text;
    table.setFilter(filter);
    QTRY_VERIFY_WITH_TIMEOUT(!table.isBusy() && table.counts().total == 300, patience);
    QCOMPARE(list.objects().size(), table.counts().visible);
}

QTEST_GUILESS_MAIN(ModelScenarioTest)
#include "ModelScenarioTest.moc"
