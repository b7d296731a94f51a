// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineTableModel.h"
#include "models/texts/Texts.h"
#include "storage/PinStore.h"
#include "storage/ViewStore.h"
#include "support/FindWidget.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "support/WindowFixture.h"
#include "ui/help/AboutBox.h"
#include "ui/help/LicencesDialog.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/sessions/ChangesWindow.h"
#include "ui/sessions/HostsWindow.h"
#include "ui/sessions/WhyDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 20'000;

} // namespace

/// Pictures of what finds and arranges sessions, and of what tells about the program, written to the folder
/// "scenes/tools" of the build, to be looked at.
class ToolsScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_album.open("tools"); }
    void cleanup() { m_album.report(); }
    void looks_data() { SceneLook::addRows({"light", "dark", "contrast", "ru", "de", "pseudo", "rtl"}); }
    void looks();
    void about_data() { looks_data(); }
    void about();

private:
    void filter(ui::MainWindow& window, const QString& look);
    void groups(ui::MainWindow& window, const QString& look);
    void pins(ui::MainWindow& window, const QString& look);
    void why(ui::MainWindow& window, const QString& look);
    void palette(ui::MainWindow& window, const QString& look);
    void changes(ui::MainWindow& window, const QString& look);
    void machines(ui::MainWindow& window, const QString& look);
    void hosts(ui::MainWindow& window, const QString& look);
    /// Until the table shows what it was told.
    static void settle(ui::MainWindow& window);

    WindowFixture* m_fixture = nullptr;
    SceneAlbum m_album;
};

void ToolsScenes::settle(ui::MainWindow& window)
{
    const auto* const model =
        qobject_cast<const models::SessionTableModel*>(find<QTableView>(window, "sessionTable").model());
    QCoreApplication::processEvents();
    QTRY_VERIFY_WITH_TIMEOUT(!model->isBusy(), patience);
}

void ToolsScenes::looks()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    WindowFixture fixture;
    m_fixture = &fixture;
    fillOffice(fixture.broker(office), 120);
    haunt(fixture.broker(office), 120);
    storage::PinStore store(fixture.folder.filePath(QStringLiteral("pins.json")));
    desk::Services services = fixture.services();
    services.pins = &store;
    storage::ViewStore views(fixture.folder.filePath(QStringLiteral("views.json")));
    services.views = &views;
    ui::MainWindow window(services);
    window.resize(1366, 768);
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QTableView>(window, "sessionTable").model()->rowCount(), 120, patience);
    settle(window);
    changes(window, look);
    palette(window, look);
    pins(window, look);
    why(window, look);
    filter(window, look);
    groups(window, look);
    machines(window, look);
    hosts(window, look);
    window.closeUnasked();
}

void ToolsScenes::changes(ui::MainWindow& window, const QString& look)
{
    FakeBroker& broker = m_fixture->broker(office);
    core::Session left = officeSession(3);
    broker.remove(core::keyText(left.key));
    core::Session changed = officeSession(4);
    changed.state = core::ConnectState::Connected;
    broker.put(changed);
    broker.put(makeSession("hv-12.corp.example", 77, "nina.newcomer", core::ConnectState::Active));
    m_fixture->clockAhead = std::chrono::seconds(40);
    find<QAction>(window, "refreshAction").trigger();
    settle(window);
    find<QAction>(window, "whatChangedAction").trigger();
    auto* const dialog = window.findChild<ui::ChangesWindow*>(QStringLiteral("changesWindow"));
    QVERIFY(dialog != nullptr);
    const auto* const table = dialog->findChild<QTableView*>();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 3, patience);
    m_album.shoot(*dialog, QStringLiteral("changes-") + look);
    dialog->close();
}

void ToolsScenes::palette(ui::MainWindow& window, const QString& look)
{
    find<QAction>(window, "paletteAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ui::PaletteDialog*>() != nullptr, patience);
    auto* const dialog = window.findChild<ui::PaletteDialog*>();
    m_album.shoot(*dialog, QStringLiteral("palette-") + look);
    find<QLineEdit>(*dialog, "paletteEdit").setText(QStringLiteral("boris"));
    const auto& list = find<QListView>(*dialog, "paletteList");
    QTRY_VERIFY_WITH_TIMEOUT(list.model()->rowCount() > 0 &&
                                 list.model()->index(0, 0).data().toString().contains(QLatin1String("boris")),
                             patience);
    m_album.shoot(*dialog, QStringLiteral("palette-found-") + look);
    find<QLineEdit>(*dialog, "paletteEdit").setText(QStringLiteral("qqq"));
    QTRY_COMPARE_WITH_TIMEOUT(list.model()->rowCount(), 0, patience);
    m_album.shoot(*dialog, QStringLiteral("palette-nothing-") + look);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ui::PaletteDialog*>() == nullptr, patience);
}

