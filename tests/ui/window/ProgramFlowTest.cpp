// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ProgramFlow.h"

#include "storage/MemoryCredentialStore.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/help/ShortcutsDialog.h"
#include "ui/help/UpdateDialog.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/widgets/Theme.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include <atomic>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = 30000;

template <typename Dialog>
Dialog* openByKey(ui::MainWindow& window, Qt::Key key)
{
    QTest::keyClick(&window, key, Qt::ControlModifier);
    return window.findChild<Dialog*>();
}

} // namespace

/// Preferences and keys are reached by keyboard, and what is changed holds at once.
class ProgramFlowTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { ui::applyTheme(*qApp, ui::ColorScheme::Light); }
    void coloursChangeAtOnce_data();
    void coloursChangeAtOnce();
    void theDesktopIsFollowed();
    void theIntervalChangesAtOnce();
    void everyKeyOfTheWindowIsListed();
    void longNamesLeaveTheKeysWhole();
    void keptPasswordsAreListedAndForgotten();
    void noPasswordIsLookedForUnasked();
    void nothingLeavesBeforeTheClick();
    void policyTakesTheQuestionAway();
};

void ProgramFlowTest::coloursChangeAtOnce_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QStringLiteral("light") << ui::lightPalette();
    QTest::newRow("dark") << QStringLiteral("dark") << ui::darkPalette();
    QTest::newRow("high contrast") << QStringLiteral("contrast") << ui::highContrastPalette();
}

