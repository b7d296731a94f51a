// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ErrorRules.h"
#include "management/seam/ManagementConnection.h"

#include <concepts>

namespace deskwarden::management {

/// Enumerates with `ask`, and from the beginning for as long as mayListAnew() has it: the rest could not be had any
/// more, and what came before has aged. `forget` is called before each repeat. Blocks: as `ask`. Fails: as `ask` did at
/// last.
template <std::invocable Ask, std::invocable Forget>
[[nodiscard]] core::Result<EnumerationEnd> listAnew(const Ask& ask, const Forget& forget)
{
    core::Result<EnumerationEnd> end = ask();
    for (unsigned repeats = 0; !end && mayListAnew(end.error(), repeats); ++repeats) {
        forget();
        end = ask();
    }
    return end;
}

} // namespace deskwarden::management
