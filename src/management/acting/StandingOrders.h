// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"
#include "management/sessions/SessionSnapshot.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deskwarden::management {

/// What an order waits for.
enum class AwaitedEvent {
    DisconnectedFor, ///< the session has been disconnected for so long
    HostEmpty,       ///< nobody has a session on the VM host
    UserBack,        ///< the user is in a session that is in use
};

/// "As soon as …, do …, until …": an act of an operator that waits for an event.
struct StandingOrder
{
    using Time = std::chrono::system_clock::time_point;

    std::uint64_t id = 0; ///< unique while the program runs
    AwaitedEvent event = AwaitedEvent::DisconnectedFor;
    core::Session session; ///< whose; of HostEmpty only server and host count, of UserBack server and account
    std::chrono::seconds duration{0}; ///< with DisconnectedFor
    Action action;                    ///< what is done then; not looked at with HostEmpty, which is only told
    std::string reason;               ///< for the record
    Time created{};                   ///< lists from before do not count
    Time until{};                     ///< nothing is begun from then on
    bool isAway = false;              ///< with UserBack: the user was not in use of a session when it was given
    bool isKept = false;              ///< survives a restart of the program
};

enum class OrderStage {
    Waiting, ///< for its event
    Acting,  ///< its act is on its way
    Over,
};

/// How an order has ended.
enum class OrderEnd {
    Met,         ///< it was told, or its act has an outcome
    Expired,     ///< its time was up
    Cancelled,   ///< by the operator
    SessionGone, ///< two lists in a row did not have the session
    OtherUser,   ///< somebody else has the session now
    Refused,     ///< policy does not let it be, or the rules leave the session out
};

/// An order and how it stands.
struct OrderState
{
    StandingOrder order;
    OrderStage stage = OrderStage::Waiting;
    std::optional<OrderEnd> end;                 ///< with Over
    std::optional<Outcome> outcome;              ///< of its act
    std::optional<StandingOrder::Time> lastList; ///< the last list that counted
    std::optional<StandingOrder::Time> since;    ///< with DisconnectedFor: seen so in all lists since then
    unsigned lists = 0;                          ///< so many in a row had the event
    unsigned missing = 0;                        ///< so many in a row did not have the session
    std::uint64_t act = 0;                       ///< with Acting and later
    std::optional<OrderEnd> wanted;              ///< what it ends as, if its act never begins
};

/// Orders that wait for events in lists. A session counts as disconnected for as long as whole lists have shown it so
/// without a longer gap, in two at least; what was before the first of them does not count, and a later time of the
/// broker counts instead. Two lists must show a host without people. Each order acts once at most, for its own user,
/// and never after its end: an act that has not begun by then is taken back.
/// Knows no thread and no clock. Thread: guarded by its owner.
class StandingOrders final
{
public:
    using Time = StandingOrder::Time;
    static constexpr std::size_t mostOrders = 500;
    /// Between two lists: what happens in a longer gap is not known, and the time counts anew.
    static constexpr std::chrono::minutes longestGap{5};

    struct Steps
    {
        std::vector<ActionRequest> toSubmit;
        std::vector<std::uint64_t> toCancel; ///< acts that need not be begun any more
        std::vector<std::uint64_t> ended;    ///< orders
        [[nodiscard]] bool isEmpty() const noexcept { return toSubmit.empty() && toCancel.empty() && ended.empty(); }
    };

    /// `nextId` numbers the acts, and outlives this.
    StandingOrders(PlanRules rules, std::function<std::uint64_t()> nextId);

    /// False: there are too many, or its end is over already.
    [[nodiscard]] bool add(StandingOrder order, Time now);
    /// A list of a server; one that is not whole is passed over.
    [[nodiscard]] Steps look(const SessionSnapshot& list, Time now);
    /// What became of acts. Reports about anything else are passed over.
    [[nodiscard]] Steps take(std::span<const ActionReport> reports);
    /// Ends those whose time is up.
    [[nodiscard]] Steps advance(Time now);
    [[nodiscard]] Steps cancel(std::span<const std::uint64_t> orders);
    /// Those that are over are not listed any more.
    void forgetEnded();

    /// In the order in which they were given.
    [[nodiscard]] const std::vector<OrderState>& orders() const noexcept { return m_orders; }
    [[nodiscard]] const OrderState* find(std::uint64_t order) const;
    /// Waiting or acting.
    [[nodiscard]] std::size_t openCount() const;
    [[nodiscard]] bool isWaitingOn(const core::ServerId& server) const;
    /// When the next order ends; nothing while none is open.
    [[nodiscard]] std::optional<Time> nextDue() const;

private:
    struct Sight;
    void gather(const SessionSnapshot& list, std::vector<Sight>& sights) const;
    void judgeDisconnected(OrderState& state, const Sight& sight, const SessionSnapshot& list, Steps& steps);
    void judgeHost(OrderState& state, const Sight& sight, Steps& steps) const;
    void judgeUser(OrderState& state, const Sight& sight, Steps& steps);
    void act(OrderState& state, const core::Session& session, Steps& steps);
    static void end(OrderState& state, OrderEnd how, Steps& steps);
    static void withdraw(OrderState& state, OrderEnd how, Steps& steps);

    const PlanRules m_rules;
    const std::function<std::uint64_t()> m_nextId;
    std::vector<OrderState> m_orders;
};

[[nodiscard]] const char* symbol(AwaitedEvent event) noexcept; ///< "disconnected_for", "host_empty", "user_back"
[[nodiscard]] std::optional<AwaitedEvent> awaitedEventFrom(std::string_view word) noexcept;

} // namespace deskwarden::management
