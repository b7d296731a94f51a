// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/Drain.h"

#include "support/Enumerators.h"
#include "support/FakeConnection.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <memory>
#include <random>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeSession;

namespace {

const Drain::Time start{1000h};

core::Session person(std::uint32_t id, const char* user, core::ConnectState state = core::ConnectState::Disconnected)
{
    core::Session session = makeSession("HV1", id, user);
    session.state = state;
    return session;
}

ActionPlan planOf(const std::vector<core::Session>& sessions, const PlanRules& rules = {})
{
    return planFor(Action{}, sessions, rules);
}

/// A drain with its clock and its lists.
struct Drained
{
    explicit Drained(const std::vector<core::Session>& sessions, bool warnsFirst = false, const PlanRules& rules = {})
        : drain({makeSession("HV1", 1, "anybody").key.server, "hv1", warnsFirst, "INC1"}, planOf(sessions, rules),
                rules, [this] { return ++lastId; })
    {}

    Drain::Steps list(std::vector<core::Session> sessions, SnapshotHealth health = SnapshotHealth::Fresh)
    {
        SessionSnapshot snapshot;
        snapshot.server = drain.options().server;
        snapshot.sessions = SessionList(std::move(sessions));
        snapshot.health = health;
        snapshot.taken = now += 10s;
        return drain.look(snapshot, now);
    }

    Drain::Steps report(std::uint64_t id, OutcomeKind kind, std::optional<SkipReason> why = std::nullopt)
    {
        Outcome outcome;
        outcome.kind = kind;
        outcome.skipReason = why;
        const std::array reports{ActionReport{id, ActionPhase::Finished, outcome, {}}};
        return drain.take(reports, now);
    }

    void tell(std::uint64_t id)
    {
        const std::array reports{ActionReport{id, ActionPhase::Told, {}, 5min}};
        (void)drain.take(reports, now);
    }

    std::uint64_t lastId = 0;
    Drain::Time now = start;
    Drain drain;
};

bool isIdle(const Drain::Steps& steps)
{
    return steps.toAct.empty() && steps.toWarn.empty() && steps.toCancel.empty();
}

} // namespace

class DrainTest final : public QObject
{
    Q_OBJECT

private slots:
    void whoIsConfirmedIsLoggedOffUntilTheHostIsEmpty()
    {
        Drained host({person(1, "ann"), person(2, "bob")});
        const auto first = host.drain.begin(start);
        QCOMPARE(first.toAct.size(), 2U);
        QVERIFY(first.toWarn.empty());
        QCOMPARE(first.toAct.front().reason, std::string("INC1"));
        QVERIFY(host.drain.phase() == DrainPhase::LoggingOff);
        QVERIFY(isIdle(host.list({person(1, "ann"), person(2, "bob")})));
        QVERIFY(isIdle(host.report(1, OutcomeKind::Done)));
        QVERIFY(isIdle(host.report(2, OutcomeKind::AlreadyGone)));
        QVERIFY(host.drain.phase() == DrainPhase::Watching);
        QVERIFY(isIdle(host.list({})));
        QVERIFY(!host.drain.isOver()); // one list could be a gap
        QVERIFY(isIdle(host.list({})));
        QVERIFY(host.drain.phase() == DrainPhase::Drained);
        QVERIFY(host.drain.ended() == host.now);
        QCOMPARE(host.drain.counts(), (DrainCounts{0, 2, 0, 0, 0}));
    }

    void theSameListTwiceProvesNothing()
    {
        Drained host({});
        (void)host.drain.begin(start);
        SessionSnapshot list;
        list.server = host.drain.options().server;
        list.health = SnapshotHealth::Fresh;
        list.taken = start + 1s;
        (void)host.drain.look(list, start + 1s);
        (void)host.drain.look(list, start + 2s);
        QVERIFY(!host.drain.isOver());
        list.taken = start + 3s;
        (void)host.drain.look(list, start + 3s);
        QVERIFY(host.drain.isOver());
    }

