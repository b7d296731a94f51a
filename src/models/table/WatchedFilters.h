// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionFilter.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace deskwarden::models {

/// For what it is counted how many sessions a filter would show.
enum class WatchedBy : std::uint8_t { Views, Pins };
inline constexpr std::size_t watchers = 2;

using WatchedFilters = std::array<std::vector<SessionFilter>, watchers>;

} // namespace deskwarden::models
