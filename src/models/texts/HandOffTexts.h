// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/HandOff.h"
#include "management/acting/Policy.h"
#include "models/texts/Texts.h"

#include <QString>

#include <vector>

namespace deskwarden::models {

// Programs that take over: which are offered, what they are called, and what is wrong with one.

/// What can be chosen: those that come with the program and the person's own, or what policy allows instead. Of the
/// lines, one a program, those that cannot be read are left out.
[[nodiscard]] std::vector<core::HandOff> offeredHandOffs(const management::Policy& policy, const QString& ownLines);
/// As it stands in a menu, before its letters are escaped for one.
[[nodiscard]] QString handOffName(const core::HandOff& handOff);
[[nodiscard]] Sentence describe(const core::HandOffRefusal& refusal);
/// What is wrong with a person's lines; empty if nothing is.
[[nodiscard]] QString handOffLinesProblem(const QString& lines);
/// Such a program is not on this computer, and what brings it.
[[nodiscard]] Sentence programMissing(const core::HandOff& handOff);
[[nodiscard]] core::HandOffFacts handOffFacts(const core::Session& session, const QString& ticket);
/// The page of a ticket, where `pattern` has {ticket}. Empty: the pattern or the ticket is none that can be used.
[[nodiscard]] QString ticketPage(const QString& pattern, const QString& ticket);

} // namespace deskwarden::models
