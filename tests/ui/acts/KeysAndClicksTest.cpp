// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"
#include "models/table/SessionTableModel.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/DrainWindow.h"
#include "ui/acts/EndNotifier.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <atomic>
#include <memory>
#include <optional>

using namespace deskwarden;
using namespace deskwarden::support;
using management::OutcomeKind;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

} // namespace

/// How many keys and clicks everyday work takes, in the real window; and that a failure is told, and tried again,
/// right.
class KeysAndClicksTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void aKnownUserIsLoggedOffByFourKeysAndTheName();
    void aUserInTheTableIsLoggedOffByThreeClicks();
    void aHostIsDrainedByThreeClicksAndTheNumber();
    void allDisconnectedForHoursTakeOneConditionAndFiveKeys();
    void whyItFailedTakesNothing();
    void aRetryIsForTheBatchesFailedOnesAsTheyAreNow();
    void theTicketIsNeverTheOneBefore();
    void anEndIsToldWhileNobodyLooks();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void click(QWidget& widget, QPoint place = {});
    [[nodiscard]] QAbstractItemView& table() const { return find<QAbstractItemView>(*m_window, "sessionTable"); }
    [[nodiscard]] models::ActivityBatches& batches() const
    {
        return *qobject_cast<models::ActivityBatches*>(find<QAbstractItemView>(*m_window, "activityTable").model());
    }
    [[nodiscard]] ui::ConfirmationDialog* dialog() const { return m_window->findChild<ui::ConfirmationDialog*>(); }
    void logOff(int firstRow, int lastRow);

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
    std::atomic<int> m_answer{0};
    int m_count = 0; ///< of keys or clicks; a name that is typed is not counted
};

void KeysAndClicksTest::init()
{
    m_window.reset();
    m_fixture = std::make_unique<WindowFixture>();
    m_count = 0;
    m_answer = 0;
    FakeBroker& broker = m_fixture->broker(office);
    for (const char* const user : {"anna", "boris", "chen", "daria"}) {
        static std::uint32_t id = 0;
        broker.put(makeSession("hv1", ++id, user, core::ConnectState::Active));
    }
    broker.hooks.invoke =
        [this](const std::string&, const std::string&,
               const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        if (m_answer != 0)
            return management::MethodResult{static_cast<std::uint32_t>(m_answer), {}};
        return std::nullopt;
    };
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 4, patience);
}

void KeysAndClicksTest::press(int key, Qt::KeyboardModifiers modifiers)
{
    ++m_count;
    QWidget* const target = QApplication::focusWidget();
    QVERIFY(target != nullptr);
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

void KeysAndClicksTest::click(QWidget& widget, QPoint place)
{
    ++m_count;
    QVERIFY(widget.isVisible() && widget.isEnabled());
    QTest::mouseClick(&widget, Qt::LeftButton, Qt::NoModifier, place);
}

void KeysAndClicksTest::logOff(int firstRow, int lastRow)
{
    table().selectionModel()->select(
        {table().model()->index(firstRow, 0), table().model()->index(lastRow, models::sessionColumnCount - 1)},
        QItemSelectionModel::ClearAndSelect);
    find<QAction>(*m_window, "logoffAction").trigger();
    QVERIFY(dialog() != nullptr);
    find<QLineEdit>(*dialog(), "countEdit").setText(QString::number(lastRow - firstRow + 1));
    find<QPushButton>(*dialog(), "confirmButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patience);
}

void KeysAndClicksTest::aKnownUserIsLoggedOffByFourKeysAndTheName()
{
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("filterEdit"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("chen"));
    press(Qt::Key_Return); // at once: the list need not have followed
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(*m_window, "logoffAction").isEnabled(), patience);
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QVERIFY(find<QLabel>(*dialog(), "titleLabel").text().contains(QLatin1String("chen")));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("reasonCombo"));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->broker(office).journal().size(), std::size_t{1}, patience);
    QCOMPARE(m_fixture->broker(office).journal().front().method, std::string("Logoff"));
    QTRY_COMPARE_WITH_TIMEOUT(batches().acts().progress().good, std::size_t{1}, patience);
    QVERIFY(batches().acts().requestAt(0).confirmed.userName.view() == "chen");
    QCOMPARE(m_count, 4);
}

