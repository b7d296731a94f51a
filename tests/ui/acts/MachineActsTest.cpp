// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/Machines.h"
#include "support/WindowFixture.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/MachineConfirmation.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace deskwarden;
using namespace deskwarden::support;
using core::MachineState;

namespace {

constexpr int patience = 60'000;
constexpr const char* office = "https://broker.corp.example";

core::VirtualDesktop machineWith(std::string_view name, MachineState state, std::string_view user = {},
                                 std::string_view owner = {})
{
    core::VirtualDesktop machine = makeMachine(name, state, "hv-11.corp.example");
    if (!user.empty()) {
        machine.sessionUserName = core::SharedString(user);
        machine.sessionState = core::ConnectState::Active;
    }
    if (!owner.empty()) {
        machine.ownerName = core::SharedString(owner);
        machine.ownerDomain = core::SharedString(std::string_view("CORP"));
    }
    return machine;
}

} // namespace

/// From a line of the list of machines to what became of the act.
class MachineActsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void untilPolicyNamesThemAllActsAreGreyAndSayWhy();
    void withNothingChosenTheActsSayWhatIsMissing();
    void anActThatFitsNoneOfTheChosenSaysWhy();
    void theConfirmationNamesWhatIsHitAndWhatIsLeftOut();
    void turningOffWhereSomebodyWorksNeedsTheNumber();
    void whatIsConfirmedIsDoneRecordedAndTold();
    void anAssignmentAsksToWhom();
    void aFreedDesktopIsNobodysAfterwards();
    void enterConfirmsOneMachineAndNeverSeveral();
    void aMachineThatComesIntoUseIsShownSo();
    void whatFailedCanBeTriedAgain();
    void theMenuIsThereForTheKeyboard();
    void policyWantsFewerMachines();

private:
    void open(const management::Policy& policy);
    void openWithAllNamed();
    void choose(std::initializer_list<int> rows);
    void start(const char* action);
    [[nodiscard]] QWidget& machines() const { return *m_window; }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(machines(), "machinesTable"); }
    [[nodiscard]] ui::MachineConfirmation* dialog() const { return m_window->findChild<ui::MachineConfirmation*>(); }
    [[nodiscard]] FakeBroker& broker() const { return m_fixture->broker(office); }
    [[nodiscard]] QString hint() const { return find<QLabel>(machines(), "machinesHint").text(); }
    [[nodiscard]] const models::ActivityModel& activity() const
    {
        return m_window->findChild<ui::ActivityDock*>()->batches().acts();
    }
    void confirm();

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

void MachineActsTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->preferences.setValue(storage::preference::verifySeconds, 1);
    broker().put(makeSession("hv-11.corp.example", 7, "anna", core::ConnectState::Active));
    broker().putMachine(machineWith("VDI-1", MachineState::Running, "CORP\\anna"));
    broker().putMachine(machineWith("VDI-2", MachineState::Running));
    broker().putMachine(machineWith("VDI-3", MachineState::Off));
    broker().putMachine(machineWith("VDI-4", MachineState::Saved, {}, "boris"));
    broker().putMachine(machineWith("VDI-5", MachineState::Running, "CORP\\chen"));
}

void MachineActsTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void MachineActsTest::open(const management::Policy& policy)
{
    desk::Services services = m_fixture->services();
    services.rules.policy = policy;
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    find<QAction>(*m_window, "machinesAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 5, patience);
}

void MachineActsTest::openWithAllNamed()
{
    management::Policy policy;
    policy.namedActions.set();
    open(policy);
}

void MachineActsTest::choose(std::initializer_list<int> rows)
{
    table().selectionModel()->clearSelection();
    for (const int row : rows)
        table().selectionModel()->select(table().model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void MachineActsTest::start(const char* action)
{
    QVERIFY2(find<QAction>(machines(), action).isEnabled(), qPrintable(find<QAction>(machines(), action).toolTip()));
    find<QAction>(machines(), action).trigger();
    QVERIFY(dialog() != nullptr);
}

void MachineActsTest::confirm()
{
    auto& button = find<QPushButton>(*dialog(), "confirmButton");
    QVERIFY(button.isEnabled());
    button.click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patience);
}

void MachineActsTest::untilPolicyNamesThemAllActsAreGreyAndSayWhy()
{
    open({});
    choose({0});
    const QString why = QStringLiteral("Acts on machines are off until the policy of this computer names them.");
    for (const char* const name : {"startMachineAction", "saveMachineAction", "turnOffMachineAction",
                                   "pauseMachineAction", "assignMachineAction", "freeMachineAction"})
    {
        const auto& action = find<QAction>(machines(), name);
        QVERIFY2(!action.isEnabled(), name);
        QVERIFY2(action.toolTip().startsWith(why), qPrintable(action.toolTip()));
        QVERIFY2(action.statusTip().startsWith(why), qPrintable(action.statusTip()));
    }
    QVERIFY2(hint().startsWith(why), qPrintable(hint()));
}

void MachineActsTest::withNothingChosenTheActsSayWhatIsMissing()
{
    openWithAllNamed();
    QVERIFY(!find<QAction>(machines(), "startMachineAction").isEnabled());
    QCOMPARE(find<QAction>(machines(), "startMachineAction").toolTip(), QStringLiteral("Select the machines first."));
    choose({2});
    QVERIFY(find<QAction>(machines(), "startMachineAction").isEnabled());
    QVERIFY(hint().isEmpty());
    QCOMPARE(find<QLabel>(machines(), "selectionLabel").text(), QStringLiteral("1 selected"));
    QCOMPARE(find<QAction>(machines(), "startMachineAction").statusTip(),
             QStringLiteral("Start the selected machines"));
}

void MachineActsTest::anActThatFitsNoneOfTheChosenSaysWhy()
{
    openWithAllNamed();
    choose({0, 1});
    QCOMPARE(find<QAction>(machines(), "startMachineAction").toolTip(),
             QStringLiteral("Not possible: the machine is so already."));
    QVERIFY(find<QAction>(machines(), "assignMachineAction").toolTip().contains(QLatin1String("select one machine")));
    choose({3});
    QVERIFY(find<QAction>(machines(), "assignMachineAction").toolTip().contains(QLatin1String("free it first")));
}

void MachineActsTest::theConfirmationNamesWhatIsHitAndWhatIsLeftOut()
{
    openWithAllNamed();
    choose({0, 1, 2});
    start("turnOffMachineAction");
    QCOMPARE(find<QLabel>(*dialog(), "titleLabel").text(), QStringLiteral("Turn off 2 machines on 1 VM host?"));
    QVERIFY(find<QLabel>(*dialog(), "splitsLabel").text().contains(QLatin1String("Running (2)")));
    const QAbstractItemModel& hit = *find<QTableView>(*dialog(), "hitTable").model();
    QCOMPARE(hit.rowCount(), 2);
    QCOMPARE(hit.index(0, models::MachineListModel::SessionColumn).data().toString(),
             QStringLiteral("CORP\\anna (Active)")); // those at work come first
    const QAbstractItemModel& leftOut = *find<QTableView>(*dialog(), "leftOutTable").model();
    QCOMPARE(leftOut.rowCount(), 1);
    QCOMPARE(leftOut.index(0, models::MachineListModel::ReasonColumn).data().toString(),
             QStringLiteral("The machine is so already"));
}

void MachineActsTest::turningOffWhereSomebodyWorksNeedsTheNumber()
{
    openWithAllNamed();
    choose({0, 4});
    start("turnOffMachineAction");
    auto& number = find<QLineEdit>(*dialog(), "countEdit");
    const auto& button = find<QPushButton>(*dialog(), "confirmButton");
    QVERIFY(number.isVisible());
    QVERIFY(!button.isEnabled());
    QVERIFY(find<ui::NoticePanel>(*dialog(), "impactNotice").isVisible());
    number.setText(QStringLiteral("3"));
    QVERIFY(!button.isEnabled());
    number.setText(QStringLiteral("2"));
    QVERIFY(button.isEnabled());
    QVERIFY(broker().journal().empty());
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    QVERIFY(activity().rowCount() == 0);
}

void MachineActsTest::whatIsConfirmedIsDoneRecordedAndTold()
{
    openWithAllNamed();
    choose({2, 3});
    start("startMachineAction");
    find<QLineEdit>(*dialog(), "reasonEdit").setText(QStringLiteral("INC-7"));
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().good, std::size_t{2}, patience);
    QVERIFY(broker().findMachine("VDI-3")->state == MachineState::Running);
    QVERIFY(broker().findMachine("VDI-4")->state == MachineState::Running);
    const auto entries = m_fixture->ledger.entries();
    QCOMPARE(entries.size(), std::size_t{2});
    for (const MemoryLedger::Entry& entry : entries) {
        QVERIFY(entry.request.action.kind == management::ActionKind::Start);
        QVERIFY(entry.request.machine.has_value());
        QCOMPARE(QString::fromStdString(entry.request.reason), QStringLiteral("INC-7"));
        QVERIFY(entry.outcome && entry.outcome->kind == management::OutcomeKind::Done);
    }
    QVERIFY(m_window->findChild<ui::ActivityDock*>()->isOpen());
}

void MachineActsTest::anAssignmentAsksToWhom()
{
    openWithAllNamed();
    choose({1});
    start("assignMachineAction");
    const auto& button = find<QPushButton>(*dialog(), "confirmButton");
    auto& account = find<QLineEdit>(*dialog(), "accountEdit");
    QVERIFY(!button.isEnabled());
    account.setText(QStringLiteral("\\dora"));
    QVERIFY(!button.isEnabled());
    account.setText(QStringLiteral(" CORP\\dora "));
    QVERIFY(button.isEnabled());
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().good, std::size_t{1}, patience);
    QVERIFY(broker().findMachine("VDI-2")->ownerName.view() == "dora");
    QVERIFY(broker().findMachine("VDI-2")->ownerDomain.view() == "CORP");
}

