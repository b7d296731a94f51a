// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/Waves.h"

#include "support/FakeConnection.h"
#include "support/Histories.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <utility>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using support::makeSession;

namespace {

const Waves::Time start{1h};
using Ids = std::vector<std::uint64_t>;

ActionRequest actOn(std::uint64_t id, const std::string& user, ActionKind kind = ActionKind::Logoff)
{
    ActionRequest act;
    act.id = id;
    act.action.kind = kind;
    act.confirmed = makeSession("HV1", static_cast<std::uint32_t>(id), user);
    return act;
}

std::vector<ActionRequest> actsOn(std::size_t count, ActionKind kind = ActionKind::Logoff)
{
    std::vector<ActionRequest> acts;
    for (std::size_t id = 1; id <= count; ++id)
        acts.push_back(actOn(id, "user" + std::to_string(id), kind));
    return acts;
}

Ids idsOf(const std::vector<ActionRequest>& requests)
{
    Ids ids;
    for (const ActionRequest& request : requests)
        ids.push_back(request.id);
    return ids;
}

Ids range(std::uint64_t first, std::uint64_t last)
{
    Ids ids;
    for (std::uint64_t id = first; id <= last; ++id)
        ids.push_back(id);
    return ids;
}

/// Waves with lists and reports that come one after another.
class Course final
{
public:
    explicit Course(std::size_t count, WaveOptions options = {}, ActionKind kind = ActionKind::Logoff)
        : waves(actsOn(count, kind), std::move(options))
    {}

    Waves::Steps end(const Ids& ids, OutcomeKind kind = OutcomeKind::Done)
    {
        std::vector<ActionReport> reports;
        for (const std::uint64_t id : ids) {
            ActionReport report;
            report.id = id;
            report.phase = ActionPhase::Finished;
            report.outcome.kind = kind;
            reports.push_back(report);
        }
        return waves.take(reports, now);
    }

    Waves::Steps list(std::vector<core::Session> sessions = {}, SnapshotHealth health = SnapshotHealth::Fresh)
    {
        SessionSnapshot list;
        list.server = actOn(1, "user1").confirmed.key.server;
        list.sessions = SessionList(std::move(sessions));
        list.health = health;
        list.taken += std::chrono::seconds(++m_lists);
        return waves.look(list, now);
    }

    /// Two lists without the users, and the minute.
    Ids nextWave()
    {
        (void)list();
        (void)list();
        now += 1min;
        return idsOf(waves.advance(now).toSubmit);
    }

    /// The waves of 1, 5, 25 went well.
    void reachTheRest()
    {
        (void)waves.begin();
        (void)end(range(1, 1));
        (void)nextWave();
        (void)end(range(2, 6));
        (void)nextWave();
        (void)end(range(7, 31));
        handedOut = nextWave();
    }

    Waves waves;
    Ids handedOut; ///< first of the last wave
    Waves::Time now = start;

private:
    int m_lists = 0;
};

} // namespace

class WavesTest final : public QObject
{
    Q_OBJECT

private slots:
    void oneFiveTwentyFiveThenTheRest()
    {
        Course course(60);
        QCOMPARE(idsOf(course.waves.begin().toSubmit), range(1, 1));
        QCOMPARE(course.waves.waveCount(), 4U);
        QVERIFY(course.end(range(1, 1)).toSubmit.empty());
        QVERIFY(course.waves.phase() == WavePhase::Watching);
        QCOMPARE(course.nextWave(), range(2, 6));
        (void)course.end(range(2, 6));
        QCOMPARE(course.nextWave(), range(7, 31));
        (void)course.end(range(7, 31));
        QCOMPARE(course.nextWave(), range(32, 60));
        QCOMPARE(course.waves.heldCount(), 0U);
        (void)course.end(range(32, 60));
        QVERIFY(course.waves.isOver()); // nothing follows that could be stopped
    }

