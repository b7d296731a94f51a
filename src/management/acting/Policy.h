// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ErrorReason.h"
#include "core/ServerAddress.h"
#include "management/seam/ActionSpec.h"

#include <bitset>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::management {

using core::PolicyRefusal;

/// What the administrator of this computer allows its operators. The default allows every act on sessions; an act on
/// machines is off until it is named.
struct Policy
{
    bool isReadOnly = false;
    std::bitset<actionSpecs.size()> forbiddenActions; ///< by indexOf(ActionKind)
    std::bitset<actionSpecs.size()> namedActions;     ///< those that are allowed by name
    bool requiresReason = false;
    bool requiresSystemLog = false;          ///< no act that the system's log has not been told of
    std::size_t largestPlan = 0;             ///< sessions at once; 0 = as many as one likes
    std::size_t typeNumberFrom = 0;          ///< sessions from which on their number is typed; 0 = the plan's own rule
    std::vector<std::string> ticketPatterns; ///< a reason fits all; * stands for any text, # for one digit
    std::vector<std::string> protectedAccounts; ///< "DOMAIN\user", or "user" in any domain; * stands for any text
    std::vector<std::string> protectedHosts;    ///< VM hosts; * stands for any text
    std::vector<core::Transport> transports;    ///< empty = all
    bool forbidsUpdateCheck = false;            ///< nobody asks for a newer version
    std::string updateAddress;                  ///< where that is asked for; empty = where the operator says
    bool forbidsHandOffs = false;               ///< no program takes over
    std::vector<std::string> handOffs;          ///< the only ones that may, by core::parseHandOff; empty = any
    std::string problem; ///< why the policy could not be read; it is then read-only. Plain text from the file's reader

    void forbid(ActionKind kind) { forbiddenActions.set(indexOf(kind)); }
    /// Whether the act is not forbidden, and named if it has to be.
    [[nodiscard]] bool allows(ActionKind kind) const
    {
        return !forbiddenActions.test(indexOf(kind)) && (!isOfMachines(kind) || namedActions.test(indexOf(kind)));
    }

    [[nodiscard]] std::optional<PolicyRefusal> refusalOf(ActionKind kind) const noexcept;
    /// The first thing that is wrong with a whole plan whose reason is still to be given.
    [[nodiscard]] std::optional<PolicyRefusal> refusalOf(ActionKind kind, std::size_t sessions) const noexcept;
    /// The first thing that is wrong with a whole plan.
    [[nodiscard]] std::optional<PolicyRefusal> refusalOf(ActionKind kind, std::size_t sessions,
                                                         std::string_view reason) const noexcept;
    /// What is wrong with a reason alone. One that is blank fits every pattern: whether it must be given is another
    /// question.
    [[nodiscard]] std::optional<PolicyRefusal> refusalOf(std::string_view reason) const noexcept;
    [[nodiscard]] std::optional<PolicyRefusal> refusalOf(core::Transport transport) const noexcept;
    [[nodiscard]] bool isProtectedAccount(const core::Session& session) const;
    [[nodiscard]] bool isProtectedHost(const core::Session& session) const;

    friend bool operator==(const Policy&, const Policy&) = default;
};

/// What both allow. Only the left one can name acts that are off until they are named.
[[nodiscard]] Policy stricter(Policy left, const Policy& right);
/// The ways that lead to such an address and that policy allows, in the order in which they are tried: for a bare host
/// name HTTPS, HTTP and, on Windows, DCOM. Empty: every one is forbidden.
[[nodiscard]] std::vector<core::Transport> allowedWays(core::Transport transport, const Policy& policy);
/// "read_only", "action_forbidden", …
[[nodiscard]] const char* symbol(PolicyRefusal refusal) noexcept;
/// Whether the whole text fits the pattern, in which * stands for any text, whatever the ASCII case.
[[nodiscard]] bool fitsPattern(std::string_view text, std::string_view pattern) noexcept;
/// The same for a reason without the blanks around it; # stands for one digit as well.
[[nodiscard]] bool fitsTicketPattern(std::string_view reason, std::string_view pattern) noexcept;

} // namespace deskwarden::management
