// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/Theme.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <set>

using namespace deskwarden;
using namespace deskwarden::support;
using management::ActionPhase;
using management::OutcomeKind;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;
constexpr int afterHours = 600; // minutes: no test waits for them

} // namespace

/// Acts whose users are told first, in the window.
class GraceWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everybodyIsToldAndCountedDown();
    void withoutWaitingMessagesStillGoFirst();
    void selectedOnesAreCancelledAndToldSo();
    void cancellingAllTwiceTellsEverybody();
    void whoLeavesByHimselfCounts();
    void onlyWhoGotTheMessage();
    void closingCancelsAndTellsSo();
    void closingWaitsForThemIfAsked();
    void aServerWithWaitingUsersStaysOpen();
    void aPauseHoldsNoMessageBackForEver();

private:
    void logOff(int rows, int minutes, bool isForTold = false);
    void waitUntilTold(int count);
    void askForTheList();
    [[nodiscard]] models::ActivityModel& activity() const
    {
        return qobject_cast<models::ActivityBatches*>(find<QAbstractItemView>(*m_window, "activityTable").model())
            ->acts();
    }
    [[nodiscard]] int inPhase(ActionPhase phase) const;
    [[nodiscard]] int ended(OutcomeKind kind, management::ActionKind action) const;
    [[nodiscard]] int done(const char* method) const;
    [[nodiscard]] ui::ClosingDialog* question() const { return m_window->findChild<ui::ClosingDialog*>(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void GraceWindowTest::initTestCase()
{
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::ColorScheme::Light);
}

void GraceWindowTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), 20);
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->setAttribute(Qt::WA_QuitOnClose, false);
    m_tester =
        std::make_unique<QAbstractItemModelTester>(&activity(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount(), 20, patience);
}

void GraceWindowTest::cleanup()
{
    m_tester.reset();
    m_window.reset();
    m_fixture.reset();
}

void GraceWindowTest::logOff(int rows, int minutes, bool isForTold)
{
    auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    table.selectionModel()->select({table.model()->index(0, 0), table.model()->index(rows - 1, 8)},
                                   QItemSelectionModel::ClearAndSelect);
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    QTRY_VERIFY(m_window->findChild<ui::ConfirmationDialog*>() != nullptr);
    const auto* const dialog = m_window->findChild<ui::ConfirmationDialog*>();
    find<QCheckBox>(*dialog, "messageFirstCheck").setChecked(true);
    find<QSpinBox>(*dialog, "graceSpin").setValue(minutes);
    find<QCheckBox>(*dialog, "forToldCheck").setChecked(isForTold);
    find<QLineEdit>(*dialog, "countEdit").setText(QString::number(dialog->plan().sessions.size()));
    find<QPushButton>(*dialog, "confirmButton").click();
    QTRY_VERIFY(m_window->findChild<ui::ConfirmationDialog*>() == nullptr);
}

void GraceWindowTest::waitUntilTold(int count)
{
    QTRY_COMPARE_WITH_TIMEOUT(inPhase(ActionPhase::Told), count, patience);
}

int GraceWindowTest::inPhase(ActionPhase phase) const
{
    int count = 0;
    for (int row = 0; row < activity().rowCount(); ++row)
        count += activity().phaseAt(row) == phase ? 1 : 0;
    return count;
}

int GraceWindowTest::ended(OutcomeKind kind, management::ActionKind action) const
{
    int count = 0;
    for (int row = 0; row < activity().rowCount(); ++row) {
        const bool isMeant = activity().phaseAt(row) == ActionPhase::Finished &&
                             activity().outcomeAt(row).kind == kind && activity().requestAt(row).action.kind == action;
        count += isMeant ? 1 : 0;
    }
    return count;
}

int GraceWindowTest::done(const char* method) const
{
    const auto journal = m_fixture->broker(office).journal();
    return static_cast<int>(
        std::ranges::count_if(journal, [method](const FakeBroker::Act& act) { return act.method == method; }));
}