    void aBadWaveIsTheLastOne_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("isBad");
        const auto row = [](const char* name, OutcomeKind outcome, bool isBad) {
            QTest::newRow(name) << static_cast<int>(outcome) << isBad;
        };
        using enum OutcomeKind;
        row("failed", Failed, true);
        row("unknown", Unknown, true);
        row("stuck", StillSigningOut, true);
        row("skipped", Skipped, false);
        row("gone before", AlreadyGone, false);
        row("cancelled by a person", Cancelled, false);
        row("done", Done, false);
    }
    void aBadWaveIsTheLastOne()
    {
        QFETCH(int, outcome);
        QFETCH(bool, isBad);
        Course course(60);
        (void)course.waves.begin();
        const auto steps = course.end(range(1, 1), static_cast<OutcomeKind>(outcome));
        const Ids next = steps.toSubmit.empty() ? course.nextWave() : idsOf(steps.toSubmit);
        QCOMPARE(next, isBad ? Ids() : range(2, 6));
        QCOMPARE(course.waves.phase() == WavePhase::Paused, isBad);
        QCOMPARE(course.waves.trouble() == WaveTrouble::BadOutcomes, isBad);
        QCOMPARE(course.waves.counts().bad(), isBad ? 1U : 0U);
        QVERIFY(!isBad || !course.waves.nextDue());
        QCOMPARE(idsOf(course.waves.goOn().toSubmit), isBad ? range(2, 6) : Ids());
    }

    void aRunnerThatGivesUpIsBad()
    {
        Course course(60);
        (void)course.waves.begin();
        ActionReport refused;
        refused.id = 1;
        refused.phase = ActionPhase::Finished;
        refused.outcome.error.emplace();
        (void)course.waves.take(std::array{refused}, start);
        QVERIFY(course.waves.trouble() == WaveTrouble::BadOutcomes);
    }

    void theLimitIsKeptButAllOfAWaveIsTooMany()
    {
        Course course(60, {{1, 5, 25}, 2, 1min});
        (void)course.waves.begin();
        (void)course.end(range(1, 1), OutcomeKind::Failed);
        QVERIFY(course.waves.trouble() == WaveTrouble::BadOutcomes); // it is all of it
        (void)course.waves.goOn();
        (void)course.end(range(2, 3), OutcomeKind::Failed);
        (void)course.end(range(4, 6));
        QVERIFY(course.waves.phase() == WavePhase::Watching);
        (void)course.nextWave();
        (void)course.end(range(7, 9), OutcomeKind::Unknown);
        (void)course.end(range(10, 31));
        QVERIFY(course.waves.phase() == WavePhase::Paused);
        QCOMPARE(course.waves.counts().unknown, 3U);
    }

    void aUserWhoComesBackPausesTheNextWave()
    {
        Course course(60);
        (void)course.waves.begin();
        const core::Session again = makeSession("HV2", 900, "user1");
        (void)course.list();
        (void)course.end(range(1, 1));
        (void)course.list({again}); // could be older than the outcome
        QVERIFY(course.waves.phase() == WavePhase::Watching);
        (void)course.list({again});
        QVERIFY(course.waves.trouble() == WaveTrouble::CameBack);
        QCOMPARE(course.waves.counts().back, 1U);
    }

    void theSameSessionIdWithTheSameUserIsAReturn()
    {
        Course course(60);
        (void)course.waves.begin();
        (void)course.end(range(1, 1));
        const core::Session again = actOn(1, "user1").confirmed;
        (void)course.list({again});
        (void)course.list({again});
        QVERIFY(course.waves.trouble() == WaveTrouble::CameBack);
    }

    void aSessionThatWasThereBeforeIsNoReturn()
    {
        Course course(60);
        const core::Session other = makeSession("HV2", 900, "user1");
        (void)course.waves.begin();
        (void)course.list({other});
        (void)course.end(range(1, 1));
        (void)course.list({other});
        (void)course.list({other, makeSession("HV2", 901, "somebody")});
        course.now += 1min;
        QCOMPARE(idsOf(course.waves.advance(course.now).toSubmit), range(2, 6));
    }

    void aSessionOfALaterWaveIsNoReturn()
    {
        std::vector<ActionRequest> acts = actsOn(8);
        acts[1].confirmed.userName = acts[0].confirmed.userName; // the same person twice
        Waves waves(acts, {});
        (void)waves.begin();
        ActionReport done;
        done.id = 1;
        done.phase = ActionPhase::Finished;
        done.outcome.kind = OutcomeKind::Done;
        (void)waves.take(std::array{done}, start);
        for (int seconds = 1; seconds < 4; ++seconds) {
            SessionSnapshot list;
            list.server = acts[1].confirmed.key.server;
            list.sessions = SessionList({acts[1].confirmed});
            list.health = SnapshotHealth::Fresh;
            list.taken += std::chrono::seconds(seconds);
            (void)waves.look(list, start);
        }
        QVERIFY(waves.phase() == WavePhase::Watching);
    }

    void aDisconnectedUserIsBackWhenTheSessionIsInUse()
    {
        for (const bool isInUse : {false, true}) {
            Course course(60, {}, ActionKind::Disconnect);
            (void)course.waves.begin();
            (void)course.end(range(1, 1));
            core::Session session = actOn(1, "user1").confirmed;
            session.state = isInUse ? core::ConnectState::Active : core::ConnectState::Disconnected;
            (void)course.list({session});
            (void)course.list({session});
            QCOMPARE(course.waves.trouble() == WaveTrouble::CameBack, isInUse);
        }
    }

    void aMessageSendsNobodyAway()
    {
        Course course(60, {}, ActionKind::Message);
        (void)course.waves.begin();
        QCOMPARE(idsOf(course.end(range(1, 1)).toSubmit), range(2, 6));
    }

    void withoutListsNobodyKnows()
    {
        Course course(60);
        (void)course.waves.begin();
        (void)course.end(range(1, 1));
        for (const SnapshotHealth health : {SnapshotHealth::Stale, SnapshotHealth::Failed, SnapshotHealth::Filling})
            (void)course.list({}, health);
        QVERIFY(course.waves.nextDue() == start + 1min);
        QVERIFY(course.waves.advance(start + 1min).toSubmit.empty());
        QVERIFY(course.waves.nextDue() == start + 4min);
        QVERIFY(course.waves.advance(start + 4min).toSubmit.empty());
        QVERIFY(course.waves.trouble() == WaveTrouble::NotSeen);
        QCOMPARE(idsOf(course.waves.goOn().toSubmit), range(2, 6));
    }

    void oneListToldTwiceIsOne()
    {
        Course course(60);
        (void)course.waves.begin();
        (void)course.end(range(1, 1));
        SessionSnapshot list;
        list.server = actOn(1, "user1").confirmed.key.server;
        list.health = SnapshotHealth::Fresh;
        list.taken += 1s;
        for (int time = 0; time < 3; ++time)
            (void)course.waves.look(list, start + 2min);
        QVERIFY(course.waves.phase() == WavePhase::Watching);
    }

    void aStopBeginsNobodyNew()
    {
        Course course(60);
        (void)course.waves.begin();
        (void)course.end(range(1, 1));
        (void)course.nextWave();
        const auto steps = course.waves.stop();
        QCOMPARE(steps.toCancel, range(2, 6));
        QCOMPARE(steps.ended.size(), 54U);
        QVERIFY(std::ranges::all_of(steps.ended, [](const ActionReport& report) {
            return report.phase == ActionPhase::Finished && report.outcome.kind == OutcomeKind::Cancelled;
        }));
        QVERIFY(course.waves.phase() == WavePhase::Stopping);
        QVERIFY(course.end(range(2, 6)).toSubmit.empty());
        QVERIFY(course.waves.isOver());
        QVERIFY(course.waves.goOn().toSubmit.empty());
    }

    void whoIsCancelledIsLeftOutOfTheWave()
    {
        Course course(60);
        (void)course.waves.begin();
        const auto steps = course.waves.cancel(Ids{1, 3, 4, 999});
        QCOMPARE(steps.ended.size(), 2U); // 1 has been handed out
        (void)course.end(range(1, 1));
        QCOMPARE(course.nextWave(), (Ids{2, 5, 6, 7, 8}));
    }

    void ofAWaveOfThousandsOnlySomeAreOpenAtOnce()
    {
        Course course(5000);
        course.reachTheRest();
        QCOMPARE(course.handedOut.size(), 100U);
        QCOMPARE(course.waves.counts().all(), 4969U);
        const auto steps = course.end(range(32, 41));
        QCOMPARE(idsOf(steps.toSubmit), range(132, 141)); // those that have ended make room
        QCOMPARE(course.waves.counts().handedOut, 110U);
        QCOMPARE(course.waves.counts().all(), 4969U);
        QVERIFY(course.waves.phase() == WavePhase::UnderWay);
    }

    void aWaveThatTurnsBadBeginsNobodyNew()
    {
        Course course(5000, {{1, 5, 25}, 2, 1min});
        course.reachTheRest();
        QCOMPARE(course.end(range(32, 33), OutcomeKind::Failed).toSubmit.size(), 2U); // so many may be
        QVERIFY(course.end(range(34, 34), OutcomeKind::Unknown).toSubmit.empty());
        QVERIFY(course.end(range(35, 132)).toSubmit.empty());
        QVERIFY(course.waves.phase() == WavePhase::UnderWay); // what is open comes to its end
        QVERIFY(course.waves.trouble() == WaveTrouble::BadOutcomes);
        QVERIFY(course.end(range(133, 133)).toSubmit.empty());
        QVERIFY(course.waves.phase() == WavePhase::Paused);
        QCOMPARE(course.waves.counts().finished, 102U);
        QCOMPARE(course.waves.waveCount(), 5U); // one is to come
        QCOMPARE(course.waves.heldCount(), 5000U - 133U);
        QCOMPARE(course.waves.goOn().toSubmit.size(), 100U); // what is left is one more wave
        QCOMPARE(course.waves.wave(), 5U);
        QCOMPARE(course.waves.waveCount(), 5U);
        QVERIFY(!course.waves.trouble());
    }

    void aReturnInsideAWaveBeginsNobodyNew()
    {
        Course course(5000);
        course.reachTheRest();
        (void)course.end(range(32, 32));
        const core::Session again = actOn(32, "user32").confirmed;
        (void)course.list({again});
        (void)course.list({again});
        QVERIFY(course.waves.trouble() == WaveTrouble::CameBack);
        QVERIFY(course.end(range(33, 131)).toSubmit.empty());
        QVERIFY(course.end(range(132, 132)).toSubmit.empty());
        QVERIFY(course.waves.phase() == WavePhase::Paused);
    }

    void usersWhoWereToldATimeAreTakenTogetherAndSparedTogether()
    {
        WaveOptions options;
        options.mostOpen = 0;
        Course course(5000, options);
        course.reachTheRest();
        QCOMPARE(course.handedOut.size(), 4969U);
        (void)course.end(range(32, 40));
        const auto steps = course.end(range(41, 41), OutcomeKind::Failed);
        QCOMPARE(steps.toCancel, range(42, 5000)); // a runner leaves those alone that it has begun
        QVERIFY(course.end(range(42, 5000), OutcomeKind::Cancelled).toCancel.empty());
        QVERIFY(course.waves.isOver());
        QVERIFY(course.waves.trouble() == WaveTrouble::BadOutcomes);
    }

    void whoIsCancelledLeavesAWaveThatIsUnderWay()
    {
        Course course(5000);
        course.reachTheRest();
        (void)course.waves.cancel(range(150, 5000));
        QCOMPARE(course.waves.counts().all(), 118U);
        (void)course.end(range(32, 131));
        QVERIFY(course.end(range(132, 149)).toSubmit.empty());
        QVERIFY(course.waves.isOver());
    }

    void itIsOverWhenNobodyIsLeft()
    {
        Waves nobody({}, {});
        QVERIFY(nobody.begin().toSubmit.empty());
        QVERIFY(nobody.isOver());
        Course course(3);
        (void)course.waves.begin();
        (void)course.end(range(1, 1));
        (void)course.waves.cancel(Ids{2, 3});
        QVERIFY(course.waves.isOver());
    }

    void whateverHappensTheRulesHold();
};

