// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/GhostCure.h"
#include "models/texts/Texts.h"

namespace deskwarden::models {

/// "starting the machine", "waiting for it", …
[[nodiscard]] QString stepName(management::CureStep step);
/// How a cure of ghosts stands: "Curing 3 ghosts: 1 is over. 2 starting the machine"; once it is over, how many are
/// cured, and at which step those stopped that are not.
[[nodiscard]] Sentence describe(const management::GhostCure& cure, bool isStopping);

} // namespace deskwarden::models