void ProgramFlowTest::coloursChangeAtOnce()
{
    QFETCH(QString, scheme);
    QFETCH(QPalette, palette);
    WindowFixture fixture;
    ui::MainWindow window(fixture.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto* const dialog = openByKey<ui::PreferencesDialog>(window, Qt::Key_Comma);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto& colors = find<QComboBox>(*dialog, "colorSchemePreference");
    const int index = colors.findData(scheme);
    QVERIFY(index >= 0);
    colors.setCurrentIndex(index);
    emit colors.activated(index);
    QTRY_COMPARE_WITH_TIMEOUT(window.palette().color(QPalette::Window), palette.color(QPalette::Window), patience);
    QCOMPARE(window.palette().color(QPalette::Text), palette.color(QPalette::Text));
    QCOMPARE(fixture.preferences.value(storage::preference::colorScheme), scheme);
}

void ProgramFlowTest::theDesktopIsFollowed()
{
    WindowFixture fixture;
    ui::MainWindow window(fixture.services());
    window.show();
    ui::applyTheme(*qApp, ui::ColorScheme::System);
    const QColor usual = window.palette().color(QPalette::Window);
    QApplication::setPalette(QPalette(Qt::magenta));
    QEvent change(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &change);
    QTRY_COMPARE_WITH_TIMEOUT(window.palette().color(QPalette::Window), usual, patience);
    // The person's own choice stays.
    fixture.preferences.setValue(storage::preference::colorScheme, QStringLiteral("dark"));
    QEvent again(QEvent::ThemeChange);
    QCoreApplication::sendEvent(&window, &again);
    QTRY_COMPARE_WITH_TIMEOUT(window.palette().color(QPalette::Window), ui::darkPalette().color(QPalette::Window),
                              patience);
}

void ProgramFlowTest::theIntervalChangesAtOnce()
{
    WindowFixture fixture;
    ui::MainWindow window(fixture.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto* const dialog = openByKey<ui::PreferencesDialog>(window, Qt::Key_Comma);
    QVERIFY(dialog != nullptr);
    find<QSpinBox>(*dialog, "refreshSecondsPreference").setValue(30);
    QVERIFY(find<QAction>(window, "interval30Action").isChecked());
    QCOMPARE(fixture.preferences.value(storage::preference::refreshSeconds), 30);
}

void ProgramFlowTest::everyKeyOfTheWindowIsListed()
{
    WindowFixture fixture;
    ui::MainWindow window(fixture.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto* const dialog = openByKey<ui::ShortcutsDialog>(window, Qt::Key_Slash);
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const auto& tree = find<QTreeWidget>(*dialog, "shortcutsTree");
    for (const QAction* const action : window.findChildren<QAction*>()) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        QString name = action->text();
        name.remove(u'&').remove(QChar(0x2026));
        const auto lines = tree.findItems(name, Qt::MatchExactly, 0);
        QVERIFY2(!lines.isEmpty(), qPrintable(name));
        QVERIFY(lines.front()->text(1).contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
    find<QLineEdit>(*dialog, "searchEdit").setText(QStringLiteral("refresh"));
    int shown = 0;
    for (int row = 0; row < tree.topLevelItemCount(); ++row)
        shown += tree.topLevelItem(row)->isHidden() ? 0 : 1;
    QVERIFY(shown >= 1 && shown < tree.topLevelItemCount());
}

void ProgramFlowTest::longNamesLeaveTheKeysWhole()
{
    QWidget window;
    QAction action(QString(60, u'W'), &window);
    action.setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::ALT | Qt::Key_PageDown));
    ui::ShortcutsDialog dialog(window);
    dialog.open();
    const auto& tree = find<QTreeWidget>(dialog, "shortcutsTree");
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    QVERIFY(tree.columnWidth(1) >= tree.fontMetrics().horizontalAdvance(keys));
    QVERIFY(tree.header()->length() <= tree.viewport()->width());
}

void ProgramFlowTest::keptPasswordsAreListedAndForgotten()
{
    storage::MemoryCredentialStore store;
    WindowFixture fixture;
    core::ServerProfile profile = profileFor("https://broker.corp.example");
    for (const char* user : {"CORP\\ada", "CORP\\ben", "CORP\\cem"}) {
        profile.user = user;
        profile.name = user;
        QVERIFY(fixture.servers.remember(profile));
        if (profile.user != "CORP\\ben")
            store.save({profile.address.id(), profile.user}, core::Secret("s"), &store, [](const core::Result<>&) {});
    }
    ui::PreferencesDialog dialog(fixture.preferences, management::Policy());
    dialog.offerPasswords(store, fixture.servers.servers());
    dialog.open();
    find<QPushButton>(dialog, "lookForPasswordsButton").click();
    const auto buttons = [&dialog] { return dialog.findChildren<QPushButton*>(QStringLiteral("forgetButton")); };
    QTRY_COMPARE_WITH_TIMEOUT(buttons().size(), 2, patience);
    QVERIFY(buttons().front()->accessibleName().contains(QStringLiteral("CORP\\")));
    buttons().front()->click();
    QTRY_COMPARE_WITH_TIMEOUT(buttons().size(), 1, patience);
    int kept = 0;
    int answers = 0;
    for (const char* user : {"CORP\\ada", "CORP\\cem"})
        store.load({profile.address.id(), user}, &dialog, [&](const core::Result<std::optional<core::Secret>>& loaded) {
            ++answers;
            kept += loaded && *loaded ? 1 : 0;
        });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, patience);
    QCOMPARE(kept, 1);
}

void ProgramFlowTest::noPasswordIsLookedForUnasked()
{
    storage::MemoryCredentialStore store;
    WindowFixture fixture;
    core::ServerProfile profile = profileFor("https://broker.corp.example");
    profile.user = "CORP\\ada";
    QVERIFY(fixture.servers.remember(profile));
    store.save({profile.address.id(), profile.user}, core::Secret("s"), &store, [](const core::Result<>&) {});
    ui::PreferencesDialog dialog(fixture.preferences, management::Policy());
    dialog.offerPasswords(store, fixture.servers.servers());
    dialog.open();
    QTest::qWait(50);
    QVERIFY(dialog.findChildren<QPushButton*>(QStringLiteral("forgetButton")).isEmpty());
}

void ProgramFlowTest::nothingLeavesBeforeTheClick()
{
    WindowFixture fixture;
    std::atomic<int> asked = 0;
    desk::Services services = fixture.services();
    services.readWeb = [&asked](const core::WebAddress& address, const management::CallContext&) {
        asked += address.text() == desk::usualUpdateAddress ? 1 : 100;
        return core::Result<std::string>(R"({"version": "99.0.0", "date": "2027-01-31", "page": "https://e.org/"})");
    };
    ui::MainWindow window(services);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (const Qt::Key key : {Qt::Key_Comma, Qt::Key_Slash, Qt::Key_K}) {
        QTest::keyClick(&window, key, Qt::ControlModifier);
        QTest::qWait(50);
        if (QWidget* const opened = QApplication::activeModalWidget(); opened != nullptr)
            opened->close();
    }
    QTest::qWait(200);
    QCOMPARE(asked.load(), 0);
    find<QAction>(window, "updateAction").trigger();
    QVERIFY(window.findChild<ui::UpdateDialog*>() != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(asked.load(), 1, patience);
}

void ProgramFlowTest::policyTakesTheQuestionAway()
{
    WindowFixture fixture;
    desk::Services services = fixture.services();
    services.readWeb = [](const core::WebAddress&, const management::CallContext&) {
        return core::Result<std::string>(std::string());
    };
    services.rules.policy.forbidsUpdateCheck = true;
    ui::MainWindow window(services);
    const auto& action = find<QAction>(window, "updateAction");
    QVERIFY(!action.isEnabled());
    QVERIFY(action.statusTip().contains(QStringLiteral("policy")));
}

QTEST_MAIN(ProgramFlowTest)
#include "ProgramFlowTest.moc"