namespace {

/// A farm in which anything may happen, and what the waves do about it.
class World final
{
public:
    explicit World(unsigned seed)
        : m_random(seed)
        , m_kind(upTo(3) == 0 ? ActionKind::Disconnect : ActionKind::Logoff)
        , m_options(anyOptions())
        , m_waves(plan(), m_options)
    {
        take(m_waves.begin());
    }

    void step()
    {
        switch (upTo(9)) {
        case 0:
        case 1:
        case 2:
        case 3:
            endOne();
            break;
        case 4:
        case 5:
            list();
            break;
        case 6:
            m_now += std::chrono::seconds(upTo(90));
            take(m_waves.advance(m_now));
            break;
        case 7:
            if (upTo(9) == 0 && m_waves.phase() == WavePhase::Paused) {
                m_isBad = false; // a person has seen it
                take(m_waves.goOn());
            }
            break;
        case 8:
            if (upTo(15) == 0)
                stop();
            break;
        default:
            cancelOne();
        }
    }

    /// Everything ends, and lists go on.
    void settle()
    {
        for (int turn = 0; turn < 2000 && !m_waves.isOver(); ++turn) {
            while (!m_open.empty())
                endOne();
            list();
            m_now += 30s;
            take(m_waves.advance(m_now));
            if (m_waves.phase() == WavePhase::Paused) {
                m_isBad = false;
                take(m_waves.goOn());
            }
        }
        if (!m_waves.isOver())
            problem = "it did not end";
        else if (m_ended.size() != m_planned.size())
            problem = "somebody has no outcome";
    }

