// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/ScriptedFault.h"

#include "core/HiddenLetters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace deskwarden::simulator {

namespace {

constexpr std::array<std::pair<std::string_view, CallKind>, 12> places{{
    {"identify", CallKind::Identify},
    {"enumerate", CallKind::Enumerate},
    {"pull", CallKind::Pull},
    {"get", CallKind::Get},
    {"ask", CallKind::Ask},
    {"logoff", CallKind::Logoff},
    {"disconnect", CallKind::Disconnect},
    {"message", CallKind::Message},
    {"set-state", CallKind::SetState},
    {"assign", CallKind::Assign},
    {"free", CallKind::Free},
    {"any", CallKind::Any},
}};

struct FaultWord
{
    std::string_view word;
    FaultKind kind;
    std::string_view argument; // what must follow the colon; empty = nothing
};
constexpr std::array<FaultWord, 15> words{{
    {"return", FaultKind::Return, "CODE"},
    {"fault", FaultKind::Fault, "CODE"},
    {"wmi-error", FaultKind::WmiError, "CODE"},
    {"fault-after", FaultKind::FaultAfter, "CODE"},
    {"http", FaultKind::Http, "STATUS"},
    {"delay", FaultKind::Delay, "MS"},
    {"hang", FaultKind::Hang, ""},
    {"drop-before", FaultKind::DropBefore, ""},
    {"drop-after", FaultKind::DropAfter, ""},
    {"garbage", FaultKind::Garbage, ""},
    {"truncate", FaultKind::Truncate, ""},
    {"no-return-value", FaultKind::NoReturnValue, ""},
    {"stuck", FaultKind::Stuck, ""},
    {"reuse", FaultKind::Reuse, ""},
    {"reconnect", FaultKind::Reconnect, ""},
}};

tl::unexpected<core::ManagementError> misuse(std::string_view specification, const std::string& remedy)
{
    return core::failure(core::ErrorKind::InvalidInput, "fault \"" + core::shownText(specification) + "\": " + remedy);
}

std::optional<std::uint64_t> number(std::string_view text)
{
    const bool isHex = text.starts_with("0x") || text.starts_with("0X");
    if (isHex)
        text.remove_prefix(2);
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value, isHex ? 16 : 10);
    return text.empty() || error != std::errc() || stop != end ? std::nullopt : std::optional(value);
}

// Each reader takes its part off the text and says what is wrong with it; empty = all is well.
std::string readNth(std::string_view& where, ScriptedFault& fault)
{
    const auto sign = where.rfind('#');
    if (sign == std::string_view::npos)
        return {};
    const auto nth = number(where.substr(sign + 1));
    if (!nth || *nth == 0)
        return "write a number from 1 after #, as in logoff#3=hang";
    fault.nth = *nth;
    where = where.substr(0, sign);
    return {};
}

std::string readTarget(std::string_view& where, ScriptedFault& fault)
{
    const auto sign = where.find('@');
    if (sign == std::string_view::npos)
        return {};
    std::string_view target = where.substr(sign + 1);
    where = where.substr(0, sign);
    if (const auto slash = target.rfind('/'); slash != std::string_view::npos) {
        const auto id = number(target.substr(slash + 1));
        if (!id || *id > std::numeric_limits<std::uint32_t>::max())
            return "write the session's number after /, as in logoff@HOST/7=hang";
        fault.sessionId = static_cast<std::uint32_t>(*id);
        target = target.substr(0, slash);
    }
    if (target.empty())
        return "write a VM host after @, as in logoff@HOST=hang";
    fault.host = std::string(target);
    return {};
}

std::string readWhere(std::string_view where, ScriptedFault& fault)
{
    const auto* known = std::ranges::find(places, where, [](const auto& place) { return place.first; });
    if (known == places.end())
        return "start with one of identify, enumerate, pull, get, ask, logoff, disconnect, message, set-state, "
               "assign, free, any";
    fault.where = known->second;
    if (!fault.host.empty() && fault.where != CallKind::Any && !isKeyed(fault.where))
        return "@HOST goes only with get, acts or any: the others name no session and no machine";
    return {};
}

