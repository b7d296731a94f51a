// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "support/TabCycle.h"
#include "ui/acts/AsSoonAsDialog.h"
#include "ui/acts/CureConfirmation.h"
#include "ui/acts/DrainWindow.h"
#include "ui/acts/MachineConfirmation.h"
#include "ui/acts/MessageDialog.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/sessions/WhyDialog.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <memory>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;

} // namespace

/// Sessions and machines take turns in the middle of the window; what is chosen on the page that cannot be seen is
/// out of the reach of every key.
class PagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_scene.reset(); }
    void keysSwitchBetweenThePages();
    void theSwitchIsGoneAlongByArrows();
    void screenReadersAreToldWhichPageIsShown();
    void noKeyReachesSessionsThatCannotBeSeen_data();
    void noKeyReachesSessionsThatCannotBeSeen();
    void noActionReachesSessionsThatCannotBeSeen();
    void noActionReachesMachinesThatCannotBeSeen();
    void sessionsReturnUntouched();
    void aListThatComesOpensNoDetailsOverTheMachines();
    void whatLeadsToASessionShowsTheSessions_data();
    void whatLeadsToASessionShowsTheSessions();
    void menusAndToolsAreThoseOfThePage();
    void whyIsNotAskedAboutASessionThatCannotBeSeen();
    void aRefusalIsSeenOnEitherPage();
    void tabReachesEverythingOnTheMachines();
    void theRailCountsWhatThePageShows();

private:
    [[nodiscard]] ui::MainWindow& window() const { return m_scene->window(); }
    [[nodiscard]] QTableView& sessions() const { return find<QTableView>(window(), "sessionTable"); }
    [[nodiscard]] QTableView& machines() const { return find<QTableView>(window(), "machinesTable"); }
    [[nodiscard]] QAction& action(const char* name) const { return find<QAction>(window(), name); }
    void showMachines() const;
    [[nodiscard]] QString countAt(const char* place) const;
    /// A dialog, or a window, that is about to act; the name of its class.
    [[nodiscard]] QString asking() const;
    [[nodiscard]] std::size_t lists() const { return m_scene->broker().lists(); }

    std::unique_ptr<OfficeScene> m_scene;
};

void PagesTest::init()
{
    m_scene = std::make_unique<OfficeScene>();
    haunt(m_scene->broker(), 60); // which puts a machine for each session
    desk::Services services = m_scene->fixture.services();
    services.rules.policy.namedActions.set();
    m_scene->open(services, {1680, 900}, QStringLiteral("hv-11"));
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    sessions().selectAll();
    QTRY_COMPARE(find<QLabel>(window(), "selectionLabel").text(), QStringLiteral("10 selected"));
}

