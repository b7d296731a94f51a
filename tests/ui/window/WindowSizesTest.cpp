// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModel.h"
#include "support/FindWidget.h"
#include "support/LayoutCounter.h"
#include "support/TabCycle.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/StateChip.h"
#include "ui/widgets/Theme.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Translations.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace deskwarden;
using namespace deskwarden::support;
using models::SessionColumn;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";
constexpr int patience = 30'000;

} // namespace

/// What is to be seen in windows of the sizes that people have; in other runs of the program at other scales.
class WindowSizesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everySizeShowsWhoIsThere_data();
    void everySizeShowsWhoIsThere();
    void noScrollBarComesFrom1280On_data();
    void noScrollBarComesFrom1280On();
    void detailsOpenOnceAndLeaveTheRowsInPlace();
    void detailsAreAsWideWhoeverOpensThem();
    void detailsWaitForAPersonWhereThereIsNoRoom_data();
    void detailsWaitForAPersonWhereThereIsNoRoom();
    void activityIsAStripUntilActsBegin();
    void columnsComeWithWhatThereIsToShow();
    void columnsKeepWhatAnOperatorDecides();
    void densityIsRemembered();
    void edgesOfChipsCanBeSeen();
    void numbersOfChipsFollowThePlace();
    void tabLeadsFromTheFilterOverTheChipsToTheTable();

private:
    void open(QSize size);
    void connectOffice(std::uint32_t sessions = 240);
    [[nodiscard]] QTableView& table() const { return find<QTableView>(*m_window, "sessionTable"); }
    [[nodiscard]] QHeaderView& header() const { return *table().horizontalHeader(); }
    [[nodiscard]] int rowsInView() const;
    [[nodiscard]] bool isShown(SessionColumn column) const;
    [[nodiscard]] QString cutCell() const;
    [[nodiscard]] QString widths() const;
    [[nodiscard]] bool isAtRest() const;
    void logOffFirst();
    void speak(const QString& language);

    QTranslator m_translator;
    QFont m_font;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
};

void WindowSizesTest::initTestCase()
{
    ui::applyTheme(*qApp, ui::ColorScheme::Light);
    m_font = QApplication::font();
    if (QGuiApplication::primaryScreen()->availableSize().width() < 1200)
        QSKIP("The screen is too small.");
}

void WindowSizesTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
}

void WindowSizesTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
    QCoreApplication::removeTranslator(&m_translator);
    QApplication::setFont(m_font);
}

void WindowSizesTest::speak(const QString& language)
{
    if (language == QLatin1String("en"))
        return;
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/deskwarden_%1.qm").arg(language)));
    QCoreApplication::installTranslator(&m_translator);
}

void WindowSizesTest::open(QSize size)
{
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->resize(size);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void WindowSizesTest::connectOffice(std::uint32_t sessions)
{
    fillOffice(m_fixture->broker(office), sessions);
    haunt(m_fixture->broker(office), sessions);
    m_window->connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), static_cast<int>(sessions), patience);
    const auto* const model = qobject_cast<const models::SessionTableModel*>(table().model());
    QTRY_VERIFY_WITH_TIMEOUT(model->counts().all.ghosts > 0 && !model->isBusy(), patience);
}

int WindowSizesTest::rowsInView() const
{
    return table().viewport()->height() / table().verticalHeader()->defaultSectionSize();
}

bool WindowSizesTest::isShown(SessionColumn column) const
{
    return !table().isColumnHidden(static_cast<int>(column));
}

/// The first text on the screen that is wider than its cell, of the columns that are never cut.
QString WindowSizesTest::cutCell() const
{
    for (const SessionColumn column :
         {SessionColumn::State, SessionColumn::User, SessionColumn::VirtualMachine, SessionColumn::IdleOrGone})
    {
        const int number = static_cast<int>(column);
        for (int row = 0; row < rowsInView(); ++row) {
            const QModelIndex index = table().model()->index(row, number);
            QStyleOptionViewItem option;
            option.initFrom(&table());
            option.widget = &table();
            if (table().itemDelegate()->sizeHint(option, index).width() > table().columnWidth(number))
                return index.data().toString();
        }
        if (table().columnViewportPosition(number) + table().columnWidth(number) > table().viewport()->width())
            return QStringLiteral("column %1 is not all there").arg(number);
    }
    return {};
}

