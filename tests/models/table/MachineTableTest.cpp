// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineTableModel.h"
#include "support/Machines.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <string>

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
    void aFilterThatCannotBeReadSaysWhy_data();
    void aFilterThatCannotBeReadSaysWhy();
    void groupsHaveHeadingsWithTheirNumbers_data();
    void groupsHaveHeadingsWithTheirNumbers();
    void headingsAreNoMachines();
    void aSelectionFollowsItsMachines();
    void statesCountAllMachines();
    void aPlaceNarrowsThemDown_data();
    void aPlaceNarrowsThemDown();
    void markedStatesAreAlternatives();
    void numbersFollowThePlaceAndWhatIsTypedButNoMark();
    void trouble_data();
    void trouble();
    void manyChangesAreFewRanges();
    void eachGroupingIsKnownByItsId();
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
    QTest::newRow("a state") << QStringLiteral("state:off,paused") << QStringList{two};
    QTest::newRow("the beginning of a state") << QStringLiteral("state:run") << QStringList{one};
    QTest::newRow("not a state") << QStringLiteral("-state:off") << QStringList{one};
    QTest::newRow("a host and no other column") << QStringLiteral("host:munoz") << QStringList();
    QTest::newRow("a user who has the session") << QStringLiteral("user:anna") << QStringList{one};
    QTest::newRow("a user to whom it is assigned") << QStringLiteral("user:munoz") << QStringList{two};
    QTest::newRow("an owner has no session") << QStringLiteral("owner:anna") << QStringList();
    QTest::newRow("a collection by its name") << QStringLiteral("collection:bur") << QStringList{one, two};
    QTest::newRow("a collection by its alias") << QStringLiteral("collection:pool vm:1") << QStringList{one};
    QTest::newRow("alternatives") << QStringLiteral("machine:vdi-1,vdi-2") << QStringList{one, two};
    QTest::newRow("what has a sign is quoted") << QStringLiteral("\"state:off\"") << QStringList();
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
    wish.filter = *models::parseMachineFilter(words);
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})), found);
}

void MachineTableTest::aFilterThatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isUnfinished");
    QTest::newRow("no such field") << QStringLiteral("gone:4h") << false;
    QTest::newRow("no such state") << QStringLiteral("state:asleep") << false;
    QTest::newRow("no value yet") << QStringLiteral("host:") << true;
    QTest::newRow("two states begin so") << QStringLiteral("state:s") << true;
    QTest::newRow("no closing mark") << QStringLiteral("\"hv") << true;
}

void MachineTableTest::aFilterThatCannotBeReadSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(bool, isUnfinished);
    const auto filter = models::parseMachineFilter(text);
    QVERIFY(!filter);
    QCOMPARE(filter.error().isUnfinished, isUnfinished);
    QVERIFY(!filter.error().sentence.isEmpty());
    QCOMPARE(filter.error().length, text.size());
}

void MachineTableTest::groupsHaveHeadingsWithTheirNumbers_data()
{
    using models::MachineGrouping;
    QTest::addColumn<MachineGrouping>("grouping");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("by host") << MachineGrouping::Host
                             << QStringList{QStringLiteral("HV2 \u00B7 2 machines \u00B7 Running 1 \u00B7 Off 1"),
                                            QStringLiteral("A"), QStringLiteral("C"),
                                            QStringLiteral("HV10 \u00B7 1 machine \u00B7 Off 1"), QStringLiteral("B")};
    QTest::newRow("by state") << MachineGrouping::State
                              << QStringList{QStringLiteral("Running \u00B7 1 machine"), QStringLiteral("A"),
                                             QStringLiteral("Off \u00B7 2 machines"), QStringLiteral("B"),
                                             QStringLiteral("C")};
    QTest::newRow("by owner, nobody last")
        << MachineGrouping::Owner
        << QStringList{QStringLiteral("anna \u00B7 1 machine \u00B7 Off 1"), QStringLiteral("B"),
                       QStringLiteral("Assigned to nobody \u00B7 2 machines \u00B7 Running 1 \u00B7 Off 1"),
                       QStringLiteral("A"), QStringLiteral("C")};
    QTest::newRow("not at all") << MachineGrouping::None
                                << QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")};
}

void MachineTableTest::groupsHaveHeadingsWithTheirNumbers()
{
    QFETCH(models::MachineGrouping, grouping);
    QFETCH(QStringList, lines);
    core::VirtualDesktop owned = makeMachine("B", MachineState::Off, "HV10");
    owned.ownerName = core::SharedString(std::string_view("anna"));
    models::MachineWish wish;
    wish.lists = {
        listOf({makeMachine("A", MachineState::Running, "HV2"), owned, makeMachine("C", MachineState::Off, "HV2")})};
    wish.grouping = grouping;
    const MachineTable table = models::arrangeMachines(wish, {});
    QStringList told;
    for (const models::MachineRow& row : table.rows)
        told << (row.isHeading() ? row.heading : row.cells.at(static_cast<std::size_t>(MachineColumn::Machine)));
    QCOMPARE(told, lines);
    QCOMPARE(table.shown, std::size_t{3});
}

