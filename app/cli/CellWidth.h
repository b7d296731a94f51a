// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::app {

/// How many cells of a terminal the text takes: wide letters take two, combining marks none. Terminals disagree about
/// what Unicode calls ambiguous; those count as one.
[[nodiscard]] int cellWidth(const QString& text);
/// The text in exactly so many cells: filled up with blanks, or shortened with an ellipsis between two characters.
[[nodiscard]] QString fittedToCells(const QString& text, int cells);

} // namespace deskwarden::app
