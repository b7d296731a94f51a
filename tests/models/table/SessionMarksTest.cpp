// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModel.h"
#include "support/Sessions.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <thread>

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
    void brokersOfOneTestMachineAreNotCompared_data();
    void brokersOfOneTestMachineAreNotCompared();
    void problemsAreAlternativesThatOverlapStates();
    void countsFollowPlaceAndWordsButNotStates();
    void cellsArePaintedShorterThanTheyAreCopied();
    void oneColumnTellsForHowLongNobodyUsesIt();
    void toldTimesAreToldApartFromSeenOnes();
    void unusedSessionsAreFoundByEitherTime();
    void anEarlierRunIsRememberedWithGaps();
    void chosenSessionsAreShownAlone();
    void detailsSayEverything();
    void detailsSayHowTheMachineIs_data();
    void detailsSayHowTheMachineIs();

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
    QCOMPARE(m_model->counts().all.ghosts, 1U);
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
    QCOMPARE(m_model->counts().all.ghosts, 0U);
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
    QCOMPARE(m_model->counts().all.stuck, 1U); // Reset for a minute only
    init();
    show({m_anna, leaving, broken}, {}, nowSeconds - 180);
    QCOMPARE(m_model->counts().all.stuck, 2U);
    m_model->noteSubmitted(std::vector{tests::request(1, m_anna)});
    m_model->noteReports(std::vector{tests::finished(1, management::OutcomeKind::StillSigningOut, 0)});
    SessionFilter stuck;
    stuck.isStuck = true;
    filter(stuck);
    QCOMPARE(m_model->counts().all.stuck, 3U);
    QCOMPARE(m_model->rowCount(), 3);
}

void SessionMarksTest::aUserOnTwoMachinesIsFound()
{
    core::Session second = session(broker, "HV2", 9, "ANNA");
    second.domainName = core::SharedString("corp");
    core::Session third = m_ben; // twice on one machine is not two machines
    third.key.sessionId = 12;
    show({m_anna, m_ben, second, third, m_carla});
    QCOMPARE(m_model->counts().all.usersOnSeveral, 2U);
    SessionFilter several;
    several.isUserOnSeveral = true;
    filter(several);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->rowOf(m_anna) >= 0 && m_model->rowOf(second) >= 0);
}

void SessionMarksTest::brokersOfOneTestMachineAreNotCompared_data()
{
    QTest::addColumn<QStringList>("servers");
    QTest::addColumn<std::size_t>("onSeveral");
    const auto row = [](const char* name, const char* servers, std::size_t onSeveral) {
        QTest::newRow(name) << QString::fromLatin1(servers).split(u' ') << onSeveral;
    };
    row("two brokers of the company", "https://broker1.corp.example https://broker2.corp.example", 2);
    row("two ports of one machine", "http://test.corp.example:5985 http://test.corp.example:6001", 0);
    row("two transports of one machine", "http://test.corp.example https://test.corp.example", 0);
    row("two ports here", "http://127.0.0.1:6001 http://localhost:6002", 0);
    row("here and the demonstration", "demo:200 http://[::1]:6002", 0);
    row("two of the company and one port more", "https://a.example https://b.example https://b.example:6001", 0);
    row("two of the company beside a test machine",
        "https://a.example https://b.example http://127.0.0.1:6001 http://127.0.0.1:6002", 2);
}

void SessionMarksTest::brokersOfOneTestMachineAreNotCompared()
{
    QFETCH(QStringList, servers);
    QFETCH(std::size_t, onSeveral);
    std::uint32_t number = 0;
    for (const QString& server : servers) {
        const std::string address = server.toStdString();
        core::Session anna = session(address, "HV1", ++number, "anna");
        anna.vmName = core::SharedString("VDI-" + std::to_string(number));
        m_model->applySnapshot(tests::snapshot(address, 1, {anna}));
    }
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowCount(), static_cast<int>(servers.size()));
    QCOMPARE(m_model->counts().all.usersOnSeveral, onSeveral);
}

