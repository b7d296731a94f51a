// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/StandingOrders.h"

#include "support/Enumerators.h"
#include "support/FakeConnection.h"
#include "support/Histories.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;
using core::ConnectState;
using support::makeSession;
using Time = StandingOrders::Time;

namespace {

const Time begin{std::chrono::hours(400'000)};

StandingOrder orderFor(AwaitedEvent event, const core::Session& session)
{
    StandingOrder order;
    order.id = 1;
    order.event = event;
    order.session = session;
    order.duration = 15min;
    order.created = begin;
    order.until = begin + 4h;
    order.isAway = !core::isInUse(session.state);
    if (event == AwaitedEvent::UserBack) {
        order.action.kind = ActionKind::Message;
        order.action.text = "call back";
    }
    return order;
}

/// Orders, and lists that come one after another.
class Desk final
{
public:
    explicit Desk(PlanRules rules = {})
        : orders(std::move(rules), [this] { return ++m_lastId; })
    {}

    StandingOrders::Steps list(std::chrono::seconds sinceBegin, std::vector<core::Session> sessions,
                               SnapshotHealth health = SnapshotHealth::Fresh)
    {
        SessionSnapshot list;
        list.server = makeSession("HV1", 1, "ann").key.server;
        list.sessions = SessionList(std::move(sessions));
        list.health = health;
        list.taken = begin + sinceBegin;
        list.facts = facts;
        return orders.look(list, list.taken);
    }

    StandingOrders::Steps report(std::uint64_t act, OutcomeKind kind)
    {
        ActionReport report;
        report.id = act;
        report.phase = ActionPhase::Finished;
        report.outcome.kind = kind;
        return orders.take(std::array{report});
    }

    StandingOrders orders;
    std::shared_ptr<SessionFacts> facts;

private:
    std::uint64_t m_lastId = 100;
};

core::Session ann(ConnectState state = ConnectState::Disconnected)
{
    return makeSession("HV1", 7, "ann", state);
}

} // namespace

class StandingOrdersTest final : public QObject
{
    Q_OBJECT

private slots:
    void aDisconnectedSessionIsLoggedOffWhenItsTimeIsUp()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::DisconnectedFor, ann()), begin));
        for (int minute = 1; minute < 16; minute += 2)
            QVERIFY(desk.list(std::chrono::minutes(minute), {ann()}).isEmpty());
        const auto steps = desk.list(16min, {ann()});
        QCOMPARE(steps.toSubmit.size(), 1U);
        QVERIFY(steps.toSubmit.front().confirmed == ann());
        QVERIFY(steps.toSubmit.front().action.kind == ActionKind::Logoff);
        for (int minute = 17; minute < 40; minute += 2)
            QVERIFY(desk.list(std::chrono::minutes(minute), {ann()}).isEmpty()); // never twice
        QCOMPARE(desk.report(101, OutcomeKind::Done).ended, std::vector<std::uint64_t>{1});
        QVERIFY(desk.orders.find(1)->end == OrderEnd::Met);
        QCOMPARE(desk.orders.openCount(), 0U);
    }

    /// A lost Wi-Fi must not cost unsaved work.
    void whatInterruptsTheTimeBeginsItAnew_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("in use again") << 0;
        QTest::newRow("not listed") << 1;
        QTest::newRow("listed twice") << 2;
        QTest::newRow("no list for longer") << 3;
        QTest::newRow("the broker tells a later time") << 4;
    }
    void whatInterruptsTheTimeBeginsItAnew()
    {
        QFETCH(int, how);
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::DisconnectedFor, ann()), begin));
        for (int minute = 1; minute < 16; minute += 3)
            (void)desk.list(std::chrono::minutes(minute), {ann()});
        core::Session doubled = ann();
        doubled.isDoubled = true;
        switch (how) {
        case 0:
            (void)desk.list(15min, {ann(ConnectState::Active)});
            break;
        case 1:
            (void)desk.list(15min, {});
            break;
        case 2:
            (void)desk.list(15min, {doubled});
            break;
        case 3:
            QVERIFY(desk.list(19min, {ann()}).isEmpty()); // the one before came at 13 min
            break;
        default:
            desk.facts = std::make_shared<SessionFacts>();
            SessionFact fact;
            fact.disconnected = static_cast<std::uint32_t>(
                std::chrono::duration_cast<std::chrono::seconds>((begin + 12min).time_since_epoch()).count());
            desk.facts->add(ann(), fact);
            (void)desk.list(17min, {ann()});
        }
        QVERIFY(desk.list(20min, {ann()}).isEmpty());
        std::optional<int> acted;
        for (int minute = 22; minute < 60 && !acted; ++minute) {
            if (!desk.list(std::chrono::minutes(minute), {ann()}).toSubmit.empty())
                acted = minute;
        }
        const std::array expected{35, 35, 35, 34, 27};
        QCOMPARE(acted.value_or(0), expected.at(static_cast<std::size_t>(how)));
    }

    void twoListsAreNeededHoweverShortTheTime()
    {
        Desk desk;
        StandingOrder order = orderFor(AwaitedEvent::DisconnectedFor, ann());
        order.duration = 0s;
        QVERIFY(desk.orders.add(order, begin));
        QVERIFY(desk.list(0s, {ann()}).isEmpty()); // from before the order
        QVERIFY(desk.list(1s, {ann()}).isEmpty());
        QVERIFY(desk.list(1s, {ann()}).isEmpty()); // told again
        QVERIFY(desk.list(2s, {ann()}, SnapshotHealth::Stale).isEmpty());
        QCOMPARE(desk.list(3s, {ann()}).toSubmit.size(), 1U);
    }

    void anotherUserIsNeverHit()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::DisconnectedFor, ann()), begin));
        (void)desk.list(1min, {ann()});
        QCOMPARE(desk.list(3min, {makeSession("HV1", 7, "bob")}).ended, std::vector<std::uint64_t>{1});
        QVERIFY(desk.orders.find(1)->end == OrderEnd::OtherUser);
    }

    void aSessionThatIsGoneNeedsNothing()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::DisconnectedFor, ann()), begin));
        QVERIFY(desk.list(1min, {}).isEmpty());
        QCOMPARE(desk.list(2min, {}).ended.size(), 1U);
        QVERIFY(desk.orders.find(1)->end == OrderEnd::SessionGone);
    }

    void nothingIsBegunAfterTheEnd()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::DisconnectedFor, ann()), begin));
        QVERIFY(desk.orders.nextDue() == begin + 4h);
        QCOMPARE(desk.orders.advance(begin + 4h).ended.size(), 1U);
        QVERIFY(desk.orders.find(1)->end == OrderEnd::Expired);
        for (int minute = 241; minute < 290; minute += 4)
            QVERIFY(desk.list(std::chrono::minutes(minute), {ann()}).isEmpty());
        StandingOrder late = orderFor(AwaitedEvent::HostEmpty, ann());
        late.until = begin;
        QVERIFY(!desk.orders.add(late, begin));
    }

    void anActThatHasNotBegunByThenIsTakenBack()
    {
        Desk desk;
        StandingOrder order = orderFor(AwaitedEvent::DisconnectedFor, ann());
        order.duration = 0s;
        QVERIFY(desk.orders.add(order, begin));
        (void)desk.list(1s, {ann()});
        QCOMPARE(desk.list(2s, {ann()}).toSubmit.size(), 1U);
        QCOMPARE(desk.orders.advance(order.until).toCancel, std::vector<std::uint64_t>{101});
        QVERIFY(desk.orders.advance(order.until).isEmpty());
        QVERIFY(!desk.orders.nextDue());
        (void)desk.report(101, OutcomeKind::Cancelled);
        QVERIFY(desk.orders.find(1)->end == OrderEnd::Expired);
    }

    void anEmptyHostIsToldOnce()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::HostEmpty, ann()), begin));
        const core::Session listener = makeSession("HV1", 0, "", ConnectState::Listen);
        const core::Session elsewhere = makeSession("HV2", 3, "bob");
        QVERIFY(desk.list(1min, {ann(), listener}).isEmpty());
        QVERIFY(desk.list(2min, {listener, elsewhere}).isEmpty());
        QVERIFY(desk.list(3min, {ann(), listener}).isEmpty());
        QVERIFY(desk.list(4min, {listener, elsewhere}).isEmpty());
        const auto steps = desk.list(5min, {elsewhere});
        QCOMPARE(steps.ended.size(), 1U);
        QVERIFY(steps.toSubmit.empty());
        QVERIFY(desk.list(6min, {}).isEmpty());
    }

    void aUserWhoIsBackGetsTheMessageWhereSheIs()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::UserBack, ann()), begin));
        QVERIFY(desk.list(1min, {ann(), makeSession("HV2", 3, "bob", ConnectState::Active)}).isEmpty());
        const core::Session back = makeSession("HV3", 12, "ANN", ConnectState::Active);
        const auto steps = desk.list(2min, {ann(), back});
        QCOMPARE(steps.toSubmit.size(), 1U);
        QVERIFY(steps.toSubmit.front().confirmed == back);
        QVERIFY(steps.toSubmit.front().action.kind == ActionKind::Message);
        QVERIFY(desk.list(3min, {back}).isEmpty());
    }

    void aUserWhoIsThereHasToGoFirst()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::UserBack, ann(ConnectState::Active)), begin));
        QVERIFY(desk.list(1min, {ann(ConnectState::Active)}).isEmpty());
        QVERIFY(desk.list(2min, {ann()}).isEmpty());
        QCOMPARE(desk.list(3min, {ann(ConnectState::Active)}).toSubmit.size(), 1U);
    }

    void policyIsAskedWhenItIsDone()
    {
        PlanRules rules;
        rules.policy.protectedAccounts = {"ann"};
        Desk desk(rules);
        StandingOrder order = orderFor(AwaitedEvent::DisconnectedFor, ann());
        order.duration = 0s;
        QVERIFY(desk.orders.add(order, begin));
        (void)desk.list(1s, {ann()});
        QVERIFY(desk.list(2s, {ann()}).toSubmit.empty());
        QVERIFY(desk.orders.find(1)->end == OrderEnd::Refused);
    }

    void aCancelledOrderDoesNothing()
    {
        Desk desk;
        QVERIFY(desk.orders.add(orderFor(AwaitedEvent::HostEmpty, ann()), begin));
        QCOMPARE(desk.orders.cancel(std::array{std::uint64_t{1}}).ended.size(), 1U);
        QVERIFY(desk.orders.find(1)->end == OrderEnd::Cancelled);
        (void)desk.list(1min, {});
        QVERIFY(desk.list(2min, {}).isEmpty());
        desk.orders.forgetEnded();
        QVERIFY(desk.orders.find(1) == nullptr);
    }

    void thereIsAnEndToHowMany()
    {
        Desk desk;
        StandingOrder order = orderFor(AwaitedEvent::HostEmpty, ann());
        for (std::uint64_t id = 1; id <= StandingOrders::mostOrders; ++id) {
            order.id = id;
            QVERIFY(desk.orders.add(order, begin));
        }
        QVERIFY(!desk.orders.add(order, begin));
        (void)desk.orders.cancel(std::array{std::uint64_t{3}});
        QVERIFY(desk.orders.add(order, begin));
    }

    void wordsAreReadBack()
    {
        for (const AwaitedEvent event : support::enumerators<AwaitedEvent>())
            QVERIFY(awaitedEventFrom(symbol(event)) == event);
        QVERIFY(!awaitedEventFrom("never"));
    }

    void whateverHappensTheRulesHold();
};

