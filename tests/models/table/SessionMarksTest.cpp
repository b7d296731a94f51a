// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModel.h"
#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace deskwarden;
using core::ConnectState;
using management::GhostSign;
using models::SessionColumn;
using models::SessionFilter;
using models::SessionTableModel;
using tests::session;
using tests::settle;

namespace {

constexpr auto broker = "http://broker";
constexpr std::int64_t nowSeconds = 1'440'000'000;

std::chrono::system_clock::time_point now()
{
    return std::chrono::system_clock::time_point{std::chrono::seconds(nowSeconds)};
}

management::SessionFact factOf(const core::Session& session)
{
    management::SessionFact fact;
    fact.state = session.state;
    return fact;
}

} // namespace

/// Ghosts, stuck sessions, users on several machines, times: what is known of rows beyond the sessions themselves.
class SessionMarksTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aGhostSaysSoWithItsReason();
    void aGhostThatChangesItsStateIsNoneAnyMore();
    void factsThatComeLaterChangeTheRow();
    void stuckIsWhatDoesNotEnd();
    void aUserOnTwoMachinesIsFound();
    void toldTimesAreToldApartFromSeenOnes();
    void unusedSessionsAreFoundByEitherTime();
    void anEarlierRunIsRememberedWithGaps();
    void chosenSessionsAreShownAlone();
    void detailsSayEverything();

private:
    void show(std::vector<core::Session> sessions, std::shared_ptr<const management::SessionFacts> facts = {},
              std::int64_t taken = nowSeconds - 60);
    void filter(const SessionFilter& filter);
    [[nodiscard]] QString cell(const core::Session& session, SessionColumn column, int role = Qt::DisplayRole) const;
    [[nodiscard]] std::shared_ptr<management::SessionFacts> ghostly(const core::Session& session) const;

    std::unique_ptr<SessionTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::uint64_t m_sequence = 0;
    const core::Session m_anna = session(broker, "HV1", 1, "anna");
    const core::Session m_ben = session(broker, "HV1", 2, "ben", ConnectState::Disconnected);
    const core::Session m_carla = session(broker, "HV2", 3, "carla", ConnectState::Disconnected);
};

void SessionMarksTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<SessionTableModel>(now);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_sequence = 0;
}

void SessionMarksTest::show(std::vector<core::Session> sessions, std::shared_ptr<const management::SessionFacts> facts,
                            std::int64_t taken)
{
    auto list = std::make_shared<management::SessionSnapshot>(
        *tests::snapshot(broker, ++m_sequence, std::move(sessions), management::SnapshotHealth::Fresh,
                         std::chrono::system_clock::time_point{std::chrono::seconds(taken)}));
    list->facts = std::move(facts);
    m_model->applySnapshot(list);
    QVERIFY(settle(*m_model));
}

void SessionMarksTest::filter(const SessionFilter& filter)
{
    m_model->setFilter(filter);
    QVERIFY(settle(*m_model));
}

QString SessionMarksTest::cell(const core::Session& session, SessionColumn column, int role) const
{
    return m_model->index(m_model->rowOf(session), static_cast<int>(column)).data(role).toString();
}

std::shared_ptr<management::SessionFacts> SessionMarksTest::ghostly(const core::Session& session) const
{
    auto facts = std::make_shared<management::SessionFacts>();
    management::SessionFact fact = factOf(session);
    fact.ghost = GhostSign::OtherUser;
    fact.other = core::SharedString("<b>dora</b>");
    facts->add(session, fact);
    return facts;
}

