// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "management/acting/ActionPlan.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace deskwarden::management {

struct LeftOutMachine
{
    core::VirtualDesktop machine;
    LeftOutReason reason = LeftOutReason::DoubledKey;
    friend bool operator==(const LeftOutMachine&, const LeftOutMachine&) = default;
};

/// What would be done to machines, before anybody has confirmed it.
struct MachinePlan
{
    Action action;
    std::vector<core::VirtualDesktop> machines; ///< these are acted upon, in the order in which they were chosen
    std::vector<LeftOutMachine> leftOut;

    /// The act takes a machine away under somebody's hands, as far as the list tells.
    [[nodiscard]] bool isAnyInUse() const noexcept;
    /// As ActionPlan::needsTypedCount().
    [[nodiscard]] bool needsTypedCount(const Policy& policy = {}) const noexcept;
};

/// The rules for acts on machines of these servers: in a demonstration nobody's machine is touched, so that every act
/// on machines counts as named there. With no server, or another one among them, they stay as they are.
[[nodiscard]] PlanRules rulesOn(std::span<const core::ServerId> servers, PlanRules rules);
[[nodiscard]] MachinePlan planFor(Action action, std::span<const core::VirtualDesktop> chosen,
                                  const PlanRules& rules = {});
/// As whose session the act stands in records and lists: of an assignment the new owner, of a freed desktop the old
/// one, else the user whose session the machine has. Its session id is 0.
[[nodiscard]] core::Session occupantOf(const core::VirtualDesktop& machine, const Action& action);
/// The confirmed act on the machine.
[[nodiscard]] ActionRequest machineRequest(std::uint64_t id, const core::VirtualDesktop& machine, const Action& action,
                                           std::string reason = {});

} // namespace deskwarden::management