    void whoIsAnnouncedIsToldFirst()
    {
        Drained host({person(1, "ann")}, true);
        QCOMPARE(host.drain.begin(start).toWarn.size(), 1U);
        QVERIFY(host.drain.phase() == DrainPhase::Telling);
        host.tell(1);
        QVERIFY(host.drain.phase() == DrainPhase::Waiting);
        const auto steps = host.list({person(1, "ann"), person(9, "newcomer", core::ConnectState::Active)});
        QCOMPARE(steps.toWarn.size(), 1U); // the same grace
        QCOMPARE(steps.toWarn.front().confirmed.key.sessionId, 9U);
        QVERIFY(steps.toAct.empty());
        QVERIFY(host.drain.phase() == DrainPhase::Telling);
        QVERIFY(host.drain.sessions().back().isNewcomer);
        QCOMPARE(host.drain.counts().newcomers, 1U);
    }

    void newcomersUnderAKnownIdAreOtherPeople()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        (void)host.report(1, OutcomeKind::Skipped, SkipReason::UserChanged);
        const auto steps = host.list({person(1, "bob")});
        QCOMPARE(steps.toAct.size(), 1U);
        QVERIFY(steps.toAct.front().confirmed.userName.view() == "bob");
        QVERIFY(!host.drain.sessions().front().isThere);
    }

    void aListFromBeforeTheOutcomeMakesNoNewcomer()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        (void)host.report(1, OutcomeKind::Done);
        QVERIFY(isIdle(host.list({person(1, "ann")})));
        const auto back = host.list({person(1, "ann")}); // there really is somebody
        QCOMPARE(back.toAct.size(), 1U);
        QVERIFY(host.drain.sessions().back().isNewcomer);
    }

    void whoSignsInAgainIsANewcomer()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        (void)host.report(1, OutcomeKind::Done);
        QVERIFY(isIdle(host.list({})));
        QCOMPARE(host.list({person(1, "ann", core::ConnectState::Active)}).toAct.size(), 1U);
        QCOMPARE(host.drain.counts(), (DrainCounts{1, 1, 1, 0, 0}));
    }

    void whoCameBackIsHandedOutOnceMore()
    {
        Drained host({person(1, "ann")}, true);
        (void)host.drain.begin(start);
        host.tell(1);
        (void)host.report(1, OutcomeKind::Skipped, SkipReason::InUseAgain);
        const std::vector<core::Session> back{person(1, "ann", core::ConnectState::Active)};
        const auto again = host.list(back);
        QCOMPARE(again.toWarn.size(), 1U); // the whole time once more
        QVERIFY(again.toWarn.front().confirmed.state == core::ConnectState::Active);
        (void)host.report(2, OutcomeKind::Skipped, SkipReason::InUseAgain);
        QVERIFY(isIdle(host.list(back)));
        QVERIFY(isIdle(host.list(back)));
        QVERIFY(host.drain.phase() == DrainPhase::NeedsHelp);
    }

    void nothingIsRepeatedWithoutBeingAskedFor_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::newRow("failed") << static_cast<int>(OutcomeKind::Failed);
        QTest::newRow("unknown") << static_cast<int>(OutcomeKind::Unknown);
        QTest::newRow("stuck") << static_cast<int>(OutcomeKind::StillSigningOut);
        QTest::newRow("cancelled elsewhere") << static_cast<int>(OutcomeKind::Cancelled);
    }
    void nothingIsRepeatedWithoutBeingAskedFor()
    {
        QFETCH(int, outcome);
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        (void)host.report(1, static_cast<OutcomeKind>(outcome));
        for (int lists = 0; lists < 5; ++lists)
            QVERIFY(isIdle(host.list({person(1, "ann")})));
        QVERIFY(host.drain.phase() == DrainPhase::NeedsHelp);
        QCOMPARE(host.drain.counts().stuck, 1U);
        QVERIFY(host.drain.canRetry());
        QCOMPARE(host.drain.retry().toAct.size(), 1U);
        QVERIFY(host.drain.phase() == DrainPhase::LoggingOff);
        (void)host.report(2, OutcomeKind::Done);
        (void)host.list({});
        (void)host.list({});
        QVERIFY(host.drain.phase() == DrainPhase::Drained);
    }

    void whoWasToldIsNotToldAgainForARetry()
    {
        Drained host({person(1, "ann"), person(2, "bob")}, true);
        (void)host.drain.begin(start);
        host.tell(1);
        host.tell(2);
        (void)host.report(1, OutcomeKind::Failed);
        (void)host.report(2, OutcomeKind::Cancelled); // and was told that nothing happens
        (void)host.list({person(1, "ann"), person(2, "bob")});
        const auto retry = host.drain.retry();
        QCOMPARE(retry.toAct.size(), 1U);
        QCOMPARE(retry.toAct.front().confirmed.key.sessionId, 1U);
        QCOMPARE(retry.toWarn.size(), 1U);
        QCOMPARE(retry.toWarn.front().confirmed.key.sessionId, 2U);
    }

    void whoLingersAndGoesAfterAllIsGone()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        (void)host.report(1, OutcomeKind::StillSigningOut);
        (void)host.list({person(1, "ann", core::ConnectState::Reset)});
        (void)host.list({});
        (void)host.list({});
        QVERIFY(host.drain.phase() == DrainPhase::Drained);
    }

    void theLeftOutStayAndDoNotHoldItUp()
    {
        PlanRules rules;
        rules.policy.protectedAccounts = {"boss"};
        rules.ownAccounts = {"me"};
        const std::vector<core::Session> all{person(1, "boss"), person(2, "me"), person(3, "ann"), person(4, "")};
        Drained host(all, false, rules);
        QCOMPARE(host.drain.begin(start).toAct.size(), 1U);
        (void)host.report(1, OutcomeKind::Done);
        (void)host.list({all[0], all[1], all[3]});
        (void)host.list({all[0], all[1], all[3]});
        QVERIFY(host.drain.phase() == DrainPhase::Drained);
        QCOMPARE(host.drain.counts(), (DrainCounts{0, 1, 0, 0, 3}));
        QVERIFY(host.drain.sessions()[1].leftOut == LeftOutReason::ProtectedAccount);
    }

    void newcomersMeetTheSameRules()
    {
        PlanRules rules;
        rules.policy.protectedAccounts = {"boss"};
        rules.policy.largestPlan = 2;
        Drained host({}, false, rules);
        (void)host.drain.begin(start);
        const std::vector<core::Session> all{person(1, "boss"), person(2, "a"), person(3, "b"), person(4, "c")};
        QCOMPARE(host.list(all).toAct.size(), 2U); // never more at once than policy allows
        QVERIFY(isIdle(host.list(all)));
        QCOMPARE(host.report(1, OutcomeKind::Done).toAct.size(), 1U);
    }

    void otherHostsAreNoneOfItsBusiness()
    {
        Drained host({makeSession("HV2", 1, "far")});
        QVERIFY(isIdle(host.drain.begin(start)));
        QVERIFY(isIdle(host.list({makeSession("HV2", 1, "far")})));
        QVERIFY(isIdle(host.list({makeSession("HV2", 1, "far")})));
        QVERIFY(host.drain.phase() == DrainPhase::Drained);
        QVERIFY(host.drain.sessions().empty());
    }

    void whatPolicyForbidsNeverBegins()
    {
        PlanRules rules;
        rules.policy.isReadOnly = true;
        Drained host({person(1, "ann")}, false, rules);
        QVERIFY(isIdle(host.drain.begin(start)));
        QVERIFY(host.drain.phase() == DrainPhase::Stopped);
        QVERIFY(host.drain.refusal() == PolicyRefusal::ReadOnly);
        QVERIFY(isIdle(host.list({person(1, "ann"), person(2, "bob")})));
        QVERIFY(isIdle(host.drain.resume()));
    }

    void whileThePauseLastsNothingBegins()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        host.drain.pause();
        QVERIFY(host.drain.phase() == DrainPhase::Paused);
        QVERIFY(isIdle(host.list({person(1, "ann"), person(2, "bob")})));
        QVERIFY(isIdle(host.report(1, OutcomeKind::Done)));
        QCOMPARE(host.drain.resume().toAct.size(), 1U);
    }

    void aLostConnectionWaitsAndGoesOn()
    {
        Drained host({});
        (void)host.drain.begin(start);
        (void)host.list({});
        QVERIFY(isIdle(host.list({person(2, "bob")}, SnapshotHealth::Stale)));
        QVERIFY(host.drain.phase() == DrainPhase::Offline);
        QVERIFY(isIdle(host.list({}))); // the row of empty lists was broken
        QVERIFY(!host.drain.isOver());
        QCOMPARE(host.list({person(2, "bob")}).toAct.size(), 1U);
    }

    void aListWithGapsProvesNoAbsence()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        (void)host.report(1, OutcomeKind::Failed);
        for (int lists = 0; lists < 3; ++lists)
            QVERIFY(isIdle(host.list({}, SnapshotHealth::Partial)));
        QVERIFY(!host.drain.isOver());
        QVERIFY(host.drain.sessions().front().isThere);
    }

    void stoppingCancelsAndStillFollows()
    {
        Drained host({person(1, "ann"), person(2, "bob")}, true);
        (void)host.drain.begin(start);
        (void)host.report(1, OutcomeKind::Done);
        const auto steps = host.drain.stop(host.now);
        QCOMPARE(steps.toCancel, std::vector<std::uint64_t>{2});
        QVERIFY(host.drain.phase() == DrainPhase::Stopping);
        QVERIFY(isIdle(host.list({person(3, "carl")})));
        (void)host.report(2, OutcomeKind::Cancelled);
        QVERIFY(host.drain.phase() == DrainPhase::Stopped);
        QVERIFY(!host.drain.canRetry());
    }

    void aRefusedAccountPausesItAll()
    {
        Drained host({person(1, "ann")});
        (void)host.drain.begin(start);
        Outcome outcome;
        outcome.kind = OutcomeKind::Failed;
        outcome.error = core::ManagementError{};
        outcome.error->kind = core::ErrorKind::LedgerUnwritable;
        const std::array reports{ActionReport{1, ActionPhase::Finished, outcome, {}}};
        (void)host.drain.take(reports, start);
        QVERIFY(host.drain.phase() == DrainPhase::Paused);
        QVERIFY(host.drain.trouble().has_value());
        QVERIFY(isIdle(host.list({person(2, "bob")})));
    }

    void whateverHappensTheRulesHold_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void whateverHappensTheRulesHold();
};

