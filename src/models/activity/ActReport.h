// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace deskwarden::models {

/// One act with what became of it; `isFinished` is false while it runs.
struct ToldAct
{
    management::ActionRequest request;
    management::Outcome outcome;
    bool isFinished = false;
};

// What a person takes along. Pure functions; names from elsewhere are escaped for the language that they are put into.

/// For a ticket: a sum, then one line for each act.
[[nodiscard]] QString ticketText(std::span<const ToldAct> acts);
/// The same as HTML, for programs that paste tables.
[[nodiscard]] QString ticketHtml(std::span<const ToldAct> acts);
/// One object a line, as the command line prints them with --json. Acts that still run are left out.
[[nodiscard]] QByteArray outcomeLines(std::span<const ToldAct> acts);
/// The exact equivalent in PowerShell: for every server a session, for every act the instance by its key, the check
/// that user, domain and VM are still those that were confirmed, and the method.
[[nodiscard]] QString powerShellFor(std::span<const ToldAct> acts);

} // namespace deskwarden::models