void SessionMarksTest::aGhostSaysSoWithItsReason()
{
    show({m_anna, m_ben}, ghostly(m_ben));
    QCOMPARE(m_model->counts().ghosts, 1U);
    QCOMPARE(cell(m_ben, SessionColumn::State), QStringLiteral("Ghost? Disconnected"));
    QCOMPARE(cell(m_anna, SessionColumn::State), QStringLiteral("Active"));
    const QString reason = cell(m_ben, SessionColumn::User, SessionTableModel::GhostRole);
    QVERIFY2(reason.contains(QStringLiteral("names another user, <b>dora</b>")), qPrintable(reason));
    const QString tip = cell(m_ben, SessionColumn::State, Qt::ToolTipRole);
    QVERIFY2(tip.contains(QStringLiteral("&lt;b&gt;dora")), qPrintable(tip)); // never markup
    SessionFilter ghosts;
    ghosts.isGhost = true;
    filter(ghosts);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowOf(m_ben), 0);
}

void SessionMarksTest::aGhostThatChangesItsStateIsNoneAnyMore()
{
    const auto facts = ghostly(m_ben);
    core::Session back = m_ben;
    back.state = ConnectState::Active;
    show({back}, facts);
    QCOMPARE(m_model->counts().ghosts, 0U);
    QVERIFY(cell(back, SessionColumn::State, SessionTableModel::GhostRole).isEmpty());
}

void SessionMarksTest::factsThatComeLaterChangeTheRow()
{
    show({m_anna, m_ben});
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    show({m_anna, m_ben}, ghostly(m_ben));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.front().front().toModelIndex().row(), m_model->rowOf(m_ben));
    show({m_anna, m_ben}, ghostly(m_ben)); // the same again
    QCOMPARE(changed.count(), 1);
}

void SessionMarksTest::stuckIsWhatDoesNotEnd()
{
    core::Session leaving = m_ben;
    leaving.state = ConnectState::Reset;
    core::Session broken = m_carla;
    broken.state = ConnectState::Down;
    show({m_anna, leaving, broken}, {}, nowSeconds - 60);
    QCOMPARE(m_model->counts().stuck, 1U); // Reset for a minute only
    init();
    show({m_anna, leaving, broken}, {}, nowSeconds - 180);
    QCOMPARE(m_model->counts().stuck, 2U);
    m_model->noteSubmitted(std::vector{tests::request(1, m_anna)});
    m_model->noteReports(std::vector{tests::finished(1, management::OutcomeKind::StillSigningOut, 0)});
    SessionFilter stuck;
    stuck.isStuck = true;
    filter(stuck);
    QCOMPARE(m_model->counts().stuck, 3U);
    QCOMPARE(m_model->rowCount(), 3);
}

void SessionMarksTest::aUserOnTwoMachinesIsFound()
{
    core::Session second = session(broker, "HV2", 9, "ANNA");
    second.domainName = core::SharedString("corp");
    core::Session third = m_ben; // twice on one machine is not two machines
    third.key.sessionId = 12;
    show({m_anna, m_ben, second, third, m_carla});
    QCOMPARE(m_model->counts().usersOnSeveral, 2U);
    SessionFilter several;
    several.isUserOnSeveral = true;
    filter(several);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->rowOf(m_anna) >= 0 && m_model->rowOf(second) >= 0);
}

void SessionMarksTest::toldTimesAreToldApartFromSeenOnes()
{
    auto facts = std::make_shared<management::SessionFacts>();
    management::SessionFact told = factOf(m_ben);
    told.loggedOn = nowSeconds - 7'200;
    told.disconnected = nowSeconds - 3'600;
    told.idleSince = nowSeconds - 3'660;
    facts->add(m_ben, told);
    show({m_anna, m_ben, m_carla}, facts, nowSeconds - 2'100);
    QCOMPARE(cell(m_ben, SessionColumn::LoggedOn), QStringLiteral("2 h 0 min"));
    QCOMPARE(cell(m_ben, SessionColumn::Disconnected), QStringLiteral("1 h 0 min"));
    QCOMPARE(cell(m_ben, SessionColumn::Idle), QStringLiteral("1 h 1 min"));
    QCOMPARE(cell(m_carla, SessionColumn::Disconnected), QStringLiteral("at least 35 min (seen)"));
    QCOMPARE(cell(m_carla, SessionColumn::Idle), QString());
    QCOMPARE(cell(m_anna, SessionColumn::Disconnected), QString());
    m_model->sort(static_cast<int>(SessionColumn::Disconnected), Qt::AscendingOrder);
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowOf(m_carla), 0); // the shortest time first, none at all last
    QCOMPARE(m_model->rowOf(m_ben), 1);
    QCOMPARE(m_model->rowOf(m_anna), 2);
}