void GraceWindowTest::everybodyIsToldAndCountedDown()
{
    logOff(4, afterHours);
    waitUntilTold(4);
    QCOMPARE(done("SendMessage"), 4);
    QCOMPARE(done("Logoff"), 0);
    const auto result = [this] {
        return activity().index(4, static_cast<int>(models::ActivityColumn::Result)).data().toString();
    };
    QVERIFY2(result().startsWith(QStringLiteral("Log-off in 9:5")) || result() == QStringLiteral("Log-off in 10:00:00"),
             qPrintable(result()));
    auto& summary = find<QLabel>(*m_window, "activitySummaryLabel");
    QVERIFY2(summary.text().contains(QStringLiteral("4 users told")), qPrintable(summary.text()));
    m_fixture->clockAhead = std::chrono::hours(9);
    QTRY_VERIFY_WITH_TIMEOUT(summary.text().contains(QStringLiteral("log-off in 5")), patience);
    QVERIFY2(result().startsWith(QStringLiteral("Log-off in 5")), qPrintable(result()));
    // Each message has its intent and its outcome on record; the acts have none yet.
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ledger.entries().size(), std::size_t(4), patience);
}

void GraceWindowTest::withoutWaitingMessagesStillGoFirst()
{
    logOff(4, 0);
    QTRY_COMPARE_WITH_TIMEOUT(ended(OutcomeKind::Done, management::ActionKind::Logoff), 4, patience);
    std::set<std::string> told;
    for (const FakeBroker::Act& act : m_fixture->broker(office).journal()) {
        if (act.method == "SendMessage")
            told.insert(act.key);
        else
            QVERIFY(told.contains(act.key));
    }
    QCOMPARE(told.size(), std::size_t(4));
    QCOMPARE(m_fixture->ledger.entries().size(), std::size_t(8));
}

