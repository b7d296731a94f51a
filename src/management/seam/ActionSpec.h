// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace deskwarden::management {

/// What can be seen of an act afterwards.
enum class Proof {
    SessionGone,     ///< the session is not there any more
    NobodyConnected, ///< the session is disconnected
    AnswerAlone,     ///< nothing: only the method's answer tells
    StateReached,    ///< the machine is in the state that was asked for
    OwnerChanged,    ///< the machine is assigned as it was asked for
};

/// What an act is done to.
enum class ActSubject { Session, Machine };

/// What an act is, apart from its sentences (models/texts/ActionTexts.cpp) and its looks (ui/widgets/ActionLook.cpp).
struct ActionSpec
{
    ActionKind kind;
    const char* word;     ///< command line, JSON, record, journal and policy: never changed, as old files hold it
    const char* method;   ///< of Win32_VirtualDesktopSession, or of Win32_RDMSVirtualDesktop
    std::uint32_t event;  ///< its number in the event log of Windows: never changed
    Proof proof;          ///< decides which outcomes are believed
    bool interruptsUser;  ///< leaves out the operator's own session and what policy protects
    bool carriesText;     ///< a title and a text are written first
    bool canBeToldBefore; ///< a message may go to the users some minutes before
    ActSubject subject = ActSubject::Session;
    core::MachineState wantedState = core::MachineState::Unknown; ///< with StateReached
};

/// One entry for each act, in the order of ActionKind.
inline constexpr std::array actionSpecs{
    ActionSpec{ActionKind::Logoff, "logoff", "Logoff", 1, Proof::SessionGone, true, false, true},
    ActionSpec{ActionKind::Disconnect, "disconnect", "Disconnect", 2, Proof::NobodyConnected, true, false, false},
    ActionSpec{ActionKind::Message, "message", "SendMessage", 3, Proof::AnswerAlone, false, true, false},
    ActionSpec{ActionKind::Start, "start", "SetVirtualDesktopState", 4, Proof::StateReached, false, false, false,
               ActSubject::Machine, core::MachineState::Running},
    ActionSpec{ActionKind::Save, "save", "SetVirtualDesktopState", 5, Proof::StateReached, true, false, false,
               ActSubject::Machine, core::MachineState::Saved},
    ActionSpec{ActionKind::TurnOff, "turn-off", "SetVirtualDesktopState", 6, Proof::StateReached, true, false, false,
               ActSubject::Machine, core::MachineState::Off},
    ActionSpec{ActionKind::Pause, "pause", "SetVirtualDesktopState", 7, Proof::StateReached, true, false, false,
               ActSubject::Machine, core::MachineState::Paused},
    ActionSpec{ActionKind::Assign, "assign", "SetUserAssignment", 8, Proof::OwnerChanged, false, false, false,
               ActSubject::Machine},
    ActionSpec{ActionKind::Free, "free", "RemoveUserAssignment", 9, Proof::OwnerChanged, false, false, false,
               ActSubject::Machine},
};

/// Whether the entries of a table with one for each act stand in the order of ActionKind, none missing.
template <typename Table>
[[nodiscard]] constexpr bool hasEachAction(const Table& table)
{
    std::size_t place = 0;
    return table.size() == actionSpecs.size() && std::ranges::all_of(table, [&place](const auto& entry) {
               return static_cast<std::size_t>(entry.kind) == place++;
           });
}
static_assert(hasEachAction(actionSpecs));

[[nodiscard]] constexpr std::size_t indexOf(ActionKind kind) noexcept
{
    return static_cast<std::size_t>(kind);
}

[[nodiscard]] constexpr const ActionSpec& specOf(ActionKind kind) noexcept
{
    return actionSpecs[indexOf(kind)];
}

[[nodiscard]] constexpr bool isOfMachines(ActionKind kind) noexcept
{
    return specOf(kind).subject == ActSubject::Machine;
}

/// The act with that word. Fails: nothing, if no act has it.
[[nodiscard]] constexpr std::optional<ActionKind> actionFrom(std::string_view word) noexcept
{
    const auto* const spec =
        std::ranges::find_if(actionSpecs, [word](const ActionSpec& one) { return word == one.word; });
    return spec == actionSpecs.end() ? std::nullopt : std::optional(spec->kind);
}

} // namespace deskwarden::management
