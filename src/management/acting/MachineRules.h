// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "management/acting/ActionRules.h"

#include <string_view>

namespace deskwarden::management {

// What the answers of a server mean for an act on a machine, as ActionRules says it of sessions. What a method's answer
// means is the same for both.

/// A keyed Get, read as a look: a fault that says "gone" found nothing.
[[nodiscard]] Look machineLookFrom(const core::Result<core::Instance>& got, const core::ServerId& server,
                                   std::string_view name, core::StringPool& pool);
/// Whether the machine is already as the act would make it.
[[nodiscard]] bool isAsWanted(const Action& action, const core::VirtualDesktop& machine) noexcept;
/// Directly before the act: nothing, if the machine is still what was confirmed; otherwise why nothing is done.
[[nodiscard]] std::optional<Outcome> decideBeforeMachineAct(const Action& action, const core::VirtualDesktop& confirmed,
                                                            const Look& found);
/// What a look after the act means, as decideAfterLook() says it of sessions. A machine on its way gets the time that
/// an accepted act gets.
[[nodiscard]] Decision decideAfterMachineLook(const Action& action, const Decision& known, const Look& found,
                                              bool isPatienceOver);
/// What a look means of an act on a machine whose outcome nobody has recorded, because the program was killed. That the
/// machine is as it was to become is what was wanted; anything else says nothing about whether the request was sent.
/// `intended` is what the record tells: of an assignment, its user is to whom.
[[nodiscard]] Outcome decideMachineAfterCrash(ActionKind kind, const core::Session& intended,
                                              const std::optional<core::VirtualDesktop>& found);

} // namespace deskwarden::management
