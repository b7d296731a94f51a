// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/UsualKeys.h"

#include "models/table/SessionTableModel.h"
#include "support/DialogSamples.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/audit/AuditWindow.h"
#include "ui/sessions/ChangesWindow.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

/// The two ways to a menu without a mouse.
enum class MenuKey { ShiftF10, Menu };

/// The platform makes an event for the window of the key Menu, as it does of the mouse; the offscreen one makes none.
void press(MenuKey key, QWidget& view)
{
    if (key == MenuKey::ShiftF10) {
        QTest::keyClick(&view, Qt::Key_F10, Qt::ShiftModifier);
        return;
    }
    QTest::keyClick(&view, Qt::Key_Menu);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view.window()->windowHandle(), &asked);
}

/// What a menu offers that the key opens above the view; empty if none comes. Qt may run the menu in a loop of its
/// own, so that a timer has to look at it.
QStringList menuByKey(QWidget& view, MenuKey key)
{
    QStringList texts;
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, &view, [&texts] {
        auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr)
            return;
        for (const QAction* const action : menu->actions())
            texts << action->text().remove(u'&');
        menu->close();
    });
    // Where a menu was closed, the offscreen platform may leave no window in use.
    view.window()->activateWindow();
    if (!QTest::qWaitForWindowActive(view.window()))
        return {};
    view.setFocus();
    looking.start(10);
    press(key, view);
    for (int turn = 0; turn < 100 && texts.isEmpty(); ++turn)
        QTest::qWait(10);
    return texts;
}

} // namespace

/// Enter presses the button that has the focus; Shift+F10 and the key Menu open the menu of what has it.
class UsualKeysTest final : public QObject
{
    Q_OBJECT

private slots:
    void enterPressesTheFocusedButtonAndNotTheDefaultOne();
    void enterOnACheckBoxIsTheDialogs();
    void aHeldEnterPressesNothing();
    void listsOpenTheirMenuByKey_data();
    void listsOpenTheirMenuByKey();
    void theWindowsListsOpenTheirMenuByKey_data() { listsOpenTheirMenuByKey_data(); }
    void theWindowsListsOpenTheirMenuByKey();
};

void UsualKeysTest::enterPressesTheFocusedButtonAndNotTheDefaultOne()
{
    QDialog dialog;
    const ui::UsualKeys keys(&dialog);
    auto* const column = new QVBoxLayout(&dialog);
    auto* const tool = new QToolButton(&dialog);
    tool->setText(QStringLiteral("Advanced"));
    tool->setFocusPolicy(Qt::StrongFocus);
    auto* const plain = new QPushButton(QStringLiteral("Test"), &dialog);
    plain->setAutoDefault(false);
    auto* const usual = new QPushButton(QStringLiteral("Connect"), &dialog);
    usual->setDefault(true);
    for (QWidget* const widget : std::initializer_list<QWidget*>{tool, plain, usual})
        column->addWidget(widget);
    QSignalSpy toolClicked(tool, &QToolButton::clicked);
    QSignalSpy plainClicked(plain, &QPushButton::clicked);
    QSignalSpy usualClicked(usual, &QPushButton::clicked);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Return);
    plain->setFocus();
    QTest::keyClick(plain, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(toolClicked.size(), 1);
    QCOMPARE(plainClicked.size(), 1);
    QCOMPARE(usualClicked.size(), 0);
    QTest::keyClick(plain, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(plainClicked.size(), 1);
}

void UsualKeysTest::enterOnACheckBoxIsTheDialogs()
{
    QDialog dialog;
    const ui::UsualKeys keys(&dialog);
    auto* const column = new QVBoxLayout(&dialog);
    auto* const check = new QCheckBox(QStringLiteral("Message first"), &dialog);
    auto* const usual = new QPushButton(QStringLiteral("Go"), &dialog);
    usual->setDefault(true);
    column->addWidget(check);
    column->addWidget(usual);
    QSignalSpy clicked(usual, &QPushButton::clicked);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Return);
    QVERIFY(!check->isChecked());
    QCOMPARE(clicked.size(), 1);
}

void UsualKeysTest::aHeldEnterPressesNothing()
{
    QWidget window;
    const ui::UsualKeys keys(&window);
    QPushButton button(QStringLiteral("Log off"), &window);
    QSignalSpy clicked(&button, &QPushButton::clicked);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button.setFocus();
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true);
    QCoreApplication::sendEvent(&button, &held);
    QCOMPARE(clicked.size(), 0);
}

void UsualKeysTest::listsOpenTheirMenuByKey_data()
{
    QTest::addColumn<MenuKey>("key");
    QTest::newRow("Shift+F10") << MenuKey::ShiftF10;
    QTest::newRow("Menu") << MenuKey::Menu;
}

void UsualKeysTest::listsOpenTheirMenuByKey()
{
    QFETCH(MenuKey, key);
    const ui::UsualKeys keys(this);
    ui::ConfirmationDialog dialog(management::planFor({}, test::sampleSessions(3)));
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto& sessions = find<QTableView>(dialog, "sessionsTable");
    QVERIFY(menuByKey(sessions, key).contains(QLatin1String("Copy")));

    const QTemporaryDir folder;
    ui::AuditWindow audit(folder.filePath(QStringLiteral("audit.sqlite")));
    audit.show();
    QVERIFY(QTest::qWaitForWindowActive(&audit));
    auto& record = find<QTableView>(audit, "auditTable");
    QVERIFY(menuByKey(record, key).contains(QLatin1String("Copy")));

    models::ChangeListModel changes([] { return std::chrono::system_clock::now(); });
    ui::ChangesWindow changed(changes, nullptr);
    changed.show();
    QVERIFY(QTest::qWaitForWindowActive(&changed));
    auto& lines = *changed.findChild<QTableView*>();
    QVERIFY(menuByKey(lines, key).contains(QLatin1String("Copy")));
}

void UsualKeysTest::theWindowsListsOpenTheirMenuByKey()
{
    QFETCH(MenuKey, key);
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 20);
    ui::MainWindow window(fixture.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.connectTo(profileFor(office), core::Secret());
    auto& table = find<QTableView>(window, "sessionTable");
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 20, patience);
    QVERIFY(menuByKey(table, key).contains(QStringLiteral("Log off…")));
    auto& views = find<QAbstractItemView>(window, "viewsTree");
    QTRY_VERIFY_WITH_TIMEOUT(views.isVisible(), patience);
    const auto opensMenu = [&views, key] { // a list that comes meanwhile takes the line away
        views.setCurrentIndex(views.model()->index(1, 0));
        return !menuByKey(views, key).isEmpty();
    };
    QVERIFY(QTest::qWaitFor(opensMenu, patience));
    auto& activity = find<QTableView>(window, "activityTable");
    find<QAction>(window, "openActivityAction").trigger();
    QTRY_VERIFY(activity.isVisible());
    QVERIFY(menuByKey(activity, key).contains(QStringLiteral("Copy for ticket")));
}

QTEST_MAIN(UsualKeysTest)
#include "UsualKeysTest.moc"
