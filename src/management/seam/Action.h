// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Session.h"
#include "core/VirtualDesktop.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::management {

/// What it is stands in ActionSpec.h, one entry for each.
enum class ActionKind { Logoff, Disconnect, Message, Start, Save, TurnOff, Pause, Assign, Free };

/// What is to be done to a session or a machine.
struct Action
{
    ActionKind kind = ActionKind::Logoff;
    std::string title;           ///< Message only
    std::string text;            ///< Message only
    std::string account{};       ///< Assign only: to whom
    std::string accountDomain{}; ///< Assign only
};

/// One act, as a person has confirmed it.
struct ActionRequest
{
    std::uint64_t id = 0;    ///< unique while the program runs; comes back with every report
    core::Session confirmed; ///< what was shown when it was confirmed: the re-read must still find it so. Of a machine:
                             ///< whom it stands for (occupantOf()); the machine itself is then what counts
    Action action;
    std::string reason;      ///< a person's words or a ticket number, for the record
    bool isOwed = false;     ///< somebody was promised it: cancelling what waits leaves it alone, only a stop ends it
    std::uint64_t batch = 0; ///< of all that a person confirmed together; 0: of none
    std::optional<core::VirtualDesktop> machine = {}; ///< of an act on a machine: as it was confirmed
};

enum class OutcomeKind {
    Done,            ///< verified: the session is gone, or disconnected, or the message was accepted
    AlreadyGone,     ///< there was nothing to do any more
    StillSigningOut, ///< accepted, but the session was still there when the patience ended
    Skipped,         ///< nothing was done, because the session was no longer what was confirmed
    Failed,          ///< the method said no, a fault proves that nothing was done, or the request never reached it
    Unknown,         ///< the answer was lost or proves nothing, and looking again did not settle it
    Cancelled,       ///< stopped before anything was sent
    StillChanging,   ///< accepted, but the machine was not yet as it is to become when the patience ended
};

enum class SkipReason {
    UserChanged,
    VirtualMachineChanged,
    InUseAgain,
    NotTold,
    HostUnknown,     ///< the server knows no VM host of that name: nobody can say that the session is gone
    MachineGone,     ///< the server knows no machine of that name
    MachineMoved,    ///< it is on another VM host
    MachineChanging, ///< it is on its way into another state
    AlreadySo,       ///< it is already as it was to become
    OwnerChanged,    ///< it is assigned to somebody else, or to nobody any more
};

/// What became of one act.
struct Outcome
{
    OutcomeKind kind = OutcomeKind::Cancelled;
    std::optional<std::uint32_t> returnValue;              ///< of the method, if it answered
    std::optional<core::ManagementError> error;            ///< of the call, if it failed
    std::optional<SkipReason> skipReason;                  ///< with Skipped
    std::optional<core::Session> found;                    ///< what the last look found under the key
    std::optional<core::VirtualDesktop> foundMachine = {}; ///< what it found of a machine
    std::vector<std::string> alike;                        ///< with HostUnknown: known VM hosts whose names come near
    std::chrono::milliseconds elapsed{0};                  ///< from the start of the re-read to this outcome
};

/// Where an act is on its way. Told: its user has been told, and the time to wait runs; no runner has it yet.
/// Announced: its intent is recorded.
enum class ActionPhase { Queued, Told, Announced, Running, Verifying, Finished };

/// One step of one act. The outcome is set with Finished; with Verifying it holds what is known so far (the
/// ReturnValue).
struct ActionReport
{
    std::uint64_t id = 0;
    ActionPhase phase = ActionPhase::Queued;
    Outcome outcome;
    std::chrono::milliseconds remaining{0}; ///< with Told: until it is due, when this was said
};

[[nodiscard]] const char* symbol(
    ActionKind kind) noexcept; ///< "logoff", "disconnect", "message": command line, JSON, journal
[[nodiscard]] const char* symbol(OutcomeKind kind) noexcept;  ///< "done", "already_gone", …: the contract's words
[[nodiscard]] const char* symbol(SkipReason reason) noexcept; ///< "user_changed", …

} // namespace deskwarden::management
