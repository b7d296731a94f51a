// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/WindowFixture.h"
#include "ui/DetailsDock.h"
#include "ui/PastedListDialog.h"
#include "ui/SelectMenu.h"
#include "ui/Theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QTranslator>

#include <atomic>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

std::atomic<int> warnings{0};
QtMessageHandler usualHandler = nullptr;

void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (text.contains(QLatin1String("propagateSizeHints")))
        return;
    if (type == QtWarningMsg || type == QtCriticalMsg)
        ++warnings;
    usualHandler(type, context, text);
}

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
    void init() { warnings = 0; }
    void looks_data();
    void looks();

private:
    void shoot(QWidget& widget, const QString& name);

    QDir m_folder;
};

void SelectScenes::initTestCase()
{
    usualHandler = qInstallMessageHandler(countWarnings);
    m_folder = QDir(QDir::currentPath());
    QVERIFY(m_folder.mkpath(QStringLiteral("select")));
    QVERIFY(m_folder.cd(QStringLiteral("select")));
    QFont font(QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                                 : QStringLiteral("DejaVu Sans"));
    font.setPointSizeF(10);
    QApplication::setFont(font);
}

void SelectScenes::shoot(QWidget& widget, const QString& name)
{
    if (widget.isVisible())
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    QCoreApplication::processEvents();
    const qreal scale = widget.devicePixelRatioF();
    const QString suffix = scale > 1.0 ? QStringLiteral("@%1x").arg(scale) : QString();
    QVERIFY(widget.grab().save(m_folder.filePath(name + suffix + QStringLiteral(".png"))));
    QCOMPARE(warnings.load(), 0);
}

void SelectScenes::looks_data()
{
    QTest::addColumn<QString>("look");
    for (const char* look : {"light", "dark", "ru", "contrast"})
        QTest::newRow(look) << QString::fromLatin1(look);
}

void SelectScenes::looks()
{
    QFETCH(QString, look);
    ui::applyTheme(*qApp, look == QLatin1String("dark") ? ui::ColorScheme::Dark : ui::ColorScheme::Light);
    if (look == QLatin1String("contrast"))
        QApplication::setPalette(highContrast());
    QTranslator russian;
    QLocale::setDefault(QLocale(QLocale::English));
    if (look == QLatin1String("ru")) {
        QVERIFY(russian.load(QStringLiteral(":/i18n/deskwarden_ru.qm")));
        QApplication::installTranslator(&russian);
        QLocale::setDefault(QLocale(QLocale::Russian));
    }
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
    shoot(window, QStringLiteral("haunted-") + look);

    auto* const menu = window.findChild<ui::SelectMenu*>(QStringLiteral("selectMenu"));
    table->selectRow(2);
    menu->ensurePolished(); // never opened: the offscreen platform has no popups
    menu->resize(menu->sizeHint());
    shoot(*menu, QStringLiteral("menu-") + look);
    ghosts->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() < 40 && table->selectionModel()->hasSelection(), 20000);
    table->selectionModel()->select(
        QItemSelection(table->model()->index(1, 0), table->model()->index(1, models::sessionColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
    shoot(window, QStringLiteral("ghosts-") + look);

    window.findChild<QAction*>(QStringLiteral("selectPastedAction"))->trigger();
    auto* const dialog = window.findChild<ui::PastedListDialog*>(QStringLiteral("pastedListDialog"));
    QVERIFY(dialog != nullptr);
    dialog->setText(QStringLiteral("CORP\\anna.fischer\nboris.orlov; chen.wei\nhv-11.corp.example/7\nnobody.atall\n"
                                   "hv-99.corp.example/3\n\\broken"));
    auto* const select = dialog->findChild<QAbstractButton*>(QStringLiteral("selectPastedButton"));
    QTRY_VERIFY_WITH_TIMEOUT(select->isEnabled(), 20000);
    shoot(*dialog, QStringLiteral("pasted-") + look);
    dialog->close();
    QApplication::removeTranslator(&russian);
    QLocale::setDefault(QLocale(QLocale::English));
}

QTEST_MAIN(SelectScenes)
#include "SelectScenes.moc"
