// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QIcon>
#include <QPalette>

namespace deskwarden::ui {

/// The marks beside sentences and test stages. Each has a shape of its own: colour is never the only sign.
enum class Status { Hint, Passed, Warning, Failed, Waiting, Running, NotNeeded };

/// Drawn for the palette, light or dark, and sharp at any scale.
[[nodiscard]] QIcon statusIcon(Status status, const QPalette& palette);
/// A colour for a word of that status that can be read on the palette's window.
[[nodiscard]] QColor statusColor(Status status, const QPalette& palette);

} // namespace deskwarden::ui