void MachineTableTest::headingsAreNoMachines()
{
    models::MachineTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("A", MachineState::Running, "HV1"), makeMachine("B", MachineState::Off, "HV2"),
                          makeMachine("C", MachineState::Off, "HV2")})};
    wish.grouping = models::MachineGrouping::Host;
    model.setTable(arranged(wish));
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(model.isHeading(0) && model.isHeading(2));
    QVERIFY(model.flags(model.index(0, 0)) == Qt::NoItemFlags);
    QVERIFY(model.index(1, 0).data(models::MachineTableModel::HeadingRole).isNull());
    QCOMPARE(model.firstMachine(), 1);
    QCOMPARE(model.groupAround(2), std::make_pair(3, 4));
    QCOMPARE(model.groupAround(4), std::make_pair(3, 4));
    QCOMPARE(model.groupAround(0), std::make_pair(1, 1));
    const QItemSelection all(model.index(0, 0), model.index(4, models::machineColumnCount - 1));
    QCOMPARE(model.machinesIn(all).size(), std::size_t{3});
}

void MachineTableTest::aSelectionFollowsItsMachines()
{
    models::MachineTableModel model;
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("A"), makeMachine("B", MachineState::Off), makeMachine("C")})};
    wish.grouping = models::MachineGrouping::State;
    model.setTable(arranged(wish));
    const std::vector chosen{makeMachine("A"), makeMachine("B"), makeMachine("Z")};
    const QItemSelection selection = model.selectionOf(chosen);
    const auto found = model.machinesIn(selection);
    QCOMPARE(found.size(), std::size_t{2});
    QVERIFY(found[0].name.view() == "A" && found[1].name.view() == "B");
}

void MachineTableTest::statesCountAllMachines()
{
    models::MachineWish wish;
    wish.lists = {
        listOf({makeMachine("Zeta"), makeMachine("B", MachineState::Off), makeMachine("C", MachineState::Off)})};
    wish.filter = *models::parseMachineFilter(QStringLiteral("zeta"));
    const MachineTable table = models::arrangeMachines(wish, {});
    QCOMPARE(table.rows.size(), std::size_t{1});
    QCOMPARE(table.total, std::size_t{3});
    QCOMPARE(table.states.at(MachineState::Off), std::size_t{2});
}

void MachineTableTest::aPlaceNarrowsThemDown_data()
{
    QTest::addColumn<models::SessionFilter>("place");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char* name, const auto& set, const QStringList& found) {
        models::SessionFilter place;
        place.text = QStringLiteral("a word is no place");
        set(place);
        QTest::newRow(name) << place << found;
    };
    const QString a = QStringLiteral("A");
    const QString b = QStringLiteral("B");
    const QString c = QStringLiteral("C");
    using Filter = models::SessionFilter;
    row("everywhere", [](Filter&) {}, {a, b, c});
    row("a server", [](Filter& place) { place.server = makeMachine("A").server; }, {a, b});
    row("a host, not in full", [](Filter& place) { place.vmHost = "hv2"; }, {b, c});
    row("a host of a server",
        [](Filter& place) {
            place.server = makeMachine("A").server;
            place.vmHost = "HV2.corp.example";
        },
        {b});
    row("a collection", [](Filter& place) { place.collection = "POOL"; }, {a, b, c});
    row("another collection", [](Filter& place) { place.collection = "pool"; }, {});
    row("a machine", [](Filter& place) { place.machine = "c"; }, {c});
    row("whose it is", [](Filter& place) { place.user = "corp\\Anna"; }, {a});
    row("who has a session, without a domain", [](Filter& place) { place.user = "CORP\\boris"; }, {b});
    row("nobody", [](Filter& place) { place.user = "CORP\\chen"; }, {});
}

void MachineTableTest::aPlaceNarrowsThemDown()
{
    QFETCH(models::SessionFilter, place);
    QFETCH(QStringList, found);
    core::VirtualDesktop a = makeMachine("A", MachineState::Running, "HV1.corp.example");
    a.ownerName = core::SharedString(std::string_view("anna"));
    a.ownerDomain = core::SharedString(std::string_view("CORP"));
    core::VirtualDesktop b = makeMachine("B", MachineState::Running, "HV2.corp.example");
    b.sessionUserName = core::SharedString(std::string_view("boris"));
    core::VirtualDesktop c = makeMachine("C", MachineState::Off, "HV2");
    c.server = core::ServerId{core::SharedString(std::string_view("http://elsewhere"))};
    models::MachineWish wish;
    wish.lists = {listOf({a, b}), listOf({c})};
    wish.place = models::machinePlaceOf(place);
    const MachineTable table = models::arrangeMachines(wish, {});
    QCOMPARE(namesOf(table), found);
    QCOMPARE(table.total, std::size_t{3});
}