void KeysAndClicksTest::aUserInTheTableIsLoggedOffByThreeClicks()
{
    const QRect cell = table().visualRect(table().model()->index(1, 1));
    click(*table().viewport(), cell.center());
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(*m_window, "logoffAction").isEnabled(), patience);
    QToolButton* button = nullptr;
    for (auto* const one : find<QToolBar>(*m_window, "mainToolBar").findChildren<QToolButton*>()) {
        if (one->defaultAction() == &find<QAction>(*m_window, "logoffAction"))
            button = one;
    }
    QVERIFY(button != nullptr);
    click(*button);
    QTRY_VERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    click(find<QPushButton>(*dialog(), "confirmButton"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->broker(office).journal().size(), std::size_t{1}, patience);
    QCOMPARE(m_count, 3);
}

void KeysAndClicksTest::aHostIsDrainedByThreeClicksAndTheNumber()
{
    click(*table().viewport(), table().visualRect(table().model()->index(0, 1)).center());
    auto& drain = find<QToolButton>(*m_window, "drainHostDetailsButton"); // the details open by themselves
    QTRY_VERIFY_WITH_TIMEOUT(drain.isVisible() && !drain.visibleRegion().isEmpty(), patience);
    click(drain);
    QTRY_VERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("countEdit"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("4"));
    QVERIFY(dialog()->messageFirst());
    click(find<QPushButton>(*dialog(), "confirmButton"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::DrainWindow*>() != nullptr, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->broker(office).journal().size(), std::size_t{4}, patience);
    QCOMPARE(m_fixture->broker(office).journal().front().method, std::string("SendMessage"));
    QCOMPARE(m_count, 3);
}

void KeysAndClicksTest::allDisconnectedForHoursTakeOneConditionAndFiveKeys()
{
    constexpr std::uint32_t all = 120;
    m_window.reset();
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), all);
    haunt(m_fixture->broker(office), all);
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), int{all}, patience);
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("filterEdit"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("gone>4h"));
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto& logoff = find<QAction>(*m_window, "logoffAction");
    QTRY_VERIFY_WITH_TIMEOUT(logoff.isEnabled() && table().model()->rowCount() < int{all}, patience);
    press(Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
    const std::size_t chosen = dialog()->plan().sessions.size();
    QVERIFY(chosen > 1);
    for (const core::Session& session : dialog()->plan().sessions)
        QVERIFY(session.state == core::ConnectState::Disconnected);
    if (find<QLineEdit>(*dialog(), "countEdit").isVisible())
        QTest::keyClicks(QApplication::focusWidget(), QString::number(chosen));
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("confirmButton"));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(batches().acts().progress().good, chosen, patience);
    QCOMPARE(m_count, 5);
}

void KeysAndClicksTest::whyItFailedTakesNothing()
{
    m_answer = 5;
    logOff(0, 2);
    QTRY_COMPARE_WITH_TIMEOUT(batches().acts().progress().finished, std::size_t{3}, patience);
    const auto& why = find<QLabel>(*m_window, "activityWhyLabel");
    const auto& toDo = find<QLabel>(*m_window, "activityNextStepLabel");
    QTRY_VERIFY_WITH_TIMEOUT(why.isVisible() && why.text().contains(QLatin1String("0x00000005")), patience);
    QVERIFY(!find<QLabel>(*m_window, "activityDetailsLabel").text().isEmpty());
    QVERIFY(toDo.isVisible() && !toDo.text().isEmpty());
    QVERIFY(!why.visibleRegion().isEmpty() &&
            !find<QLabel>(*m_window, "activityDetailsLabel").visibleRegion().isEmpty());
    const auto& retry = find<QToolButton>(*m_window, "retryButton");
    QCOMPARE(ui::withoutMnemonic(retry.text()), QStringLiteral("Retry 3 failed…"));
    QVERIFY(retry.isEnabled());
    QCOMPARE(m_count, 0);
}