void GraceWindowTest::selectedOnesAreCancelledAndToldSo()
{
    logOff(4, afterHours);
    waitUntilTold(4);
    auto& table = find<QAbstractItemView>(*m_window, "activityTable");
    m_window->activateWindow();
    table.setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(table.hasFocus(), patience);
    const auto choose = [&table](int line) {
        const auto* const batches = qobject_cast<models::ActivityBatches*>(table.model());
        for (int row = 0; row < batches->rowCount(); ++row) {
            if (batches->lineAt(row) == line)
                table.setCurrentIndex(batches->index(row, 0));
        }
    };
    choose(5);
    QTest::keyClick(&table, Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(done("SendMessage"), 5, patience);
    QCOMPARE(inPhase(ActionPhase::Told), 3);
    QCOMPARE(activity().outcomeAt(5).kind, OutcomeKind::Cancelled);
    QCOMPARE(m_fixture->broker(office).journal().back().key, core::keyText(activity().requestAt(5).confirmed.key));
    choose(0); // a message that was sent is left alone
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(inPhase(ActionPhase::Told), 3);
    QCOMPARE(done("Logoff"), 0);
}

void GraceWindowTest::cancellingAllTwiceTellsEverybody()
{
    logOff(6, afterHours);
    waitUntilTold(6);
    auto& cancel = find<QAbstractButton>(*m_window, "cancelQueuedButton");
    cancel.click();
    cancel.click();
    QTRY_COMPARE_WITH_TIMEOUT(done("SendMessage"), 12, patience);
    QCOMPARE(ended(OutcomeKind::Cancelled, management::ActionKind::Logoff), 6);
    QTRY_COMPARE_WITH_TIMEOUT(ended(OutcomeKind::Done, management::ActionKind::Message), 12, patience);
    QCOMPARE(done("Logoff"), 0);
}

void GraceWindowTest::askForTheList()
{
    const auto shown = [this] { return m_window->links().front()->snapshot(); };
    const auto before = shown()->taken;
    m_window->findChild<QAction*>(QStringLiteral("refreshAction"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(shown()->taken > before && shown()->health == management::SnapshotHealth::Fresh, patience);
}

void GraceWindowTest::whoLeavesByHimselfCounts()
{
    logOff(3, afterHours);
    waitUntilTold(3);
    m_fixture->broker(office).remove(core::keyText(activity().requestAt(3).confirmed.key));
    askForTheList();
    QCOMPARE(inPhase(ActionPhase::Told), 3); // one list could be wrong
    askForTheList();
    QTRY_COMPARE_WITH_TIMEOUT(inPhase(ActionPhase::Told), 2, patience);
    QCOMPARE(activity().outcomeAt(3).kind, OutcomeKind::AlreadyGone);
    QCOMPARE(done("SendMessage"), 3);
    QCOMPARE(done("Logoff"), 0);
}

void GraceWindowTest::onlyWhoGotTheMessage()
{
    const core::Session first = officeSession(0);
    m_fixture->broker(office).hooks.invoke =
        [key = core::keyText(first.key)](
            const std::string& session, const std::string& method,
            const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        if (session == key && method == "SendMessage")
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        return std::nullopt;
    };
    logOff(20, 0, true);
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().finished, activity().progress().total, patience);
    QCOMPARE(ended(OutcomeKind::Skipped, management::ActionKind::Logoff), 1);
    QVERIFY(m_fixture->broker(office).find(core::keyText(first.key)));
    for (int row = 0; row < activity().rowCount(); ++row) {
        const management::ActionRequest& request = activity().requestAt(row);
        if (request.confirmed.key != first.key || request.action.kind != management::ActionKind::Logoff)
            continue;
        const QString why =
            activity().index(row, static_cast<int>(models::ActivityColumn::Explanation)).data().toString();
        QVERIFY2(why.contains(QStringLiteral("message")), qPrintable(why));
        QVERIFY(activity()
                    .index(row, static_cast<int>(models::ActivityColumn::Code))
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("5 ")));
    }
}

void GraceWindowTest::closingCancelsAndTellsSo()
{
    logOff(6, afterHours);
    waitUntilTold(6);
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question() != nullptr && question()->isVisible());
    const QString told = find<QLabel>(*question(), "closingActsLabel").text();
    QVERIFY2(told.contains(QStringLiteral("6 users were told")), qPrintable(told));
    QVERIFY(find<QLabel>(*question(), "closingMeaningLabel").text().contains(QStringLiteral("get a message")));
    find<QAbstractButton>(*question(), "stopAndCloseButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(done("SendMessage"), 12);
    QCOMPARE(done("Logoff"), 0);
    for (const auto& entry : m_fixture->ledger.entries())
        QVERIFY(entry.outcome);
}

void GraceWindowTest::closingWaitsForThemIfAsked()
{
    logOff(3, afterHours);
    waitUntilTold(3);
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question() != nullptr && question()->isVisible());
    find<QAbstractButton>(*question(), "keepRunningButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(*question(), "closingActsLabel").text().contains(QStringLiteral("in 9:5")),
                             patience);
    QVERIFY(m_window->isVisible() && question()->isVisible());
    // Asked a second time it closes at once, and nothing more is sent than was asked for by then.
    find<QAbstractButton>(*question(), "stopAndCloseButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(done("Logoff"), 0);
}

void GraceWindowTest::aServerWithWaitingUsersStaysOpen()
{
    logOff(2, afterHours);
    waitUntilTold(2);
    const auto closeServer = [this] {
        for (QMenu* const menu : m_window->findChildren<QMenu*>()) {
            for (QAction* const entry : menu->actions()) {
                if (menu->objectName() == QStringLiteral("closeMenu"))
                    entry->trigger();
            }
        }
    };
    closeServer();
    QTRY_VERIFY_WITH_TIMEOUT(
        find<ui::NoticePanel>(*m_window, "policyNotice").sentence().contains(QStringLiteral("were told")), patience);
    QCOMPARE(m_window->links().size(), std::size_t(1));
    find<QAbstractButton>(*m_window, "cancelQueuedButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(done("SendMessage"), 4, patience);
    closeServer();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->links().empty(), patience);
}

void GraceWindowTest::aPauseHoldsNoMessageBackForEver()
{
    find<QAbstractButton>(*m_window, "pauseButton").setEnabled(true);
    logOff(3, afterHours);
    waitUntilTold(3);
    find<QAbstractButton>(*m_window, "pauseButton").setChecked(true);
    find<QAbstractButton>(*m_window, "cancelQueuedButton").click();
    QCOMPARE(done("SendMessage"), 3); // a pause begins nothing new
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question() != nullptr && question()->isVisible());
    find<QAbstractButton>(*question(), "keepRunningButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(done("SendMessage"), 6);
}

QTEST_MAIN(GraceWindowTest)
#include "GraceWindowTest.moc"
