// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "ui/sessions/MachinesWindow.h"
#include "ui/widgets/NoticePanel.h"

#include <QAction>
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
