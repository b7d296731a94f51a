// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ChangeListModel.h"
#include "models/table/SessionTableModel.h"
#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace deskwarden;
using core::ConnectState;
using management::SnapshotHealth;
using models::ChangeKind;
using models::ChangeListModel;
using models::SessionChange;
using tests::session;
using tests::snapshot;

namespace {

constexpr const char* broker = "http://broker";
constexpr auto start = std::chrono::hours(400'000);

std::vector<core::Session> withStates(std::initializer_list<std::pair<const char*, ConnectState>> people)
{
    std::vector<core::Session> sessions;
    std::uint32_t id = 0;
    for (const auto& [user, state] : people)
        sessions.push_back(session(broker, "HV1", ++id, user, state));
    return sessions;
}

} // namespace

/// What lists tell of changes, and how long that is kept.
class ChangeListTest final : public QObject
{
    Q_OBJECT

private slots:
    void listsAreComparedWithTheOnesBefore_data();
    void listsAreComparedWithTheOnesBefore();
    void theNewestStandFirstAndOldOnesGo();
    void thereIsALimit();
};

void ChangeListTest::listsAreComparedWithTheOnesBefore_data()
{
    using enum ConnectState;
    using Lists = std::vector<management::SnapshotPointer>;
    QTest::addColumn<Lists>("lists");
    QTest::addColumn<QStringList>("told");
    const auto row = [](const char* name, const Lists& lists, const QStringList& told) {
        QTest::newRow(name) << lists << told;
    };
    const auto one = snapshot(broker, 1, withStates({{"ann", Active}, {"bob", Disconnected}}));
    row("a first list tells nothing", {one}, {});
    row("the same list tells nothing", {one, snapshot(broker, 2, withStates({{"ann", Active}, {"bob", Disconnected}}))},
        {});
    row("somebody came",
        {one, snapshot(broker, 2, withStates({{"ann", Active}, {"bob", Disconnected}, {"eve", Active}}))},
        {QStringLiteral("eve came")});
    row("somebody went", {one, snapshot(broker, 2, withStates({{"ann", Active}}))}, {QStringLiteral("bob went")});
    row("a state changed", {one, snapshot(broker, 2, withStates({{"ann", Disconnected}, {"bob", Disconnected}}))},
        {QStringLiteral("ann 0>4")});
    row("somebody else has the session",
        {one, snapshot(broker, 2, withStates({{"zoe", Active}, {"bob", Disconnected}}))},
        {QStringLiteral("ann went"), QStringLiteral("zoe came")});
    row("the same twice is told once",
        {one, snapshot(broker, 2,
                       [] {
                           auto sessions = withStates({{"ann", Active}, {"bob", Disconnected}, {"eve", Active}});
                           sessions.push_back(sessions.back());
                           return sessions;
                       }())},
        {QStringLiteral("eve came")});
    // A list that is not whole does not say who is gone.
    for (const SnapshotHealth health : {SnapshotHealth::Filling, SnapshotHealth::Partial, SnapshotHealth::Failed})
        row("not whole", {one, snapshot(broker, 2, withStates({{"ann", Active}}), health)}, {});
    row("the list of another server", {one, snapshot("http://other", 1, withStates({{"ann", Active}}))}, {});
}

void ChangeListTest::listsAreComparedWithTheOnesBefore()
{
    QFETCH(std::vector<management::SnapshotPointer>, lists);
    QFETCH(QStringList, told);
    models::SessionTableModel model([] { return std::chrono::system_clock::time_point{start}; });
    QStringList changes;
    connect(&model, &models::SessionTableModel::changed, this, [&changes](const std::vector<SessionChange>& heard) {
        for (const SessionChange& change : heard) {
            const QString user = QString::fromStdString(change.session.userName.toString());
            switch (change.kind) {
            case ChangeKind::Appeared:
                changes << user + QStringLiteral(" came");
                break;
            case ChangeKind::Left:
                changes << user + QStringLiteral(" went");
                break;
            case ChangeKind::NewState:
                changes << QStringLiteral("%1 %2>%3")
                               .arg(user)
                               .arg(static_cast<uint>(change.before))
                               .arg(static_cast<uint>(change.session.state));
                break;
            }
        }
    });
    for (const management::SnapshotPointer& list : lists) {
        model.applySnapshot(list);
        QVERIFY(tests::settle(model));
        model.sort(static_cast<int>(models::SessionColumn::SessionId), Qt::DescendingOrder); // tells nothing anew
        QVERIFY(tests::settle(model));
    }
    changes.sort();
    QCOMPARE(changes, told);
}

void ChangeListTest::theNewestStandFirstAndOldOnesGo()
{
    auto now = std::chrono::system_clock::time_point{start};
    ChangeListModel model([&now] { return now; });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto add = [&](const char* user) {
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
        const SessionChange change{ms, ChangeKind::Left, session(broker, "HV1", 1, user), {}};
        model.add({&change, 1});
    };
    const auto users = [&model] {
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown << model.index(row, ChangeListModel::User).data().toString();
        return shown;
    };
    add("ann");
    now += std::chrono::minutes(6);
    add("bob");
    QCOMPARE(users(), QStringList({QStringLiteral("CORP\\bob"), QStringLiteral("CORP\\ann")}));
    now += std::chrono::minutes(5);
    model.forgetOld();
    QCOMPARE(users(), QStringList{QStringLiteral("CORP\\bob")});
    now += ChangeListModel::span;
    add("eve");
    QCOMPARE(users(), QStringList{QStringLiteral("CORP\\eve")});
    for (int column = 0; column < ChangeListModel::columns; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(!model.index(0, column).data().toString().isEmpty());
    }
}

void ChangeListTest::thereIsALimit()
{
    ChangeListModel model([] { return std::chrono::system_clock::time_point{start}; });
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(start).count();
    std::vector<SessionChange> many(models::mostChanges / 2 + 1, SessionChange{ms, ChangeKind::Left, {}, {}});
    for (int times = 0; times < 3; ++times)
        model.add(many);
    QCOMPARE(model.rowCount(), static_cast<int>(models::mostChanges));
    many.resize(2 * models::mostChanges, many.front());
    model.add(many);
    QCOMPARE(model.rowCount(), static_cast<int>(models::mostChanges));
}

QTEST_GUILESS_MAIN(ChangeListTest)
#include "ChangeListTest.moc"
