// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionPlan.h"

#include "core/Names.h"
#include "management/seam/ActionSpec.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

bool ActionPlan::isAnyInUse() const noexcept
{
    return std::ranges::any_of(sessions, [](const core::Session& session) { return core::isInUse(session.state); });
}

bool ActionPlan::needsTypedCount(const Policy& policy) const noexcept
{
    return management::needsTypedCount(sessions.size(), isAnyInUse(), policy);
}

bool needsTypedCount(std::size_t count, bool isAnyInUse, const Policy& policy) noexcept
{
    constexpr std::size_t largePlan = 25;
    const bool isPolicys = policy.typeNumberFrom != 0 && count >= policy.typeNumberFrom;
    return count > 0 && (count > largePlan || isPolicys || (count > 1 && isAnyInUse));
}

namespace {

/// Compared without its domain where one side does not know it.
bool isOwn(const core::Session& session, std::string_view ownAccount)
{
    // user@REALM: the realm is not the domain's short name, so that it cannot be compared.
    if (const auto at = ownAccount.find('@'); at != std::string_view::npos)
        ownAccount = ownAccount.substr(0, at);
    const auto slash = ownAccount.find('\\');
    const std::string_view ownUser = slash == std::string_view::npos ? ownAccount : ownAccount.substr(slash + 1);
    if (ownAccount.empty() || !core::isSameName(session.userName.view(), ownUser))
        return false;
    const bool isDomainKnown = slash != std::string_view::npos && !session.domainName.isEmpty();
    return !isDomainKnown || core::isSameName(session.domainName.view(), ownAccount.substr(0, slash));
}

std::optional<LeftOutReason> leftOutReason(const core::Session& session, ActionKind kind, const PlanRules& rules)
{
    if (session.isDoubled)
        return LeftOutReason::DoubledKey;
    if (session.state == core::ConnectState::Listen)
        return LeftOutReason::Listener;
    if (!core::hasUser(session))
        return LeftOutReason::NoUser;
    return specOf(kind).interruptsUser ? whyProtected(session, rules) : std::nullopt;
}

} // namespace

std::optional<LeftOutReason> whyProtected(const core::Session& session, const PlanRules& rules)
{
    if (std::ranges::any_of(rules.ownAccounts, [&](const std::string& account) { return isOwn(session, account); }))
        return LeftOutReason::OwnSession;
    if (rules.policy.isProtectedAccount(session))
        return LeftOutReason::ProtectedAccount;
    if (rules.policy.isProtectedHost(session))
        return LeftOutReason::ProtectedHost;
    return std::nullopt;
}

ActionPlan planFor(Action action, std::span<const core::Session> chosen, const PlanRules& rules)
{
    ActionPlan plan;
    plan.action = std::move(action);
    for (const core::Session& session : chosen) {
        if (const auto reason = leftOutReason(session, plan.action.kind, rules))
            plan.leftOut.push_back({session, *reason});
        else
            plan.sessions.push_back(session);
    }
    return plan;
}

const char* symbol(LeftOutReason reason) noexcept
{
    switch (reason) {
    case LeftOutReason::DoubledKey:
        return "doubled_key";
    case LeftOutReason::NoUser:
        return "no_user";
    case LeftOutReason::Listener:
        return "listener";
    case LeftOutReason::OwnSession:
        return "own_session";
    case LeftOutReason::ProtectedAccount:
        return "protected_account";
    case LeftOutReason::ProtectedHost:
        return "protected_host";
    case LeftOutReason::AlreadySo:
        return "already_so";
    case LeftOutReason::MachineChanging:
        return "machine_changing";
    case LeftOutReason::OwnedByOther:
        return "owned_by_other";
    }
    return "";
}

} // namespace deskwarden::management