void KeysAndClicksTest::aRetryIsForTheBatchesFailedOnesAsTheyAreNow()
{
    FakeBroker& broker = m_fixture->broker(office);
    m_answer = 5;
    logOff(0, 0); // anna, in a batch of her own
    QTRY_COMPARE_WITH_TIMEOUT(batches().acts().progress().finished, std::size_t{1}, patience);
    logOff(1, 3);
    QTRY_COMPARE_WITH_TIMEOUT(batches().acts().progress().finished, std::size_t{4}, patience);
    m_answer = 0;
    // One has gone, of one the place is somebody else's, and the third is disconnected now; the list does not know yet.
    std::vector<core::Session> confirmed;
    for (int line = 1; line < 4; ++line)
        confirmed.push_back(batches().acts().requestAt(line).confirmed);
    broker.remove(core::keyText(confirmed[0].key));
    core::Session other = confirmed[1];
    other.userName = core::SharedString("somebody.else");
    broker.put(other);
    core::Session left = confirmed[2];
    left.state = core::ConnectState::Disconnected;
    broker.put(left);
    auto& retry = find<QToolButton>(*m_window, "retryButton");
    QTRY_COMPARE_WITH_TIMEOUT(ui::withoutMnemonic(retry.text()), QStringLiteral("Retry 3 failed…"), patience);
    retry.click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, patience);
    QCOMPARE(dialog()->plan().sessions.size(), std::size_t{1});
    QVERIFY(dialog()->plan().sessions.front().userName == left.userName);
    QVERIFY(dialog()->plan().sessions.front().state == core::ConnectState::Disconnected);
    dialog()->reject();
    QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patience);
    broker.remove(core::keyText(left.key));
    retry.click();
    QTRY_VERIFY_WITH_TIMEOUT(
        find<ui::NoticePanel>(*m_window, "policyNotice").sentence().contains(QLatin1String("ended")), patience);
    QVERIFY(dialog() == nullptr);
}

void KeysAndClicksTest::theTicketIsNeverTheOneBefore()
{
    for (int round = 0; round < 2; ++round) {
        table().selectionModel()->select(
            {table().model()->index(0, 0), table().model()->index(0, models::sessionColumnCount - 1)},
            QItemSelectionModel::ClearAndSelect);
        find<QAction>(*m_window, "disconnectAction").trigger();
        QVERIFY(dialog() != nullptr);
        auto& reason = find<QLineEdit>(*dialog(), "reasonEdit");
        QCOMPARE(reason.text(), QString());
        if (round == 0)
            reason.setText(QStringLiteral("INC-1"));
        find<QPushButton>(*dialog(), "confirmButton").click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog() == nullptr, patience);
        QTRY_COMPARE_WITH_TIMEOUT(batches().acts().progress().finished, static_cast<std::size_t>(round + 1), patience);
    }
    QCOMPARE(batches().acts().requestAt(0).reason, std::string("INC-1"));
    QCOMPARE(batches().acts().requestAt(1).reason, std::string());
}

void KeysAndClicksTest::anEndIsToldWhileNobodyLooks()
{
    m_window.reset();
    desk::Console console(m_fixture->services());
    models::ActivityBatches acts(console.activity());
    QVERIFY(console.open(profileFor(office), core::Secret()));
    QTRY_COMPARE_WITH_TIMEOUT(console.sessions().rowCount(), 4, patience);
    QStringList told;
    bool isWanted = true;
    bool hadFailures = false;
    const ui::EndNotifier notifier(
        acts, console.acts(), [&isWanted] { return isWanted; },
        [&](const QString& title, const QString& text, bool hasFailures) {
            told << title + u'|' + text;
            hadFailures = hasFailures;
        },
        nullptr);
    const auto logOffRows = [&console](int first, int last) {
        std::vector<management::ActionRequest> requests;
        for (int row = first; row <= last; ++row)
            requests.push_back({console.acts().nextId(), console.sessions().sessionAt(row), {}, "INC-1"});
        console.acts().submit(requests);
    };
    m_answer = 5;
    logOffRows(0, 1);
    QTRY_COMPARE_WITH_TIMEOUT(told, QStringList(QStringLiteral("Log off 2 sessions|2 failed")), patience);
    QVERIFY(hadFailures);
    m_answer = 0;
    logOffRows(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, patience);
    QCOMPARE(told.back(), QStringLiteral("Log off 1 session|1 done"));
    QVERIFY(!hadFailures);
    isWanted = false;
    logOffRows(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(console.activity().progress().finished, std::size_t{4}, patience);
    acts.arrange();
    QCOMPARE(told.size(), 2);
    console.stop();
    console.end();
}

QTEST_MAIN(KeysAndClicksTest)
#include "KeysAndClicksTest.moc"
