// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace deskwarden::management {

/// An act whose user is told about it first. Each of the three is an act of its own, for the runner and for the record.
struct WarnedAct
{
    ActionRequest act;
    ActionRequest warning;    ///< the message before it
    ActionRequest withdrawal; ///< the message that follows if the act is cancelled, for the first cannot be recalled
};

/// How users are told before an act.
struct GraceOptions
{
    std::chrono::milliseconds time{0}; ///< between the message and the act
    bool isForTold = false;            ///< who may not have got the message is left alone
};

/// Acts whose users are warned first, as a state machine: who is warned, when each act is due, what follows when
/// it is cancelled. Every user has the whole time, counted from the user's own warning. A warning that fails does not
/// hold up its act, which still waits as long, so that a person can step in; unless the act is for those who were told.
/// Knows no thread and no clock: the time is handed in, and what is to be done comes back.
/// Thread: guarded by its owner.
class GracePeriod final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Steps
    {
        std::vector<ActionRequest> toSubmit; ///< to be handed to the runner, in this order
        std::vector<ActionReport> ended;     ///< acts that the runner will never have, with their outcomes
        std::vector<std::uint64_t> warned;   ///< acts whose time to wait begins now
        std::vector<std::uint64_t> toCancel; ///< messages that the runner may still have, and need not send any more
    };

    GracePeriod(std::vector<WarnedAct> acts, GraceOptions options);

    /// The warnings.
    [[nodiscard]] Steps begin();
    /// What the runner says. Reports about anything else are passed over.
    [[nodiscard]] Steps take(std::span<const ActionReport> reports, Time now);
    /// The acts that are due.
    [[nodiscard]] Steps advance(Time now);
    /// Ends what has not begun; who was warned is told. Acts that are not waiting here are passed over.
    [[nodiscard]] Steps cancel(std::span<const std::uint64_t> acts);
    [[nodiscard]] Steps cancelAll();
    /// Those acts have nothing left to do, because their sessions have ended by themselves. Only waiting ones count.
    [[nodiscard]] Steps leave(std::span<const std::uint64_t> acts);

    /// When the next act is due; nothing while none waits.
    [[nodiscard]] std::optional<Time> nextDue() const;
    /// No act waits any more, and no warning is under way. Reports are still to be taken: an act that the runner
    /// cancels before it begins is followed by a message as well.
    [[nodiscard]] bool isOver() const noexcept { return m_open.empty(); }
    /// No report can bring about anything any more.
    [[nodiscard]] bool isFinished() const noexcept { return m_open.empty() && m_withdrawals.empty(); }
    [[nodiscard]] const GraceOptions& options() const noexcept { return m_options; }
    /// The acts that wait, whose users have been told or should have been, in no order.
    [[nodiscard]] std::vector<const ActionRequest*> waiting() const;

private:
    enum class Stage { Warning, Waiting, Withdrawing };
    struct Item
    {
        WarnedAct acts;
        Stage stage = Stage::Warning;
        Time due{};
        bool isTold = false; ///< the warning has reached the user, or may have
    };
    using Items = std::unordered_map<std::uint64_t, Item>;

    void takeWarning(Items::iterator item, const Outcome& outcome, Time now, Steps& steps);
    void cancel(Items::iterator item, Steps& steps);
    void wait(Item& item, Time now, Steps& steps);
    void skip(Items::iterator item, const Outcome& warning, Steps& steps);
    void forgetDue(const Item& item, std::uint64_t act);
    void end(Items::iterator item, const Outcome& outcome, Steps& steps);

    const GraceOptions m_options;
    std::vector<std::uint64_t> m_order; ///< as they were given
    Items m_open;                       ///< by the act's id
    std::unordered_map<std::uint64_t, std::uint64_t> m_actOfWarning;
    std::unordered_map<std::uint64_t, ActionRequest> m_withdrawals; ///< of the acts that the runner has
    std::multimap<Time, std::uint64_t> m_due;
};

} // namespace deskwarden::management
