// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/Machines.h"
#include "support/WindowFixture.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/CureBar.h"
#include "ui/acts/CureConfirmation.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QLabel>
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

} // namespace

/// From a ghost in a list to what became of it.
class CureTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void untilPolicyNamesItsStepsTheCureIsGrey();
    void theQuestionNamesTheStepsTheGhostsAndWhoIsLeftAlone();
    void withoutAGhostThereIsNothingToConfirm();
    void aConfirmedCureGoesItsWayInActivity();
    void theStepThatFailsIsSaidInActivity();
    void machinesCanBeCuredFromTheirList();
    void theServerCannotBeClosedInTheMiddle();
    void closingTheWindowAsksFirst();

private:
    void open(const management::Policy& policy);
    void openWithAllNamed();
    void chooseUsers(const QStringList& users);
    void confirm();
    [[nodiscard]] QTableView& table() const { return find<QTableView>(*m_window, "sessionTable"); }
    [[nodiscard]] QAction& cure() const { return find<QAction>(*m_window, "cureGhostsAction"); }
    [[nodiscard]] ui::CureConfirmation* dialog() const { return m_window->findChild<ui::CureConfirmation*>(); }
    [[nodiscard]] ui::CureBar* bar() const { return m_window->findChild<ui::CureBar*>(); }

    [[nodiscard]] FakeBroker& broker() const { return m_fixture->broker(office); }
    void put(std::uint32_t id, const char* user, MachineState state);

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

void CureTest::put(std::uint32_t id, const char* user, MachineState state)
{
    const core::Session session = makeSession("hv1", id, user, core::ConnectState::Disconnected);
    broker().put(session);
    broker().putMachine(makeMachine(session.vmName.view(), state, "hv1"));
}

void CureTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->preferences.setValue(storage::preference::verifySeconds, 1);
    put(1, "anna", MachineState::Saved);
    put(2, "boris", MachineState::Off);
    put(3, "chen", MachineState::Running);
}

void CureTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void CureTest::open(const management::Policy& policy)
{
    desk::Services services = m_fixture->services();
    services.rules.policy = policy;
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 3, patience);
}

void CureTest::openWithAllNamed()
{
    management::Policy policy;
    policy.namedActions.set();
    open(policy);
}

