// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerAddress.h"

#include <QString>

namespace deskwarden::models {

/// What the address means: how the console will talk to that server.
[[nodiscard]] QString addressMeaning(const core::ServerAddress& address);
/// The forms that an address may take, one a line, for a tooltip and an empty field.
[[nodiscard]] QString addressForms();
/// What New-CimSession of PowerShell is told to go the same way, with a blank in front; empty where it needs nothing.
[[nodiscard]] QString powerShellOption(core::Transport transport);

} // namespace deskwarden::models