namespace {

/// A host where people come, go and come back while it is drained.
class World final
{
public:
    World(unsigned seed, bool warnsFirst)
        : m_random(seed)
    {
        m_rules.policy.protectedAccounts = {"boss*"};
        for (std::uint32_t id = 1; id <= 8; ++id)
            m_there.push_back(somebody(id));
        m_host = std::make_unique<Drained>(m_there, warnsFirst, m_rules);
        take(m_host->drain.begin(start));
    }

    void step()
    {
        switch (upTo(9)) {
        case 0:
            m_there.push_back(somebody(20 + upTo(6)));
            break;
        case 1:
        case 2:
        case 3:
            endOne(true);
            break;
        case 4:
            endOne(false);
            break;
        case 5:
            take(m_host->list(m_there, anyBut({SnapshotHealth::Fresh})));
            break;
        case 6:
            m_host->drain.pause();
            break;
        case 7:
            take(m_host->drain.resume());
            break;
        default:
            list();
        }
    }

    void list()
    {
        // A listener is nobody's session, and someone protected is left alone.
        const bool hasPeople = std::ranges::any_of(m_there, [](const core::Session& session) {
            return session.state != core::ConnectState::Listen && !session.userName.view().starts_with("boss");
        });
        take(m_host->list(m_there));
        m_emptyLists = hasPeople ? 0 : m_emptyLists + 1;
        if (m_host->drain.phase() == DrainPhase::Drained && m_emptyLists < 2)
            problem = "it was drained too early";
    }