void ToolsScenes::pins(ui::MainWindow& window, const QString& look)
{
    settle(window);
    // QTableView::selectRow() finds no column from right to left.
    auto& table = find<QTableView>(window, "sessionTable");
    table.selectionModel()->setCurrentIndex(table.model()->index(4, 0),
                                            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(window, "noteUserAction").isEnabled(), patience);
    for (const char* const pin : {"pinUserAction", "pinMachineAction", "pinHostAction"})
        find<QAction>(window, pin).trigger();
    find<QAction>(window, "noteUserAction").trigger();
    auto* const note = window.findChild<QInputDialog*>(QStringLiteral("noteDialog"));
    QVERIFY(note != nullptr);
    note->setTextValue(QStringLiteral("INC-4711"));
    m_album.shoot(*note, QStringLiteral("note-") + look);
    note->accept();
    settle(window);
    m_album.shoot(window, QStringLiteral("pinned-") + look);
}

/// Of the session that is selected, which is a stuck one.
void ToolsScenes::why(ui::MainWindow& window, const QString& look)
{
    core::Session stuck = officeSession(4);
    stuck.state = core::ConnectState::Down;
    m_fixture->broker(office).put(stuck);
    find<QAction>(window, "whyAction").trigger();
    auto* const dialog = window.findChild<ui::WhyDialog*>(QStringLiteral("whyDialog"));
    QVERIFY(dialog != nullptr);
    find<QLineEdit>(*dialog, "whyUserEdit").setText(models::accountText(stuck));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(*dialog, "whyAskButton").isEnabled(), patience);
    find<QPushButton>(*dialog, "whyAskButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->ticket().isEmpty(), patience);
    m_album.shoot(*dialog, QStringLiteral("why-") + look);
    dialog->close();
}

void ToolsScenes::filter(ui::MainWindow& window, const QString& look)
{
    auto& field = find<QLineEdit>(window, "filterEdit");
    field.setText(QStringLiteral("state:active host:hv-12 -machine:2003"));
    settle(window);
    m_album.shoot(window, QStringLiteral("conditions-") + look);
    find<QAction>(window, "saveViewAction").trigger();
    auto* const name = window.findChild<QInputDialog*>(QStringLiteral("viewNameDialog"));
    QVERIFY(name != nullptr);
    m_album.shoot(*name, QStringLiteral("view-name-") + look);
    name->reject();
    field.setText(QStringLiteral("state:asleep anna"));
    settle(window);
    QVERIFY(find<QLabel>(window, "filterProblemLabel").isVisible());
    m_album.shoot(window, QStringLiteral("misunderstood-") + look);
    field.clear();
    settle(window);
}

void ToolsScenes::machines(ui::MainWindow& window, const QString& look)
{
    find<QAction>(window, "machinesAction").trigger();
    auto& table = find<QTableView>(window, "machinesTable");
    QTRY_VERIFY_WITH_TIMEOUT(table.model()->rowCount() >= 100, patience);
    m_album.shoot(window, QStringLiteral("machines-") + look);
    find<QAction>(window, "hostMachineGroupingAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!table.model()->index(0, 0).data(models::MachineTableModel::HeadingRole).isNull(),
                             patience);
    table.selectionModel()->select(QItemSelection(table.model()->index(2, 0), table.model()->index(4, 0)),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_album.shoot(window, QStringLiteral("machines-grouped-") + look);
    const QSize size = window.size();
    if (look != QLatin1String("pseudo")) // no language is that long
        window.resize(800, 600);
    QCoreApplication::processEvents();
    m_album.shoot(window, QStringLiteral("machines-small-") + look);
    find<QLineEdit>(window, "machinesFilter").setText(QStringLiteral("nothing is called so"));
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 0, patience);
    m_album.shoot(window, QStringLiteral("machines-none-") + look);
    find<QLineEdit>(window, "machinesFilter").clear();
    window.resize(size);
    find<QAction>(window, "sessionsAction").trigger();
}

void ToolsScenes::hosts(ui::MainWindow& window, const QString& look)
{
    find<QAction>(window, "hostsAction").trigger();
    auto* const list = window.findChild<ui::HostsWindow*>();
    QVERIFY(list != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(find<QTableView>(*list, "hostsTable").model()->rowCount() > 0, patience);
    m_album.shoot(*list, QStringLiteral("hosts-") + look);
    list->close();
}

void ToolsScenes::groups(ui::MainWindow& window, const QString& look)
{
    find<QAction>(window, "hostGroupingAction").trigger();
    settle(window);
    m_album.shoot(window, QStringLiteral("grouped-") + look);
}

void ToolsScenes::about()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    ui::LicencesDialog licences;
    licences.open();
    m_album.shoot(licences, QStringLiteral("licences-") + look);
    QWidget parent;
    ui::openAboutBox(parent);
    auto* const box = parent.findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    m_album.shoot(*box, QStringLiteral("about-") + look);
    box->close();
}

QTEST_MAIN(ToolsScenes)
#include "ToolsScenes.moc"
