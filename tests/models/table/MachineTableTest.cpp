// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineTableModel.h"
#include "support/Machines.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace deskwarden;
using core::MachineState;
using models::MachineColumn;
using models::MachineTable;
using support::makeMachine;

namespace {

management::MachineSnapshotPointer listOf(std::vector<core::VirtualDesktop> machines)
{
    auto list = std::make_shared<management::MachineSnapshot>();
    list->server = machines.empty() ? core::ServerId{} : machines.front().server;
    list->collections = {{core::SharedString(std::string_view("POOL")), core::SharedString(std::string_view("Büro"))}};
    list->health = management::SnapshotHealth::Fresh;
    list->machines = management::MachineList(std::move(machines));
    return list;
}

QStringList namesOf(const MachineTable& table)
{
    QStringList names;
    for (const models::MachineRow& row : table.rows)
        names << row.cells.at(static_cast<std::size_t>(MachineColumn::Machine));
    return names;
}

std::shared_ptr<const MachineTable> arranged(const models::MachineWish& wish)
{
    return std::make_shared<const MachineTable>(models::arrangeMachines(wish, {}));
}

} // namespace

/// Which machines are shown, in which order, and how a view learns of it.
class MachineTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void namesSortByTheirNumbers();
    void wordsAreFoundInAnyCell_data();
    void wordsAreFoundInAnyCell();
    void statesCountAllMachines();
    void hostileNamesAreEscaped();
    void aChangedStateMovesNoRow();
    void whatIsToStopStops();
};

void MachineTableTest::namesSortByTheirNumbers()
{
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("VDI-10"), makeMachine("VDI-9", MachineState::Off), makeMachine("VDI-1")})};
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})),
             (QStringList{QStringLiteral("VDI-1"), QStringLiteral("VDI-9"), QStringLiteral("VDI-10")}));
    wish.order = Qt::DescendingOrder;
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})).front(), QStringLiteral("VDI-10"));
    wish.column = MachineColumn::State; // Running before Off, and by name among those that run
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})),
             (QStringList{QStringLiteral("VDI-1"), QStringLiteral("VDI-10"), QStringLiteral("VDI-9")}));
}

void MachineTableTest::wordsAreFoundInAnyCell_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    const QString one = QStringLiteral("VDI-1");
    const QString two = QStringLiteral("VDI-2");
    QTest::newRow("nothing") << QString() << QStringList{one, two};
    QTest::newRow("name") << QStringLiteral("vdi-2") << QStringList{two};
    QTest::newRow("state") << QStringLiteral("off") << QStringList{two};
    QTest::newRow("host") << QStringLiteral("hv7") << QStringList{two};
    QTest::newRow("collection, without its accent") << QStringLiteral("buro") << QStringList{one, two};
    QTest::newRow("owner") << QStringLiteral("munoz") << QStringList{two};
    QTest::newRow("session") << QStringLiteral("anna") << QStringList{one};
    QTest::newRow("server") << QStringLiteral("berlin") << QStringList{one, two};
    QTest::newRow("each word") << QStringLiteral("off hv7 munoz") << QStringList{two};
    QTest::newRow("not in one machine") << QStringLiteral("anna off") << QStringList();
}

void MachineTableTest::wordsAreFoundInAnyCell()
{
    QFETCH(QString, words);
    QFETCH(QStringList, found);
    core::VirtualDesktop one = makeMachine("VDI-1");
    one.sessionUserName = core::SharedString(std::string_view("anna"));
    core::VirtualDesktop two = makeMachine("VDI-2", MachineState::Off, "HV7");
    two.ownerName = core::SharedString(std::string_view("muñoz"));
    models::MachineWish wish;
    wish.lists = {listOf({one, two})};
    wish.names = {{one.server, QStringLiteral("Berlin")}};
    wish.words = words;
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})), found);
}

void MachineTableTest::statesCountAllMachines()
{
    models::MachineWish wish;
    wish.lists = {
        listOf({makeMachine("Zeta"), makeMachine("B", MachineState::Off), makeMachine("C", MachineState::Off)})};
    wish.words = QStringLiteral("zeta");
    const MachineTable table = models::arrangeMachines(wish, {});
    QCOMPARE(table.rows.size(), std::size_t{1});
    QCOMPARE(table.total, std::size_t{3});
    QCOMPARE(table.states.at(MachineState::Off), std::size_t{2});
}

void MachineTableTest::hostileNamesAreEscaped()
{
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("<b>x\u202E\n")})};
    models::MachineTableModel model;
    model.setTable(arranged(wish));
    const QModelIndex cell = model.index(0, static_cast<int>(MachineColumn::Machine));
    QVERIFY(!cell.data().toString().contains(QChar(0x202E)) && !cell.data().toString().contains(u'\n'));
    QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(QLatin1String("<b>")));
}

void MachineTableTest::aChangedStateMovesNoRow()
{
    models::MachineTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("A"), makeMachine("B")})};
    model.setTable(arranged(wish));
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    wish.lists = {listOf({makeMachine("A"), makeMachine("B", MachineState::Saved)})};
    model.setTable(arranged(wish));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().toModelIndex().row(), 1);
    wish.lists = {listOf({makeMachine("B", MachineState::Saved)})};
    model.setTable(arranged(wish));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowOf(makeMachine("B")), 0);
    QCOMPARE(model.rowOf(makeMachine("A")), -1);
}

void MachineTableTest::whatIsToStopStops()
{
    std::stop_source stop;
    stop.request_stop();
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("A")})};
    QVERIFY(models::arrangeMachines(wish, stop.get_token()).rows.empty());
}

QTEST_GUILESS_MAIN(MachineTableTest)
#include "MachineTableTest.moc"
