// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModel.h"
#include "support/FewThreads.h"
#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace deskwarden;
using core::ConnectState;
using models::SessionColumn;
using models::SessionTableModel;
using tests::session;
using tests::settle;
using tests::snapshot;

namespace {

constexpr auto broker = "http://broker";

std::chrono::system_clock::time_point fixedNow()
{
    return std::chrono::system_clock::time_point{std::chrono::hours(400'000) + std::chrono::minutes(35)};
}

} // namespace

class SessionTableTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void unchangedSnapshotIsSilent();
    void anotherUserUnderTheKeyLosesTheSelection();
    void anActOnAHiddenRowHidesNoOther();
    void aSignedOutSessionLeavesAtOnce();
    void aListFromBeforeDoesNotBringItBack();
    void aListThatInsistsBringsItBack();
    void aFailureStaysOnTheRow();
    void anAcceptedLogoffReadsSigningOut();
    void anUnknownOutcomeIsSaidToBeUnknown();
    void rowsOfAnUnreachableServerAreStale();
    void theFirstListGivesALowerBound();
    void collectionsShowTheirName();
    void aDirectoryNamesTheUsers();
    void sessionsAreSortedByName();
    void usersAreFoundByName_data();
    void usersAreFoundByName();
    void unchangedCollectionNamesAreSilent();
    void aTipNeverBecomesMarkup();
    void namesSortNaturally();
    void rowsWithNothingToSortByComeLastInEitherOrder();
    void withoutAThreadTheTableIsArrangedAllTheSame();

private:
    void show(std::vector<core::Session> sessions,
              management::SnapshotHealth health = management::SnapshotHealth::Fresh);
    [[nodiscard]] QString cell(int row, SessionColumn column) const;
    void act(std::uint64_t id, const management::ActionReport& report);

    std::unique_ptr<SessionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::uint64_t m_sequence = 0;
    const core::Session m_anna = session(broker, "HV1", 1, "anna");
    const core::Session m_ben = session(broker, "HV1", 2, "ben", ConnectState::Disconnected);
};

void SessionTableTest::init()
{
    m_sequence = 0;
    m_model = std::make_unique<SessionTableModel>(fixedNow);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show({m_anna, m_ben});
}

void SessionTableTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void SessionTableTest::show(std::vector<core::Session> sessions, management::SnapshotHealth health)
{
    ++m_sequence;
    m_model->applySnapshot(snapshot(broker, m_sequence, std::move(sessions), health,
                                    std::chrono::system_clock::time_point{std::chrono::hours(400'000)} +
                                        std::chrono::seconds(m_sequence)));
    QVERIFY(settle(*m_model));
}

QString SessionTableTest::cell(int row, SessionColumn column) const
{
    return m_model->index(row, static_cast<int>(column)).data().toString();
}

void SessionTableTest::act(std::uint64_t id, const management::ActionReport& report)
{
    m_model->noteSubmitted(std::vector{tests::request(id, m_anna)});
    m_model->noteReports(std::vector{report});
    QVERIFY(settle(*m_model));
}

void SessionTableTest::unchangedSnapshotIsSilent()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy counted(m_model.get(), &SessionTableModel::countsChanged);
    show({m_ben, m_anna});
    QCOMPARE(changed.count() + moved.count() + inserted.count() + removed.count() + counted.count(), 0);
}

void SessionTableTest::anotherUserUnderTheKeyLosesTheSelection()
{
    QItemSelectionModel selection(m_model.get());
    selection.select(m_model->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(m_model->sessionsIn(selection.selection()).size(), 1U);
    show({session(broker, "HV1", 1, "carla"), m_ben});
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(!selection.hasSelection());
}

void SessionTableTest::anActOnAHiddenRowHidesNoOther()
{
    models::SessionFilter filter;
    filter.text = QStringLiteral("ben");
    m_model->setFilter(filter);
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowOf(m_ben), 0);
    QCOMPARE(m_model->rowOf(m_anna), -1);
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->noteSubmitted(std::vector{tests::request(1, m_anna), tests::request(2, m_ben)});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex(), m_model->index(0, 0));
    QVERIFY(settle(*m_model));
}

void SessionTableTest::aSignedOutSessionLeavesAtOnce()
{
    act(1, tests::finished(1, management::OutcomeKind::Done, 0));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowOf(m_anna), -1);
    QCOMPARE(m_model->counts().total, 1U);
}

void SessionTableTest::aListFromBeforeDoesNotBringItBack()
{
    act(1, tests::finished(1, management::OutcomeKind::AlreadyGone));
    show({m_anna, m_ben});
    QCOMPARE(m_model->rowOf(m_anna), -1);
}

