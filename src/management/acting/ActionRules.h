// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Session.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"

#include <optional>
#include <variant>

namespace deskwarden::management {

/// What an act may be done to, as a server told it.
using FoundTarget = std::variant<core::Session, core::VirtualDesktop>;
/// What looking under a key found: the session or the machine, nothing, or no answer.
using Look = core::Result<std::optional<FoundTarget>>;

/// A keyed Get, read as a look: a fault that says "gone" found nothing.
[[nodiscard]] Look lookFrom(const core::Result<core::Instance>& got, const core::SessionKey& key,
                            core::StringPool& pool);

/// Why a session or a machine is looked at again after its act.
enum class Expectation {
    WillEnd,    ///< the request was accepted: it is only a question of time
    WillChange, ///< the same, of a machine
    IsGone,     ///< the method said that there is no such session, or any answer to a message did
    MayHaveRun, ///< the answer was lost, or does not prove that nothing was done: the session itself must tell
};

/// What is known of an act, and what is left to do.
struct Decision
{
    /// Nothing = this is the outcome. Otherwise look (again), `outcome` holding what is known so far.
    std::optional<Expectation> expectation;
    Outcome outcome;
};

/// Whether it is only a question of time.
[[nodiscard]] constexpr bool isUnderWay(Expectation expectation) noexcept
{
    return expectation == Expectation::WillEnd || expectation == Expectation::WillChange;
}

/// Directly before the act, whatever it is done to: nothing, if what was found is still what was confirmed.
[[nodiscard]] std::optional<Outcome> decideBeforeAct(const ActionRequest& request, const Look& found);
/// What a look after the act means, whatever it was done to; `before` is what the re-read had found.
[[nodiscard]] Decision decideAfterLook(const ActionRequest& request, const Decision& known, const FoundTarget& before,
                                       const Look& found, bool isPatienceOver);
/// Directly before the act: nothing, if what was found is still what was confirmed; otherwise why nothing is done.
[[nodiscard]] std::optional<Outcome> decideBeforeAct(const core::Session& confirmed, const Look& found);
/// What the method's answer, or its absence, means. A fault speaks for the server, not for the method: unless its code
/// proves that nothing was carried out, it is looked up like a lost answer. A return value is the method's own word.
[[nodiscard]] Decision decideAfterInvoke(ActionKind kind, const core::Result<MethodResult>& answer);
/// What a look after the act means. `known` is what decideAfterInvoke said; `before` what the re-read had found. Once
/// the patience is over it always gives the outcome.
[[nodiscard]] Decision decideAfterLook(ActionKind kind, const Decision& known, const core::Session& before,
                                       const Look& found, bool isPatienceOver);
/// The outcome if nobody looks any more.
[[nodiscard]] Outcome decideWithoutLook(const Decision& known);
/// What a look means of an act whose outcome nobody has recorded, because the program was killed. For a logoff that
/// the user is not there any more is what was wanted; that the user still is says nothing about whether the request
/// was sent. A disconnect, and a message even more, leaves too little behind to tell.
[[nodiscard]] Outcome decideAfterCrash(ActionKind kind, const core::Session& intended,
                                       const std::optional<core::Session>& found);

} // namespace deskwarden::management
