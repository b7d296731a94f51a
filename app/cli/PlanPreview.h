// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"

#include <QString>

#include <span>

namespace deskwarden::app {

// What the command line shows of a plan before anything is done, and how it asks whether to.

/// Whether somebody has confirmed, or could be asked, or nothing is to be done; says what to do if not.
[[nodiscard]] bool canBeConfirmed(const CliContext& context);
/// Says on stderr which sessions are left out, with the reason.
void sayLeftOut(Output& output, std::span<const management::LeftOutSession> leftOut);
/// Gathers one line of --dry-run. `why` is the word for why it is not planned, `words` the same for people.
void showPlanned(const CliContext& context, management::ActionKind kind, const core::Session& session,
                 const char* why = nullptr, const QString& words = {});
/// Names who is hit and asks on the terminal. Blocks: until somebody has answered.
[[nodiscard]] bool confirmPlan(const CliContext& context, const management::ActionPlan& plan);

} // namespace deskwarden::app