    const char* problem = nullptr;
    [[nodiscard]] bool isOver() const { return m_waves.isOver(); }
    [[nodiscard]] std::size_t badWaves() const { return m_badWaves; }

private:
    std::uint32_t upTo(std::uint32_t most) { return std::uniform_int_distribution<std::uint32_t>(0, most)(m_random); }

    WaveOptions anyOptions()
    {
        WaveOptions options;
        if (upTo(1) == 0)
            options.sizes = {1, 2, 4};
        options.limit = upTo(2);
        if (upTo(5) == 0)
            options.watch = 0ms;
        options.mostOpen = upTo(4);
        return options;
    }

    std::vector<ActionRequest> plan()
    {
        std::vector<ActionRequest> acts;
        const std::size_t count = 1 + upTo(19);
        for (std::size_t id = 1; id <= count; ++id) {
            acts.push_back(actOn(id, "user" + std::to_string(upTo(15)), m_kind));
            m_planned.insert(id);
            m_there.push_back(acts.back().confirmed);
        }
        return acts;
    }

    void take(const Waves::Steps& steps)
    {
        if (!steps.toSubmit.empty()) {
            if (m_isStopped)
                problem = "somebody new was hit after a cancel";
            if (m_isBad)
                problem = "somebody new was hit after it had turned bad";
            if (std::exchange(m_wave, m_waves.wave()) != m_waves.wave())
                m_handedOut = m_bad = 0;
            m_handedOut += steps.toSubmit.size();
        }
        for (const ActionRequest& act : steps.toSubmit) {
            if (!m_planned.contains(act.id))
                problem = "somebody outside of the plan was hit";
            if (!m_hit.insert(act.id).second)
                problem = "somebody was hit twice";
            if (m_ended.contains(act.id))
                problem = "somebody who was cancelled was hit";
            m_open.push_back(act);
        }
        if (m_options.mostOpen > 0 && m_open.size() > m_options.mostOpen)
            problem = "too many were open at once";
        for (const std::uint64_t id : steps.toCancel)
            m_recalled.insert(id);
        for (const ActionReport& report : steps.ended) {
            if (!m_ended.insert(report.id).second || m_hit.contains(report.id))
                problem = "an act ended that was handed out, or twice";
        }
    }

