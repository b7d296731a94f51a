// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <span>
#include <vector>

namespace deskwarden::models {

/// One act with what became of it; `isFinished` is false while it runs.
struct ToldAct
{
    management::ActionRequest request;
    management::Outcome outcome;
    bool isFinished = false;
    std::chrono::system_clock::time_point time = {}; ///< of the last step
    QString server = {};                             ///< what people call it, plain text; empty = by its address
};

// What a person takes along. Pure functions; names from elsewhere are escaped for the language that they are put into.

/// For a ticket: a sum, then one line for each act; with its server where there are several.
[[nodiscard]] QString ticketText(std::span<const ToldAct> acts);
/// What to tell the users when they call: of each log-off that may have ended a session. Empty if there is none.
[[nodiscard]] QString nextCallerText(std::span<const ToldAct> acts);
/// The ticket as HTML, for programs that paste tables.
[[nodiscard]] QString ticketHtml(std::span<const ToldAct> acts);
/// One object a line, as the command line prints them with --json. Acts that still run are left out.
[[nodiscard]] QByteArray outcomeLines(std::span<const ToldAct> acts);
/// The exact equivalent in PowerShell: for every server a session, under its name; for every act the instance by its
/// key, the check that user, domain and VM are still those that were confirmed, and the method.
[[nodiscard]] QString powerShellFor(std::span<const ToldAct> acts);

} // namespace deskwarden::models