namespace {

/// A farm in which anything may happen, and all lists of it to judge by.
class World final
{
public:
    explicit World(unsigned seed)
        : m_random(seed)
        , m_orders({}, [this] { return ++m_lastId; })
    {}

    void step()
    {
        m_now += std::chrono::seconds(1 + upTo(upTo(20) == 0 ? 900 : 120));
        switch (upTo(9)) {
        case 0:
        case 1:
            give();
            break;
        case 2:
            take(m_orders.advance(m_now), false);
            break;
        case 3:
            cancelOne();
            break;
        case 4:
            endOne();
            break;
        case 5:
        case 6:
            change();
            break;
        default:
            list();
        }
    }

    const char* problem = nullptr;
    unsigned acts = 0;
    unsigned told = 0;

private:
    struct Given
    {
        StandingOrder order;
        bool isCancelled = false;
        bool isDone = false;
    };
    struct Listed
    {
        Time taken;
        std::vector<core::Session> sessions;
    };

    std::uint32_t upTo(std::uint32_t most) { return std::uniform_int_distribution<std::uint32_t>(0, most)(m_random); }

    core::Session somebody()
    {
        constexpr std::array states{ConnectState::Active, ConnectState::Disconnected, ConnectState::Disconnected,
                                    ConnectState::Reset};
        const std::uint32_t host = upTo(1);
        return makeSession(host == 0 ? "HV1" : "HV2", 1 + upTo(3), "user" + std::to_string(upTo(3)),
                           states.at(upTo(states.size() - 1)));
    }

