// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"
#include "management/seam/Action.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deskwarden::management {

/// Why a chosen session is not acted upon.
enum class LeftOutReason {
    DoubledKey,       ///< the list has its key more than once, so that nobody can say who would be hit
    NoUser,           ///< nobody is signed in, so nobody can be named
    Listener,         ///< it is the listener that waits for connections
    OwnSession,       ///< it is the operator's own
    ProtectedAccount, ///< policy protects who is signed in
    ProtectedHost,    ///< policy protects the VM host
    AlreadySo,        ///< the machine is already as it would become
    MachineChanging,  ///< the machine is on its way into another state
    OwnedByOther,     ///< the desktop is somebody else's: it has to be freed first
};

struct LeftOutSession
{
    core::Session session;
    LeftOutReason reason = LeftOutReason::NoUser;
    friend bool operator==(const LeftOutSession&, const LeftOutSession&) = default;
};

/// What would be done, before anybody has confirmed it.
struct ActionPlan
{
    Action action;
    std::vector<core::Session> sessions; ///< these are acted upon, in the order in which they were chosen
    std::vector<LeftOutSession> leftOut;

    /// Somebody may be working in at least one of them.
    [[nodiscard]] bool isAnyInUse() const noexcept;
    /// So many, several with somebody at work among them, or as many as policy says, that a person types the number
    /// before it is done. One session needs it only where policy says so: its user is named.
    [[nodiscard]] bool needsTypedCount(const Policy& policy = {}) const noexcept;
};

/// What a plan is made by, beside the choice.
struct PlanRules
{
    Policy policy = {};
    /// "DOMAIN\user" of the operator, on this computer and on the server. Left out of logoffs and disconnects.
    std::vector<std::string> ownAccounts = {};
};

/// Whether a person types the number of so many before they are acted upon.
[[nodiscard]] bool needsTypedCount(std::size_t count, bool isAnyInUse, const Policy& policy) noexcept;
/// Why somebody must not be interrupted there; nothing = nobody protects them.
[[nodiscard]] std::optional<LeftOutReason> whyProtected(const core::Session& session, const PlanRules& rules);
[[nodiscard]] ActionPlan planFor(Action action, std::span<const core::Session> chosen, const PlanRules& rules = {});
[[nodiscard]] const char* symbol(LeftOutReason reason) noexcept; ///< "no_user", "listener", "own_session", …

} // namespace deskwarden::management
