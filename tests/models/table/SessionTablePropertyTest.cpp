// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModel.h"
#include "ReferenceTable.h"
#include "support/Enumerators.h"
#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QSortFilterProxyModel>
#include <QTest>

#include <algorithm>
#include <memory>
#include <set>

using namespace deskwarden;
using models::SessionColumn;
using models::SessionTableModel;
using tests::settle;

namespace {

static_assert(support::enumerators<SessionColumn>().size() == models::sessionColumnCount);
static_assert(support::enumerators<models::WatchedBy>().size() == models::watchers);

constexpr std::int64_t nowMs = 400'000LL * 3'600'000 + 500'000;

std::chrono::system_clock::time_point fixedNow()
{
    return std::chrono::system_clock::time_point{std::chrono::milliseconds(nowMs)};
}

/// A copy of the table that is kept by listening to the model's signals and by nothing else.
class Mirror final : public QObject
{
public:
    explicit Mirror(const QAbstractItemModel& model)
        : m_model(model)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
            for (int row = first; row <= last; ++row)
                m_rows.insert(m_rows.begin() + row, read(row));
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first, int last) {
            m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        });
        connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
            m_places.clear();
            for (int row = 0; row < m_model.rowCount(); ++row)
                m_places.emplace_back(m_model.index(row, 0));
        });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] {
            std::vector<QStringList> rows(m_rows.size());
            for (std::size_t i = 0; i < m_rows.size(); ++i)
                rows[static_cast<std::size_t>(m_places[i].row())] = m_rows[i];
            m_rows = rows;
            m_places.clear();
        });
        connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to) {
            for (int row = from.row(); row <= to.row(); ++row) {
                for (int column = from.column(); column <= to.column(); ++column)
                    m_rows[static_cast<std::size_t>(row)][column] = m_model.index(row, column).data().toString();
            }
        });
    }

    [[nodiscard]] bool isExact() const
    {
        if (m_model.rowCount() != static_cast<int>(m_rows.size()))
            return false;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (read(row) != m_rows[static_cast<std::size_t>(row)])
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] QStringList read(int row) const
    {
        QStringList cells;
        for (int column = 0; column < m_model.columnCount(); ++column)
            cells << m_model.index(row, column).data().toString();
        return cells;
    }

    const QAbstractItemModel& m_model;
    std::vector<QStringList> m_rows;
    std::vector<QPersistentModelIndex> m_places;
};

/// Rows that a person has marked, remembered by who is in them.
struct Marked
{
    std::vector<core::Session> sessions;
    [[nodiscard]] bool holds(const core::Session& session) const
    {
        return std::ranges::any_of(sessions, [&](const core::Session& s) { return core::isSameOccupant(s, session); });
    }
};

} // namespace

class SessionTablePropertyTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyChangeLeadsToWhatThePlainWayShows_data();
    void everyChangeLeadsToWhatThePlainWayShows();
    void burstsOfChangesEndInTheLastOne_data();
    void burstsOfChangesEndInTheLastOne();

private:
    void compare(const SessionTableModel& model, const tests::ReferenceTable& reference);
    static void compareHeading(const SessionTableModel& model, const tests::ReferenceTable& reference,
                               const std::vector<tests::ReferenceTable::Line>& lines, std::size_t first, int row);
    static std::vector<std::size_t> countEach(const std::vector<models::SessionFilter>& filters,
                                              const tests::ReferenceTable& reference);
    void act(tests::RandomFarm& farm, SessionTableModel& model, tests::ReferenceTable& reference);

    std::uint64_t m_lastRequest = 0;
    std::vector<management::ActionRequest> m_open;
};

