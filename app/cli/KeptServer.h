// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliOptions.h"
#include "storage/ServerProfileStore.h"

#include <functional>
#include <string_view>
#include <vector>

namespace deskwarden::app {

/// Whether an option of that name was given.
using IsGiven = std::function<bool(std::string_view)>;

/// Fills in what is kept of the server that --server names, by its address, a bare host or the name of its profile;
/// what was given on the command line stays as it is. An address means the server that it leads to, whatever the others
/// are called; of a bare host what is kept counts if there is one such address. What is wrong as one sentence; empty =
/// nothing.
[[nodiscard]] QString useKeptServer(CliOptions& options, const std::vector<storage::KnownServer>& known,
                                    const IsGiven& isGiven);

} // namespace deskwarden::app
