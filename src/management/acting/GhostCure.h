// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "management/acting/ActionPlan.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deskwarden::management {

/// A session that is listed although its machine is off or saved, and that machine.
struct Ghost
{
    core::Session session;
    core::VirtualDesktop machine;
};

/// Those of the sessions whose machine is off or saved, in the order of the sessions. Left alone are sessions of
/// nobody, and keys and machines that a list has more than once.
[[nodiscard]] std::vector<Ghost> ghostsAmong(std::span<const core::Session> sessions,
                                             std::span<const core::VirtualDesktop> machines);

/// Where a cure is, or where it stopped.
enum class CureStep {
    Start,  ///< the machine is being started
    Settle, ///< it runs, and gets some time
    Logoff, ///< the session is being logged off, and looked for until it is gone
    Save,   ///< the machine, which was saved, is being saved again
    Over,   ///< nothing is left to do
};

struct CureOptions
{
    std::chrono::milliseconds settleTime{10'000}; ///< after a machine has started, and between two tries
    std::uint32_t mostTries = 6;                  ///< logoffs at most, where the machine says that it is not ready
};

/// One ghost on its way.
struct CureItem
{
    Ghost ghost;
    CureStep step = CureStep::Start;
    std::uint32_t tries = 0;         ///< logoffs that were begun
    bool isStartedByUs = false;      ///< else it is not saved again
    bool isGone = false;             ///< the session is gone, which is what was wanted
    std::optional<CureStep> stopped; ///< the step that failed: nothing more is done
    Outcome outcome;                 ///< of the last act
    [[nodiscard]] bool isOver() const noexcept { return step == CureStep::Over; }
};

/// Cures ghosts, as a state machine: starts the machine of each, gives it time, logs the session off, and saves the
/// machine again if it was saved. Each step is an act like any other, with intent, re-read, outcome and look, so that
/// the record tells how far a cure has come; the first that does not do what it should ends the cure of that ghost.
/// Knows no thread and no clock: the time is handed in, and what is to be done comes back.
/// Thread: guarded by its owner.
class GhostCure final
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using NextId = std::function<std::uint64_t()>;

    /// `nextId` gives each act a number that no other has.
    GhostCure(std::vector<Ghost> ghosts, CureOptions options, std::string reason, NextId nextId);

    /// The acts that begin it, to be handed to the runner.
    [[nodiscard]] std::vector<ActionRequest> begin();
    /// What the runner says; returns the acts that follow. Reports about anything else are passed over.
    [[nodiscard]] std::vector<ActionRequest> take(const ActionReport& report, Time now);
    /// The acts that are due.
    [[nodiscard]] std::vector<ActionRequest> advance(Time now);
    /// Begins nothing more; what is under way is finished by the runner.
    void cancel();

    /// When the next act is due by itself; nothing while none waits.
    [[nodiscard]] std::optional<Time> nextDue() const;
    [[nodiscard]] bool isOver() const noexcept;
    /// In the order in which they were given.
    [[nodiscard]] const std::vector<CureItem>& items() const noexcept { return m_items; }

private:
    struct Place
    {
        std::uint64_t act = 0; ///< that is under way; 0 = none
        Time due{};
    };

    [[nodiscard]] ActionRequest actOn(std::size_t item, ActionKind kind, core::MachineState confirmedState);
    [[nodiscard]] ActionRequest logoff(std::size_t item);
    void stop(CureItem& item, CureStep at);
    [[nodiscard]] std::optional<ActionRequest> afterStart(std::size_t item, Time now);
    [[nodiscard]] std::optional<ActionRequest> afterLogoff(std::size_t item, Time now);

    const CureOptions m_options;
    const std::string m_reason;
    const NextId m_nextId;
    std::vector<CureItem> m_items;
    std::vector<Place> m_places; ///< one for each item
    bool m_isCancelled = false;
};

/// "start", "settle", "logoff", "save", "over".
[[nodiscard]] const char* symbol(CureStep step) noexcept;

} // namespace deskwarden::management