/// Of what stands side by side, and of the columns.
QString WindowSizesTest::widths() const
{
    QStringList told{QStringLiteral(" (rail %1, details %2, table %3:")
                         .arg(find<QDockWidget>(*m_window, "placesDock").width())
                         .arg(find<QDockWidget>(*m_window, "detailsDock").width())
                         .arg(table().viewport()->width())};
    for (int column = 0; column < models::sessionColumnCount; ++column)
        told << QString::number(table().columnWidth(column));
    return told.join(u' ') + u')';
}

/// Whether the window asks for no layout while nothing happens. One that never rests keeps a processor busy.
bool WindowSizesTest::isAtRest() const
{
    const LayoutCounter counter(*m_window);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    return counter.asked() == 0;
}

void WindowSizesTest::logOffFirst()
{
    table().selectRow(0);
    find<QAction>(*m_window, "logoffAction").trigger();
    auto* const dialog = m_window->findChild<QDialog*>(QStringLiteral("confirmationDialog"));
    QVERIFY(dialog != nullptr);
    if (auto* const count = dialog->findChild<QLineEdit*>(QStringLiteral("countEdit")); count->isVisible())
        count->setText(QStringLiteral("1"));
    dialog->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
}

void WindowSizesTest::everySizeShowsWhoIsThere_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("isCompact");
    QTest::addColumn<bool>("hasDetails");
    QTest::addColumn<int>("rows");
    for (const char* const language : {"en", "ru"}) {
        const auto row = [language](const char* name, QSize size, bool isCompact, bool hasDetails, int rows) {
            QTest::addRow("%s %s", name, language)
                << size << QString::fromLatin1(language) << isCompact << hasDetails << rows;
        };
        row("laptop", {1366, 768}, false, false, 20);
        row("laptop, compact", {1366, 768}, true, false, 24);
        row("laptop with details", {1366, 768}, false, true, 20);
        row("1280 with details, or 300 % on 3840x2160", {1280, 720}, false, true, 18);
        row("200 % on 1920x1080", {960, 540}, false, false, 11);
        row("old projector", {800, 600}, false, false, 13);
        row("wide", {1920, 1080}, false, true, 30);
    }
}

void WindowSizesTest::everySizeShowsWhoIsThere()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, isCompact);
    QFETCH(bool, hasDetails);
    QFETCH(int, rows);
    speak(language);
    open(size);
    connectOffice();
    if (isCompact)
        find<QAction>(*m_window, "compactAction").trigger();
    if (hasDetails) {
        table().selectRow(0);
        QTRY_VERIFY(find<QDockWidget>(*m_window, "detailsDock").isVisible());
    }
    QTRY_COMPARE(m_window->size(), size); // nothing in it asks for more
    QTRY_VERIFY2(rowsInView() >= rows, qPrintable(QString::number(rowsInView())));
    QTRY_VERIFY2(cutCell().isEmpty(), qPrintable(cutCell()));
    if (size.width() >= 1280)
        QTRY_VERIFY(!table().horizontalScrollBar()->isVisible());
    auto& bar = find<QWidget>(*m_window, "filterBar");
    QVERIFY(bar.height() < 2 * bar.findChild<ui::StateChip*>()->height());
    for (const auto* const chip : bar.findChildren<ui::StateChip*>()) {
        QVERIFY2(bar.rect().contains(chip->geometry()), qPrintable(chip->text()));
        QVERIFY2(chip->width() >= chip->sizeHint().width(), qPrintable(chip->text()));
    }
    QVERIFY(find<QLineEdit>(*m_window, "filterEdit").isVisible());
    QVERIFY(find<QLineEdit>(*m_window, "filterEdit").width() > 100);
    QCOMPARE(find<QDockWidget>(*m_window, "activityDock").height(), 30);
    QTRY_VERIFY(isAtRest());
}