std::string readWhat(std::string_view what, ScriptedFault& fault)
{
    const auto colon = what.find(':');
    const std::string_view word = what.substr(0, colon);
    const auto* known = std::ranges::find(words, word, &FaultWord::word);
    if (known == words.end())
        return "after = write one of return:CODE, fault:CODE, wmi-error:CODE, fault-after:CODE, http:STATUS, "
               "delay:MS, hang, drop-before, drop-after, garbage, truncate, no-return-value, stuck, reuse, reconnect";
    fault.what = known->kind;
    const std::string name(word);
    if (known->argument.empty())
        return colon == std::string_view::npos ? std::string() : name + " takes nothing after it";
    const auto value = colon == std::string_view::npos ? std::nullopt : number(what.substr(colon + 1));
    if (!value || *value > std::numeric_limits<std::uint32_t>::max())
        return "write " + name + ":" + std::string(known->argument) + " with a number, decimal or 0x hex";
    if (fault.what == FaultKind::Http && (*value < 200 || *value > 599))
        return "write an HTTP status from 200 to 599";
    if (fault.what == FaultKind::Delay)
        fault.delay = std::chrono::milliseconds(*value);
    else
        fault.code = static_cast<std::uint32_t>(*value);
    return {};
}

/// Of those that do not go with every call.
std::string whyItDoesNotSuit(FaultKind what)
{
    if (what == FaultKind::Stuck)
        return "stuck goes only with logoff, set-state or any";
    if (what == FaultKind::Reuse || what == FaultKind::Reconnect)
        return "that goes only with get, logoff, disconnect, message or any: it needs a session";
    return what == FaultKind::FaultAfter ? "that goes only with acts or any: only acts are carried out"
                                         : "that goes only with ask, acts or any: only methods return a value";
}

} // namespace

bool isAct(CallKind kind) noexcept
{
    return kind == CallKind::Logoff || kind == CallKind::Disconnect || kind == CallKind::Message || isMachineAct(kind);
}

bool isMachineAct(CallKind kind) noexcept
{
    return kind == CallKind::SetState || kind == CallKind::Assign || kind == CallKind::Free;
}

CallKind callKindOf(const management::ClassSchema& schema, std::string_view method)
{
    if (schema.name == management::sessionClass) {
        if (method == "Logoff")
            return CallKind::Logoff;
        return method == "Disconnect" ? CallKind::Disconnect : CallKind::Message;
    }
    if (schema.name != management::virtualDesktopClass)
        return CallKind::Ask;
    if (method == "SetVirtualDesktopState")
        return CallKind::SetState;
    if (method == "SetUserAssignment")
        return CallKind::Assign;
    return method == "RemoveUserAssignment" ? CallKind::Free : CallKind::Ask;
}

bool isKeyed(CallKind kind) noexcept
{
    return kind == CallKind::Get || isAct(kind);
}

bool ScriptedFault::suits(CallKind kind) const noexcept
{
    switch (what) {
    case FaultKind::FaultAfter:
        return isAct(kind);
    case FaultKind::Return:
    case FaultKind::NoReturnValue:
        return isAct(kind) || kind == CallKind::Ask;
    case FaultKind::Stuck:
        return kind == CallKind::Logoff || kind == CallKind::SetState;
    case FaultKind::Reuse:
    case FaultKind::Reconnect:
        return isKeyed(kind) && !isMachineAct(kind);
    case FaultKind::Fault:
    case FaultKind::WmiError:
    case FaultKind::Http:
    case FaultKind::Delay:
    case FaultKind::Hang:
    case FaultKind::DropBefore:
    case FaultKind::DropAfter:
    case FaultKind::Garbage:
    case FaultKind::Truncate:
        return true;
    }
    return false;
}

core::Result<ScriptedFault> ScriptedFault::parse(std::string_view specification)
{
    const auto equals = specification.find('=');
    if (equals == std::string_view::npos)
        return misuse(specification, "write WHERE=WHAT, as in logoff#3=return:5");
    std::string_view where = specification.substr(0, equals);
    ScriptedFault fault;
    std::string problem = readNth(where, fault);
    if (problem.empty())
        problem = readTarget(where, fault);
    if (problem.empty())
        problem = readWhere(where, fault);
    if (problem.empty())
        problem = readWhat(specification.substr(equals + 1), fault);
    if (problem.empty() && fault.where != CallKind::Any && !fault.suits(fault.where)) {
        problem = whyItDoesNotSuit(fault.what);
    }
    if (!problem.empty())
        return misuse(specification, problem);
    return fault;
}

} // namespace deskwarden::simulator