void SessionTablePropertyTest::everyChangeLeadsToWhatThePlainWayShows_data()
{
    QTest::addColumn<uint>("seed");
    QTest::addColumn<uint>("churn");
    for (uint seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed << (seed % 3 == 0 ? 40U : seed % 3 == 1 ? 2U : 10U);
}

void SessionTablePropertyTest::act(tests::RandomFarm& farm, SessionTableModel& model, tests::ReferenceTable& reference)
{
    using namespace management;
    const auto lines = reference.lines();
    std::vector<ActionRequest> requests;
    for (std::uint32_t i = farm.below(4); i > 0 && !lines.empty(); --i) {
        const auto& line = lines[farm.below(static_cast<std::uint32_t>(lines.size()))];
        requests.push_back(tests::request(++m_lastRequest, line.session, farm.any<ActionKind>()));
    }
    for (const ActionRequest& request : requests)
        reference.submit(request);
    model.noteSubmitted(requests);
    m_open.insert(m_open.end(), requests.begin(), requests.end());
    std::vector<ActionReport> reports;
    for (const ActionRequest& request : m_open) {
        if (!farm.chance(40))
            continue;
        ActionReport report = tests::report(request.id, farm.any<ActionPhase>());
        if (report.phase == ActionPhase::Finished) {
            report.outcome.kind = farm.any<OutcomeKind>();
            if (farm.chance(50))
                report.outcome.returnValue = farm.chance(50) ? 5 : 1234567;
        }
        reports.push_back(report);
        reference.report(report, request.action.kind, nowMs);
    }
    model.noteReports(reports);
    for (const ActionReport& report : reports) {
        if (report.phase == ActionPhase::Finished)
            std::erase_if(m_open, [&](const ActionRequest& request) { return request.id == report.id; });
    }
}

void SessionTablePropertyTest::compare(const SessionTableModel& model, const tests::ReferenceTable& reference)
{
    const models::SessionGrouping grouping = model.grouping();
    const bool isGrouped = grouping != models::SessionGrouping::None;
    const auto expected = reference.grouped(
        reference.shown(model.filter(), static_cast<SessionColumn>(model.sortColumn()), model.sortOrder()), grouping);
    int row = -1;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto& line = expected[i];
        ++row;
        QVERIFY(row < model.rowCount());
        if (isGrouped && (i == 0 || !reference.isSameGroup(expected[i - 1], line, grouping))) {
            compareHeading(model, reference, expected, i, row);
            ++row;
            QVERIFY(row < model.rowCount());
        }
        QVERIFY(!model.isSection(row));
        QVERIFY2(core::isSameOccupant(model.sessionAt(row), line.session), qPrintable(QString::number(row)));
        for (int column = 0; column < models::sessionColumnCount; ++column) {
            if (static_cast<SessionColumn>(column) != SessionColumn::Since &&
                static_cast<SessionColumn>(column) != SessionColumn::Disconnected &&
                static_cast<SessionColumn>(column) != SessionColumn::IdleOrGone)
                QCOMPARE(model.index(row, column).data().toString(),
                         reference.text(line, static_cast<SessionColumn>(column)));
        }
        const int since = static_cast<int>(SessionColumn::Since);
        QCOMPARE(model.index(row, since).data(SessionTableModel::SortRole).toLongLong(), -line.sinceMs);
        QCOMPARE(model.rowOf(line.session), row);
    }
    QCOMPARE(model.rowCount(), row + 1);
    QCOMPARE(model.counts().visible, expected.size());
    QCOMPARE(model.counts().total, reference.total());
    QCOMPARE(model.counts().all.sessions, reference.total());
    QCOMPARE(model.counts().inPlace, reference.inPlace(model.filter()));
    std::size_t inStates = 0;
    for (const auto& [state, count] : model.counts().all.states)
        inStates += count;
    QCOMPARE(inStates, model.counts().total);
    std::size_t onHosts = 0;
    for (const models::GroupCount& host : model.counts().vmHosts)
        onHosts += host.sessions;
    QCOMPARE(onHosts, model.counts().total);
}

/// The heading above the line `first`: what it says, what it counts, and that nothing can be done to it.
void SessionTablePropertyTest::compareHeading(const SessionTableModel& model, const tests::ReferenceTable& reference,
                                              const std::vector<tests::ReferenceTable::Line>& lines, std::size_t first,
                                              int row)
{
    int count = 0;
    for (std::size_t i = first; i < lines.size() && reference.isSameGroup(lines[first], lines[i], model.grouping());
         ++i)
        ++count;
    QVERIFY(model.isSection(row));
    const QString said = model.index(row, 0).data(SessionTableModel::SectionRole).toString();
    const QString wanted = reference.heading(lines[first], model.grouping()) + QStringLiteral(" (%1)").arg(count);
    QCOMPARE(said.toCaseFolded(), wanted.toCaseFolded()); // names of one group may differ in case
    for (int column = 0; column < models::sessionColumnCount; ++column)
        QVERIFY((model.flags(model.index(row, column)) & (Qt::ItemIsSelectable | Qt::ItemIsEnabled)) == 0);
    QVERIFY(!core::hasUser(model.sessionAt(row)));
    for (int each = row; each <= row + count; ++each)
        QCOMPARE(model.groupAround(each), (models::RowRange{row + 1, row + count}));
    QCOMPARE(model.sessionRowFrom(row), row + 1);
}

std::vector<std::size_t> SessionTablePropertyTest::countEach(const std::vector<models::SessionFilter>& filters,
                                                             const tests::ReferenceTable& reference)
{
    std::vector<std::size_t> counts;
    for (const models::SessionFilter& filter : filters)
        counts.push_back(reference.shown(filter, SessionColumn::SessionId, Qt::AscendingOrder).size());
    return counts;
}

