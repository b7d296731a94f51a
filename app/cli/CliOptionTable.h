// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliOptions.h"
#include "app/ProgramText.h"

#include <span>

namespace deskwarden::app {

using VerbSet = unsigned;

[[nodiscard]] constexpr VerbSet setOf(Verb verb)
{
    return 1U << static_cast<unsigned>(verb);
}

/// A problem with one value, as one sentence; empty if it is good.
using ApplyOption = QString (*)(CliOptions& options, const QString& value);

/// One option of the command line: what it is called, who takes it, what it does and what the help says of it.
struct CliOption
{
    const char* name;      ///< with its dashes
    const char* valueName; ///< nullptr = takes none
    VerbSet verbs;
    bool isRepeatable;
    const char* help;
    ApplyOption apply;
    ValueKind kind = ValueKind::Text;
    const char* words = nullptr; ///< the values there are, separated by blanks

    [[nodiscard]] constexpr OptionText text() const { return {name, valueName, isRepeatable, help, kind, words}; }
};

/// Every option there is, in the order of the help.
[[nodiscard]] std::span<const CliOption> cliOptionTable();
/// What is said of the program: its help, manual page and completion.
[[nodiscard]] const ProgramText& cliText();
/// Why an option of the contract is not offered by this version; empty for any other name.
[[nodiscard]] QString whyNotOffered(const QString& name);

} // namespace deskwarden::app
