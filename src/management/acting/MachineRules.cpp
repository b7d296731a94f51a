// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/MachineRules.h"

#include "core/Names.h"
#include "management/machines/MachineMapping.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/ErrorRules.h"

#include <utility>

namespace deskwarden::management {

namespace {

Outcome machineOutcome(OutcomeKind kind)
{
    Outcome outcome;
    outcome.kind = kind;
    return outcome;
}

Outcome skippedMachine(SkipReason reason, const core::VirtualDesktop* found = nullptr)
{
    Outcome outcome = machineOutcome(OutcomeKind::Skipped);
    outcome.skipReason = reason;
    if (found != nullptr)
        outcome.foundMachine = *found;
    return outcome;
}

bool isSameOwner(const core::VirtualDesktop& left, const core::VirtualDesktop& right) noexcept
{
    return core::isSameName(left.ownerName, right.ownerName) && core::isSameName(left.ownerDomain, right.ownerDomain);
}

/// A domain that one side does not tell is not compared.
bool isOwnedBy(const core::VirtualDesktop& machine, std::string_view user, std::string_view domain) noexcept
{
    const bool isDomainKnown = !domain.empty() && !machine.ownerDomain.isEmpty();
    return !user.empty() && core::isSameName(machine.ownerName.view(), user) &&
           (!isDomainKnown || core::isSameName(machine.ownerDomain.view(), domain));
}

Decision settledAs(OutcomeKind kind, Outcome known)
{
    known.kind = kind;
    return {std::nullopt, std::move(known)};
}

/// What has changed in the machine since a person confirmed the act.
std::optional<SkipReason> changeOf(const Action& action, const core::VirtualDesktop& confirmed,
                                   const core::VirtualDesktop& found)
{
    const ActionSpec& spec = specOf(action.kind);
    if (isAsWanted(action, found))
        return SkipReason::AlreadySo;
    if (!core::isSameMachine(confirmed.hostName.view(), found.hostName.view()) &&
        !(confirmed.hostName.isEmpty() && found.hostName.isEmpty()))
        return SkipReason::MachineMoved;
    if (spec.proof == Proof::OwnerChanged)
        return isSameOwner(confirmed, found) ? std::nullopt : std::optional(SkipReason::OwnerChanged);
    if (core::isInTransition(found.state))
        return SkipReason::MachineChanging;
    if (!spec.interruptsUser)
        return std::nullopt;
    if (!core::isSameName(confirmed.sessionUserName, found.sessionUserName) && core::hasSession(found))
        return SkipReason::UserChanged;
    if (!core::isInUse(confirmed) && core::isInUse(found))
        return SkipReason::InUseAgain;
    return std::nullopt;
}

} // namespace

Look machineLookFrom(const core::Result<core::Instance>& got, const core::ServerId& server, std::string_view name,
                     core::StringPool& pool)
{
    if (!got)
        return isGone(got.error()) ? Look(std::nullopt) : Look(core::failure(got.error()));
    auto machine = toMachine(*got, server, pool);
    if (!machine)
        return core::failure(std::move(machine).error());
    if (!core::isSameName(machine->name.view(), name))
        return core::failure(core::ErrorKind::Malformed, "The server answered with another virtual desktop.");
    return std::optional<FoundTarget>(*std::move(machine));
}

bool isAsWanted(const Action& action, const core::VirtualDesktop& machine) noexcept
{
    const ActionSpec& spec = specOf(action.kind);
    if (spec.proof == Proof::StateReached)
        return machine.state == spec.wantedState;
    if (action.kind == ActionKind::Free)
        return !core::isAssigned(machine);
    return isOwnedBy(machine, action.account, action.accountDomain);
}

std::optional<Outcome> decideBeforeMachineAct(const Action& action, const core::VirtualDesktop& confirmed,
                                              const Look& found)
{
    if (!found) {
        Outcome outcome = machineOutcome(found.error().isCancelled() ? OutcomeKind::Cancelled : OutcomeKind::Failed);
        if (outcome.kind == OutcomeKind::Failed)
            outcome.error = found.error();
        return outcome;
    }
    const auto* const machine = *found ? std::get_if<core::VirtualDesktop>(&**found) : nullptr;
    if (machine == nullptr)
        return skippedMachine(SkipReason::MachineGone);
    const auto reason = changeOf(action, confirmed, *machine);
    return reason ? std::optional(skippedMachine(*reason, machine)) : std::nullopt;
}

Decision decideAfterMachineLook(const Action& action, const Decision& known, const Look& found, bool isPatienceOver)
{
    Decision next = known;
    const Expectation expectation = known.expectation.value_or(Expectation::MayHaveRun);
    if (!found) {
        if (!next.outcome.error)
            next.outcome.error = found.error();
        return isPatienceOver ? settledAs(OutcomeKind::Unknown, std::move(next.outcome)) : next;
    }
    if (known.outcome.returnValue)
        next.outcome.error.reset(); // of an earlier look
    const auto* const machine = *found ? std::get_if<core::VirtualDesktop>(&**found) : nullptr;
    if (machine == nullptr)
        return expectation == Expectation::IsGone || isPatienceOver
                   ? settledAs(expectation == Expectation::IsGone ? OutcomeKind::Failed : OutcomeKind::Unknown,
                               std::move(next.outcome))
                   : next;
    next.outcome.foundMachine = *machine;
    if (isAsWanted(action, *machine))
        return settledAs(OutcomeKind::Done, std::move(next.outcome));
    // No matter by what: it was not on its way at the re-read.
    if (specOf(action.kind).proof == Proof::StateReached && core::isInTransition(machine->state))
        next.expectation = Expectation::WillChange;
    else if (expectation == Expectation::IsGone)
        return settledAs(OutcomeKind::Failed, std::move(next.outcome));
    return isPatienceOver ? Decision{std::nullopt, decideWithoutLook(next)} : next;
}

Outcome decideMachineAfterCrash(ActionKind kind, const core::Session& intended,
                                const std::optional<core::VirtualDesktop>& found)
{
    Action action;
    action.kind = kind;
    action.account = intended.userName.toString();
    action.accountDomain = intended.domainName.toString();
    Outcome outcome = machineOutcome(found && isAsWanted(action, *found) ? OutcomeKind::Done : OutcomeKind::Unknown);
    outcome.foundMachine = found;
    return outcome;
}

} // namespace deskwarden::management