void SessionMarksTest::unusedSessionsAreFoundByEitherTime()
{
    auto facts = std::make_shared<management::SessionFacts>();
    management::SessionFact idle = factOf(m_anna);
    idle.idleSince = nowSeconds - 3'600;
    facts->add(m_anna, idle);
    management::SessionFact fresh = factOf(m_ben);
    fresh.disconnected = nowSeconds - 60;
    facts->add(m_ben, fresh);
    show({m_anna, m_ben, m_carla}, facts, nowSeconds - 2'100);
    SessionFilter unused;
    unused.unusedFor = std::chrono::minutes(30);
    filter(unused);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->rowOf(m_anna) >= 0);  // idle, though active
    QVERIFY(m_model->rowOf(m_carla) >= 0); // seen disconnected
    QCOMPARE(m_model->rowOf(m_ben), -1);   // the broker knows better than we
}

void SessionMarksTest::anEarlierRunIsRememberedWithGaps()
{
    show({m_anna, m_ben, m_carla}, {}, nowSeconds - 7'200);
    const management::SeenStates seen = m_model->seenStates(m_ben.key.server, 100);
    QCOMPARE(seen.size(), std::size_t{2}); // of those who are not in use
    QCOMPARE(m_model->seenStates(m_ben.key.server, 1).size(), std::size_t{1});
    QVERIFY(m_model->seenStates(core::ServerId{core::SharedString("http://other")}, 100).empty());

    init();
    m_model->recallStates(m_ben.key.server, seen);
    core::Session back = m_carla;
    back.state = ConnectState::Active;
    show({m_anna, m_ben, back}, {}, nowSeconds - 60);
    QCOMPARE(cell(m_ben, SessionColumn::Disconnected), QStringLiteral("2 h 0 min, with gaps (seen)"));
    QCOMPARE(cell(back, SessionColumn::Since), QStringLiteral("at least 1 min"));
    show({m_anna, m_ben, back}, {}, nowSeconds - 50);
    QCOMPARE(cell(m_ben, SessionColumn::Since), QStringLiteral("2 h 0 min, with gaps"));
}

void SessionMarksTest::chosenSessionsAreShownAlone()
{
    show({m_anna, m_ben, m_carla});
    auto chosen = std::make_shared<models::ChosenSessions>();
    chosen->identities.insert(management::sessionIdentity(m_carla));
    SessionFilter only;
    only.chosen = chosen;
    filter(only);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowOf(m_carla), 0);
}

void SessionMarksTest::detailsSayEverything()
{
    show({m_ben}, ghostly(m_ben));
    const std::vector<models::SessionDetail> details = m_model->detailsAt(0);
    const auto valueOf = [&details](const char* label) {
        for (const models::SessionDetail& detail : details) {
            if (detail.label == QLatin1String(label))
                return detail.value;
        }
        return QString();
    };
    QVERIFY(details.front().value.startsWith(QStringLiteral("Probably a ghost")));
    QCOMPARE(valueOf("User"), QStringLiteral("ben"));
    QCOMPARE(valueOf("Domain"), QStringLiteral("CORP"));
    QCOMPARE(valueOf("VM host"), QStringLiteral("HV1"));
    QCOMPARE(valueOf("Session ID (on host)"), QStringLiteral("2"));
    QCOMPARE(valueOf("Server"), QStringLiteral("http://broker"));
    QVERIFY(valueOf("Logged on").isEmpty()); // not told, so not said
}

QTEST_GUILESS_MAIN(SessionMarksTest)
#include "SessionMarksTest.moc"
