// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <cstdint>
#include <vector>

namespace deskwarden::models {

/// The way from what is on the screen to what shall be. Both must live as long as the steps.
[[nodiscard]] ArrangeSteps planSteps(const Arrangement& base, const Arrangement& next);

/// The rows with notes that exist no more.
[[nodiscard]] std::vector<std::uint64_t> droppedNotes(const RowNotes& notes, const Arrangement& base,
                                                      const Arrangement& next);

} // namespace deskwarden::models
