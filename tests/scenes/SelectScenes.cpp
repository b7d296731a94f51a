// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/PastedListDialog.h"
#include "ui/sessions/SelectMenu.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

/// What the menu offers, on a palette that Windows' high contrast might have.
QPalette highContrast()
{
    QPalette colors(Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::BrightText, QPalette::ToolTipText, QPalette::PlaceholderText})
        colors.setColor(role, Qt::white);
    for (const QPalette::ColorRole role :
         {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::AlternateBase, QPalette::ToolTipBase})
        colors.setColor(role, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colors.setColor(QPalette::Disabled, role, QColor(0x3F, 0xF2, 0x3F));
    colors.setColor(QPalette::Highlight, QColor(0x1A, 0xEB, 0xFF));
    colors.setColor(QPalette::HighlightedText, Qt::black);
    colors.setColor(QPalette::Link, QColor(0xFF, 0xFF, 0));
    return colors;
}

} // namespace

/// Pictures of ghosts, of the menu that selects, of the pasted list and of the details, written to "scenes/select" of
/// the build, to be looked at. A scene fails on a warning of Qt.
class SelectScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void looks_data();
    void looks();

private:
    SceneAlbum m_album;
};

void SelectScenes::initTestCase()
{
    m_album.open("select");
}

void SelectScenes::looks_data()
{
    SceneLook::addRows({"light", "dark", "ru", "contrast"});
}

void SelectScenes::looks()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    if (look == QLatin1String("contrast"))
        QApplication::setPalette(highContrast());
    WindowFixture fixture;
    fixture.clockAhead = std::chrono::seconds(4);
    fillOffice(fixture.broker(office), 240);
    haunt(fixture.broker(office), 240);
    ui::MainWindow window(fixture.services());
    window.resize(1600, 880);
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    auto* const table = window.findChild<QTableView*>(QStringLiteral("sessionTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 240, 20000);
    auto* const ghosts = window.findChild<QAction*>(QStringLiteral("selectGhostsAction"));
    QTRY_VERIFY_WITH_TIMEOUT(ghosts->isEnabled(), 20000);
    m_album.shoot(window, QStringLiteral("haunted-") + look);

    auto* const menu = window.findChild<ui::SelectMenu*>(QStringLiteral("selectMenu"));
    table->selectRow(2);
    menu->ensurePolished(); // never opened: the offscreen platform has no popups
    menu->resize(menu->sizeHint());
    m_album.grab(*menu, QStringLiteral("menu-") + look);
    ghosts->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() < 40 && table->selectionModel()->hasSelection(), 20000);
    table->selectionModel()->select(
        QItemSelection(table->model()->index(1, 0), table->model()->index(1, models::sessionColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
    m_album.shoot(window, QStringLiteral("ghosts-") + look);

    window.findChild<QAction*>(QStringLiteral("selectPastedAction"))->trigger();
    auto* const dialog = window.findChild<ui::PastedListDialog*>(QStringLiteral("pastedListDialog"));
    QVERIFY(dialog != nullptr);
    dialog->setText(QStringLiteral("CORP\\anna.fischer\nboris.orlov; chen.wei\nhv-11.corp.example/7\nnobody.atall\n"
                                   "hv-99.corp.example/3\n\\broken"));
    auto* const select = dialog->findChild<QAbstractButton*>(QStringLiteral("selectPastedButton"));
    QTRY_VERIFY_WITH_TIMEOUT(select->isEnabled(), 20000);
    m_album.shoot(*dialog, QStringLiteral("pasted-") + look);
    dialog->close();
}

QTEST_MAIN(SelectScenes)
#include "SelectScenes.moc"