void SessionTablePropertyTest::everyChangeLeadsToWhatThePlainWayShows()
{
    QFETCH(uint, seed);
    QFETCH(uint, churn);
    tests::RandomFarm farm(seed);
    SessionTableModel model(fixedNow);
    QSortFilterProxyModel proxy;
    proxy.setSourceModel(&model);
    proxy.setSortRole(SessionTableModel::SortRole);
    proxy.setDynamicSortFilter(true);
    proxy.sort(static_cast<int>(SessionColumn::VirtualMachine));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester proxyTester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Mirror mirror(model);
    const Mirror proxyMirror(proxy);
    QItemSelectionModel selection(&model);
    if (seed % 2 == 0)
        model.followSelection(&selection);
    tests::ReferenceTable reference;
    reference.setNow(nowMs);
    std::map<core::ServerId, management::SnapshotPointer> sources;
    models::WatchedFilters watched;
    m_open.clear();

    for (int step = 0; step < 60; ++step) {
        Marked marked{model.sessionsIn(selection.selection())};
        if (farm.chance(40))
            act(farm, model, reference);
        for (std::uint32_t server = 0; server < 3; ++server) {
            if (farm.chance(4)) {
                model.removeServer(farm.server(server));
                sources.erase(farm.server(server));
            } else if (farm.chance(40)) {
                const auto snapshot = farm.next(server, churn);
                model.applySnapshot(snapshot);
                sources[snapshot->server] = snapshot;
            }
        }
        if (farm.chance(25))
            model.setFilter(farm.filter());
        if (farm.chance(20))
            model.setGrouping(farm.any<models::SessionGrouping>());
        if (farm.chance(15)) {
            const auto by = farm.any<models::WatchedBy>();
            watched.at(static_cast<std::size_t>(by)) = {farm.filter(), farm.filter()};
            model.setWatched(by, watched.at(static_cast<std::size_t>(by)));
        }
        if (farm.chance(25))
            model.sort(static_cast<int>(farm.any<SessionColumn>()),
                       farm.chance(50) ? Qt::AscendingOrder : Qt::DescendingOrder);
        if (farm.chance(5)) {
            const std::string name = "Named " + std::to_string(farm.below(20));
            reference.setNames({{"Pool2", name}});
            for (std::uint32_t server = 0; server < 3; ++server)
                model.setCollectionNames(farm.server(server), {{"Pool2", name}});
        }
        QVERIFY(settle(model));
        reference.setSources(sources);
        compare(model, reference);
        if (QTest::currentTestFailed()) {
            qInfo("at step %d", step);
            return;
        }
        for (std::size_t by = 0; by < watched.size(); ++by)
            QCOMPARE(model.counts().watched.at(by), countEach(watched.at(by), reference));
        QVERIFY(mirror.isExact());
        QVERIFY(proxyMirror.isExact());

        const auto chosen = model.sessionsIn(selection.selection());
        QCOMPARE(model.sessionCountIn(selection.selection()), static_cast<int>(chosen.size()));
        QVERIFY(std::ranges::all_of(chosen, [&](const core::Session& session) { return model.rowOf(session) >= 0; }));
        for (int row = 0; row < model.rowCount(); ++row) {
            // A row that was hidden in between and came back is not marked; a marked one was marked before.
            if (selection.isRowSelected(row))
                QVERIFY(marked.holds(model.sessionAt(row)));
        }
        for (const core::Session& session : marked.sessions) {
            if (const int row = model.rowOf(session); row >= 0)
                QVERIFY(selection.isRowSelected(row));
        }
        if (farm.chance(40)) {
            selection.clear();
            if (farm.chance(20))
                selection.select(QItemSelection(model.index(0, 0),
                                                model.index(model.rowCount() - 1, models::sessionColumnCount - 1)),
                                 QItemSelectionModel::Select);
            for (int row = 0; row < model.rowCount(); ++row) {
                if (farm.chance(30))
                    selection.select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            }
        }
    }
}

void SessionTablePropertyTest::burstsOfChangesEndInTheLastOne_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 100; seed < 106; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void SessionTablePropertyTest::burstsOfChangesEndInTheLastOne()
{
    QFETCH(uint, seed);
    tests::RandomFarm farm(seed);
    SessionTableModel model(fixedNow);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Mirror mirror(model);
    std::map<core::ServerId, management::SnapshotPointer> sources;
    tests::ReferenceTable reference;
    reference.setNow(nowMs);
    for (int step = 0; step < 200; ++step) {
        const auto snapshot = farm.next(farm.below(3), 20);
        model.applySnapshot(snapshot);
        sources[snapshot->server] = snapshot;
        if (farm.chance(50))
            model.setFilter(farm.filter());
        if (farm.chance(50))
            model.sort(static_cast<int>(farm.any<SessionColumn>()), Qt::DescendingOrder);
        if (farm.chance(30))
            model.setGrouping(farm.any<models::SessionGrouping>());
        // Between the changes the loop turns or not, so that some supersede the one in work and some do not.
        if (farm.chance(60))
            QCoreApplication::processEvents();
    }
    QVERIFY(settle(model));
    reference.setSources(sources);
    const auto column = static_cast<SessionColumn>(model.sortColumn());
    const auto expected =
        reference.grouped(reference.shown(model.filter(), column, model.sortOrder()), model.grouping());
    if (column == SessionColumn::Since || column == SessionColumn::Disconnected || column == SessionColumn::IdleOrGone)
        return; // since when depends on which lists were seen
    std::vector<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.isSection(row))
            rows.push_back(row);
    }
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        QVERIFY(core::isSameOccupant(model.sessionAt(rows[i]), expected[i].session));
    QVERIFY(mirror.isExact());
}

QTEST_GUILESS_MAIN(SessionTablePropertyTest)
#include "SessionTablePropertyTest.moc"
