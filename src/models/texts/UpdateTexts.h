// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/texts/Texts.h"

namespace deskwarden::models {

/// Why the newest version is not known: what went wrong at an address of the web, where describe() would speak of
/// servers that are managed.
[[nodiscard]] Sentence updateFailure(const core::ManagementError& error);

} // namespace deskwarden::models