void CureTest::chooseUsers(const QStringList& users)
{
    table().selectionModel()->clearSelection();
    for (int row = 0; row < table().model()->rowCount(); ++row) {
        for (int column = 0; column < table().model()->columnCount(); ++column) {
            for (const QString& user : users) {
                if (table().model()->index(row, column).data().toString().endsWith(user))
                    table().selectionModel()->select(table().model()->index(row, column),
                                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(cure().isEnabled(), patience);
}

void CureTest::confirm()
{
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(*dialog(), "confirmButton").isEnabled(), patience);
    find<QPushButton>(*dialog(), "confirmButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patience);
}

void CureTest::untilPolicyNamesItsStepsTheCureIsGrey()
{
    open({});
    table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(*m_window, "logoffAction").isEnabled(), patience);
    QVERIFY(!cure().isEnabled());
    QVERIFY2(cure().toolTip().startsWith(QLatin1String("Acts on machines are off")), qPrintable(cure().toolTip()));
    QCOMPARE(cure().statusTip(), cure().toolTip());
}

void CureTest::theQuestionNamesTheStepsTheGhostsAndWhoIsLeftAlone()
{
    openWithAllNamed();
    table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(cure().isEnabled(), patience);
    cure().trigger();
    QVERIFY(dialog() != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(*dialog(), "titleLabel").text(), QStringLiteral("Cure 2 ghosts?"), patience);
    const QString said = find<QLabel>(*dialog(), "consequenceLabel").text();
    QVERIFY(said.contains(QLatin1String("started")) && said.contains(QLatin1String("logged off")) &&
            said.contains(QLatin1String("saved again")));
    QVERIFY2(said.contains(QLatin1String("1 session is no ghost")), qPrintable(said));
    QCOMPARE(find<QTableView>(*dialog(), "hitTable").model()->rowCount(), 2);
    dialog()->reject();
    QVERIFY(broker().journal().empty());
}

void CureTest::withoutAGhostThereIsNothingToConfirm()
{
    openWithAllNamed();
    chooseUsers({QStringLiteral("chen")});
    cure().trigger();
    QTRY_COMPARE_WITH_TIMEOUT(find<QLabel>(*dialog(), "titleLabel").text(), QStringLiteral("There is no ghost to cure"),
                              patience);
    QVERIFY(!find<QPushButton>(*dialog(), "confirmButton").isVisible());
}

void CureTest::aConfirmedCureGoesItsWayInActivity()
{
    openWithAllNamed();
    chooseUsers({QStringLiteral("anna")});
    cure().trigger();
    confirm();
    QTRY_VERIFY_WITH_TIMEOUT(bar() != nullptr, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ledger.entries().size(), std::size_t{3}, patience); // ten seconds to settle
    QTRY_COMPARE_WITH_TIMEOUT(bar()->findChild<ui::NoticePanel*>()->sentence(), QStringLiteral("Ghosts cured: 1 of 1."),
                              patience);
    QVERIFY(broker().findMachine("VM-hv1-1")->state == MachineState::Saved);
    QVERIFY(!broker().find("hv1/1"));
    QVERIFY(broker().find("hv1/2"));
    find<QPushButton>(*bar(), "cureButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(bar() == nullptr, patience);
}

void CureTest::theStepThatFailsIsSaidInActivity()
{
    broker().hooks.invoke =
        [](const std::string&, const std::string& method,
           const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        return method == "SetVirtualDesktopState"
                   ? std::optional<core::Result<management::MethodResult>>(management::MethodResult{5, {}})
                   : std::nullopt;
    };
    openWithAllNamed();
    chooseUsers({QStringLiteral("boris")});
    cure().trigger();
    confirm();
    QTRY_VERIFY_WITH_TIMEOUT(bar() != nullptr, patience);
    const auto* const notice = bar()->findChild<ui::NoticePanel*>();
    QTRY_COMPARE_WITH_TIMEOUT(notice->nextStep(), QStringLiteral("VM-hv1-2 stopped at: starting the machine."),
                              patience);
    QVERIFY(notice->kind() == ui::NoticePanel::Kind::Warning);
    QVERIFY(broker().find("hv1/2"));
}

void CureTest::machinesCanBeCuredFromTheirList()
{
    openWithAllNamed();
    find<QAction>(*m_window, "machinesAction").trigger();
    QWidget& machines = *m_window;
    auto& list = find<QTableView>(machines, "machinesTable");
    QTRY_COMPARE_WITH_TIMEOUT(list.model()->rowCount(), 3, patience);
    const auto& action = find<QAction>(machines, "cureMachinesAction");
    list.selectRow(2);
    QVERIFY(!action.isEnabled());
    QVERIFY(action.toolTip().startsWith(QLatin1String("A ghost is")));
    list.selectRow(1);
    QVERIFY(action.isEnabled());
    find<QAction>(machines, "cureMachinesAction").trigger();
    QVERIFY(dialog() != nullptr);
    QCOMPARE(find<QLabel>(*dialog(), "titleLabel").text(), QStringLiteral("Cure the ghost on VM-hv1-2?"));
    QVERIFY(find<QLabel>(*dialog(), "whoLabel").text().contains(QLatin1String("boris")));
}

void CureTest::theServerCannotBeClosedInTheMiddle()
{
    openWithAllNamed();
    chooseUsers({QStringLiteral("boris")});
    cure().trigger();
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ledger.entries().size(), std::size_t{1}, patience);
    find<QMenu>(*m_window, "closeMenu").actions().front()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(find<ui::NoticePanel>(*m_window, "policyNotice")
                                 .sentence()
                                 .startsWith(QLatin1String("Ghosts on this server are being cured")),
                             patience);
    QCOMPARE(table().model()->rowCount(), 3);
    find<QPushButton>(*bar(), "cureButton").click(); // stops
    QTRY_VERIFY_WITH_TIMEOUT(bar()->findChild<ui::NoticePanel*>()->sentence().startsWith(QLatin1String("Ghosts cured")),
                             patience);
}

void CureTest::closingTheWindowAsksFirst()
{
    openWithAllNamed();
    chooseUsers({QStringLiteral("boris")});
    cure().trigger();
    confirm();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->ledger.entries().size(), std::size_t{1}, patience);
    m_window->close();
    auto* const asked = m_window->findChild<ui::ClosingDialog*>();
    QVERIFY(asked != nullptr && m_window->isVisible());
    QVERIFY(find<QLabel>(*asked, "closingActsLabel").text().contains(QLatin1String("Ghosts are being cured.")));
}

QTEST_MAIN(CureTest)
#include "CureTest.moc"
