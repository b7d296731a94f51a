// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/StandingOrders.h"

#include "core/Names.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr unsigned listsForEvent = 2; ///< one could be a gap, or a moment
constexpr std::array<std::pair<AwaitedEvent, const char*>, 3> eventWords{
    {{AwaitedEvent::DisconnectedFor, "disconnected_for"},
     {AwaitedEvent::HostEmpty, "host_empty"},
     {AwaitedEvent::UserBack, "user_back"}}};

std::uint64_t placeHash(const core::Session& session)
{
    return core::nameHash(session.key.vmHostName.view()) * core::nameHashFactor + session.key.sessionId;
}

std::uint64_t userHash(const core::Session& session)
{
    return core::nameHash(session.userName.view());
}

/// By what a session of a list is found to be the order's business.
std::uint64_t hashFor(AwaitedEvent event, const core::Session& session)
{
    switch (event) {
    case AwaitedEvent::DisconnectedFor:
        return placeHash(session);
    case AwaitedEvent::HostEmpty:
        return core::nameHash(session.key.vmHostName.view());
    case AwaitedEvent::UserBack:
        return userHash(session);
    }
    return 0;
}

bool isSamePlace(const core::Session& left, const core::Session& right)
{
    return left.key.sessionId == right.key.sessionId && core::isSameName(left.key.vmHostName, right.key.vmHostName);
}

bool isOfSameAccount(const core::Session& left, const core::Session& right)
{
    return core::isSameName(left.userName, right.userName) && core::isSameName(left.domainName, right.domainName);
}

} // namespace

/// What one list shows of an order's business.
struct StandingOrders::Sight
{
    const core::Session* session = nullptr; ///< of DisconnectedFor; of UserBack, one in use
    bool isHostInUse = false;
};

StandingOrders::StandingOrders(PlanRules rules, std::function<std::uint64_t()> nextId)
    : m_rules(std::move(rules))
    , m_nextId(std::move(nextId))
{}

bool StandingOrders::add(StandingOrder order, Time now)
{
    if (m_orders.size() >= mostOrders)
        forgetEnded();
    if (m_orders.size() >= mostOrders || order.until <= now)
        return false;
    OrderState state;
    state.order = std::move(order);
    m_orders.push_back(std::move(state));
    return true;
}

StandingOrders::Steps StandingOrders::look(const SessionSnapshot& list, Time now)
{
    Steps steps = advance(now); // nothing is begun for those whose time is up
    if (!list.isWhole() || !isWaitingOn(list.server))
        return steps;
    std::vector<Sight> sights(m_orders.size());
    gather(list, sights);
    for (std::size_t place = 0; place < m_orders.size(); ++place) {
        OrderState& state = m_orders[place];
        const StandingOrder& order = state.order;
        const bool isNew = list.taken > order.created && (!state.lastList || list.taken > *state.lastList);
        if (state.stage != OrderStage::Waiting || order.session.key.server != list.server || !isNew ||
            list.taken >= order.until)
            continue;
        switch (order.event) {
        case AwaitedEvent::DisconnectedFor:
            judgeDisconnected(state, sights[place], list, steps);
            break;
        case AwaitedEvent::HostEmpty:
            judgeHost(state, sights[place], steps);
            break;
        case AwaitedEvent::UserBack:
            judgeUser(state, sights[place], steps);
            break;
        }
        state.lastList = list.taken;
    }
    return steps;
}

/// One way through the list for all orders.
void StandingOrders::gather(const SessionSnapshot& list, std::vector<Sight>& sights) const
{
    std::array<std::unordered_multimap<std::uint64_t, std::size_t>, eventWords.size()> wanted;
    for (std::size_t place = 0; place < m_orders.size(); ++place) {
        const OrderState& state = m_orders[place];
        if (state.stage == OrderStage::Waiting && state.order.session.key.server == list.server)
            wanted.at(static_cast<std::size_t>(state.order.event))
                .emplace(hashFor(state.order.event, state.order.session), place);
    }
    for (const core::Session& session : list.sessions) {
        for (const auto& [event, word] : eventWords) {
            const auto& orders = wanted.at(static_cast<std::size_t>(event));
            if (orders.empty())
                continue;
            const auto [first, last] = orders.equal_range(hashFor(event, session));
            for (auto found = first; found != last; ++found) {
                const core::Session& meant = m_orders[found->second].order.session;
                Sight& sight = sights[found->second];
                if (event == AwaitedEvent::DisconnectedFor && isSamePlace(meant, session))
                    sight.session = &session;
                if (event == AwaitedEvent::HostEmpty && core::isSameName(meant.key.vmHostName, session.key.vmHostName))
                    sight.isHostInUse = sight.isHostInUse || core::hasUser(session);
                if (event == AwaitedEvent::UserBack && sight.session == nullptr && isOfSameAccount(meant, session) &&
                    core::hasUser(session) && core::isInUse(session.state) && !session.isDoubled)
                    sight.session = &session;
            }
        }
    }
}

