// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/DrainWindow.h"

#include "models/activity/DrainTexts.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/DrainModel.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/Theme.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <functional>

using namespace deskwarden;
using namespace deskwarden::support;
using management::DrainPhase;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 60'000;
constexpr std::uint32_t all = 24; // four on each of six hosts

/// One more on the host of the first session.
core::Session newcomer()
{
    core::Session session = officeSession(0);
    session.key.sessionId = 77;
    session.userName = core::SharedString("nina.newcomer");
    session.vmName = core::SharedString("VDI-NEW");
    session.state = core::ConnectState::Active;
    return session;
}

} // namespace

/// A VM host is emptied from the window.
class DrainWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theHostIsEmptiedWithItsNewcomers();
    void theConfirmationNamesEverybodyOnTheHost();
    void stoppingTellsWhoWasTold();
    void whoCannotBeLoggedOffIsToldAndRetried();
    void thePauseIsThatOfAllActs();
    void closingAsksWhileAHostIsDrained();
    void itsServerStaysOpen();
    void severalHostsAreRefused();
    void aReadOnlyPolicyOffersNoDrain();

private:
    void open(const management::Policy& policy = {});
    void selectOnHost();
    [[nodiscard]] ui::ConfirmationDialog* ask();
    ui::DrainWindow* drain(int minutes = -1);
    [[nodiscard]] std::ptrdiff_t done(const char* method) const;
    [[nodiscard]] bool isListedUntil(const std::function<bool()>& holds);
    [[nodiscard]] QAction& action(const char* name) { return find<QAction>(*m_window, name); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

void DrainWindowTest::initTestCase()
{
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::ColorScheme::Light);
}

void DrainWindowTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), all);
}

void DrainWindowTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void DrainWindowTest::open(const management::Policy& policy)
{
    desk::Services services = m_fixture->services();
    services.rules.policy = policy;
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->setAttribute(Qt::WA_QuitOnClose, false);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount(), int(all),
                              patience);
}