void PagesTest::showMachines() const
{
    action("machinesAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(machines().model()->rowCount() > 0, patience);
    QVERIFY(machines().isVisible() && !sessions().isVisible());
}

/// The number beside that line of the rail; null if there is none, or several.
QString PagesTest::countAt(const char* place) const
{
    const auto found = find<QTreeWidget>(window(), "placesTree")
                           .findItems(QString::fromUtf8(place), Qt::MatchExactly | Qt::MatchRecursive);
    return found.size() == 1 ? found.front()->text(1) : QString();
}

QString PagesTest::asking() const
{
    for (const QWidget* const widget : window().findChildren<QWidget*>()) {
        const bool isAsking = qobject_cast<const ui::ConfirmationDialog*>(widget) != nullptr ||
                              qobject_cast<const ui::MessageDialog*>(widget) != nullptr ||
                              qobject_cast<const ui::AsSoonAsDialog*>(widget) != nullptr ||
                              qobject_cast<const ui::CureConfirmation*>(widget) != nullptr ||
                              qobject_cast<const ui::MachineConfirmation*>(widget) != nullptr ||
                              qobject_cast<const ui::DrainWindow*>(widget) != nullptr;
        if (isAsking)
            return QString::fromLatin1(widget->metaObject()->className());
    }
    return {};
}

void PagesTest::keysSwitchBetweenThePages()
{
    QTest::keyClick(window().windowHandle(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(machines().isVisible() && !sessions().isVisible());
    QVERIFY(machines().hasFocus());
    QVERIFY(action("machinesAction").isChecked() && !action("sessionsAction").isChecked());
    QTest::keyClick(window().windowHandle(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!machines().isVisible() && sessions().isVisible());
    QVERIFY(sessions().hasFocus());
}

void PagesTest::theSwitchIsGoneAlongByArrows()
{
    auto& toSessions = find<QAbstractButton>(window(), "sessionsPart");
    auto& toMachines = find<QAbstractButton>(window(), "machinesPart");
    toSessions.setFocus();
    QTest::keyClick(&toSessions, Qt::Key_Right);
    QVERIFY(machines().isVisible());
    QVERIFY(toMachines.hasFocus() && toMachines.isChecked() && !toSessions.isChecked());
    QTest::keyClick(&toMachines, Qt::Key_Left);
    QVERIFY(sessions().isVisible());
    QVERIFY(toSessions.hasFocus() && toSessions.isChecked());
    QTest::mouseClick(&toMachines, Qt::LeftButton);
    QVERIFY(machines().isVisible());
    QTest::mouseClick(&toMachines, Qt::LeftButton);
    QVERIFY(machines().isVisible() && toMachines.isChecked()); // it is no toggle
}

void PagesTest::screenReadersAreToldWhichPageIsShown()
{
    showMachines();
    QAccessibleInterface* const part =
        QAccessible::queryAccessibleInterface(&find<QAbstractButton>(window(), "machinesPart"));
    QCOMPARE(part->text(QAccessible::Name), QStringLiteral("Machines"));
    QVERIFY(part->role() == QAccessible::RadioButton);
    QVERIFY(part->state().checked);
    QCOMPARE(find<QWidget>(window(), "pageSwitch").accessibleName(), QStringLiteral("What is listed"));
    QCOMPARE(machines().accessibleName(), QStringLiteral("Machines"));
}

void PagesTest::noKeyReachesSessionsThatCannotBeSeen_data()
{
    QTest::addColumn<QKeySequence>("keys");
    OfficeScene scene;
    scene.open(scene.fixture.services(), {1280, 800}, QStringLiteral("hv-11"));
    // All keys there are but those that leave the page or the window.
    for (const QAction* const each : scene.window().findChildren<QAction*>()) {
        const bool leaves =
            each->objectName() == QLatin1String("sessionsAction") || each->objectName() == QLatin1String("quitAction");
        if (!each->shortcut().isEmpty() && !each->objectName().isEmpty() && !leaves)
            QTest::newRow(qPrintable(each->objectName())) << each->shortcut();
    }
    for (const auto key : {Qt::Key_Delete, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_Space})
        QTest::newRow(qPrintable(QKeySequence(key).toString())) << QKeySequence(key);
    scene.window().closeUnasked();
}

void PagesTest::noKeyReachesSessionsThatCannotBeSeen()
{
    QFETCH(QKeySequence, keys);
    showMachines();
    machines().clearSelection();
    machines().setFocus();
    QTest::keySequence(&machines(), keys);
    QCoreApplication::processEvents();
    QCOMPARE(asking(), QString());
    QVERIFY(m_scene->broker().journal().empty());
    QVERIFY(m_scene->fixture.ledger.entries().empty());
    if (!machines().isVisible())
        return; // it leads to the sessions, and has to be seen to do so
    for (QWidget* const opened : QApplication::topLevelWidgets()) {
        if (opened != &window() && opened->isVisible())
            opened->close();
    }
    action("sessionsAction").trigger();
    QCOMPARE(sessions().selectionModel()->selectedRows().size(), 10);
}

/// Not even where an action could be had without its key.
void PagesTest::noActionReachesSessionsThatCannotBeSeen()
{
    showMachines();
    QStringList reached;
    for (const char* const name : {"logoffAction", "disconnectAction", "sendMessageAction", "drainHostAction",
                                   "asSoonAsAction", "cureGhostsAction"})
    {
        QVERIFY2(!action(name).isEnabled(), name);
        action(name).setEnabled(true); // as if it had been forgotten
        action(name).trigger();
        QCoreApplication::processEvents();
        if (!asking().isEmpty())
            reached << QString::fromLatin1(name);
    }
    QCOMPARE(reached, QStringList());
    QVERIFY(m_scene->broker().journal().empty());
    const QWidgetList widgets = QApplication::allWidgets();
    const auto handOver = std::ranges::find(widgets, QStringLiteral("handOffMenu"), &QObject::objectName);
    QVERIFY(handOver != widgets.end());
    auto* const menu = qobject_cast<QMenu*>(*handOver);
    emit menu->aboutToShow();
    QVERIFY(!menu->actions().isEmpty());
    for (const QAction* const entry : menu->actions())
        QVERIFY2(!entry->isEnabled(), qPrintable(entry->text()));
}

void PagesTest::noActionReachesMachinesThatCannotBeSeen()
{
    showMachines();
    machines().selectAll();
    QVERIFY(action("turnOffMachineAction").isEnabled());
    action("sessionsAction").trigger();
    for (const char* const name :
         {"startMachineAction", "saveMachineAction", "turnOffMachineAction", "pauseMachineAction",
          "assignMachineAction", "freeMachineAction", "cureMachinesAction"})
    {
        QVERIFY2(!action(name).isEnabled(), name);
        QCOMPARE(action(name).toolTip(), QStringLiteral("Show the machines first."));
        action(name).setEnabled(true);
        action(name).trigger();
        QCoreApplication::processEvents();
        QVERIFY2(asking().isEmpty(), name);
    }
    action("machinesAction").trigger();
    QVERIFY(machines().selectionModel()->hasSelection());
    QVERIFY(action("turnOffMachineAction").isEnabled());
}

void PagesTest::sessionsReturnUntouched()
{
    auto& details = find<QDockWidget>(window(), "detailsDock");
    auto& chip = find<QAbstractButton>(window(), "activeStateChip");
    chip.click();
    QTRY_VERIFY_WITH_TIMEOUT(sessions().model()->rowCount() < 10, patience);
    const int rows = sessions().model()->rowCount();
    sessions().selectRow(1);
    QTRY_VERIFY(details.isVisible());
    const int width = details.width();
    showMachines();
    QVERIFY(!details.isVisible());
    QVERIFY(!find<QWidget>(window(), "filterEdit").isVisible() && !find<QWidget>(window(), "filterBar").isVisible());
    QVERIFY(find<QWidget>(window(), "placesTree").isVisible());
    QTest::keyClick(window().windowHandle(), Qt::Key_F4);
    QVERIFY(!details.isVisible());
    action("sessionsAction").trigger();
    QTRY_VERIFY(details.isVisible());
    QCOMPARE(details.width(), width);
    QVERIFY(chip.isChecked());
    QCOMPARE(find<QLineEdit>(window(), "filterEdit").text(), QStringLiteral("hv-11"));
    QCOMPARE(sessions().model()->rowCount(), rows);
    QCOMPARE(sessions().selectionModel()->selectedRows().size(), 1);
    QVERIFY(action("logoffAction").isEnabled());
    details.toggleViewAction()->trigger(); // and one that a person has shut stays so
    showMachines();
    action("sessionsAction").trigger();
    QVERIFY(!details.isVisible());
}

void PagesTest::aListThatComesOpensNoDetailsOverTheMachines()
{
    auto& details = find<QDockWidget>(window(), "detailsDock");
    details.hide(); // as it is before a selection; nobody has shut it
    showMachines();
    const std::size_t before = lists();
    m_scene->broker().put(makeSession("hv-11.corp.example", 901, "nina"));
    action("refreshAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(lists() > before && sessions().model()->rowCount() == 11, patience);
    QVERIFY(!details.isVisible());
    QVERIFY(!action("logoffAction").isEnabled());
    QCOMPARE(find<QLabel>(window(), "selectionLabel").text(), QString());
}

void PagesTest::whatLeadsToASessionShowsTheSessions_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : {"palette", "view", "link"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void PagesTest::whatLeadsToASessionShowsTheSessions()
{
    QFETCH(QString, way);
    showMachines();
    if (way == QLatin1String("palette")) {
        action("paletteAction").trigger();
        auto* const palette = window().findChild<ui::PaletteDialog*>();
        find<QLineEdit>(*palette, "paletteEdit").setText(QStringLiteral("vdi-2012"));
        const auto& list = find<QListView>(*palette, "paletteList");
        QTRY_VERIFY_WITH_TIMEOUT(list.model()->rowCount() > 0, patience);
        QTest::keyClick(&find<QLineEdit>(*palette, "paletteEdit"), Qt::Key_Return);
    } else if (way == QLatin1String("view")) {
        find<QAction>(window(), "showViewAction").trigger();
    } else {
        core::ConsoleLink link;
        link.user = "anna";
        window().follow(link);
    }
    QTRY_VERIFY_WITH_TIMEOUT(sessions().isVisible(), patience);
    QVERIFY(!machines().isVisible());
}

void PagesTest::menusAndToolsAreThoseOfThePage()
{
    const auto menus = [this] {
        QStringList shown;
        for (const QAction* const each : window().menuBar()->actions()) {
            if (each->isVisible())
                shown << each->text().remove(u'&');
        }
        return shown;
    };
    QVERIFY(menus().contains(QLatin1String("Session")) && !menus().contains(QLatin1String("Machine")));
    QVERIFY(find<QWidget>(window(), "logoffToolButton").isVisible());
    QVERIFY(!find<QWidget>(window(), "startMachineToolButton").isVisible());
    showMachines();
    QVERIFY(!menus().contains(QLatin1String("Session")) && menus().contains(QLatin1String("Machine")));
    QVERIFY(!find<QWidget>(window(), "logoffToolButton").isVisible());
    QVERIFY(find<QWidget>(window(), "startMachineToolButton").isVisible());
    QVERIFY(!find<QWidget>(window(), "startMachineToolButton").isEnabled()); // nothing is chosen
    QTest::keyClick(window().windowHandle(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(find<QWidget>(window(), "machinesFilter").hasFocus());
    machines().setFocus();
    QTest::keyClick(window().windowHandle(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(machines().selectionModel()->selectedRows().size(), 60);
    QCOMPARE(find<QLabel>(window(), "selectionLabel").text(), QStringLiteral("60 selected"));
    QVERIFY(find<QLabel>(window(), "countsLabel").text().startsWith(QLatin1String("60 machines")));
    QTest::keyClick(window().windowHandle(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(find<QLabel>(window(), "selectionLabel").text(), QStringLiteral("10 selected"));
    QVERIFY(find<QWidget>(window(), "logoffToolButton").isEnabled());
    sessions().clearSelection();
    showMachines();
    action("sessionsAction").trigger();
    QVERIFY(!find<QWidget>(window(), "logoffToolButton").isEnabled());
}

void PagesTest::whyIsNotAskedAboutASessionThatCannotBeSeen()
{
    showMachines();
    action("whyAction").trigger();
    const auto* const dialog = window().findChild<ui::WhyDialog*>();
    QVERIFY(dialog != nullptr);
    QVERIFY(find<QLineEdit>(*dialog, "whyUserEdit").text().isEmpty());
}

void PagesTest::aRefusalIsSeenOnEitherPage()
{
    m_scene.reset();
    m_scene = std::make_unique<OfficeScene>();
    haunt(m_scene->broker(), 60);
    desk::Services services = m_scene->fixture.services();
    services.rules.policy.isReadOnly = true;
    m_scene->open(services, {1280, 800}, QStringLiteral("hv-11"));
    const auto& notice = find<QWidget>(window(), "policyNotice");
    QVERIFY(notice.isVisible());
    showMachines();
    QVERIFY(notice.isVisible());
}

void PagesTest::tabReachesEverythingOnTheMachines()
{
    showMachines();
    machines().setFocus();
    QCOMPARE(beyondTab(window()), QStringList());
}

void PagesTest::theRailCountsWhatThePageShows()
{
    const auto machine = [](const char* name, const char* host) {
        return neighbour("Win32_RDMSVirtualDesktop", {{"Name", core::Value(std::string_view(name))},
                                                      {"HostName", core::Value(std::string_view(host))},
                                                      {"VMState", core::Value(std::uint32_t{3})}});
    };
    // Machines can name their host otherwise than sessions do, and be on one where nobody is.
    m_scene->broker().putNeighbour(machine("spare-1", "HV-11"));
    m_scene->broker().putNeighbour(machine("spare-2", "hv-99.corp.example"));
    QCOMPARE(countAt("All sessions"), QStringLiteral("60"));
    QCOMPARE(countAt("hv-11"), QStringLiteral("10"));
    QVERIFY(countAt("hv-99").isNull());
    showMachines();
    QTRY_COMPARE(countAt("All machines"), QStringLiteral("62"));
    QVERIFY(countAt("All sessions").isNull());
    QCOMPARE(countAt("hv-11"), QStringLiteral("11"));
    QCOMPARE(countAt("hv-99"), QStringLiteral("1"));
    action("sessionsAction").trigger();
    QCOMPARE(countAt("All sessions"), QStringLiteral("60"));
    QCOMPARE(countAt("hv-11"), QStringLiteral("10"));
    QCOMPARE(countAt("hv-99"), QStringLiteral("0"));
}

QTEST_MAIN(PagesTest)
#include "PagesTest.moc"
