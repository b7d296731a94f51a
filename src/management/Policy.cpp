// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/Policy.h"

#include "core/Value.h"

#include <algorithm>

namespace deskwarden::management {

namespace {

bool isBlank(std::string_view text) noexcept
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

std::optional<PolicyRefusal> Policy::refusalOf(ActionKind kind) const noexcept
{
    if (isReadOnly)
        return PolicyRefusal::ReadOnly;
    const auto unless = [](bool isAllowed) {
        return isAllowed ? std::nullopt : std::optional(PolicyRefusal::ActionForbidden);
    };
    switch (kind) {
    case ActionKind::Logoff:
        return unless(allowsLogoff);
    case ActionKind::Disconnect:
        return unless(allowsDisconnect);
    case ActionKind::Message:
        return unless(allowsMessage);
    }
    return PolicyRefusal::ActionForbidden;
}

std::optional<PolicyRefusal> Policy::refusalOf(ActionKind kind, std::size_t sessions,
                                               std::string_view reason) const noexcept
{
    if (const auto refusal = refusalOf(kind))
        return refusal;
    if (largestPlan != 0 && sessions > largestPlan)
        return PolicyRefusal::PlanTooLarge;
    if (requiresReason && isBlank(reason))
        return PolicyRefusal::ReasonMissing;
    return std::nullopt;
}

std::optional<PolicyRefusal> Policy::refusalOf(core::Transport transport) const noexcept
{
    const bool isAllowed = transports.empty() || transport == core::Transport::Demo ||
                           std::ranges::find(transports, transport) != transports.end();
    return isAllowed ? std::nullopt : std::optional(PolicyRefusal::TransportForbidden);
}

bool Policy::isProtectedAccount(const core::Session& session) const
{
    const std::string whole = core::accountName(session);
    return std::ranges::any_of(protectedAccounts, [&](const std::string& pattern) {
        const bool hasDomain = pattern.find('\\') != std::string::npos;
        return fitsPattern(hasDomain ? std::string_view(whole) : session.userName.view(), pattern);
    });
}

bool Policy::isProtectedHost(const core::Session& session) const
{
    return std::ranges::any_of(protectedHosts, [&](const std::string& pattern) {
        return fitsPattern(session.key.vmHostName.view(), pattern);
    });
}

const char* symbol(PolicyRefusal refusal) noexcept
{
    switch (refusal) {
    case PolicyRefusal::ReadOnly:
        return "read_only";
    case PolicyRefusal::ActionForbidden:
        return "action_forbidden";
    case PolicyRefusal::PlanTooLarge:
        return "plan_too_large";
    case PolicyRefusal::ReasonMissing:
        return "reason_missing";
    case PolicyRefusal::TransportForbidden:
        return "transport_forbidden";
    }
    return "";
}

bool fitsPattern(std::string_view text, std::string_view pattern) noexcept
{
    // The classic two-pointer walk: on a mismatch the last star takes one letter more.
    std::size_t place = 0;
    std::size_t mark = 0;
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    while (place < text.size()) {
        if (mark < pattern.size() && pattern[mark] == '*') {
            star = mark++;
            retry = place;
        } else if (mark < pattern.size() && core::isSameName(text.substr(place, 1), pattern.substr(mark, 1))) {
            ++place;
            ++mark;
        } else if (star != std::string_view::npos) {
            mark = star + 1;
            place = ++retry;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', mark) == std::string_view::npos;
}

} // namespace deskwarden::management
