// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/OrderStore.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/AsSoonAsDialog.h"
#include "ui/acts/OrdersWindow.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

using namespace deskwarden;
using namespace deskwarden::support;
using management::AwaitedEvent;

namespace {

constexpr const char* waitingBroker = "https://broker.corp.example";
constexpr int longTime = 30000;

} // namespace

/// "As soon as …", in the window.
class AsSoonAsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void eachEventMakesItsOrder();
    void aMessageIsWrittenOnlyWhereOneIsSent();
    void whatIsMissingIsAskedFor();
    void policyHoldsForLaterToo();
    void anOrderIsListedAndCanBeCancelled();
    void anEmptyHostIsTold();
    void whatIsKeptIsThereAfterARestart();
    void closingAsksForWhatIsNotKept();

private:
    void openWindow();
    ui::AsSoonAsDialog* openDialog(int row);
    void list() { m_window->findChild<QAction*>(QStringLiteral("refreshAction"))->trigger(); }
    [[nodiscard]] QTreeWidget* waiting() const
    {
        return m_window->findChild<QTreeWidget*>(QStringLiteral("ordersList"));
    }
    [[nodiscard]] QString file() const { return m_fixture->folder.filePath(QStringLiteral("orders.json")); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<storage::OrderStore> m_store;
    std::unique_ptr<ui::MainWindow> m_window;
};

void AsSoonAsTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(waitingBroker), 12);
    openWindow();
}

void AsSoonAsTest::openWindow()
{
    m_store = std::make_unique<storage::OrderStore>(file());
    desk::Services services = m_fixture->services();
    services.orders = m_store.get();
    m_window = std::make_unique<ui::MainWindow>(std::move(services));
    m_window->setAttribute(Qt::WA_QuitOnClose, false);
    m_window->show();
    m_window->connectTo(profileFor(waitingBroker), core::Secret());
    QTRY_VERIFY_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount() > 0, longTime);
}

void AsSoonAsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_fixture.reset();
}