    void endOne()
    {
        if (m_open.empty())
            return;
        const auto place = m_open.begin() + upTo(static_cast<std::uint32_t>(m_open.size() - 1));
        const ActionRequest act = *place;
        m_open.erase(place);
        m_ended.insert(act.id);
        ActionReport report;
        report.id = act.id;
        report.phase = ActionPhase::Finished;
        constexpr std::array kinds{OutcomeKind::Done,           OutcomeKind::Done,   OutcomeKind::Done,
                                   OutcomeKind::Skipped,        OutcomeKind::Failed, OutcomeKind::Unknown,
                                   OutcomeKind::StillSigningOut};
        report.outcome.kind = upTo(2) > 0 ? OutcomeKind::Done : kinds.at(upTo(kinds.size() - 1));
        if (m_recalled.contains(act.id) && upTo(3) > 0) // it had not been begun
            report.outcome.kind = OutcomeKind::Cancelled;
        using enum OutcomeKind;
        const OutcomeKind kind = report.outcome.kind;
        m_bad += kind == Failed || kind == Unknown || kind == StillSigningOut ? 1 : 0;
        // Held acts would come into the room of this one, unless it is bad.
        const bool isAllOfIt = m_open.empty() && m_waves.counts().toCome == 0 && m_bad > 0 && m_bad == m_handedOut;
        if (!m_isBad && (m_bad > m_options.limit || isAllOfIt)) {
            m_isBad = true;
            ++m_badWaves;
        }
        if (kind == Done)
            std::erase_if(m_there, [&act](const core::Session& one) { return one.key == act.confirmed.key; });
        take(m_waves.take(std::array{report}, m_now));
        take(m_waves.take(std::array{report}, m_now)); // told twice
    }