void SessionTableTest::aListThatInsistsBringsItBack()
{
    act(1, tests::finished(1, management::OutcomeKind::Done, 0));
    for (int later = 1; later <= 2; ++later) {
        ++m_sequence;
        m_model->applySnapshot(snapshot(broker, m_sequence, {m_anna, m_ben}, management::SnapshotHealth::Fresh,
                                        fixedNow() + std::chrono::seconds(later)));
        QVERIFY(settle(*m_model));
    }
    QVERIFY(m_model->rowOf(m_anna) >= 0);
    QCOMPARE(cell(m_model->rowOf(m_anna), SessionColumn::LastResult), QString());
}

void SessionTableTest::aFailureStaysOnTheRow()
{
    act(1, tests::finished(1, management::OutcomeKind::Failed, 5));
    const int row = m_model->rowOf(m_anna);
    QCOMPARE(cell(row, SessionColumn::LastResult), QStringLiteral("Failed: 5 (0x00000005 ERROR_ACCESS_DENIED)"));
    show({m_anna, m_ben});
    const QString problem = m_model->index(row, 0).data(SessionTableModel::ProblemRole).toString();
    QVERIFY(problem.startsWith(QStringLiteral("5 (0x00000005 ERROR_ACCESS_DENIED)")));
    QVERIFY(problem.contains(QStringLiteral("not log off on VM host ")));
    QCOMPARE(m_model->outcomeAt(row)->returnValue, std::optional<std::uint32_t>(5));
}

void SessionTableTest::anAcceptedLogoffReadsSigningOut()
{
    act(1, tests::report(1, management::ActionPhase::Verifying));
    const int row = m_model->rowOf(m_anna);
    QCOMPARE(cell(row, SessionColumn::LastResult), QStringLiteral("Signing out"));
    QVERIFY(m_model->index(row, 0).data(SessionTableModel::BusyRole).toBool());
    QVERIFY(!m_model->outcomeAt(row));
}

void SessionTableTest::anUnknownOutcomeIsSaidToBeUnknown()
{
    act(1, tests::finished(1, management::OutcomeKind::Unknown));
    QCOMPARE(cell(m_model->rowOf(m_anna), SessionColumn::LastResult), QStringLiteral("Unknown"));
}

void SessionTableTest::rowsOfAnUnreachableServerAreStale()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    show({m_anna, m_ben}, management::SnapshotHealth::Stale);
    QVERIFY(m_model->index(0, 0).data(SessionTableModel::StaleRole).toBool());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_model->counts().stale, 2U);
}

void SessionTableTest::theFirstListGivesALowerBound()
{
    QCOMPARE(cell(0, SessionColumn::Since), QStringLiteral("at least 34 min"));
    core::Session away = m_anna;
    away.state = ConnectState::Disconnected;
    show({away, m_ben, session(broker, "HV1", 3, "carla")});
    QCOMPARE(cell(m_model->rowOf(m_anna), SessionColumn::Since), QStringLiteral("34 min"));
    QCOMPARE(cell(m_model->rowOf(m_ben), SessionColumn::Since), QStringLiteral("at least 34 min"));
    QCOMPARE(cell(2, SessionColumn::Since), QStringLiteral("34 min"));
}

void SessionTableTest::collectionsShowTheirName()
{
    m_model->setCollectionNames(core::ServerId{tests::text(broker)}, {{"Pool", "Accounting"}});
    QCOMPARE(cell(0, SessionColumn::Collection), QStringLiteral("Accounting"));
    models::SessionFilter filter;
    filter.text = QStringLiteral("account ANNA");
    m_model->setFilter(filter);
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->counts().total, 2U);
}

void SessionTableTest::aDirectoryNamesTheUsers()
{
    QVERIFY(!m_model->hasPersonNames());
    QCOMPARE(cell(0, SessionColumn::Name), QString());
    models::PersonNames names;
    names.add({m_anna.domainName.toString(), m_anna.userName.toString()}, "Zoe\nAnna \u202e");
    m_model->setPersonNames(core::ServerId{tests::text(broker)}, names.share());
    QVERIFY(settle(*m_model));
    QVERIFY(m_model->hasPersonNames());
    const QString shown = cell(m_model->rowOf(m_anna), SessionColumn::Name);
    QVERIFY2(shown.startsWith(QStringLiteral("Zoe")) && !shown.contains(QChar(u'\n')) &&
                 !shown.contains(QChar(u'\u202e')),
             qPrintable(shown));
    QCOMPARE(cell(m_model->rowOf(m_ben), SessionColumn::Name), QString());
}

void SessionTableTest::sessionsAreSortedByName()
{
    models::PersonNames names;
    names.add({m_anna.domainName.toString(), m_anna.userName.toString()}, "Zoe");
    names.add({m_ben.domainName.toString(), m_ben.userName.toString()}, "Adam");
    m_model->setPersonNames(core::ServerId{tests::text(broker)}, names.share());
    m_model->sort(static_cast<int>(SessionColumn::Name));
    QVERIFY(settle(*m_model));
    QVERIFY(m_model->rowOf(m_ben) < m_model->rowOf(m_anna));
    m_model->sort(static_cast<int>(SessionColumn::Name), Qt::DescendingOrder);
    QVERIFY(settle(*m_model));
    QVERIFY(m_model->rowOf(m_anna) < m_model->rowOf(m_ben));
}

