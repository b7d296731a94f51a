// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/Policy.h"

#include "core/Names.h"
#include "core/TransportSpec.h"

#include <algorithm>

namespace deskwarden::management {

namespace {

/// In the order in which they are tried.
std::vector<core::Transport> waysOfBareName()
{
    std::vector<core::Transport> ways;
    for (const core::TransportSpec& spec : core::transportSpecs) {
        if (spec.servesBareNames)
            ways.push_back(spec.transport);
    }
    return ways;
}

std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// `isAlike(letter, of the pattern)` decides about one letter.
template <typename Alike>
bool fits(std::string_view text, std::string_view pattern, const Alike& isAlike) noexcept
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
        } else if (mark < pattern.size() && isAlike(text.substr(place, 1), pattern.substr(mark, 1))) {
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

} // namespace

std::optional<PolicyRefusal> Policy::refusalOf(ActionKind kind) const noexcept
{
    if (isReadOnly)
        return PolicyRefusal::ReadOnly;
    return allows(kind) ? std::nullopt : std::optional(PolicyRefusal::ActionForbidden);
}

std::optional<PolicyRefusal> Policy::refusalOf(ActionKind kind, std::size_t sessions) const noexcept
{
    if (const auto refusal = refusalOf(kind))
        return refusal;
    if (largestPlan != 0 && sessions > largestPlan)
        return PolicyRefusal::PlanTooLarge;
    return std::nullopt;
}

std::optional<PolicyRefusal> Policy::refusalOf(ActionKind kind, std::size_t sessions,
                                               std::string_view reason) const noexcept
{
    const auto refusal = refusalOf(kind, sessions);
    return refusal ? refusal : refusalOf(reason);
}

std::optional<PolicyRefusal> Policy::refusalOf(std::string_view reason) const noexcept
{
    if (trimmed(reason).empty())
        return requiresReason ? std::optional(PolicyRefusal::ReasonMissing) : std::nullopt;
    const bool isFit = std::ranges::all_of(
        ticketPatterns, [reason](const std::string& pattern) { return fitsTicketPattern(reason, pattern); });
    return isFit ? std::nullopt : std::optional(PolicyRefusal::ReasonUnfit);
}

std::optional<PolicyRefusal> Policy::refusalOf(core::Transport transport) const noexcept
{
    if (transport == core::Transport::Automatic)
        return std::ranges::all_of(waysOfBareName(), [this](core::Transport way) { return refusalOf(way).has_value(); })
                   ? std::optional(PolicyRefusal::TransportForbidden)
                   : std::nullopt;
    const bool isAllowed = transports.empty() || core::specOf(transport).word == nullptr ||
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

std::vector<core::Transport> allowedWays(core::Transport transport, const Policy& policy)
{
    auto ways = transport == core::Transport::Automatic ? waysOfBareName() : std::vector{transport};
    std::erase_if(ways, [&policy](core::Transport way) { return policy.refusalOf(way).has_value(); });
    return ways;
}

Policy stricter(Policy left, const Policy& right)
{
    left.isReadOnly = left.isReadOnly || right.isReadOnly;
    left.forbiddenActions |= right.forbiddenActions;
    left.requiresReason = left.requiresReason || right.requiresReason;
    left.requiresSystemLog = left.requiresSystemLog || right.requiresSystemLog;
    if (left.largestPlan == 0 || (right.largestPlan != 0 && right.largestPlan < left.largestPlan))
        left.largestPlan = right.largestPlan;
    if (left.typeNumberFrom == 0 || (right.typeNumberFrom != 0 && right.typeNumberFrom < left.typeNumberFrom))
        left.typeNumberFrom = right.typeNumberFrom;
    const auto append = [](auto& all, const auto& more) { all.insert(all.end(), more.begin(), more.end()); };
    append(left.ticketPatterns, right.ticketPatterns);
    append(left.protectedAccounts, right.protectedAccounts);
    append(left.protectedHosts, right.protectedHosts);
    if (left.transports.empty()) {
        left.transports = right.transports;
    } else if (!right.transports.empty()) {
        std::erase_if(left.transports, [&right](core::Transport one) { return right.refusalOf(one).has_value(); });
        if (left.transports.empty()) // an empty list would allow all; a demonstration is always allowed
            left.transports = {core::Transport::Demo};
    }
    // Two that fix different addresses leave none.
    const bool areApart =
        !left.updateAddress.empty() && !right.updateAddress.empty() && left.updateAddress != right.updateAddress;
    left.forbidsUpdateCheck = left.forbidsUpdateCheck || right.forbidsUpdateCheck || areApart;
    if (left.updateAddress.empty())
        left.updateAddress = right.updateAddress;
    left.forbidsHandOffs = left.forbidsHandOffs || right.forbidsHandOffs;
    if (left.handOffs.empty()) {
        left.handOffs = right.handOffs;
    } else if (!right.handOffs.empty()) {
        std::erase_if(left.handOffs, [&right](const std::string& one) {
            return std::ranges::find(right.handOffs, one) == right.handOffs.end();
        });
        left.forbidsHandOffs = left.forbidsHandOffs || left.handOffs.empty(); // an empty list would allow all
    }
    if (left.problem.empty())
        left.problem = right.problem;
    return left;
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
    case PolicyRefusal::ReasonUnfit:
        return "reason_unfit";
    case PolicyRefusal::TransportForbidden:
        return "transport_forbidden";
    case PolicyRefusal::SystemLogUnwritable:
        return "system_log_unwritable";
    }
    return "";
}

bool fitsPattern(std::string_view text, std::string_view pattern) noexcept
{
    return fits(text, pattern,
                [](std::string_view letter, std::string_view wanted) { return core::isSameName(letter, wanted); });
}

bool fitsTicketPattern(std::string_view reason, std::string_view pattern) noexcept
{
    const auto isAlike = [](std::string_view letter, std::string_view wanted) {
        return wanted == "#" ? letter >= "0" && letter <= "9" : core::isSameName(letter, wanted);
    };
    return fits(trimmed(reason), pattern, isAlike);
}

} // namespace deskwarden::management
