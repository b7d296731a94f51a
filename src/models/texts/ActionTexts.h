// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"

namespace deskwarden::models {

/// How an act is worded, in English, for translate("Texts", …).
struct ActionText
{
    management::ActionKind kind;
    const char* name;               ///< "Log off"
    const char* verifying;          ///< while its effect is looked for
    const char* countdown;          ///< %1: the time until it is done
    const char* doneName;           ///< in a narrow column
    const char* done;               ///< a sentence
    const char* stillThere;         ///< a sentence: taken, but not seen yet
    const char* stillThereNextStep; ///< a sentence
    const char* deniedOnHost;       ///< a sentence; %1: the VM host
    const char* title;              ///< of the confirmation; %1: how many users or machines, %2: how many VM hosts
    const char* button;             ///< %1: how many users or machines
    const char* consequence;        ///< what it means for them
};

[[nodiscard]] const ActionText& textOf(management::ActionKind kind) noexcept;

} // namespace deskwarden::models
