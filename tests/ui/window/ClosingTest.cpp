// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/widgets/Theme.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

/// Holds the server's answers back until it is opened, or until the caller gives up.
class HeldAnswers final
{
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    bool wait(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait(lock, stop, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isOpen = false; // guarded by m_mutex
};

} // namespace

/// Closing the window while acts are under way.
class ClosingTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void nothingUnderWayNeedsNoQuestion();
    void enterAndEscapeLeaveEverythingAsItIs();
    void keepRunningClosesAfterTheLastAct();
    void stopClosesAtOnceAndLosesNothing();
    void aPauseDoesNotHoldTheEndUp();
    void theSystemAsksNobody();

private:
    void logOff(int rows);
    [[nodiscard]] ui::ClosingDialog* question() const { return m_window->findChild<ui::ClosingDialog*>(); }
    [[nodiscard]] std::map<management::OutcomeKind, int> recorded() const;

    std::optional<WindowFixture> m_fixture;
    std::shared_ptr<HeldAnswers> m_gate;
    std::unique_ptr<ui::MainWindow> m_window;
};

void ClosingTest::initTestCase()
{
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::ColorScheme::Light);
}

void ClosingTest::init()
{
    m_fixture.emplace();
    m_gate = std::make_shared<HeldAnswers>();
    FakeBroker& broker = m_fixture->broker(office);
    fillOffice(broker, 20);
    broker.hooks.invoke =
        [gate =
             m_gate](const std::string&, const std::string&,
                     const management::CallContext& context) -> std::optional<core::Result<management::MethodResult>> {
        if (gate->wait(context.stop))
            return std::nullopt;
        return core::failure(core::ErrorKind::Cancelled, {}, core::Delivery::MaybeSent);
    };
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->setAttribute(Qt::WA_QuitOnClose, false);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount(), 20, patience);
}

void ClosingTest::cleanup()
{
    m_gate->open();
    m_window.reset();
    m_fixture.reset();
}

/// Asks for it, and waits until the first acts hang at the server.
void ClosingTest::logOff(int rows)
{
    auto& table = find<QAbstractItemView>(*m_window, "sessionTable");
    table.selectionModel()->select({table.model()->index(0, 0), table.model()->index(rows - 1, 8)},
                                   QItemSelectionModel::ClearAndSelect);
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    QTRY_VERIFY(m_window->findChild<ui::ConfirmationDialog*>() != nullptr);
    const auto* const dialog = m_window->findChild<ui::ConfirmationDialog*>();
    find<QLineEdit>(*dialog, "countEdit").setText(QString::number(dialog->plan().sessions.size()));
    find<QPushButton>(*dialog, "confirmButton").click();
    const auto* const activity = find<QAbstractItemView>(*m_window, "activityTable").model();
    const auto running = [activity] {
        int count = 0;
        for (int row = 0; row < activity->rowCount(); ++row)
            count += activity->index(row, 0).data(models::ActivityModel::PhaseRole).toInt() ==
                             static_cast<int>(management::ActionPhase::Running)
                         ? 1
                         : 0;
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(running() == 4, patience);
}

std::map<management::OutcomeKind, int> ClosingTest::recorded() const
{
    std::map<management::OutcomeKind, int> kinds;
    for (const auto& entry : m_fixture->ledger.entries()) {
        if (entry.outcome)
            ++kinds[entry.outcome->kind];
    }
    return kinds;
}

void ClosingTest::nothingUnderWayNeedsNoQuestion()
{
    QVERIFY(m_window->close());
    QVERIFY(question() == nullptr);
}

void ClosingTest::enterAndEscapeLeaveEverythingAsItIs()
{
    logOff(12);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(question() != nullptr && question()->isVisible());
        const QString told = find<QLabel>(*question(), "closingActsLabel").text();
        QCOMPARE(told, QStringLiteral("4 acts are being carried out.\n8 acts have not begun."));
        QTest::keyClick(question(), key);
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(m_window->isVisible());
    }
    m_gate->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->broker(office).journal().size(), std::size_t(12), patience);
    QVERIFY(m_window->isVisible());
}

void ClosingTest::keepRunningClosesAfterTheLastAct()
{
    logOff(12);
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question() != nullptr && question()->isVisible());
    find<QAbstractButton>(*question(), "keepRunningButton").click();
    QVERIFY(m_window->isVisible() && question()->isVisible());
    m_gate->open();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(m_fixture->broker(office).journal().size(), std::size_t(12));
    QCOMPARE(recorded()[management::OutcomeKind::Done], 12);
}

void ClosingTest::stopClosesAtOnceAndLosesNothing()
{
    logOff(12);
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question() != nullptr && question()->isVisible());
    QElapsedTimer clock;
    clock.start();
    find<QAbstractButton>(*question(), "stopAndCloseButton").click();
    const auto closed = clock.elapsed();
    QVERIFY(!m_window->isVisible());
    m_window.reset();
    qInfo("closed after %lld ms, gone after %lld ms (promised: 300)", static_cast<long long>(closed),
          static_cast<long long>(clock.elapsed()));
    QVERIFY(clock.elapsed() < 3000); // generous: the machine may be busy
    for (const auto& entry : m_fixture->ledger.entries())
        QVERIFY(entry.outcome);
    QCOMPARE(recorded()[management::OutcomeKind::Unknown], 4);
    QVERIFY(m_fixture->broker(office).journal().empty());
}

void ClosingTest::aPauseDoesNotHoldTheEndUp()
{
    logOff(12);
    find<QAbstractButton>(*m_window, "pauseButton").setChecked(true);
    QVERIFY(!m_window->close());
    QTRY_VERIFY(question() != nullptr && question()->isVisible());
    find<QAbstractButton>(*question(), "keepRunningButton").click();
    QVERIFY(!find<QAbstractButton>(*m_window, "pauseButton").isChecked());
    m_gate->open();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
    QCOMPARE(recorded()[management::OutcomeKind::Done], 12);
}

void ClosingTest::theSystemAsksNobody()
{
    logOff(12);
    m_window->closeUnasked();
    QVERIFY(!m_window->isVisible());
    QVERIFY(question() == nullptr);
}

QTEST_MAIN(ClosingTest)
#include "ClosingTest.moc"