ui::AsSoonAsDialog* AsSoonAsTest::openDialog(int row)
{
    auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    table.selectionModel()->select(table.model()->index(row, 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_window->findChild<QAction*>(QStringLiteral("asSoonAsAction"))->trigger();
    return m_window->findChild<ui::AsSoonAsDialog*>();
}

void AsSoonAsTest::eachEventMakesItsOrder()
{
    const std::vector sessions{officeSession(0), officeSession(6), officeSession(1)}; // the first two share a host
    const auto now = std::chrono::system_clock::now();
    ui::AsSoonAsDialog dialog(sessions, {}, now);
    find<QSpinBox>(dialog, "disconnectedMinutesSpin").setValue(20);
    auto orders = dialog.orders();
    QCOMPARE(orders.size(), std::size_t{3});
    QVERIFY(orders.front().event == AwaitedEvent::DisconnectedFor);
    QVERIFY(orders.front().duration == std::chrono::minutes(20));
    QVERIFY(orders.front().action.kind == management::ActionKind::Logoff);
    QVERIFY(orders.front().until > now + std::chrono::hours(3));
    QVERIFY(!orders.front().isKept);
    find<QRadioButton>(dialog, "hostEmptyRadio").click();
    QCOMPARE(dialog.orders().size(), std::size_t{2});
    find<QRadioButton>(dialog, "userBackRadio").click();
    find<QLineEdit>(dialog, "backTitleEdit").setText(QStringLiteral("Help desk"));
    find<QLineEdit>(dialog, "backTextEdit").setText(QStringLiteral("Please call back."));
    find<QCheckBox>(dialog, "keptCheck").setChecked(true);
    orders = dialog.orders();
    QCOMPARE(orders.size(), std::size_t{3});
    QVERIFY(orders.front().action.kind == management::ActionKind::Message);
    QCOMPARE(orders.front().action.text, std::string("Please call back."));
    QVERIFY(orders.front().isKept);
}

void AsSoonAsTest::aMessageIsWrittenOnlyWhereOneIsSent()
{
    ui::AsSoonAsDialog dialog({officeSession(0), officeSession(6)}, {}, std::chrono::system_clock::now());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto& title = find<QLineEdit>(dialog, "backTitleEdit");
    const auto& text = find<QLineEdit>(dialog, "backTextEdit");
    for (const auto& [radio, isAMessage] : {std::pair("disconnectedForRadio", false), std::pair("userBackRadio", true),
                                            std::pair("hostEmptyRadio", false)})
    {
        find<QRadioButton>(dialog, radio).click();
        QCOMPARE(title.isVisible(), isAMessage);
        QCOMPARE(text.isVisible(), isAMessage);
    }
}

void AsSoonAsTest::whatIsMissingIsAskedFor()
{
    management::PlanRules rules;
    rules.policy.requiresReason = true;
    ui::AsSoonAsDialog dialog({officeSession(0)}, rules, std::chrono::system_clock::now());
    auto& give = find<QPushButton>(dialog, "giveButton");
    QVERIFY(!give.isEnabled()); // a reason
    find<QRadioButton>(dialog, "hostEmptyRadio").click();
    QVERIFY(give.isEnabled()); // nothing is done then
    rules.policy.requiresReason = false;
    ui::AsSoonAsDialog written({officeSession(0)}, rules, std::chrono::system_clock::now());
    find<QRadioButton>(written, "userBackRadio").click();
    QVERIFY(!find<QPushButton>(written, "giveButton").isEnabled());
    find<QLineEdit>(written, "backTitleEdit").setText(QStringLiteral("Help desk"));
    find<QLineEdit>(written, "backTextEdit").setText(QStringLiteral("Please call back."));
    QVERIFY(find<QPushButton>(written, "giveButton").isEnabled());
}

void AsSoonAsTest::policyHoldsForLaterToo()
{
    management::PlanRules rules;
    rules.policy.forbid(management::ActionKind::Logoff);
    rules.policy.protectedAccounts = {officeSession(0).userName.toString()};
    ui::AsSoonAsDialog dialog({officeSession(0)}, rules, std::chrono::system_clock::now());
    QVERIFY(!find<QRadioButton>(dialog, "disconnectedForRadio").isEnabled());
    QVERIFY(find<QRadioButton>(dialog, "hostEmptyRadio").isChecked());
    management::PlanRules few;
    few.policy.largestPlan = 1;
    ui::AsSoonAsDialog many({officeSession(0), officeSession(1)}, few, std::chrono::system_clock::now());
    QVERIFY(!find<QPushButton>(many, "giveButton").isEnabled());
    find<QRadioButton>(many, "hostEmptyRadio").click();
    QVERIFY(find<QPushButton>(many, "giveButton").isEnabled()); // to be told is no act
    management::PlanRules open;
    open.policy.protectedAccounts = rules.policy.protectedAccounts;
    ui::AsSoonAsDialog spared({officeSession(0)}, open, std::chrono::system_clock::now());
    QVERIFY(!find<QPushButton>(spared, "giveButton").isEnabled());
}

void AsSoonAsTest::anOrderIsListedAndCanBeCancelled()
{
    auto* const dialog = openDialog(0);
    QVERIFY(dialog != nullptr);
    find<QPushButton>(*dialog, "giveButton").click();
    QVERIFY(waiting() != nullptr);
    QCOMPARE(waiting()->topLevelItemCount(), 1);
    QVERIFY(waiting()->topLevelItem(0)->text(0).startsWith(QStringLiteral("Log off CORP\\")));
    waiting()->topLevelItem(0)->setSelected(true);
    m_window->findChild<QPushButton*>(QStringLiteral("cancelOrdersButton"))->click();
    QVERIFY(waiting()->topLevelItem(0)->text(1).startsWith(QStringLiteral("Cancelled")));
    m_window->findChild<QPushButton*>(QStringLiteral("clearOrdersButton"))->click();
    QCOMPARE(waiting()->topLevelItemCount(), 0);
}

void AsSoonAsTest::anEmptyHostIsTold()
{
    auto* const dialog = openDialog(0);
    find<QRadioButton>(*dialog, "hostEmptyRadio").click();
    find<QPushButton>(*dialog, "giveButton").click();
    for (std::uint32_t number = 0; number < 12; ++number)
        m_fixture->broker(waitingBroker).remove(core::keyText(officeSession(number).key));
    list();
    QTRY_COMPARE_WITH_TIMEOUT(waiting()->topLevelItem(0)->text(1), QStringLiteral("Waits."), longTime);
    m_fixture->clockAhead = std::chrono::seconds(1);
    list();
    QTRY_COMPARE_WITH_TIMEOUT(waiting()->topLevelItem(0)->text(1), QStringLiteral("It has come true."), longTime);
}

void AsSoonAsTest::whatIsKeptIsThereAfterARestart()
{
    for (const bool isKept : {true, false}) {
        auto* const dialog = openDialog(isKept ? 0 : 1);
        find<QCheckBox>(*dialog, "keptCheck").setChecked(isKept);
        find<QPushButton>(*dialog, "giveButton").click();
        QTRY_VERIFY(m_window->findChild<ui::AsSoonAsDialog*>() == nullptr);
    }
    QCOMPARE(waiting()->topLevelItemCount(), 2);
    const QString kept = waiting()->topLevelItem(0)->text(0);
    m_window.reset();
    openWindow();
    m_window->findChild<QAction*>(QStringLiteral("whatWaitsAction"))->trigger();
    QCOMPARE(waiting()->topLevelItemCount(), 1);
    QCOMPARE(waiting()->topLevelItem(0)->text(0), kept);
}

void AsSoonAsTest::closingAsksForWhatIsNotKept()
{
    for (const bool isKept : {true, false}) {
        auto* const dialog = openDialog(isKept ? 0 : 1);
        find<QCheckBox>(*dialog, "keptCheck").setChecked(isKept);
        find<QPushButton>(*dialog, "giveButton").click();
        QTRY_VERIFY(m_window->findChild<ui::AsSoonAsDialog*>() == nullptr);
    }
    QVERIFY(!m_window->close());
    QTRY_VERIFY(m_window->findChild<ui::ClosingDialog*>() != nullptr);
    auto& question = *m_window->findChild<ui::ClosingDialog*>();
    QCOMPARE(find<QLabel>(question, "closingActsLabel").text(), QStringLiteral("1 act waits for something to happen."));
    find<QAbstractButton>(question, "keepRunningButton").click();
    QVERIFY(m_window->isVisible());
    // What the window still waits for is called back, and it closes.
    waiting()->setCurrentItem(waiting()->topLevelItem(1));
    m_window->findChild<QPushButton*>(QStringLiteral("cancelOrdersButton"))->click();
    QTRY_VERIFY(!m_window->isVisible());
}

QTEST_MAIN(AsSoonAsTest)
#include "AsSoonAsTest.moc"
