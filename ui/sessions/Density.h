// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFontMetrics>

#include <algorithm>

namespace deskwarden::ui {

/// How much room a line of a table takes.
enum class Density { Comfortable, Compact };

[[nodiscard]] inline int lineHeight(const QFontMetrics& metrics, Density density)
{
    return density == Density::Compact ? std::max(metrics.height() + 4, 20) : std::max(metrics.height() + 10, 26);
}

} // namespace deskwarden::ui
