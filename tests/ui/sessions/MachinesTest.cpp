// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/Machines.h"

#include "models/table/MachineTable.h"
#include "scenes/OfficeScene.h"
#include "ui/sessions/MachineBar.h"
#include "ui/sessions/StateChip.h"
#include "ui/sessions/StateMessage.h"
#include "ui/widgets/NoticePanel.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>
#include <QTreeWidget>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;

} // namespace

/// The page of virtual machines beside that of the sessions.
class MachinesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_scene.reset(); }
    void everyMachineIsListedWithItsState();
    void wordsNarrowItDown();
    void theChosenMachineStaysChosen();
    void theKeysOfTheFilterLeadToTheList();
    void whatTheFilterLacksIsSaidWhenOneGoesOn();
    void groupsAreChosenByTheirHeadings();
    void chipsCountInThePlaceAndNarrow();
    void thePlaceOfTheSessionsNarrowsTheMachines();
    void whatHidesAllSaysSoAndIsCleared();
    void numbersStayWhileAChipNarrows();
    void aMachineOnItsWayIsFoundInTheMenu();
    void linesThatStayDoNotMove();
    void layoutIsRememberedAndReset();
    void everySizeShowsTheMachines_data();
    void everySizeShowsTheMachines();
    void aServerThatGoesTakesItsMachinesAlong();
    void whatCannotBeListedIsSaid();

private:
    void open() const { find<QAction>(window(), "machinesAction").trigger(); }
    [[nodiscard]] QWidget& window() const { return m_scene->window(); }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(window(), "machinesTable"); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QString counts() const { return find<QLabel>(window(), "countsLabel").text(); }
    [[nodiscard]] QString sum() const { return find<QLabel>(window(), "machineSummaryLabel").text(); }
    [[nodiscard]] const ui::StateMessage& message() const { return *table().findChild<ui::StateMessage*>(); }
    /// What a chip says of its number.
    [[nodiscard]] int number(const char* chip) const
    {
        return find<QAbstractButton>(window(), chip).accessibleName().section(u' ', -2, -2).toInt();
    }

    std::unique_ptr<OfficeScene> m_scene;
};

void MachinesTest::init()
{
    m_scene = std::make_unique<OfficeScene>();
    haunt(m_scene->broker(), 60); // which puts a machine for each session; two of them are off
    m_scene->open(m_scene->fixture.services(), {1680, 900}, QStringLiteral("hv-11"));
}

void MachinesTest::everyMachineIsListedWithItsState()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    QVERIFY2(counts().startsWith(QStringLiteral("60 machines · Running ")), qPrintable(counts()));
    QVERIFY(counts().contains(QLatin1String("Off ")));
    const QAbstractItemModel& model = *table().model();
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("VDI-2000"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Running"));
    QVERIFY(table().isColumnHidden(static_cast<int>(models::MachineColumn::Server))); // there is one only
}

void MachinesTest::wordsNarrowItDown()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    find<QLineEdit>(window(), "machinesFilter").setText(QStringLiteral("off"));
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && rows() < 60, patience);
    for (int row = 0; row < rows(); ++row)
        QCOMPARE(table().model()->index(row, 0).data().toString(), QStringLiteral("Off"));
    QCOMPARE(sum(), QStringLiteral("Showing %1 of 60").arg(rows()));
    find<QLineEdit>(window(), "machinesFilter").clear();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
}

void MachinesTest::theChosenMachineStaysChosen()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    table().selectRow(7);
    const QString chosen = table().model()->index(7, 1).data().toString();
    table().horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->index(0, 1).data().toString(), QStringLiteral("VDI-2059"), patience);
    QCOMPARE(table().currentIndex().siblingAtColumn(1).data().toString(), chosen);
    QVERIFY(table().selectionModel()->isRowSelected(table().currentIndex().row()));
}