void SessionMarksTest::problemsAreAlternativesThatOverlapStates()
{
    core::Session leaving = m_carla;
    leaving.state = ConnectState::Reset;
    core::Session broken = session(broker, "HV3", 4, "dora", ConnectState::Down);
    core::Session second = session(broker, "HV3", 5, "dora", ConnectState::Down);
    second.vmName = core::SharedString("VDI-elsewhere");
    show({m_anna, m_ben, leaving, broken, second}, ghostly(m_ben), nowSeconds - 180);
    const models::StateCounts& all = m_model->counts().all;
    QCOMPARE(all.problems, 4U); // dora's sessions have three problems each, and count once
    QCOMPARE(all.broken, 2U);
    QCOMPARE(all.states.at(ConnectState::Down), 2U);
    QCOMPARE(all.states.at(ConnectState::Disconnected), 1U);
    const auto shown = [this](bool SessionFilter::*one, bool SessionFilter::*other) {
        SessionFilter problems;
        problems.*one = true;
        problems.*other = true;
        m_model->setFilter(problems);
        return settle(*m_model) ? m_model->rowCount() : -1;
    };
    QCOMPARE(shown(&SessionFilter::isGhost, &SessionFilter::isGhost), 1);
    QCOMPARE(shown(&SessionFilter::isBroken, &SessionFilter::isBroken), 2);
    QCOMPARE(shown(&SessionFilter::isGhost, &SessionFilter::isBroken), 3);
    QCOMPARE(shown(&SessionFilter::isStuck, &SessionFilter::isBroken), 3);
    QCOMPARE(shown(&SessionFilter::isStuck, &SessionFilter::isGhost), 4);
    QCOMPARE(m_model->counts().inPlace, m_model->counts().all); // problems do not narrow their own numbers
}

void SessionMarksTest::countsFollowPlaceAndWordsButNotStates()
{
    show({m_anna, m_ben, m_carla});
    SessionFilter narrow;
    narrow.vmHost = "hv1";
    narrow.states = {ConnectState::Active};
    filter(narrow);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->counts().inPlace.sessions, 2U);
    QCOMPARE(m_model->counts().inPlace.states.at(ConnectState::Disconnected), 1U);
    QCOMPARE(m_model->counts().all.sessions, 3U);
    narrow = {};
    narrow.text = QStringLiteral("carla");
    filter(narrow);
    QCOMPARE(m_model->counts().inPlace.sessions, 1U);
    auto chosen = std::make_shared<models::ChosenSessions>();
    chosen->identities.insert(management::sessionIdentity(m_anna));
    narrow = {};
    narrow.chosen = chosen;
    filter(narrow);
    QCOMPARE(m_model->counts().inPlace.states.at(ConnectState::Active), 1U);
    QCOMPARE(m_model->counts().inPlace.sessions, 1U);
}

void SessionMarksTest::cellsArePaintedShorterThanTheyAreCopied()
{
    const core::Session far = session(broker, "hv1.corp.example", 1, "anna");
    const core::Session near = session(broker, "hv2.corp.example", 1, "ben");
    const core::Session twin = session(broker, "HV2.branch.example", 1, "carl");
    const core::Session numbered = session(broker, "10.1.2.3", 1, "dora");
    show({far, near, twin, numbered});
    const auto painted = [this](const core::Session& session, SessionColumn column) {
        return cell(session, column, SessionTableModel::PaintedRole);
    };
    QCOMPARE(painted(far, SessionColumn::VmHost), QStringLiteral("hv1"));
    QCOMPARE(cell(far, SessionColumn::VmHost), QStringLiteral("hv1.corp.example"));
    QCOMPARE(painted(near, SessionColumn::VmHost), QStringLiteral("hv2.corp.example")); // not told apart otherwise
    QCOMPARE(painted(twin, SessionColumn::VmHost), QStringLiteral("HV2.branch.example"));
    QCOMPARE(painted(numbered, SessionColumn::VmHost), QStringLiteral("10.1.2.3"));
    QCOMPARE(painted(far, SessionColumn::User), QStringLiteral("anna"));
    QCOMPARE(cell(far, SessionColumn::User, SessionTableModel::MutedRole), QStringLiteral("CORP"));
    QCOMPARE(cell(far, SessionColumn::User), QStringLiteral("CORP\\anna"));
    QCOMPARE(cell(far, SessionColumn::Server), QStringLiteral("broker"));
    show({far, near}); // the twin is gone, so that the short name will do
    QCOMPARE(painted(near, SessionColumn::VmHost), QStringLiteral("hv2"));
}

