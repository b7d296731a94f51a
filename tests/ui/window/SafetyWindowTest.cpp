// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"
#include "storage/AuditDatabase.h"
#include "storage/AuditLog.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/audit/AuditWindow.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/Theme.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

} // namespace

/// The window under a policy, and after a crash.
class SafetyWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readOnlyIsSaidAndKeepsEveryActAway();
    void forbiddenActionsStayDisabled();
    void aTooLargePlanIsRefusedWithItsReason();
    void aRequiredReasonHoldsTheButtonBack();
    void theOwnSessionIsLeftOut();
    void whatACrashLeftInFlightIsShownAndLookedUp();
    void aLockedLogDoesNotHoldTheWindow();

    void outcomesAreFilteredAndTakenAlong();

private:
    void open(management::Policy policy);
    void select(int rows);
    void leaveTwoInFlight(const QString& file);

    std::optional<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

void SafetyWindowTest::initTestCase()
{
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::ColorScheme::Light);
}

void SafetyWindowTest::open(management::Policy policy)
{
    m_window.reset();
    m_fixture.emplace();
    fillOffice(m_fixture->broker(office), 20);
    desk::Services services = m_fixture->services();
    services.rules.policy = std::move(policy);
    services.rules.ownAccounts = {"CORP\\anna.fischer"};
    m_window = std::make_unique<ui::MainWindow>(std::move(services));
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount(), 20, patience);
}

void SafetyWindowTest::select(int rows)
{
    auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    table.selectionModel()->select(
        {table.model()->index(0, 0), table.model()->index(rows - 1, models::sessionColumnCount - 1)},
        QItemSelectionModel::ClearAndSelect);
}

void SafetyWindowTest::readOnlyIsSaidAndKeepsEveryActAway()
{
    management::Policy policy;
    policy.isReadOnly = true;
    open(policy);
    select(3);
    for (const char* name : {"logoffAction", "disconnectAction", "sendMessageAction"})
        QVERIFY(!m_window->findChild<QAction*>(QString::fromLatin1(name))->isEnabled());
    QVERIFY(m_window->findChild<QAction*>(QStringLiteral("copyAction"))->isEnabled());
    auto& notice = find<ui::NoticePanel>(*m_window, "policyNotice");
    QVERIFY(notice.isVisible());
    QVERIFY(notice.sentence().contains(QStringLiteral("nothing on this computer but to look")));
}

void SafetyWindowTest::forbiddenActionsStayDisabled()
{
    management::Policy policy;
    policy.forbid(management::ActionKind::Logoff);
    open(policy);
    select(3);
    QVERIFY(!m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->isEnabled());
    QVERIFY(m_window->findChild<QAction*>(QStringLiteral("disconnectAction"))->isEnabled());
    QVERIFY(find<ui::NoticePanel>(*m_window, "policyNotice").sentence().isEmpty());
}

void SafetyWindowTest::aTooLargePlanIsRefusedWithItsReason()
{
    management::Policy policy;
    policy.largestPlan = 2;
    open(policy);
    select(10);
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    QVERIFY(m_window->findChild<ui::ConfirmationDialog*>() == nullptr);
    const auto& notice = find<ui::NoticePanel>(*m_window, "policyNotice");
    QVERIFY(notice.sentence().contains(QStringLiteral("no more than 2")));
    // A list that takes a line away is no step of the person who reads.
    const auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    const int shown = table.model()->rowCount();
    const auto* const model = qobject_cast<const models::SessionTableModel*>(table.model());
    m_fixture->broker(office).remove(core::keyText(model->sessionAt(0).key));
    m_window->findChild<QAction*>(QStringLiteral("refreshAction"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), shown - 1, patience);
    QVERIFY(notice.sentence().contains(QStringLiteral("no more than 2")));
    select(1);
    QVERIFY(find<ui::NoticePanel>(*m_window, "policyNotice").sentence().isEmpty());
}