void MachineActsTest::aFreedDesktopIsNobodysAfterwards()
{
    openWithAllNamed();
    choose({3});
    start("freeMachineAction");
    QVERIFY(find<QLabel>(*dialog(), "whoLabel").text().contains(QLatin1String("CORP\\boris")));
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().good, std::size_t{1}, patience);
    QVERIFY(!core::isAssigned(*broker().findMachine("VDI-4")));
    QCOMPARE(activity().index(0, static_cast<int>(models::ActivityColumn::Session)).data().toString(),
             QStringLiteral("hv-11.corp.example")); // of a machine no session is named
}

void MachineActsTest::enterConfirmsOneMachineAndNeverSeveral()
{
    openWithAllNamed();
    choose({2, 3});
    start("startMachineAction");
    QTest::keyClick(&find<QLineEdit>(*dialog(), "reasonEdit"), Qt::Key_Return);
    QVERIFY(dialog() != nullptr && dialog()->isVisible());
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    choose({2});
    start("startMachineAction");
    QCOMPARE(find<QLabel>(*dialog(), "titleLabel").text(), QStringLiteral("Start VDI-3 on hv-11.corp.example?"));
    QTest::keyClick(&find<QLineEdit>(*dialog(), "reasonEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().good, std::size_t{1}, patience);
}

void MachineActsTest::aMachineThatComesIntoUseIsShownSo()
{
    openWithAllNamed();
    choose({1});
    start("turnOffMachineAction");
    QVERIFY(!find<ui::NoticePanel>(*dialog(), "impactNotice").isVisible());
    broker().putMachine(machineWith("VDI-2", MachineState::Running, "CORP\\emil"));
    find<QAction>(machines(), "refreshAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(find<ui::NoticePanel>(*dialog(), "impactNotice").isVisible(), patience);
    QVERIFY(find<QLabel>(*dialog(), "whoLabel").text().contains(QLatin1String("emil")));
    QTest::keyClick(&find<QLineEdit>(*dialog(), "reasonEdit"), Qt::Key_Return); // may have been meant before
    QVERIFY(dialog() != nullptr && dialog()->isVisible());
}

void MachineActsTest::whatFailedCanBeTriedAgain()
{
    bool isRefusing = true;
    broker().hooks.invoke =
        [&isRefusing](const std::string&, const std::string&,
                      const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        return isRefusing ? std::optional<core::Result<management::MethodResult>>(management::MethodResult{5, {}})
                          : std::nullopt;
    };
    openWithAllNamed();
    choose({2});
    start("startMachineAction");
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().bad, std::size_t{1}, patience);
    isRefusing = false;
    auto& retry = find<QAbstractButton>(*m_window, "retryButton");
    QTRY_VERIFY_WITH_TIMEOUT(retry.isEnabled(), patience);
    retry.click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, patience);
    QVERIFY(find<QLabel>(*dialog(), "titleLabel").text().contains(QLatin1String("VDI-3")));
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().good, std::size_t{1}, patience);
}

void MachineActsTest::theMenuIsThereForTheKeyboard()
{
    openWithAllNamed();
    choose({2});
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), table().mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(&table(), &asked); // as Menu and Shift+F10 do
    auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QStringList shown;
    for (const QAction* const action : menu->actions())
        shown << action->objectName();
    menu->close();
    QVERIFY(shown.contains(QStringLiteral("startMachineAction")));
    QVERIFY(shown.contains(QStringLiteral("copyAction")));
}

void MachineActsTest::policyWantsFewerMachines()
{
    management::Policy policy;
    policy.namedActions.set();
    policy.largestPlan = 1;
    open(policy);
    choose({2, 3});
    QCOMPARE(find<QAction>(machines(), "startMachineAction").toolTip(),
             QStringLiteral("Policy allows no more than 1 machine at once. Choose fewer machines."));
}

QTEST_MAIN(MachineActsTest)
#include "MachineActsTest.moc"
