// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <array>

namespace deskwarden::ui {

/// The intervals between two lists that are offered, in seconds; 0 = only on demand.
inline constexpr std::array offeredIntervals{0, 5, 10, 30, 60, 300};

/// "Every 30 s".
[[nodiscard]] QString intervalText(int seconds);

} // namespace deskwarden::ui