void SafetyWindowTest::aRequiredReasonHoldsTheButtonBack()
{
    management::Policy policy;
    policy.requiresReason = true;
    open(policy);
    select(4);
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    QTRY_VERIFY(m_window->findChild<ui::ConfirmationDialog*>() != nullptr);
    const auto* const dialog = m_window->findChild<ui::ConfirmationDialog*>();
    auto& button = find<QPushButton>(*dialog, "confirmButton");
    find<QLineEdit>(*dialog, "countEdit").setText(QString::number(dialog->plan().sessions.size()));
    QVERIFY(!button.isEnabled());
    find<QLineEdit>(*dialog, "reasonEdit").setText(QStringLiteral("  "));
    QVERIFY(!button.isEnabled());
    find<QLineEdit>(*dialog, "reasonEdit").setText(QStringLiteral("INC 4711"));
    QVERIFY(button.isEnabled());
}

void SafetyWindowTest::theOwnSessionIsLeftOut()
{
    open({});
    select(20);
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    QTRY_VERIFY(m_window->findChild<ui::ConfirmationDialog*>() != nullptr);
    const auto& plan = m_window->findChild<ui::ConfirmationDialog*>()->plan();
    QCOMPARE(plan.leftOut.size(), std::size_t{1});
    QCOMPARE(plan.leftOut.front().reason, management::LeftOutReason::OwnSession);
    QCOMPARE(plan.sessions.size(), std::size_t{19});
}

void SafetyWindowTest::leaveTwoInFlight(const QString& file)
{
    storage::AuditLog killed(file, {QStringLiteral("anna"), QStringLiteral("desk")});
    std::vector<management::ActionRequest> requests;
    for (std::uint32_t number = 0; number < 2; ++number) {
        requests.push_back({number + 1, officeSession(number), {}, "INC 1"});
        requests.back().confirmed.key.server = profileFor(office).address.id();
    }
    QVERIFY(killed.recordIntents(requests).has_value());
}

void SafetyWindowTest::aLockedLogDoesNotHoldTheWindow()
{
    m_window.reset();
    m_fixture.emplace();
    fillOffice(m_fixture->broker(office), 20);
    const QString file = m_fixture->folder.filePath(QStringLiteral("audit.sqlite"));
    leaveTwoInFlight(file);
    storage::AuditLog log(file, {QStringLiteral("anna"), QStringLiteral("desk")});
    desk::Services services = m_fixture->services();
    services.audit = &log;
    services.auditFile = file;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("locks"));
        other.setDatabaseName(file);
        QVERIFY(other.open());
        QSqlQuery query(other);
        // Without a write-ahead log even readers wait.
        QVERIFY(query.exec(QStringLiteral("PRAGMA journal_mode=DELETE")));
        QVERIFY(query.exec(QStringLiteral("BEGIN EXCLUSIVE")));
        m_window = std::make_unique<ui::MainWindow>(std::move(services));
        m_window->show();
        m_window->connectTo(profileFor(office), core::Secret());
        QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount(), 20, patience);
        // The lock is let go by the GUI thread, which can do so only while it does not wait for it itself.
        QVERIFY(query.exec(QStringLiteral("ROLLBACK")));
        other.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("locks"));
    const auto* const activity =
        &qobject_cast<models::ActivityBatches*>(find<QAbstractItemView>(*m_window, "activityTable").model())->acts();
    QTRY_COMPARE_WITH_TIMEOUT(activity->rowCount(), 2, patience);
    m_window.reset();
}

