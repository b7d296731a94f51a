// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/RdmsSchema.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// What a client asks of the broker, as faults tell it apart. Any stands only in a fault.
/// Ask: a method that only tells something, such as GetVirtualDesktopState.
enum class CallKind { Identify, Enumerate, Pull, Get, Ask, Logoff, Disconnect, Message, SetState, Assign, Free, Any };

/// Logoff, Disconnect or Message, or an act on a machine.
[[nodiscard]] bool isAct(CallKind kind) noexcept;
/// SetState, Assign or Free.
[[nodiscard]] bool isMachineAct(CallKind kind) noexcept;
/// What a call of a method of that class is: an act, or else Ask.
[[nodiscard]] CallKind callKindOf(const management::ClassSchema& schema, std::string_view method);
/// Get or an act: it names one session or machine.
[[nodiscard]] bool isKeyed(CallKind kind) noexcept;

enum class FaultKind {
    Return,        ///< the method answers with a code of its own; not carried out
    Fault,         ///< a WSManFault, or over COM an HRESULT; not carried out
    WmiError,      ///< an MSFT_WmiError, or over COM an HRESULT; not carried out
    FaultAfter,    ///< an act is carried out, then answered with a WSManFault, or over COM an HRESULT
    Http,          ///< that status and no body; not carried out
    Delay,         ///< carried out, the answer comes so much later
    Hang,          ///< the connection stays open and silent; not carried out
    DropBefore,    ///< the connection breaks; not carried out
    DropAfter,     ///< carried out, then the connection breaks
    Garbage,       ///< an answer that is no XML; not carried out
    Truncate,      ///< an answer that ends in the middle; not carried out
    NoReturnValue, ///< an answer without a ReturnValue; not carried out
    Stuck,         ///< a logoff, or a machine's change of state, that answers 0 and never ends
    Reuse,         ///< before it answers, the session's id is given to somebody else
    Reconnect,     ///< before it answers, the session becomes Active
};

/// One fault on order: WHERE[@HOST[/ID]][#NTH]=WHAT.
struct ScriptedFault
{
    CallKind where = CallKind::Any;
    std::string host;                       ///< empty = every host
    std::optional<std::uint32_t> sessionId; ///< only with a host
    std::uint64_t nth = 0;                  ///< counts from 1; 0 = every matching call
    FaultKind what = FaultKind::Hang;
    std::uint32_t code = 0;             ///< Return, Fault, WmiError, FaultAfter, Http
    std::chrono::milliseconds delay{0}; ///< Delay

    /// Fails: InvalidInput, with a detail that says what to write instead.
    [[nodiscard]] static core::Result<ScriptedFault> parse(std::string_view specification);

    /// Whether a call of that kind can meet it at all: a Get has no ReturnValue, an Identify no session.
    [[nodiscard]] bool suits(CallKind kind) const noexcept;

    friend bool operator==(const ScriptedFault&, const ScriptedFault&) = default;
};

} // namespace deskwarden::simulator