void SessionMarksTest::oneColumnTellsForHowLongNobodyUsesIt()
{
    auto facts = std::make_shared<management::SessionFacts>();
    constexpr auto nowTold = static_cast<std::uint32_t>(nowSeconds);
    const auto tell = [&facts](const core::Session& session, std::uint32_t idleFor, std::uint32_t goneFor) {
        management::SessionFact fact = factOf(session);
        fact.idleSince = idleFor == 0 ? 0 : nowTold - idleFor;
        fact.disconnected = goneFor == 0 ? 0 : nowTold - goneFor;
        facts->add(session, fact);
    };
    const core::Session busy = session(broker, "HV2", 7, "emil");
    const core::Session leaving = session(broker, "HV2", 8, "finn", ConnectState::Reset);
    tell(m_anna, 2'400, 0);
    tell(m_ben, 3'660, 3'600);
    tell(busy, 90, 0); // 30 seconds at the time of the list
    tell(leaving, 2'400, 0);
    show({m_anna, m_ben, m_carla, busy, leaving}, facts, nowSeconds - 60);
    const auto text = [this](const core::Session& session) { return cell(session, SessionColumn::IdleOrGone); };
    QCOMPARE(text(m_anna), QStringLiteral("idle 40 min"));
    QCOMPARE(text(m_ben), QStringLiteral("1 h 0 min"));
    QCOMPARE(text(m_carla), QStringLiteral("1 min+ (seen)"));
    QCOMPARE(text(busy), QString());
    QCOMPARE(text(leaving), QString());
    m_model->sort(static_cast<int>(SessionColumn::IdleOrGone), Qt::DescendingOrder);
    QVERIFY(settle(*m_model));
    QCOMPARE(m_model->rowOf(m_ben), 0); // the longest first
    QCOMPARE(m_model->rowOf(m_anna), 1);
    QCOMPARE(m_model->rowOf(m_carla), 2);
    core::Session gone = m_anna; // the change is seen
    gone.state = ConnectState::Disconnected;
    show({gone}, {}, nowSeconds - 60);
    QCOMPARE(text(gone), QStringLiteral("1 min (seen)"));
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
    std::thread::id reader;
    int reads = 0;
    m_model->recallStates(m_ben.key.server, [&] {
        reader = std::this_thread::get_id();
        ++reads;
        return seen;
    });
    core::Session back = m_carla;
    back.state = ConnectState::Active;
    show({m_anna, m_ben, back}, {}, nowSeconds - 60);
    QCOMPARE(cell(m_ben, SessionColumn::Disconnected), QStringLiteral("2 h 0 min, with gaps (seen)"));
    QCOMPARE(cell(back, SessionColumn::Since), QStringLiteral("at least 1 min"));
    show({m_anna, m_ben, back}, {}, nowSeconds - 50);
    QCOMPARE(cell(m_ben, SessionColumn::Since), QStringLiteral("2 h 0 min, with gaps"));
    QCOMPARE(reads, 1);
    QVERIFY(reader != std::this_thread::get_id()); // which may not wait for a disk
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
    QCOMPARE(valueOf("Server"), QStringLiteral("broker"));
    QCOMPARE(valueOf("Address of the server"), QStringLiteral("http://broker"));
    QVERIFY(valueOf("Logged on").isEmpty()); // not told, so not said
}

void SessionMarksTest::detailsSayHowTheMachineIs_data()
{
    QTest::addColumn<uint>("state");
    QTest::addColumn<QString>("told");
    for (const auto& [state, told] : std::initializer_list<std::pair<uint, const char*>>{{0, "Not known"},
                                                                                         {2, "Running"},
                                                                                         {3, "Off"},
                                                                                         {77, "Unknown (77)"},
                                                                                         {32768, "Paused"},
                                                                                         {32769, "Saved"},
                                                                                         {32770, "Starting"},
                                                                                         {32773, "Being saved"},
                                                                                         {32774, "Shutting down"},
                                                                                         {32776, "Being paused"},
                                                                                         {32777, "Being resumed"}})
        QTest::addRow("%u", state) << state << QString::fromLatin1(told);
}

void SessionMarksTest::detailsSayHowTheMachineIs()
{
    QFETCH(uint, state);
    QFETCH(QString, told);
    management::SessionFact fact;
    fact.machine = static_cast<core::MachineState>(state);
    core::Session ben = m_ben;
    ben.vmName = core::SharedString("VDI-2");
    auto facts = std::make_shared<management::SessionFacts>();
    facts->add(ben, fact);
    show({ben}, facts);
    for (const models::SessionDetail& detail : m_model->detailsAt(0)) {
        if (detail.label == QLatin1String("State of the machine"))
            QCOMPARE(std::exchange(told, QString()), detail.value);
    }
    QCOMPARE(told, QString()); // it was told, and once
}

QTEST_GUILESS_MAIN(SessionMarksTest)
#include "SessionMarksTest.moc"