void WindowSizesTest::noScrollBarComesFrom1280On_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("textSize");
    for (const char* const language : {"en", "de", "ru"}) {
        for (const int percent : {100, 115, 130})
            QTest::addRow("%s, letters of %d %%", language, percent)
                << QString::fromLatin1(language) << percent / 100.0;
    }
}

/// With details and without, with the columns that come by themselves and without.
void WindowSizesTest::noScrollBarComesFrom1280On()
{
    QFETCH(QString, language);
    QFETCH(double, textSize);
    speak(language);
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * textSize);
    QApplication::setFont(font);
    open({1600, 768});
    connectOffice();
    auto& details = find<QDockWidget>(*m_window, "detailsDock");
    const auto look = [this, &details](const QString& what) {
        for (const bool hasDetails : {false, true}) {
            details.setVisible(hasDetails);
            for (const int width : {1600, 1366, 1280}) {
                m_window->resize(width, 768);
                const QString where = what + QStringLiteral(", %1 wide, details %2").arg(width).arg(int(hasDetails));
                QTRY_COMPARE(m_window->width(), width);
                if (hasDetails)
                    m_window->resizeDocks({&details}, {300}, Qt::Horizontal);
                QTRY_VERIFY2(!table().horizontalScrollBar()->isVisible(), qPrintable(where + widths()));
                QTRY_VERIFY2(cutCell().isEmpty(), qPrintable(where + u": " + cutCell() + widths()));
            }
        }
    };
    look(QStringLiteral("usual columns"));
    if (QTest::currentTestFailed())
        return;
    details.hide();
    m_window->resize(1900, 768);
    logOffFirst();
    core::Session other = makeSession("hv-91.branch.example", 3, "sven.lund");
    other.vmName = core::SharedString("CAD-9");
    m_fixture->broker(branch).put(other);
    m_window->connectTo(profileFor(branch), core::Secret());
    const auto areShown = [this] {
        return isShown(SessionColumn::LastResult) && isShown(SessionColumn::Server) && isShown(SessionColumn::VmHost);
    };
    QTRY_VERIFY2_WITH_TIMEOUT(areShown(), qPrintable(widths()), patience);
    look(QStringLiteral("all columns"));
}

void WindowSizesTest::detailsOpenOnceAndLeaveTheRowsInPlace()
{
    open({1366, 768});
    connectOffice();
    auto& details = find<QDockWidget>(*m_window, "detailsDock");
    QVERIFY(!details.isVisible());
    const QPoint mouse =
        table().visualRect(table().model()->index(7, static_cast<int>(SessionColumn::IdleOrGone))).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, mouse);
    QTRY_VERIFY(details.isVisible());
    QTRY_VERIFY2(std::abs(details.width() - 300) <= 2, qPrintable(QString::number(details.width())));
    QCOMPARE(table().indexAt(mouse).row(), 7);
    QCOMPARE(table().indexAt(mouse).column(), static_cast<int>(SessionColumn::IdleOrGone));
    table().clearSelection();
    QVERIFY(details.isVisible()); // it stays
    details.toggleViewAction()->trigger();
    QVERIFY(!details.isVisible());
    table().selectRow(3);
    QVERIFY(!details.isVisible()); // until a person wants it
    m_window->close();
    m_window.reset();
    open({1366, 768});
    connectOffice();
    table().selectRow(3);
    QVERIFY(!find<QDockWidget>(*m_window, "detailsDock").isVisible()); // nor in the next window
}

void WindowSizesTest::detailsAreAsWideWhoeverOpensThem()
{
    open({1366, 768});
    connectOffice();
    auto& details = find<QDockWidget>(*m_window, "detailsDock");
    details.toggleViewAction()->trigger();
    QTRY_COMPARE(details.width(), 300);
    m_window->resizeDocks({&details}, {260}, Qt::Horizontal);
    QTRY_COMPARE(details.width(), 260);
    details.toggleViewAction()->trigger();
    details.toggleViewAction()->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(details.width(), 260); // as a person has made it
}

