// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/ScriptedFault.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// What is to become of one call: at most one effect that decides its answer, and what happens besides.
struct CallFate
{
    /// Return, Fault, WmiError, FaultAfter, Http, Hang, DropBefore, DropAfter, Garbage, Truncate or NoReturnValue;
    /// nothing = answer.
    std::optional<FaultKind> effect;
    std::uint32_t code = 0;
    std::chrono::milliseconds delay{0};
    bool isStuck = false;
    bool isReused = false;
    bool isReconnected = false;

    /// Whether the broker does what was asked. Not carried out: every effect but DropAfter and FaultAfter.
    [[nodiscard]] bool isCarriedOut() const noexcept
    {
        return !effect || *effect == FaultKind::DropAfter || *effect == FaultKind::FaultAfter;
    }
};

/// The faults on order, and how often each has been met. Every fault counts the calls that match it; of those that
/// strike the same call, delays add up and the first one given decides the answer.
/// Thread: any; guarded inside.
class FaultScript final
{
public:
    explicit FaultScript(std::vector<ScriptedFault> faults = {});

    /// Counts the call and says what is to become of it. Host and id only for calls that name a session.
    [[nodiscard]] CallFate decide(CallKind call, std::string_view host = {}, std::uint32_t sessionId = 0);
    /// One more fault from now on, counting from now.
    void add(ScriptedFault fault);

private:
    struct Order
    {
        ScriptedFault fault;
        std::uint64_t met = 0;
    };

    std::mutex m_mutex;
    std::vector<Order> m_orders; // guarded by m_mutex
};

} // namespace deskwarden::simulator