    void give()
    {
        constexpr auto events = support::enumerators<AwaitedEvent>();
        const bool isOfSomebody = !m_there.empty() && upTo(4) > 0;
        const core::Session session =
            isOfSomebody ? m_there[upTo(static_cast<std::uint32_t>(m_there.size() - 1))] : somebody();
        StandingOrder order = orderFor(events[upTo(events.size() - 1)], session);
        order.id = ++m_lastOrder;
        order.created = m_now;
        order.duration = std::chrono::seconds(upTo(600));
        order.until = m_now + std::chrono::seconds(upTo(7200));
        if (m_orders.add(order, m_now))
            m_given[order.id] = {order};
        else if (order.until > m_now)
            problem = "an order was refused";
    }

    void change()
    {
        const core::Session changed = somebody();
        std::erase_if(m_there, [&changed](const core::Session& one) { return one.key == changed.key; });
        if (upTo(3) > 0)
            m_there.push_back(changed);
        else if (upTo(5) == 0)
            m_there.clear();
    }

    void list()
    {
        SessionSnapshot list;
        list.server = makeSession("HV1", 1, "").key.server;
        list.sessions = SessionList(m_there);
        constexpr std::array healths{SnapshotHealth::Fresh, SnapshotHealth::Fresh, SnapshotHealth::Fresh,
                                     SnapshotHealth::Stale, SnapshotHealth::Partial};
        list.health = healths.at(upTo(healths.size() - 1));
        list.taken = m_now - std::chrono::seconds(upTo(3));
        if (!m_lists.empty() && list.taken <= m_lists.back().taken)
            return;
        if (list.isWhole())
            m_lists.push_back({list.taken, m_there});
        take(m_orders.look(list, m_now), true);
        take(m_orders.look(list, m_now), false); // told twice
    }