void MachinesTest::theKeysOfTheFilterLeadToTheList()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    auto& field = find<QLineEdit>(window(), "machinesFilter");
    find<QAction>(window(), "findAction").trigger();
    field.setText(QStringLiteral("state:off"));
    QTest::keyClick(&field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(table().selectionModel()->hasSelection(), patience);
    QVERIFY(rows() < 60);
    QCOMPARE(table().selectionModel()->selectedRows().size(), 1);
    field.clear();
    QTest::keyClick(&field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(table().selectionModel()->selectedRows().size(), 60, patience);
    field.setText(QStringLiteral("anna"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QVERIFY(table().isVisible());
}

void MachinesTest::whatTheFilterLacksIsSaidWhenOneGoesOn()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    auto& field = find<QLineEdit>(window(), "machinesFilter");
    const auto sentence = [this] {
        const auto* const notice = window().findChild<QLabel*>(QStringLiteral("machinesFilterNotice"));
        return notice != nullptr && notice->isVisible() ? notice->text() : QString();
    };
    field.setText(QStringLiteral("state:"));
    QVERIFY(sentence().isEmpty());
    QTest::keyClick(&field, Qt::Key_Return);
    QVERIFY(!sentence().isEmpty());
    field.setText(QStringLiteral("state:asleep"));
    QVERIFY(sentence().contains(QLatin1String("asleep")));
    QCOMPARE(rows(), 60);
    // The rest of the filter holds, but a list of more than was meant is not gone on to.
    QTest::keyClick(&field, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!table().selectionModel()->hasSelection());
    find<QAction>(window(), "sessionsAction").trigger();
    QTRY_VERIFY(sentence().isEmpty());
    find<QAction>(window(), "machinesAction").trigger();
    QTRY_VERIFY(!sentence().isEmpty());
    field.setText(QStringLiteral("state:asleep anna"));
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && rows() < 60, patience);
    field.setText(QStringLiteral("state:off"));
    QVERIFY(sentence().isEmpty());
}

void MachinesTest::groupsAreChosenByTheirHeadings()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    find<QAction>(window(), "stateMachineGroupingAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 62, patience);
    QVERIFY(table().model()->index(0, 0).data().toString().startsWith(QStringLiteral("Running \u00B7 ")));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                      table().visualRect(table().model()->index(0, 1)).center());
    const auto chosen = table().selectionModel()->selectedRows();
    QVERIFY(chosen.size() > 50 && chosen.size() < 60);
    QVERIFY(!chosen.contains(table().model()->index(0, 0)));
}

void MachinesTest::chipsCountInThePlaceAndNarrow()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    const int off = number("offmachineStateChip");
    QCOMPARE(number("runningmachineStateChip") + off, 60);
    QCOMPARE(number("troubledmachinesStateChip"), off); // each has a session, and so keeps its user out
    find<QAbstractButton>(window(), "offmachineStateChip").click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), off, patience);
    find<QAbstractButton>(window(), "runningmachineStateChip").click(); // states are alternatives
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    find<QLineEdit>(window(), "machinesFilter").setText(QStringLiteral("host:hv-12"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 10, patience);
    QCOMPARE(number("runningmachineStateChip") + number("offmachineStateChip"), 10);
    find<QAbstractButton>(window(), "clearMachineFilterButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    QVERIFY(!find<QAbstractButton>(window(), "offmachineStateChip").isChecked());
    QVERIFY(find<QLineEdit>(window(), "machinesFilter").text().isEmpty());
    QVERIFY(find<QAbstractButton>(window(), "clearMachineFilterButton").isHidden());
}

void MachinesTest::numbersStayWhileAChipNarrows()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    const int running = number("runningmachineStateChip");
    find<QAbstractButton>(window(), "troubledmachinesStateChip").click();
    QTRY_VERIFY_WITH_TIMEOUT(rows() < 60, patience);
    QCOMPARE(number("runningmachineStateChip"), running);
}

void MachinesTest::aMachineOnItsWayIsFoundInTheMenu()
{
    core::VirtualDesktop starting = makeMachine("ZULU", core::MachineState::Starting, "hv-11");
    m_scene->broker().putMachine(starting);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 61, patience);
    QCOMPARE(number("moremachinesStateChip"), 1);
    find<QAction>(window(), "startingMachinesFilterAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 1, patience);
    QVERIFY(find<QAbstractButton>(window(), "moremachinesStateChip").isChecked());
}

void MachinesTest::thePlaceOfTheSessionsNarrowsTheMachines()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    auto& places = find<QTreeWidget>(window(), "placesTree");
    const QList<QTreeWidgetItem*> found =
        places.findItems(QStringLiteral("hv-12"), Qt::MatchExactly | Qt::MatchRecursive);
    QVERIFY(!found.isEmpty());
    places.setCurrentItem(found.front());
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 10, patience);
    const auto& place = find<QAbstractButton>(window(), "machinePlaceButton");
    QVERIFY(place.isVisible() && place.text().startsWith(QLatin1String("hv-12")));
    QCOMPARE(find<QLineEdit>(window(), "filterEdit").text(), QStringLiteral("hv-11")); // the sessions' own words stay
    find<QAbstractButton>(window(), "machinePlaceButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    QCOMPARE(places.currentItem(), places.topLevelItem(0));
}

void MachinesTest::whatHidesAllSaysSoAndIsCleared()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    find<QLineEdit>(window(), "machinesFilter").setText(QStringLiteral("nothing is called so"));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QCOMPARE(message().title(), QStringLiteral("The filter hides everything"));
    QVERIFY(find<QAction>(window(), "clearFilterAction").isEnabled());
    find<QAction>(window(), "clearFilterAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    QVERIFY(message().isHidden());
    QVERIFY(!find<QAction>(window(), "clearFilterAction").isEnabled());
}