void StandingOrders::judgeDisconnected(OrderState& state, const Sight& sight, const SessionSnapshot& list, Steps& steps)
{
    const core::Session* const session = sight.session;
    if (session == nullptr) {
        state.since.reset();
        if (++state.missing >= listsForEvent)
            end(state, OrderEnd::SessionGone, steps);
        return;
    }
    state.missing = 0;
    if (session->isDoubled) { // nobody can say whose it is
        state.since.reset();
        return;
    }
    if (!core::isSameOccupant(*session, state.order.session)) {
        end(state, OrderEnd::OtherUser, steps);
        return;
    }
    if (session->state != core::ConnectState::Disconnected) {
        state.since.reset();
        return;
    }
    const bool isGap = state.lastList && list.taken - *state.lastList > longestGap;
    if (!state.since || isGap) {
        state.since = list.taken;
        state.lists = 0;
    }
    ++state.lists;
    // It may have been in use between two lists; the broker's clock may be ahead.
    const SessionFact* const fact = list.facts ? list.facts->find(*session) : nullptr;
    if (fact != nullptr && fact->disconnected != 0)
        state.since = std::max(*state.since, std::min(Time(std::chrono::seconds(fact->disconnected)), list.taken));
    if (state.lists >= listsForEvent && list.taken - *state.since >= state.order.duration)
        act(state, *session, steps);
}

void StandingOrders::judgeHost(OrderState& state, const Sight& sight, Steps& steps) const
{
    state.lists = sight.isHostInUse ? 0 : state.lists + 1;
    if (state.lists >= listsForEvent)
        end(state, OrderEnd::Met, steps);
}

void StandingOrders::judgeUser(OrderState& state, const Sight& sight, Steps& steps)
{
    if (sight.session == nullptr)
        state.order.isAway = true;
    else if (state.order.isAway)
        act(state, *sight.session, steps);
}

/// As strict as for an act that is confirmed now.
void StandingOrders::act(OrderState& state, const core::Session& session, Steps& steps)
{
    const StandingOrder& order = state.order;
    const ActionPlan plan = planFor(order.action, std::span(&session, 1), m_rules);
    if (plan.sessions.empty() || m_rules.policy.refusalOf(order.action.kind, 1, order.reason)) {
        end(state, OrderEnd::Refused, steps);
        return;
    }
    state.stage = OrderStage::Acting;
    state.act = m_nextId();
    ActionRequest request;
    request.id = state.act;
    request.confirmed = session;
    request.action = order.action;
    request.reason = order.reason;
    steps.toSubmit.push_back(std::move(request));
}

StandingOrders::Steps StandingOrders::take(std::span<const ActionReport> reports)
{
    Steps steps;
    for (const ActionReport& report : reports) {
        if (report.phase != ActionPhase::Finished)
            continue;
        const auto found = std::ranges::find_if(m_orders, [&report](const OrderState& state) {
            return state.stage == OrderStage::Acting && state.act == report.id;
        });
        if (found == m_orders.end())
            continue;
        found->outcome = report.outcome;
        const bool hasNotBegun = report.outcome.kind == OutcomeKind::Cancelled;
        end(*found, hasNotBegun ? found->wanted.value_or(OrderEnd::Met) : OrderEnd::Met, steps);
    }
    return steps;
}

StandingOrders::Steps StandingOrders::advance(Time now)
{
    Steps steps;
    for (OrderState& state : m_orders) {
        if (now >= state.order.until)
            withdraw(state, OrderEnd::Expired, steps);
    }
    return steps;
}

StandingOrders::Steps StandingOrders::cancel(std::span<const std::uint64_t> orders)
{
    Steps steps;
    for (OrderState& state : m_orders) {
        if (std::ranges::find(orders, state.order.id) != orders.end())
            withdraw(state, OrderEnd::Cancelled, steps);
    }
    return steps;
}

void StandingOrders::withdraw(OrderState& state, OrderEnd how, Steps& steps)
{
    if (state.stage == OrderStage::Waiting) {
        end(state, how, steps);
    } else if (state.stage == OrderStage::Acting && !state.wanted) {
        state.wanted = how;
        steps.toCancel.push_back(state.act);
    }
}

void StandingOrders::end(OrderState& state, OrderEnd how, Steps& steps)
{
    state.stage = OrderStage::Over;
    state.end = how;
    steps.ended.push_back(state.order.id);
}

void StandingOrders::forgetEnded()
{
    std::erase_if(m_orders, [](const OrderState& state) { return state.stage == OrderStage::Over; });
}

const OrderState* StandingOrders::find(std::uint64_t order) const
{
    const auto found = std::ranges::find_if(m_orders, [order](const auto& state) { return state.order.id == order; });
    return found == m_orders.end() ? nullptr : &*found;
}

std::size_t StandingOrders::openCount() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_orders, [](const OrderState& state) { return state.stage != OrderStage::Over; }));
}

bool StandingOrders::isWaitingOn(const core::ServerId& server) const
{
    return std::ranges::any_of(m_orders, [&server](const OrderState& state) {
        return state.stage == OrderStage::Waiting && state.order.session.key.server == server;
    });
}

std::optional<StandingOrders::Time> StandingOrders::nextDue() const
{
    std::optional<Time> next;
    for (const OrderState& state : m_orders) {
        if (state.stage != OrderStage::Over && !state.wanted && (!next || state.order.until < *next))
            next = state.order.until;
    }
    return next;
}

const char* symbol(AwaitedEvent event) noexcept
{
    return std::ranges::find(eventWords, event, &std::pair<AwaitedEvent, const char*>::first)->second;
}

std::optional<AwaitedEvent> awaitedEventFrom(std::string_view word) noexcept
{
    for (const auto& [event, known] : eventWords) {
        if (word == known)
            return event;
    }
    return std::nullopt;
}

} // namespace deskwarden::management