    void take(const StandingOrders::Steps& steps, bool mayAct)
    {
        for (const ActionRequest& request : steps.toSubmit) {
            ++acts;
            const auto given = std::ranges::find_if(m_given, [this, &request](const auto& one) {
                const OrderState* const state = m_orders.find(one.first);
                return state != nullptr && state->act == request.id;
            });
            if (given == m_given.end() || !mayAct)
                problem = "an act belongs to no order";
            else
                judge(given->second, request);
            m_open.push_back(request.id);
        }
        for (const std::uint64_t id : steps.ended) {
            const OrderState* const state = m_orders.find(id);
            if (state->end == OrderEnd::Met && state->order.event == AwaitedEvent::HostEmpty)
                judgeTold(m_given.at(id));
        }
    }

    void judge(Given& given, const ActionRequest& request)
    {
        const StandingOrder& order = given.order;
        if (std::exchange(given.isDone, true))
            problem = "an order acted twice";
        if (given.isCancelled)
            problem = "a cancelled order acted";
        if (m_now >= order.until)
            problem = "an order acted after its end";
        if (request.confirmed.userName != order.session.userName)
            problem = "another person was hit";
        if (order.event == AwaitedEvent::DisconnectedFor && !wasDisconnected(order))
            problem = "a session was not disconnected for so long in two lists";
        if (order.event == AwaitedEvent::UserBack && request.action.kind != ActionKind::Message)
            problem = "more than a message was sent";
    }

