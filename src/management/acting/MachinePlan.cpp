// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/MachinePlan.h"

#include "core/ServerAddress.h"
#include "management/acting/MachineRules.h"
#include "management/seam/ActionSpec.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

namespace {

std::optional<LeftOutReason> whyLeftOut(const core::VirtualDesktop& machine, const Action& action,
                                        const PlanRules& rules)
{
    const ActionSpec& spec = specOf(action.kind);
    if (machine.isDoubled)
        return LeftOutReason::DoubledKey;
    if (isAsWanted(action, machine))
        return LeftOutReason::AlreadySo;
    if (spec.proof == Proof::StateReached && core::isInTransition(machine.state))
        return LeftOutReason::MachineChanging;
    if (action.kind == ActionKind::Assign && core::isAssigned(machine))
        return LeftOutReason::OwnedByOther;
    if (action.kind == ActionKind::Start)
        return std::nullopt;
    // Of a freed desktop its owner is the one whom it hits.
    const auto why = whyProtected(occupantOf(machine, action), rules);
    const bool isOwnAllowed = why == LeftOutReason::OwnSession && !spec.interruptsUser;
    return isOwnAllowed ? std::nullopt : why;
}

} // namespace

bool MachinePlan::isAnyInUse() const noexcept
{
    return specOf(action.kind).interruptsUser &&
           std::ranges::any_of(machines, [](const core::VirtualDesktop& machine) { return core::isInUse(machine); });
}

bool MachinePlan::needsTypedCount(const Policy& policy) const noexcept
{
    return management::needsTypedCount(machines.size(), isAnyInUse(), policy);
}

PlanRules rulesOn(std::span<const core::ServerId> servers, PlanRules rules)
{
    const auto isDemonstration = [](const core::ServerId& server) {
        const auto address = core::ServerAddress::parse(server.address.view());
        return address && address->transport == core::Transport::Demo;
    };
    if (!servers.empty() && std::ranges::all_of(servers, isDemonstration))
        rules.policy.namedActions.set();
    return rules;
}

MachinePlan planFor(Action action, std::span<const core::VirtualDesktop> chosen, const PlanRules& rules)
{
    MachinePlan plan;
    plan.action = std::move(action);
    for (const core::VirtualDesktop& machine : chosen) {
        if (const auto reason = whyLeftOut(machine, plan.action, rules))
            plan.leftOut.push_back({machine, *reason});
        else
            plan.machines.push_back(machine);
    }
    return plan;
}

core::Session occupantOf(const core::VirtualDesktop& machine, const Action& action)
{
    core::Session session;
    session.key = {machine.server, machine.hostName, 0};
    session.vmName = machine.name;
    session.collectionId = machine.collectionAlias;
    if (action.kind == ActionKind::Assign) {
        session.userName = core::SharedString(action.account);
        session.domainName = core::SharedString(action.accountDomain);
    } else if (action.kind == ActionKind::Free) {
        session.userName = machine.ownerName;
        session.domainName = machine.ownerDomain;
    } else {
        const std::string_view user = machine.sessionUserName.view();
        const std::size_t backslash = user.find('\\'); // some brokers write the domain in front
        session.userName = backslash == std::string_view::npos ? machine.sessionUserName
                                                               : core::SharedString(user.substr(backslash + 1));
        if (backslash != std::string_view::npos)
            session.domainName = core::SharedString(user.substr(0, backslash));
        session.state = machine.sessionState;
    }
    return session;
}

ActionRequest machineRequest(std::uint64_t id, const core::VirtualDesktop& machine, const Action& action,
                             std::string reason)
{
    ActionRequest request;
    request.id = id;
    request.confirmed = occupantOf(machine, action);
    request.machine = machine;
    request.action = action;
    request.reason = std::move(reason);
    return request;
}

} // namespace deskwarden::management
