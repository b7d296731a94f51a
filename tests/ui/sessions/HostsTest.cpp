// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "storage/AuditLog.h"
#include "ui/sessions/HostsWindow.h"
#include "ui/widgets/NoticePanel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;
using models::HostListModel;

namespace {

constexpr int patience = OfficeScene::patience;

} // namespace

/// The VM hosts of all brokers, and the servers of their deployments.
class HostsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_scene.reset(); }
    void everyHostIsListedWithWhatIsKnownOfIt();
    void theRecordTellsLastAnswersAndFailures();
    void serversOfTheDeploymentHaveRolesAndMissingCertificates();
    void numbersSortByTheirSize();
    void whatCouldNotBeReadIsSaid();
    void aServerThatGoesTakesItsHostsAlong();

private:
    void open();
    [[nodiscard]] QWidget& window() const { return *m_scene->window().findChild<ui::HostsWindow*>(); }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(window(), "hostsTable"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table().model()->index(row, column).data().toString();
    }

    std::unique_ptr<OfficeScene> m_scene;
    QString m_auditFile;
};

void HostsTest::init()
{
    m_scene = std::make_unique<OfficeScene>();
    m_auditFile = m_scene->fixture.folder.filePath(QStringLiteral("audit.sqlite"));
    haunt(m_scene->broker(), 60);
    m_scene->broker().putNeighbour(withTexts(
        "Win32_SessionDirectoryServer", {{"ServerName", "hv-11"}, {"NumPendRedir", "3"}, {"LoadIndicator", "90"}}));
    m_scene->broker().putNeighbour(
        withTexts("Win32_RDMSJoinedNode",
                  {{"FQDN", "gw.corp.example"}, {"IsRdg", "true"}, {"IsGatewayCertificateInstalled", "false"}}));
}

void HostsTest::open()
{
    desk::Services services = m_scene->fixture.services();
    services.auditFile = m_auditFile;
    m_scene->open(std::move(services), {1280, 800}, QStringLiteral("hv-11"));
    find<QAction>(m_scene->window(), "hostsAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 6, patience);
}

void HostsTest::everyHostIsListedWithWhatIsKnownOfIt()
{
    open();
    const QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(cell(0, HostListModel::HostColumn), QStringLiteral("hv-11.corp.example"));
    QCOMPARE(cell(0, HostListModel::SessionsColumn), QStringLiteral("10"));
    QCOMPARE(cell(0, HostListModel::MachinesColumn), QStringLiteral("10"));
    QCOMPARE(cell(0, HostListModel::PendingColumn), QStringLiteral("3"));
    QCOMPARE(cell(0, HostListModel::LoadColumn), QStringLiteral("90"));
    QCOMPARE(cell(1, HostListModel::LoadColumn), QStringLiteral("\u2013")); // not told
    QCOMPARE(cell(0, HostListModel::LastAnswerColumn), QStringLiteral("\u2013"));
    QCOMPARE(cell(0, HostListModel::FailuresColumn), QStringLiteral("0"));
    QCOMPARE(find<QLabel>(window(), "hostsLabel").text(), QStringLiteral("6 VM hosts"));
}

void HostsTest::theRecordTellsLastAnswersAndFailures()
{
    {
        storage::AuditLog log(m_auditFile, {QStringLiteral("CORP\\ben"), QStringLiteral("DESK-3")});
        core::Session session = officeSession(0);
        session.key.server = profileFor("https://broker.corp.example").address.id();
        const std::vector<management::ActionRequest> acts{{1, session, {}, {}}, {2, session, {}, {}}};
        const auto tokens = log.recordIntents(acts);
        QVERIFY(tokens);
        management::Outcome outcome;
        outcome.kind = management::OutcomeKind::Failed;
        outcome.returnValue = 5;
        QVERIFY(log.recordOutcome((*tokens)[0], outcome));
        outcome = {};
        outcome.kind = management::OutcomeKind::Unknown;
        QVERIFY(log.recordOutcome((*tokens)[1], outcome));
    }
    open();
    QCOMPARE(cell(0, HostListModel::FailuresColumn), QStringLiteral("2"));
    QVERIFY(cell(0, HostListModel::LastAnswerColumn) != QStringLiteral("\u2013"));
    QCOMPARE(cell(1, HostListModel::FailuresColumn), QStringLiteral("0"));
}

void HostsTest::serversOfTheDeploymentHaveRolesAndMissingCertificates()
{
    open();
    const QAbstractItemModel& nodes = *find<QTableView>(window(), "nodesTable").model();
    QCOMPARE(nodes.rowCount(), 1);
    QCOMPARE(nodes.index(0, models::NodeListModel::NodeColumn).data().toString(), QStringLiteral("gw.corp.example"));
    QVERIFY(!nodes.index(0, models::NodeListModel::RolesColumn).data().toString().isEmpty());
    QVERIFY(!nodes.index(0, models::NodeListModel::MissingColumn).data().toString().isEmpty());
}

void HostsTest::numbersSortByTheirSize()
{
    open();
    table().sortByColumn(HostListModel::LoadColumn, Qt::DescendingOrder);
    QCOMPARE(cell(0, HostListModel::LoadColumn), QStringLiteral("90"));
    table().sortByColumn(HostListModel::LoadColumn, Qt::AscendingOrder);
    QCOMPARE(cell(0, HostListModel::LoadColumn), QStringLiteral("90")); // what is not known comes last
    table().selectRow(0);
    table().sortByColumn(HostListModel::HostColumn, Qt::DescendingOrder);
    QCOMPARE(table().currentIndex().siblingAtColumn(HostListModel::LoadColumn).data().toString(), QStringLiteral("90"));
    find<QPushButton>(window(), "refreshHostsButton").click();
    QTest::qWait(50);
    QVERIFY(table().selectionModel()->isRowSelected(table().currentIndex().row())); // the same host
    QCOMPARE(cell(0, HostListModel::HostColumn), QStringLiteral("hv-16.corp.example"));
}

void HostsTest::whatCouldNotBeReadIsSaid()
{
    m_scene->broker().hooks.enumerate =
        [](const management::Query& query, const management::BatchSink&,
           const management::CallContext&) -> std::optional<core::Result<management::EnumerationEnd>> {
        if (query.wql.ends_with(" Win32_SessionDirectoryServer"))
            return core::Result<management::EnumerationEnd>(core::failure(makeFault(0x80041003)));
        return std::nullopt;
    };
    open();
    const auto& notice = find<ui::NoticePanel>(window(), "hostsNotice");
    QTRY_VERIFY_WITH_TIMEOUT(notice.sentence().contains(QLatin1String("The load of the hosts is not known.")),
                             patience);
    QCOMPARE(cell(0, HostListModel::LoadColumn), QStringLiteral("\u2013"));
    QCOMPARE(cell(0, HostListModel::SessionsColumn), QStringLiteral("10"));
}

void HostsTest::aServerThatGoesTakesItsHostsAlong()
{
    open();
    find<QMenu>(m_scene->window(), "closeMenu").actions().front()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 0, patience);
    QVERIFY(find<QLabel>(window(), "hostsLabel").text().startsWith(QLatin1String("No VM hosts are known")));
}

QTEST_MAIN(HostsTest)
#include "HostsTest.moc"
