// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/ActionPlan.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

bool ActionPlan::isAnyInUse() const noexcept
{
    return std::ranges::any_of(sessions, [](const core::Session& session) { return core::isInUse(session.state); });
}

bool ActionPlan::needsTypedCount(std::size_t largePlan) const noexcept
{
    return !sessions.empty() && (sessions.size() > largePlan || isAnyInUse());
}

ActionPlan planFor(Action action, std::span<const core::Session> chosen)
{
    ActionPlan plan;
    plan.action = std::move(action);
    for (const core::Session& session : chosen) {
        if (session.state == core::ConnectState::Listen)
            plan.leftOut.push_back({session, LeftOutReason::Listener});
        else if (!core::hasUser(session))
            plan.leftOut.push_back({session, LeftOutReason::NoUser});
        else
            plan.sessions.push_back(session);
    }
    return plan;
}

const char* symbol(LeftOutReason reason) noexcept
{
    switch (reason) {
    case LeftOutReason::NoUser:
        return "no_user";
    case LeftOutReason::Listener:
        return "listener";
    }
    return "";
}

} // namespace deskwarden::management