    /// Nobody comes any more, and every act works.
    void settle()
    {
        take(m_host->drain.resume());
        for (int turn = 0; turn < 60 && !m_host->drain.isOver(); ++turn) {
            while (!m_open.empty())
                endOne(true);
            list();
            take(m_host->drain.retry());
        }
    }

    [[nodiscard]] const Drain& drain() const { return m_host->drain; }
    const char* problem = nullptr;

private:
    std::uint32_t upTo(std::uint32_t most) { return std::uniform_int_distribution<std::uint32_t>(0, most)(m_random); }

    template <typename Enum>
    Enum anyBut(std::initializer_list<Enum> others)
    {
        constexpr auto all = support::enumerators<Enum>();
        for (;;) {
            const Enum drawn = all[upTo(static_cast<std::uint32_t>(all.size() - 1))];
            if (std::ranges::find(others, drawn) == others.end())
                return drawn;
        }
    }

    core::Session somebody(std::uint32_t id)
    {
        const std::string name = (upTo(6) == 0 ? "boss" : "user") + std::to_string(upTo(5));
        std::erase_if(m_there, [id](const core::Session& session) { return session.key.sessionId == id; });
        return person(id, name.c_str(), anyBut<core::ConnectState>({}));
    }

    void take(const Drain::Steps& steps)
    {
        const DrainPhase phase = m_host->drain.phase();
        const bool mayNot = phase == DrainPhase::Paused || phase == DrainPhase::Offline || m_host->drain.isOver();
        for (const auto* const requests : {&steps.toAct, &steps.toWarn}) {
            for (const ActionRequest& request : *requests) {
                if (mayNot)
                    problem = "it acted when it should not";
                if (request.confirmed.userName.view().starts_with("boss"))
                    problem = "a protected account was handed out";
                for (const auto& [id, open] : m_open) {
                    if (core::isSameOccupant(open, request.confirmed))
                        problem = "one person was handed out twice at once";
                }
                m_open.emplace(request.id, request.confirmed);
            }
        }
    }

