// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "ui/sessions/MachinesWindow.h"
#include "ui/widgets/NoticePanel.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;

} // namespace

/// The list of virtual machines beside that of the sessions.
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
    void aServerThatGoesTakesItsMachinesAlong();
    void whatCannotBeListedIsSaid();

private:
    void open() const { find<QAction>(m_scene->window(), "machinesAction").trigger(); }
    [[nodiscard]] QWidget& machines() const { return *m_scene->window().findChild<ui::MachinesWindow*>(); }
    [[nodiscard]] QTableView& table() const { return find<QTableView>(machines(), "machinesTable"); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QString counts() const { return find<QLabel>(machines(), "machinesLabel").text(); }

    std::unique_ptr<OfficeScene> m_scene;
};

void MachinesTest::init()
{
    m_scene = std::make_unique<OfficeScene>();
    haunt(m_scene->broker(), 60); // which puts a machine for each session; two of them are off
    m_scene->open(m_scene->fixture.services(), {1280, 800}, QStringLiteral("hv-11"));
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
    find<QLineEdit>(machines(), "machinesFilter").setText(QStringLiteral("off"));
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && rows() < 60, patience);
    for (int row = 0; row < rows(); ++row)
        QCOMPARE(table().model()->index(row, 0).data().toString(), QStringLiteral("Off"));
    QVERIFY(counts().startsWith(QStringLiteral("Showing %1 of 60").arg(rows())));
    find<QLineEdit>(machines(), "machinesFilter").clear();
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
    auto& field = find<QLineEdit>(machines(), "machinesFilter");
    find<QAction>(machines(), "findMachinesAction").trigger();
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
    QVERIFY(machines().isVisible());
}

void MachinesTest::whatTheFilterLacksIsSaidWhenOneGoesOn()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    auto& field = find<QLineEdit>(machines(), "machinesFilter");
    const auto& notice = find<ui::NoticePanel>(machines(), "machinesFilterNotice");
    field.setText(QStringLiteral("state:"));
    QVERIFY(notice.sentence().isEmpty());
    QTest::keyClick(&field, Qt::Key_Return);
    QVERIFY(!notice.sentence().isEmpty());
    field.setText(QStringLiteral("state:asleep"));
    QVERIFY(notice.sentence().contains(QLatin1String("asleep")));
    QCOMPARE(rows(), 60);
    field.setText(QStringLiteral("state:off"));
    QVERIFY(notice.sentence().isEmpty());
}

void MachinesTest::groupsAreChosenByTheirHeadings()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    auto& grouping = find<QComboBox>(machines(), "machinesGrouping");
    grouping.setCurrentIndex(grouping.findText(QStringLiteral("By state")));
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 62, patience);
    QVERIFY(table().model()->index(0, 0).data().toString().startsWith(QStringLiteral("Running \u00B7 ")));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                      table().visualRect(table().model()->index(0, 1)).center());
    const auto chosen = table().selectionModel()->selectedRows();
    QVERIFY(chosen.size() > 50 && chosen.size() < 60);
    QVERIFY(!chosen.contains(table().model()->index(0, 0)));
}

void MachinesTest::aServerThatGoesTakesItsMachinesAlong()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 60, patience);
    find<QMenu>(m_scene->window(), "closeMenu").actions().front()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(rows(), 0, patience);
    QVERIFY(counts().startsWith(QLatin1String("No virtual machines")));
}

void MachinesTest::whatCannotBeListedIsSaid()
{
    m_scene->broker().hooks.open = [](const management::CallContext&) {
        return core::Result<>(core::failure(core::ErrorKind::SignInRefused));
    };
    open();
    const auto& notice = find<ui::NoticePanel>(machines(), "machinesNotice");
    QTRY_VERIFY_WITH_TIMEOUT(notice.isVisible(), patience);
    QVERIFY(notice.sentence().startsWith(QLatin1String("broker.corp.example: ")));
}

QTEST_MAIN(MachinesTest)
#include "MachinesTest.moc"