void MachineTableTest::markedStatesAreAlternatives()
{
    core::VirtualDesktop ghost = makeMachine("C", MachineState::Saved);
    ghost.sessionUserName = core::SharedString(std::string_view("anna"));
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("A"), makeMachine("B", MachineState::Off), ghost})};
    wish.marked = {MachineState::Running, MachineState::Off};
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})), (QStringList{QStringLiteral("A"), QStringLiteral("B")}));
    wish.marked = {MachineState::Off};
    wish.isTroubled = true;
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})), (QStringList{QStringLiteral("B"), QStringLiteral("C")}));
    wish.marked.clear();
    QCOMPARE(namesOf(models::arrangeMachines(wish, {})), QStringList{QStringLiteral("C")});
}

void MachineTableTest::numbersFollowThePlaceAndWhatIsTypedButNoMark()
{
    core::VirtualDesktop ghost = makeMachine("C", MachineState::Saved, "HV1");
    ghost.sessionUserName = core::SharedString(std::string_view("anna"));
    models::MachineWish wish;
    wish.lists = {listOf({makeMachine("A1", MachineState::Running, "HV1"), makeMachine("A2", MachineState::Off, "HV1"),
                          makeMachine("A3", MachineState::Off, "HV2"), ghost})};
    wish.place.vmHost = "HV1";
    wish.marked = {MachineState::Off};
    MachineTable table = models::arrangeMachines(wish, {});
    QCOMPARE(table.inPlace.at(MachineState::Running), std::size_t{1});
    QCOMPARE(table.inPlace.at(MachineState::Off), std::size_t{1});
    QCOMPARE(table.troubled, std::size_t{1});
    QCOMPARE(table.shown, std::size_t{1});
    wish.filter = *models::parseMachineFilter(QStringLiteral("machine:a"));
    table = models::arrangeMachines(wish, {});
    QCOMPARE(table.troubled, std::size_t{0});
    QVERIFY(!table.inPlace.contains(MachineState::Saved));
    QCOMPARE(table.states.at(MachineState::Off), std::size_t{2});
}

void MachineTableTest::trouble_data()
{
    QTest::addColumn<MachineState>("state");
    QTest::addColumn<bool>("hasSession");
    QTest::addColumn<bool>("isTroubled");
    QTest::newRow("runs") << MachineState::Running << true << false;
    QTest::newRow("off") << MachineState::Off << false << false;
    QTest::newRow("off, with a session") << MachineState::Off << true << true;
    QTest::newRow("saved, with a session") << MachineState::Saved << true << true;
    QTest::newRow("paused, with a session") << MachineState::Paused << true << true;
    QTest::newRow("is being saved, with a session") << MachineState::Saving << true << false;
    QTest::newRow("not known") << MachineState::Unknown << false << true;
}

void MachineTableTest::trouble()
{
    QFETCH(MachineState, state);
    QFETCH(bool, hasSession);
    core::VirtualDesktop machine = makeMachine("A", state);
    if (hasSession)
        machine.sessionUserName = core::SharedString(std::string_view("anna"));
    QTEST(models::isTroubled(machine), "isTroubled");
}

/// A view does something for each of them.
void MachineTableTest::manyChangesAreFewRanges()
{
    std::vector<core::VirtualDesktop> machines;
    for (int number = 0; number < 1000; ++number)
        machines.push_back(makeMachine("VDI-" + std::to_string(number)));
    models::MachineWish wish;
    wish.lists = {listOf(machines)};
    const MachineTable before = models::arrangeMachines(wish, {});
    QVERIFY(!models::changesBetween(before, before).isOther);
    QVERIFY(models::changesBetween(before, before).rows.empty());
    for (std::size_t number = 0; number < machines.size(); number += 2)
        machines[number].state = MachineState::Saving;
    wish.lists = {listOf(machines)};
    const models::MachineChanges changes = models::changesBetween(before, models::arrangeMachines(wish, {}));
    QVERIFY(!changes.isOther);
    QVERIFY(changes.rows.size() <= 64);
    const auto isTold = [&changes](int row) {
        return std::ranges::any_of(
            changes.rows, [row](const models::RowRange& range) { return range.first <= row && row <= range.last; });
    };
    for (int row = 0; row < 1000; row += 2)
        QVERIFY(isTold(row));
    machines.pop_back();
    wish.lists = {listOf(machines)};
    QVERIFY(models::changesBetween(before, models::arrangeMachines(wish, {})).isOther);
}

void MachineTableTest::eachGroupingIsKnownByItsId()
{
    for (const models::MachineGrouping grouping : models::machineGroupings)
        QVERIFY(models::machineGroupingFromId(models::groupingId(grouping)) == grouping);
    QVERIFY(!models::machineGroupingFromId(QStringLiteral("weather")));
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
