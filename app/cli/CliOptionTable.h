// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliOptions.h"
#include "app/OptionTable.h"

#include <span>

namespace deskwarden::app {

[[nodiscard]] constexpr VerbSet setOf(Verb verb)
{
    return 1U << static_cast<unsigned>(verb);
}

using CliOption = Option<CliOptions>;

/// Every option there is, in the order of the help.
[[nodiscard]] std::span<const CliOption> cliOptionTable();

} // namespace deskwarden::app