void SafetyWindowTest::whatACrashLeftInFlightIsShownAndLookedUp()
{
    m_window.reset();
    m_fixture.emplace();
    FakeBroker& broker = m_fixture->broker(office);
    fillOffice(broker, 20);
    const QString file = m_fixture->folder.filePath(QStringLiteral("audit.sqlite"));
    leaveTwoInFlight(file);
    broker.remove(core::keyText(officeSession(0).key)); // this one has ended; the other has not
    storage::AuditLog log(file, {QStringLiteral("anna"), QStringLiteral("desk")});
    desk::Services services = m_fixture->services();
    services.audit = &log;
    services.auditFile = file;
    m_window = std::make_unique<ui::MainWindow>(std::move(services));
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    const auto* const activity =
        &qobject_cast<models::ActivityBatches*>(find<QAbstractItemView>(*m_window, "activityTable").model())->acts();
    QTRY_COMPARE_WITH_TIMEOUT(activity->rowCount(), 2, patience);
    const auto result = [&](int row) {
        return activity->index(row, static_cast<int>(models::ActivityColumn::Result)).data().toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(result(0), QStringLiteral("Done"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(result(1), QStringLiteral("Unknown"), patience);
    QVERIFY(find<ui::NoticePanel>(*m_window, "policyNotice").sentence().contains(QStringLiteral("2 act(s)")) ||
            find<ui::NoticePanel>(*m_window, "policyNotice").sentence().contains(QStringLiteral("2 acts")));
    QCOMPARE(log.leftBehind().value().size(), std::size_t{0});
    QVERIFY(broker.journal().empty());
    m_window->findChild<QAction*>(QStringLiteral("auditLogAction"))->trigger();
    auto* const audit = m_window->findChild<ui::AuditWindow*>();
    QVERIFY(audit != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*audit, "auditTable").model()->rowCount(), 2, 20000);
    find<QPushButton>(*audit, "verifyButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(audit->findChild<ui::NoticePanel*>()->isVisible(), 20000);
    QCOMPARE(audit->findChild<ui::NoticePanel*>()->kind(), ui::NoticePanel::Kind::Success);
    audit->findChild<QSpinBox*>(QStringLiteral("auditDaysSpin"))->setValue(90);
    QCOMPARE(m_fixture->preferences.value(storage::preference::auditDays), 90);
    find<QLineEdit>(*audit, "auditFilter").setText(QStringLiteral("boris"));
    QCOMPARE(find<QAbstractItemView>(*audit, "auditTable").model()->rowCount(), 1);
    QCOMPARE(audit->csv().count("\r\n"), 2);
    // Looked at again later: it has ended meanwhile, and that is recorded too.
    broker.remove(core::keyText(officeSession(1).key));
    find<QAbstractButton>(*m_window, "lookAgainButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(result(1), QStringLiteral("Done"), patience);
    m_window.reset();
    const auto database = storage::AuditDatabase::open(file, storage::AuditDatabase::Access::ReadOnly);
    QVERIFY(database.has_value());
    const auto acts = (*database)->newestActs(1'000);
    QVERIFY(acts.has_value());
    QCOMPARE(acts->at(0).outcome.value().outcome, QStringLiteral("done"));
    QCOMPARE(acts->at(1).outcome.value().outcome, QStringLiteral("done"));
}

void SafetyWindowTest::outcomesAreFilteredAndTakenAlong()
{
    open({});
    FakeBroker& broker = m_fixture->broker(office);
    select(20);
    broker.remove(core::keyText(officeSession(5).key)); // gone before the act
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    QTRY_VERIFY(m_window->findChild<ui::ConfirmationDialog*>() != nullptr);
    const auto* const dialog = m_window->findChild<ui::ConfirmationDialog*>();
    find<QLineEdit>(*dialog, "reasonEdit").setText(QStringLiteral("INC 4711"));
    find<QLineEdit>(*dialog, "countEdit").setText(QString::number(dialog->plan().sessions.size()));
    find<QAbstractButton>(*m_window, "pauseButton").setChecked(true);
    find<QPushButton>(*dialog, "confirmButton").click();
    QTest::qWait(100);
    QVERIFY(broker.journal().empty()); // paused: nothing begins
    find<QAbstractButton>(*m_window, "pauseButton").setChecked(false);
    auto& activity = find<QAbstractItemView>(*m_window, "activityTable");
    const auto shown = [&activity] { return activity.model()->rowCount() - 1; }; // but its head
    auto& filter = find<QComboBox>(*m_window, "outcomeFilter");
    filter.setCurrentIndex(filter.findData(static_cast<int>(management::OutcomeKind::Done)));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 18, patience);
    filter.setCurrentIndex(filter.findData(static_cast<int>(management::OutcomeKind::AlreadyGone)));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, patience);
    find<QAbstractButton>(*m_window, "copyForTicketButton").click();
    const QMimeData* const copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->text().contains(QStringLiteral("INC 4711")));
    QVERIFY(copied->text().contains(QStringLiteral("Already gone: 1")));
    QVERIFY(copied->html().contains(QStringLiteral("<table")));
    m_window->findChild<QAction*>(QStringLiteral("copyPowerShellAction"))->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("-MethodName Logoff")));
    filter.setCurrentIndex(0);
    QCOMPARE(shown(), 19);
}

QTEST_MAIN(SafetyWindowTest)
#include "SafetyWindowTest.moc"