/// Another machine comes above what is read: the lines on the screen stay where they are.
void MachinesTest::linesThatStayDoNotMove()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    table().scrollTo(table().model()->index(40, 0), QAbstractItemView::PositionAtTop);
    const QModelIndex top = table().indexAt({1, 1});
    const QString name = top.siblingAtColumn(1).data().toString();
    QVERIFY(top.row() > 10);
    m_scene->broker().putMachine(makeMachine("AAA-1"));
    find<QAction>(window(), "refreshAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 61, patience);
    QCOMPARE(table().indexAt({1, 1}).siblingAtColumn(1).data().toString(), name);
}

void MachinesTest::layoutIsRememberedAndReset()
{
    const int host = static_cast<int>(models::MachineColumn::Host);
    const int session = static_cast<int>(models::MachineColumn::Session);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    auto& menu = find<QMenu>(window(), "columnsMenu");
    emit menu.aboutToShow();
    QVERIFY(!menu.actions().at(0)->isEnabled()); // a line without its state says too little
    menu.actions().at(session)->trigger();
    table().horizontalHeader()->setSortIndicator(host, Qt::DescendingOrder);
    find<QAction>(window(), "hostMachineGroupingAction").trigger();
    find<QLineEdit>(window(), "filterEdit").clear(); // it would be remembered, too
    m_scene->window().closeUnasked();
    m_scene->open(m_scene->fixture.services(), {1680, 900}, QStringLiteral("hv-11"));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 66, patience); // with headings
    QVERIFY(table().isColumnHidden(session));
    QCOMPARE(table().horizontalHeader()->sortIndicatorSection(), host);
    QCOMPARE(table().horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QVERIFY(find<QAction>(window(), "hostMachineGroupingAction").isChecked());
    find<QAction>(window(), "resetLayoutAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    QVERIFY(!table().isColumnHidden(session));
    QCOMPARE(table().horizontalHeader()->sortIndicatorSection(), static_cast<int>(models::MachineColumn::Machine));
    QVERIFY(find<QAction>(window(), "noneMachineGroupingAction").isChecked());
}

void MachinesTest::everySizeShowsTheMachines_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("lines");
    for (const char* const language : {"en", "de", "ru"}) {
        const auto row = [language](QSize size, int lines) {
            QTest::addRow("%d x %d, %s", size.width(), size.height(), language)
                << size << QString::fromLatin1(language) << lines;
        };
        row({1366, 768}, 20);
        row({800, 600}, 13);
    }
}

void MachinesTest::everySizeShowsTheMachines()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(int, lines);
    QTranslator translator;
    QVERIFY(language == QLatin1String("en") ||
            translator.load(QStringLiteral(":/i18n/deskwarden_%1.qm").arg(language)));
    QCoreApplication::installTranslator(&translator);
    m_scene->window().closeUnasked();
    m_scene = std::make_unique<OfficeScene>();
    haunt(m_scene->broker(), 60);
    m_scene->open(m_scene->fixture.services(), size, QStringLiteral("hv-11"));
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    QTRY_COMPARE(window().size(), size); // nothing in it asks for more
    const int inView = table().viewport()->height() / table().verticalHeader()->defaultSectionSize();
    QVERIFY2(inView >= lines, qPrintable(QString::number(inView)));
    QVERIFY(!table().horizontalScrollBar()->isVisible());
    for (const int column : {0, 1}) { // its state and its name are never cut
        QStyleOptionViewItem option;
        option.initFrom(&table());
        option.widget = &table();
        QVERIFY(table().columnWidth(column) >=
                table().itemDelegate()->sizeHint(option, table().model()->index(0, column)).width());
    }
    auto& places = find<QTreeWidget>(window(), "placesTree");
    places.setCurrentItem(places.findItems(QStringLiteral("hv-12"), Qt::MatchExactly | Qt::MatchRecursive).front());
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 10, patience);
    const auto& bar = find<QWidget>(window(), "machineBar");
    for (const char* const name : {"machinePlaceButton", "clearMachineFilterButton"})
        QVERIFY2(bar.rect().contains(find<QWidget>(window(), name).geometry()), name);
    for (const auto* const chip : bar.findChildren<ui::StateChip*>())
        QVERIFY2(bar.rect().contains(chip->geometry()), qPrintable(chip->text()));
    QVERIFY(find<QWidget>(window(), "machinesFilter").width() > 100);
    QVERIFY(find<QWidget>(window(), "machinesPart").isVisible());
}

void MachinesTest::aServerThatGoesTakesItsMachinesAlong()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    find<QMenu>(m_scene->window(), "closeMenu").actions().front()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QCOMPARE(message().title(), QStringLiteral("No server is connected"));
}

void MachinesTest::whatCannotBeListedIsSaid()
{
    m_scene->broker().hooks.open = [](const management::CallContext&) {
        return core::Result<>(core::failure(core::ErrorKind::SignInRefused));
    };
    open();
    const auto& notice = find<ui::NoticePanel>(window(), "machinesNotice");
    QTRY_VERIFY_WITH_TIMEOUT(notice.isVisible(), patience);
    QVERIFY(notice.sentence().startsWith(QLatin1String("broker.corp.example: ")));
}

QTEST_MAIN(MachinesTest)
#include "MachinesTest.moc"