void SessionTableTest::usersAreFoundByName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("rows");
    QTest::newRow("field") << QStringLiteral("name:adam*") << 1;
    QTest::newRow("word") << QStringLiteral("dam") << 1;
    QTest::newRow("whole name") << QStringLiteral("name:\"Adam M\u00fcller\"") << 1;
    QTest::newRow("without accents") << QStringLiteral("name:muller") << 1;
    QTest::newRow("nobody") << QStringLiteral("name:eve") << 0;
    // Of anna no name is known: she is neither called so nor otherwise.
    QTest::newRow("opposite") << QStringLiteral("-name:eve") << 1;
}

void SessionTableTest::usersAreFoundByName()
{
    QFETCH(const QString, typed);
    QFETCH(const int, rows);
    models::PersonNames names;
    names.add({m_ben.domainName.toString(), m_ben.userName.toString()}, "Adam M\u00fcller");
    m_model->setPersonNames(core::ServerId{tests::text(broker)}, names.share());
    models::SessionFilter filter;
    filter.query = *models::parseFilter(typed);
    m_model->setFilter(filter);
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowCount(), rows);
}

void SessionTableTest::unchangedCollectionNamesAreSilent()
{
    const std::map<std::string, std::string> names{{"Pool", "Accounting"}};
    m_model->setCollectionNames(core::ServerId{tests::text(broker)}, names);
    QVERIFY(settle(*m_model));
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setCollectionNames(core::ServerId{tests::text(broker)}, names);
    QVERIFY(!m_model->isBusy());
    QCOMPARE(changed.count(), 0);
}

void SessionTableTest::aTipNeverBecomesMarkup()
{
    core::Session hostile = m_anna;
    hostile.clientMachineName = tests::text("<img src=x>");
    show({hostile});
    const QModelIndex client = m_model->index(0, static_cast<int>(SessionColumn::Client));
    QCOMPARE(client.data().toString(), QStringLiteral("<img src=x>"));
    QCOMPARE(client.data(Qt::ToolTipRole).toString(), QStringLiteral("<qt>&lt;img src=x&gt;</qt>"));
}

void SessionTableTest::namesSortNaturally()
{
    show({session(broker, "HV1", 1, "user10"), session(broker, "HV1", 2, "User9"), session(broker, "HV1", 3, "user1")});
    QCOMPARE(cell(0, SessionColumn::User), QStringLiteral("CORP\\user1"));
    QCOMPARE(cell(1, SessionColumn::User), QStringLiteral("CORP\\User9"));
    m_model->sort(static_cast<int>(SessionColumn::User), Qt::DescendingOrder);
    QVERIFY(m_model->isBusy());
    QVERIFY(settle(*m_model));
    QCOMPARE(cell(0, SessionColumn::User), QStringLiteral("CORP\\user10"));
}

void SessionTableTest::rowsWithNothingToSortByComeLastInEitherOrder()
{
    show({session(broker, "HV1", 1, ""), session(broker, "HV1", 2, "ada"), session(broker, "HV1", 3, "bob")});
    const auto ids = [this]() -> QString {
        return cell(0, SessionColumn::SessionId) + cell(1, SessionColumn::SessionId) +
               cell(2, SessionColumn::SessionId);
    };
    m_model->sort(static_cast<int>(SessionColumn::User), Qt::AscendingOrder);
    QVERIFY(settle(*m_model));
    QCOMPARE(ids(), QStringLiteral("231"));
    m_model->sort(static_cast<int>(SessionColumn::User), Qt::DescendingOrder);
    QVERIFY(settle(*m_model));
    QCOMPARE(ids(), QStringLiteral("321"));
}

void SessionTableTest::withoutAThreadTheTableIsArrangedAllTheSame()
{
    const support::FewThreads few(0);
    m_tester.reset();
    m_model = std::make_unique<SessionTableModel>(fixedNow, nullptr, few);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    show({m_anna, m_ben});
    QCOMPARE(m_model->rowCount(), 2);
    m_model->sort(static_cast<int>(SessionColumn::User), Qt::DescendingOrder);
    QVERIFY(settle(*m_model));
    QVERIFY(cell(0, SessionColumn::User).contains(QStringLiteral("ben")));
    few.setLeft(1); // the next work has a thread again
    show({m_anna, m_ben, session(broker, "HV1", 3, "carla")});
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(cell(0, SessionColumn::User).contains(QStringLiteral("carla")));
    m_model->removeServer(core::ServerId{core::SharedString(broker)});
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(SessionTableTest)
#include "SessionTableTest.moc"
