// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ProgramText.h"

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::app {

enum class Shell { Bash, Zsh, Fish, PowerShell };

[[nodiscard]] std::optional<Shell> shellFromName(std::string_view name);

/// The script that teaches a shell the program's verbs, options and values. What was used before it asks of the
/// program, by "--complete servers" and "--complete hosts SERVER".
[[nodiscard]] std::string completionOf(const ProgramText& program, Shell shell);

/// What a program prints for arguments that no help names, because only builds and packages use them: --print-man,
/// --print-completion SHELL. Nothing for all others.
[[nodiscard]] std::optional<std::string> printedFor(const ProgramText& program,
                                                    const std::vector<std::string>& arguments);

} // namespace deskwarden::app