void WindowSizesTest::detailsWaitForAPersonWhereThereIsNoRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("old projector") << QSize(800, 600);
    QTest::newRow("200 % on 1920x1080") << QSize(960, 540);
}

void WindowSizesTest::detailsWaitForAPersonWhereThereIsNoRoom()
{
    QFETCH(QSize, size);
    open(size);
    connectOffice();
    auto& details = find<QDockWidget>(*m_window, "detailsDock");
    table().selectRow(0);
    QVERIFY(!details.isVisible());
    details.toggleViewAction()->trigger();
    QVERIFY(details.isVisible());
    QTRY_COMPARE(m_window->size(), size);
}

void WindowSizesTest::activityIsAStripUntilActsBegin()
{
    open({1366, 768});
    connectOffice();
    auto& dock = find<QDockWidget>(*m_window, "activityDock");
    QCOMPARE(dock.height(), 30);
    QVERIFY(find<QLabel>(*m_window, "activitySummaryLabel").width() > 100);
    m_fixture->broker(office).hooks.invoke =
        [](const std::string&, const std::string&,
           const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        return management::MethodResult{5, {}};
    };
    logOffFirst();
    QTRY_VERIFY(dock.height() > 120);
    QVERIFY2(dock.height() <= 768 * 35 / 100, qPrintable(QString::number(dock.height())));
    auto& failed = find<QLabel>(*m_window, "failedCountLabel");
    QTRY_COMPARE_WITH_TIMEOUT(failed.text(), QStringLiteral("1 failed"), patience);
    QVERIFY(failed.isVisible());
    QCOMPARE(failed.palette().color(QPalette::WindowText), ui::toneColor(ui::Tone::Bad, qApp->palette()));
    QVERIFY(!find<QLabel>(*m_window, "doneCountLabel").isVisible());
    auto& details = find<ui::DetailsDock>(*m_window, "detailsDock");
    QTRY_VERIFY2(details.text().contains(QStringLiteral("Last result: Failed: 5")), qPrintable(details.text()));
    find<QAbstractButton>(*m_window, "activityToggle").click();
    QTRY_COMPARE(dock.height(), 30);
    QVERIFY(failed.isVisible()); // said in the strip, too
}

void WindowSizesTest::columnsComeWithWhatThereIsToShow()
{
    open({1600, 900});
    connectOffice();
    QVERIFY(!isShown(SessionColumn::Server) && !isShown(SessionColumn::LastResult));
    m_fixture->broker(branch).put(makeSession("hv-91.branch.example", 3, "sven.lund"));
    m_window->connectTo(profileFor(branch), core::Secret());
    QTRY_VERIFY_WITH_TIMEOUT(isShown(SessionColumn::Server), patience);
    QVERIFY(!isShown(SessionColumn::LastResult));
    logOffFirst();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(SessionColumn::LastResult), patience);
    for (int column = 1; column < models::sessionColumnCount; ++column)
        QCOMPARE(header().visualIndex(column), column);
}

void WindowSizesTest::columnsKeepWhatAnOperatorDecides()
{
    const int client = static_cast<int>(SessionColumn::Client);
    const int host = static_cast<int>(SessionColumn::VmHost);
    {
        open({1366, 768});
        connectOffice();
        auto& menu = find<QMenu>(*m_window, "columnsMenu");
        emit menu.aboutToShow();
        menu.actions().at(client)->trigger();
        menu.actions().at(static_cast<int>(SessionColumn::LoggedOn))->trigger();
        header().resizeSection(host, 133);
        header().moveSection(header().visualIndex(host), 1);
        table().sortByColumn(host, Qt::DescendingOrder);
        m_window->close();
        m_window.reset();
    }
    open({1366, 768});
    connectOffice();
    QVERIFY(!isShown(SessionColumn::Client) && isShown(SessionColumn::LoggedOn));
    QCOMPARE(header().sectionSize(host), 133);
    QCOMPARE(header().visualIndex(host), 1);
    QCOMPARE(header().sortIndicatorSection(), host);
    QCOMPARE(header().sortIndicatorOrder(), Qt::DescendingOrder);
    auto& menu = find<QMenu>(*m_window, "columnsMenu");
    emit menu.aboutToShow();
    menu.actions().constLast()->trigger(); // the usual columns
    QVERIFY(isShown(SessionColumn::Client) && !isShown(SessionColumn::LoggedOn));
    QCOMPARE(header().visualIndex(host), host);
    QVERIFY(header().sectionSize(host) != 133);
}