    /// Backwards through all lists, the plain way.
    [[nodiscard]] bool wasDisconnected(const StandingOrder& order) const
    {
        int lists = 0;
        Time first = m_lists.back().taken;
        for (auto list = m_lists.rbegin(); list != m_lists.rend() && list->taken > order.created; ++list) {
            const bool isThere = std::ranges::any_of(list->sessions, [&order](const core::Session& one) {
                return core::isSameOccupant(one, order.session) && one.state == ConnectState::Disconnected;
            });
            if (!isThere || first - list->taken > StandingOrders::longestGap)
                break;
            first = list->taken;
            ++lists;
        }
        return lists >= 2 && m_lists.back().taken - first >= order.duration;
    }

    void judgeTold(Given& given)
    {
        ++told;
        if (std::exchange(given.isDone, true))
            problem = "an empty host was told twice";
        if (given.isCancelled || m_now >= given.order.until)
            problem = "a host was told after the end";
        int empty = 0;
        for (auto list = m_lists.rbegin(); list != m_lists.rend() && empty < 2; ++list, ++empty) {
            const bool isUsed = std::ranges::any_of(list->sessions, [&given](const core::Session& one) {
                return one.key.vmHostName == given.order.session.key.vmHostName;
            });
            if (isUsed || list->taken <= given.order.created)
                break;
        }
        if (empty < 2)
            problem = "a host was told that was not empty in two lists";
    }

    void cancelOne()
    {
        if (m_given.empty() || upTo(2) > 0)
            return;
        auto& [id, given] = *std::next(m_given.begin(), upTo(static_cast<std::uint32_t>(m_given.size() - 1)));
        given.isCancelled = true;
        take(m_orders.cancel(std::array{id}), false);
    }

    void endOne()
    {
        if (m_open.empty())
            return;
        constexpr auto kinds = support::enumerators<OutcomeKind>();
        ActionReport report;
        report.id = m_open.back();
        report.phase = ActionPhase::Finished;
        report.outcome.kind = kinds[upTo(kinds.size() - 1)];
        m_open.pop_back();
        take(m_orders.take(std::array{report}), false);
    }

    std::mt19937 m_random;
    std::uint64_t m_lastId = 1000;
    std::uint64_t m_lastOrder = 0;
    Time m_now = begin;
    StandingOrders m_orders;
    std::map<std::uint64_t, Given> m_given;
    std::vector<core::Session> m_there;
    std::vector<Listed> m_lists;
    std::vector<std::uint64_t> m_open;
};

} // namespace

void StandingOrdersTest::whateverHappensTheRulesHold()
{
    unsigned acts = 0;
    unsigned told = 0;
    for (unsigned seed = 0; seed < support::histories(); ++seed) {
        World world(seed);
        for (int turn = 0; turn < 120; ++turn) {
            world.step();
            QVERIFY2(world.problem == nullptr,
                     (std::to_string(seed) + ' ' + (world.problem == nullptr ? "" : world.problem)).c_str());
        }
        acts += world.acts;
        told += world.told;
    }
    QVERIFY(acts > support::histories() / 2); // the rules were put to the test
    QVERIFY(told > support::histories() / 4);
}

QTEST_APPLESS_MAIN(StandingOrdersTest)
#include "StandingOrdersTest.moc"
