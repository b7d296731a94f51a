// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionRules.h"

#include "core/Names.h"
#include "core/StatusCode.h"
#include "core/Value.h"
#include "management/acting/MachineRules.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/ErrorRules.h"
#include "management/sessions/SessionMapping.h"

#include <utility>

namespace deskwarden::management {

namespace {

using core::StatusMeaning;

Outcome outcomeOf(OutcomeKind kind)
{
    Outcome outcome;
    outcome.kind = kind;
    return outcome;
}

Outcome failed(core::ManagementError error)
{
    Outcome outcome = outcomeOf(OutcomeKind::Failed);
    outcome.error = std::move(error);
    return outcome;
}

Outcome skipped(SkipReason reason, const core::Session& found)
{
    Outcome outcome = outcomeOf(OutcomeKind::Skipped);
    outcome.skipReason = reason;
    outcome.found = found;
    return outcome;
}

Decision finishedAs(OutcomeKind kind, Outcome known)
{
    known.kind = kind;
    return {std::nullopt, std::move(known)};
}

Decision expecting(Expectation expectation, Outcome known)
{
    return {expectation, std::move(known)};
}

/// Whether a method that answered with this value says of itself that it has failed: then it is believed, unless a look
/// shows otherwise. A value like "timed out" only says that the method does not know.
bool isRefusedByMethod(const Outcome& known)
{
    if (!known.returnValue)
        return false;
    const core::StatusCode* code = core::findStatusCode(*known.returnValue);
    return !code || code->meaning == StatusMeaning::Failed;
}

/// A message leaves no trace in the session, so that looking cannot tell whether it was shown.
Decision decideMessage(StatusMeaning meaning, Outcome known)
{
    switch (meaning) {
    case StatusMeaning::Accepted:
        return finishedAs(OutcomeKind::Done, std::move(known));
    case StatusMeaning::Failed:
    case StatusMeaning::Pending: // it is signing out: nobody will see a message
        return finishedAs(OutcomeKind::Failed, std::move(known));
    case StatusMeaning::Gone:
        return expecting(Expectation::IsGone, std::move(known));
    case StatusMeaning::Unknown:
    case StatusMeaning::Incomplete:
        return finishedAs(OutcomeKind::Unknown, std::move(known));
    }
    return finishedAs(OutcomeKind::Unknown, std::move(known));
}

Expectation acceptedExpectation(ActionKind kind) noexcept
{
    return isOfMachines(kind) ? Expectation::WillChange : Expectation::WillEnd;
}

Decision decideReturnValue(ActionKind kind, std::uint32_t value, Outcome known)
{
    const core::StatusCode* code = core::findStatusCode(value);
    const StatusMeaning meaning = code ? code->meaning : StatusMeaning::Failed;
    if (specOf(kind).proof == Proof::AnswerAlone)
        return decideMessage(meaning, std::move(known));
    switch (meaning) {
    case StatusMeaning::Accepted:
    case StatusMeaning::Pending:
        return expecting(acceptedExpectation(kind), std::move(known));
    case StatusMeaning::Failed:
        if (core::provesNotDone(value))
            return finishedAs(OutcomeKind::Failed, std::move(known));
        return expecting(Expectation::MayHaveRun, std::move(known));
    case StatusMeaning::Gone:
        return expecting(Expectation::IsGone, std::move(known));
    case StatusMeaning::Unknown:
    case StatusMeaning::Incomplete:
        return expecting(Expectation::MayHaveRun, std::move(known));
    }
    return expecting(Expectation::MayHaveRun, std::move(known));
}

/// The answer was lost, or says nothing about the act.
Decision decideInDoubt(ActionKind kind, Outcome known)
{
    if (specOf(kind).proof != Proof::AnswerAlone)
        return expecting(Expectation::MayHaveRun, std::move(known));
    // Only that nobody was there to read it can be seen.
    if (isGone(*known.error))
        return expecting(Expectation::IsGone, std::move(known));
    return finishedAs(OutcomeKind::Unknown, std::move(known));
}

Decision decideAfterError(ActionKind kind, const core::ManagementError& error)
{
    Outcome known;
    known.error = error;
    const bool isProof = error.kind != core::ErrorKind::Fault || provesNotDone(error);
    if (error.delivery == core::Delivery::MaybeSent || !isProof)
        return decideInDoubt(kind, std::move(known));
    return finishedAs(error.isCancelled() ? OutcomeKind::Cancelled : OutcomeKind::Failed, std::move(known));
}

/// The session is not there any more, or somebody else's is.
OutcomeKind endedAs(Expectation expectation)
{
    return expectation == Expectation::IsGone ? OutcomeKind::AlreadyGone : OutcomeKind::Done;
}

/// A Disconnect has worked once nobody is connected. After a lost answer this proves something only if somebody was.
bool isDisconnectDone(Expectation expectation, const core::Session& before, const core::Session& found)
{
    if (found.state != core::ConnectState::Disconnected)
        return false;
    return expectation == Expectation::WillEnd || before.state != core::ConnectState::Disconnected;
}

} // namespace

Look lookFrom(const core::Result<core::Instance>& got, const core::SessionKey& key, core::StringPool& pool)
{
    if (!got)
        return isGone(got.error()) ? Look(std::nullopt) : Look(core::failure(got.error()));
    auto session = toSession(*got, key.server, pool);
    if (!session)
        return core::failure(std::move(session).error());
    if (session->key.sessionId != key.sessionId || !core::isSameName(session->key.vmHostName, key.vmHostName))
        return core::failure(core::ErrorKind::Malformed, "The server answered with another session.");
    return std::optional<FoundTarget>(*std::move(session));
}

std::optional<Outcome> decideBeforeAct(const ActionRequest& request, const Look& found)
{
    return request.machine ? decideBeforeMachineAct(request.action, *request.machine, found)
                           : decideBeforeAct(request.confirmed, found);
}

Decision decideAfterLook(const ActionRequest& request, const Decision& known, const FoundTarget& before,
                         const Look& found, bool isPatienceOver)
{
    const auto* const session = std::get_if<core::Session>(&before);
    return session != nullptr ? decideAfterLook(request.action.kind, known, *session, found, isPatienceOver)
                              : decideAfterMachineLook(request.action, known, found, isPatienceOver);
}

std::optional<Outcome> decideBeforeAct(const core::Session& confirmed, const Look& found)
{
    if (!found)
        return found.error().isCancelled() ? outcomeOf(OutcomeKind::Cancelled) : failed(found.error());
    if (!*found)
        return outcomeOf(OutcomeKind::AlreadyGone);
    const core::Session& session = std::get<core::Session>(**found);
    if (!core::isSameName(confirmed.userName, session.userName) ||
        !core::isSameName(confirmed.domainName, session.domainName))
        return skipped(SkipReason::UserChanged, session);
    if (!core::isSameName(confirmed.vmName, session.vmName))
        return skipped(SkipReason::VirtualMachineChanged, session);
    if (core::isConfirmedUnused(confirmed.state) && core::isInUse(session.state))
        return skipped(SkipReason::InUseAgain, session);
    return std::nullopt;
}

Decision decideAfterInvoke(ActionKind kind, const core::Result<MethodResult>& answer)
{
    if (!answer)
        return decideAfterError(kind, answer.error());
    Outcome known;
    known.returnValue = answer->returnValue;
    return decideReturnValue(kind, answer->returnValue, std::move(known));
}

Decision decideAfterLook(ActionKind kind, const Decision& known, const core::Session& before, const Look& found,
                         bool isPatienceOver)
{
    Decision next = known;
    const Expectation expectation = known.expectation.value_or(Expectation::MayHaveRun);
    if (!found) {
        if (!next.outcome.error)
            next.outcome.error = found.error();
        return isPatienceOver ? finishedAs(OutcomeKind::Unknown, std::move(next.outcome)) : next;
    }
    const core::Session* const there = *found ? &std::get<core::Session>(**found) : nullptr;
    next.outcome.found = there != nullptr ? std::optional(*there) : std::nullopt;
    if (known.outcome.returnValue)
        next.outcome.error.reset(); // of an earlier look
    if (there == nullptr || !core::isSameOccupant(before, *there))
        return finishedAs(endedAs(expectation), std::move(next.outcome));
    const core::Session& session = *there;
    if (specOf(kind).proof == Proof::NobodyConnected && isDisconnectDone(expectation, before, session))
        return finishedAs(OutcomeKind::Done, std::move(next.outcome));
    if (specOf(kind).proof == Proof::AnswerAlone)
        return finishedAs(next.outcome.returnValue ? OutcomeKind::Failed : OutcomeKind::Unknown,
                          std::move(next.outcome));
    // No matter by what: it is being signed out now, and that was not so at the re-read.
    if (session.state == core::ConnectState::Reset && before.state != core::ConnectState::Reset)
        next.expectation = Expectation::WillEnd;
    else if (expectation == Expectation::IsGone)
        return finishedAs(OutcomeKind::Failed, std::move(next.outcome));
    return isPatienceOver ? Decision{std::nullopt, decideWithoutLook(next)} : next;
}

Outcome decideWithoutLook(const Decision& known)
{
    Outcome outcome = known.outcome;
    if (!known.expectation)
        return outcome;
    outcome.kind = *known.expectation == Expectation::WillEnd      ? OutcomeKind::StillSigningOut
                   : *known.expectation == Expectation::WillChange ? OutcomeKind::StillChanging
                                                                   : OutcomeKind::Unknown;
    // The last look has found it untouched, and the method itself had said that it failed.
    const bool isFound = outcome.found || outcome.foundMachine;
    if (*known.expectation == Expectation::MayHaveRun && isFound && isRefusedByMethod(outcome))
        outcome.kind = OutcomeKind::Failed;
    return outcome;
}

Outcome decideAfterCrash(ActionKind kind, const core::Session& intended, const std::optional<core::Session>& found)
{
    Outcome outcome = outcomeOf(OutcomeKind::Unknown);
    outcome.found = found;
    const bool isStillThere = found && core::isSameName(intended.userName, found->userName) &&
                              core::isSameName(intended.domainName, found->domainName) &&
                              core::isSameName(intended.vmName, found->vmName);
    // A user who is signing out may have done so before the act: nobody recorded what the re-read had found.
    if (specOf(kind).proof != Proof::AnswerAlone && !isStillThere)
        outcome.kind = OutcomeKind::Done;
    return outcome;
}

} // namespace deskwarden::management