/// Some row of the host of the first session.
void DrainWindowTest::selectOnHost()
{
    auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    const QString machine = QString::fromUtf8(officeSession(0).vmName.toString().c_str());
    const QModelIndexList found = table.model()->match(
        table.model()->index(0, int(models::SessionColumn::VirtualMachine)), Qt::DisplayRole, machine);
    QCOMPARE(found.size(), 1);
    table.selectionModel()->select(found.front(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

ui::ConfirmationDialog* DrainWindowTest::ask()
{
    selectOnHost();
    action("drainHostAction").trigger();
    return m_window->findChild<ui::ConfirmationDialog*>();
}

ui::DrainWindow* DrainWindowTest::drain(int minutes)
{
    const ui::ConfirmationDialog* const dialog = ask();
    if (dialog == nullptr)
        return nullptr;
    find<QCheckBox>(*dialog, "messageFirstCheck").setChecked(minutes >= 0);
    if (minutes >= 0)
        find<QSpinBox>(*dialog, "graceSpin").setValue(minutes);
    find<QLineEdit>(*dialog, "countEdit").setText(QString::number(dialog->plan().sessions.size()));
    find<QPushButton>(*dialog, "confirmButton").click();
    return m_window->findChild<ui::DrainWindow*>();
}

std::ptrdiff_t DrainWindowTest::done(const char* method) const
{
    const auto acts = m_fixture->broker(office).journal();
    return std::ranges::count_if(acts, [method](const auto& act) { return act.method == method; });
}

/// Asks for list after list until it holds: the drain waits for lists.
bool DrainWindowTest::isListedUntil(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(
        [this, &holds] {
            action("refreshAction").trigger();
            return holds();
        },
        patience);
}

void DrainWindowTest::theHostIsEmptiedWithItsNewcomers()
{
    open();
    ui::DrainWindow* const window = drain();
    QVERIFY(window != nullptr);
    const QAbstractItemModelTester tester(find<QAbstractItemView>(*window, "drainTable").model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE_WITH_TIMEOUT(done("Logoff"), std::ptrdiff_t(4), patience);
    m_fixture->broker(office).put(newcomer());
    QVERIFY(isListedUntil([window] { return window->run().drain().phase() == DrainPhase::Drained; }));
    QCOMPARE(done("Logoff"), std::ptrdiff_t(5));
    QCOMPARE(window->run().drain().counts(), (management::DrainCounts{0, 5, 1, 0, 0}));
    QCOMPARE(find<ui::NoticePanel>(*window, "drainState").kind(), ui::NoticePanel::Kind::Success);
    QVERIFY(!find<QPushButton>(*window, "drainStopButton").isEnabled());
    QCOMPARE(find<QAbstractItemView>(*m_window, "activityTable").model()->rowCount(), 6);
    find<QPushButton>(*window, "drainCopyButton").click();
    const QMimeData* const copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->text().contains(QLatin1String("nina.newcomer")));
    QVERIFY(copied->html().contains(QLatin1String("<table")));
    const auto end = models::drainLines(window->run().drain()).trimmed().split('\n').back();
    QVERIFY(end.contains("\"drain\":\"drained\""));
    const QPointer<ui::DrainWindow> closed(window);
    window->close();
    QTRY_VERIFY(closed.isNull());
    QVERIFY(m_window->close()); // nothing is under way any more
}

void DrainWindowTest::theConfirmationNamesEverybodyOnTheHost()
{
    open();
    ui::ConfirmationDialog* const dialog = ask();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->plan().sessions.size(), std::size_t(4));
    QVERIFY(find<QLabel>(*dialog, "titleLabel").text().contains(QLatin1String("hv-11")));
    QVERIFY(find<QLabel>(*dialog, "consequenceLabel").text().contains(models::newcomersNotice()));
    dialog->reject();
    QCOMPARE(done("Logoff"), std::ptrdiff_t(0));
    QVERIFY(m_window->findChild<ui::DrainWindow*>() == nullptr);
}

void DrainWindowTest::stoppingTellsWhoWasTold()
{
    open();
    ui::DrainWindow* const window = drain(600);
    QVERIFY(window != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(window->run().drain().phase() == DrainPhase::Waiting, patience);
    QCOMPARE(done("SendMessage"), std::ptrdiff_t(4));
    QVERIFY(!find<QLabel>(*window, "drainTimeLabel").text().isEmpty());
    find<QPushButton>(*window, "drainStopButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(window->run().drain().phase() == DrainPhase::Stopped, patience);
    QTRY_COMPARE_WITH_TIMEOUT(done("SendMessage"), std::ptrdiff_t(8), patience);
    QCOMPARE(done("Logoff"), std::ptrdiff_t(0));
}

void DrainWindowTest::whoCannotBeLoggedOffIsToldAndRetried()
{
    std::atomic<bool> isDenied = true;
    m_fixture->broker(office).hooks.invoke =
        [&isDenied](const std::string& key, const std::string&,
                    const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        if (isDenied && key == core::keyText(officeSession(0).key))
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        return std::nullopt;
    };
    open();
    ui::DrainWindow* const window = drain();
    QVERIFY(window != nullptr);
    QVERIFY(isListedUntil([window] { return window->run().drain().phase() == DrainPhase::NeedsHelp; }));
    QCOMPARE(window->run().drain().counts().stuck, std::size_t(1));
    QCOMPARE(find<ui::NoticePanel>(*window, "drainState").kind(), ui::NoticePanel::Kind::Warning);
    isDenied = false;
    find<QPushButton>(*window, "drainRetryButton").click();
    QVERIFY(isListedUntil([window] { return window->run().drain().phase() == DrainPhase::Drained; }));
}

void DrainWindowTest::thePauseIsThatOfAllActs()
{
    open();
    ui::DrainWindow* const window = drain(600);
    QVERIFY(window != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(window->run().drain().phase() == DrainPhase::Waiting, patience);
    auto& pause = find<QAbstractButton>(*m_window, "pauseButton");
    find<QPushButton>(*window, "drainPauseButton").click();
    QVERIFY(window->run().drain().phase() == DrainPhase::Paused);
    QVERIFY(pause.isChecked());
    m_fixture->broker(office).put(newcomer());
    auto& sessions = find<QAbstractItemView>(*m_window, "sessionTable");
    QVERIFY(isListedUntil([&sessions] { return sessions.model()->rowCount() == int(all) + 1; }));
    QCOMPARE(done("SendMessage"), std::ptrdiff_t(4));
    pause.setChecked(false);
    QVERIFY(!find<QPushButton>(*window, "drainPauseButton").isChecked());
    QTRY_COMPARE_WITH_TIMEOUT(done("SendMessage"), std::ptrdiff_t(5), patience);
}

void DrainWindowTest::closingAsksWhileAHostIsDrained()
{
    open();
    ui::DrainWindow* const window = drain(600);
    QVERIFY(window != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(window->run().drain().phase() == DrainPhase::Waiting, patience);
    window->close(); // only hides it
    action("drainHostAction").trigger();
    QVERIFY(window->isVisible());
    QVERIFY(!m_window->close());
    auto* const question = m_window->findChild<ui::ClosingDialog*>();
    QVERIFY(question != nullptr);
    QVERIFY(find<QLabel>(*question, "closingActsLabel").text().contains(QLatin1String("1 VM host is being drained.")));
    find<QPushButton>(*question, "stopAndCloseButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(done("SendMessage"), std::ptrdiff_t(8)); // who was told has been told so
    QCOMPARE(done("Logoff"), std::ptrdiff_t(0));
}

void DrainWindowTest::itsServerStaysOpen()
{
    open();
    ui::DrainWindow* const window = drain();
    QVERIFY(window != nullptr);
    const auto* const servers = m_window->findChild<QMenu*>(QStringLiteral("closeMenu"));
    servers->actions().front()->trigger();
    QCoreApplication::processEvents();
    QTRY_VERIFY(!find<ui::NoticePanel>(*m_window, "policyNotice").sentence().isEmpty());
    QCOMPARE(m_window->links().size(), std::size_t(1));
}

void DrainWindowTest::severalHostsAreRefused()
{
    open();
    find<QAbstractItemView>(*m_window, "sessionTable").selectAll();
    action("drainHostAction").trigger();
    QVERIFY(m_window->findChild<ui::ConfirmationDialog*>() == nullptr);
    QVERIFY(!find<ui::NoticePanel>(*m_window, "policyNotice").sentence().isEmpty());
}

void DrainWindowTest::aReadOnlyPolicyOffersNoDrain()
{
    management::Policy policy;
    policy.isReadOnly = true;
    open(policy);
    selectOnHost();
    QVERIFY(!action("drainHostAction").isEnabled());
}

QTEST_MAIN(DrainWindowTest)
#include "DrainWindowTest.moc"