void WindowSizesTest::densityIsRemembered()
{
    open({1366, 768});
    const int comfortable = table().verticalHeader()->defaultSectionSize();
    find<QAction>(*m_window, "compactAction").trigger();
    const int compact = table().verticalHeader()->defaultSectionSize();
    QVERIFY2(compact < comfortable, qPrintable(QString::number(compact)));
    m_window->close();
    m_window.reset();
    open({1366, 768});
    QCOMPARE(table().verticalHeader()->defaultSectionSize(), compact);
    QVERIFY(find<QAction>(*m_window, "compactAction").isChecked());
}

void WindowSizesTest::edgesOfChipsCanBeSeen()
{
    for (const ui::ColorScheme scheme : {ui::ColorScheme::Light, ui::ColorScheme::Dark}) {
        ui::applyTheme(*qApp, scheme);
        open({1366, 768});
        for (auto* const chip : m_window->findChildren<ui::StateChip*>()) {
            const QImage picture = chip->grab().toImage();
            const QColor edge = picture.pixelColor(picture.width() / 2, 0);
            for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base}) {
                const double contrast = ui::contrast(edge, chip->palette().color(ground));
                QVERIFY2(contrast >= 3.0, qPrintable(chip->text() + QString::number(contrast)));
            }
        }
    }
    ui::applyTheme(*qApp, ui::ColorScheme::Light);
}

void WindowSizesTest::numbersOfChipsFollowThePlace()
{
    open({1366, 768});
    connectOffice();
    const auto number = [this](const char* chip) {
        const QString name = find<ui::StateChip>(*m_window, chip).accessibleName();
        return name.section(u' ', -2, -2).toInt();
    };
    const int all = number("activeStateChip");
    QVERIFY(all > 100);
    QVERIFY(number("problemsStateChip") > 0);
    find<QLineEdit>(*m_window, "filterEdit").setText(QStringLiteral("hv-12"));
    QTRY_VERIFY_WITH_TIMEOUT(number("activeStateChip") < all / 3, patience);
    const int narrowed = number("activeStateChip");
    find<QAbstractButton>(*m_window, "disconnectedStateChip").click();
    QTRY_VERIFY_WITH_TIMEOUT(table().model()->rowCount() < 40, patience);
    QCOMPARE(number("activeStateChip"), narrowed);
}

void WindowSizesTest::tabLeadsFromTheFilterOverTheChipsToTheTable()
{
    open({1366, 768});
    connectOffice();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto& field = find<QLineEdit>(*m_window, "filterEdit");
    auto& active = find<QAbstractButton>(*m_window, "activeStateChip");
    auto& disconnected = find<QAbstractButton>(*m_window, "disconnectedStateChip");
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Tab);
    QVERIFY(active.hasFocus());
    QTest::keyClick(&active, Qt::Key_Right);
    QVERIFY(disconnected.hasFocus());
    QTest::keyClick(&disconnected, Qt::Key_Space);
    QVERIFY(disconnected.isChecked());
    QTest::keyClick(&disconnected, Qt::Key_Tab);
    QVERIFY(table().hasFocus());
    QTest::keyClick(&table(), Qt::Key_Backtab);
    QVERIFY(disconnected.hasFocus()); // where the person was
    table().setFocus();
    QCOMPARE(beyondTab(*m_window), QStringList());
}

QTEST_MAIN(WindowSizesTest)
#include "WindowSizesTest.moc"
