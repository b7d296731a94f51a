// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Waves.h"
#include "models/texts/Texts.h"

namespace deskwarden::models {

/// How a bulk that goes in waves stands: "Wave 2 of 4: 3 of 5 finished; 44 sessions wait.", or why it has paused and
/// what to do.
[[nodiscard]] Sentence describe(const management::Waves& waves);

} // namespace deskwarden::models