    void list()
    {
        if (upTo(20) == 0) // somebody signs in, perhaps somebody who was sent away
            m_there.push_back(makeSession("HV2", 100 + ++m_lists, "user" + std::to_string(upTo(20))));
        SessionSnapshot list;
        list.server = actOn(1, "").confirmed.key.server;
        list.sessions = SessionList(m_there);
        list.health = upTo(4) == 0 ? SnapshotHealth::Stale : SnapshotHealth::Fresh;
        list.taken += std::chrono::seconds(++m_lists);
        take(m_waves.look(list, m_now));
        if (m_waves.trouble() == WaveTrouble::CameBack)
            m_isBad = true;
    }

    void stop()
    {
        const auto steps = m_waves.stop();
        m_isStopped = true;
        take(steps);
    }

    void cancelOne() { take(m_waves.cancel(std::array{std::uint64_t{upTo(25)}})); }

    std::mt19937 m_random;
    const ActionKind m_kind;
    const WaveOptions m_options;
    std::set<std::uint64_t> m_planned;
    std::set<std::uint64_t> m_hit;
    std::set<std::uint64_t> m_ended;
    std::set<std::uint64_t> m_recalled;
    std::vector<core::Session> m_there;
    std::vector<ActionRequest> m_open;
    Waves m_waves;
    Waves::Time m_now = start;
    std::size_t m_wave = 0;
    std::size_t m_handedOut = 0;
    std::size_t m_bad = 0;
    std::size_t m_badWaves = 0;
    std::uint32_t m_lists = 0;
    bool m_isBad = false;
    bool m_isStopped = false;
};

} // namespace

void WavesTest::whateverHappensTheRulesHold()
{
    std::size_t badWaves = 0;
    for (unsigned seed = 0; seed < support::histories(); ++seed) {
        World world(seed);
        for (int turn = 0; turn < 80 && !world.isOver(); ++turn) {
            world.step();
            QVERIFY2(world.problem == nullptr,
                     (std::to_string(seed) + ' ' + (world.problem == nullptr ? "" : world.problem)).c_str());
        }
        world.settle();
        QVERIFY2(world.problem == nullptr,
                 (std::to_string(seed) + ' ' + (world.problem == nullptr ? "" : world.problem)).c_str());
        badWaves += world.badWaves();
    }
    QVERIFY(badWaves > support::histories() / 20); // the rule was put to the test
}

QTEST_APPLESS_MAIN(WavesTest)
#include "WavesTest.moc"