    void endOne(bool works)
    {
        if (m_open.empty())
            return;
        const auto [id, session] = *std::next(m_open.begin(), upTo(static_cast<std::uint32_t>(m_open.size() - 1)));
        m_open.erase(id);
        const auto isMeant = [&session = session](const core::Session& there) {
            return core::isSameOccupant(there, session);
        };
        if (!works) {
            take(m_host->report(id, anyBut({OutcomeKind::Done, OutcomeKind::AlreadyGone})));
        } else if (std::erase_if(m_there, isMeant) > 0) {
            take(m_host->report(id, OutcomeKind::Done));
        } else {
            take(m_host->report(id, OutcomeKind::AlreadyGone));
        }
    }

    std::mt19937 m_random;
    PlanRules m_rules;
    std::vector<core::Session> m_there;
    std::map<std::uint64_t, core::Session> m_open;
    std::unique_ptr<Drained> m_host;
    int m_emptyLists = 0;
};

} // namespace

void DrainTest::whateverHappensTheRulesHold()
{
    QFETCH(unsigned, seed);
    World world(seed, seed % 2 == 0);
    for (int turn = 0; turn < 400 && !world.drain().isOver(); ++turn) {
        world.step();
        QVERIFY2(world.problem == nullptr, world.problem);
    }
    world.settle();
    QVERIFY2(world.problem == nullptr, world.problem);
    QVERIFY(world.drain().phase() == DrainPhase::Drained);
    QCOMPARE(world.drain().counts().there, 0U);
}

QTEST_APPLESS_MAIN(DrainTest)
#include "DrainTest.moc"
