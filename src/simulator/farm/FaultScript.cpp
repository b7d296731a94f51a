// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/FaultScript.h"

#include "core/Names.h"

#include <utility>

namespace deskwarden::simulator {

namespace {

bool isMeant(const ScriptedFault& fault, CallKind call, std::string_view host, std::uint32_t sessionId)
{
    if ((fault.where != CallKind::Any && fault.where != call) || !fault.suits(call))
        return false;
    if (fault.host.empty())
        return true;
    return isKeyed(call) && core::isSameName(fault.host, host) && (!fault.sessionId || *fault.sessionId == sessionId);
}

void apply(const ScriptedFault& fault, CallFate& fate)
{
    switch (fault.what) {
    case FaultKind::Delay:
        fate.delay += fault.delay;
        return;
    case FaultKind::Stuck:
        fate.isStuck = true;
        return;
    case FaultKind::Reuse:
        fate.isReused = true;
        return;
    case FaultKind::Reconnect:
        fate.isReconnected = true;
        return;
    case FaultKind::Return:
    case FaultKind::Fault:
    case FaultKind::WmiError:
    case FaultKind::FaultAfter:
    case FaultKind::Http:
    case FaultKind::Hang:
    case FaultKind::DropBefore:
    case FaultKind::DropAfter:
    case FaultKind::Garbage:
    case FaultKind::Truncate:
    case FaultKind::NoReturnValue:
        break;
    }
    if (!fate.effect) {
        fate.effect = fault.what;
        fate.code = fault.code;
    }
}

} // namespace

FaultScript::FaultScript(std::vector<ScriptedFault> faults)
{
    for (ScriptedFault& fault : faults)
        m_orders.push_back({std::move(fault), 0});
}

CallFate FaultScript::decide(CallKind call, std::string_view host, std::uint32_t sessionId)
{
    CallFate fate;
    const std::lock_guard lock(m_mutex);
    for (Order& order : m_orders) {
        if (!isMeant(order.fault, call, host, sessionId))
            continue;
        ++order.met;
        if (order.fault.nth == 0 || order.fault.nth == order.met)
            apply(order.fault, fate);
    }
    return fate;
}

void FaultScript::add(ScriptedFault fault)
{
    const std::lock_guard lock(m_mutex);
    m_orders.push_back({std::move(fault), 0});
}

} // namespace deskwarden::simulator
