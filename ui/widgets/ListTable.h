// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QTableView;

namespace deskwarden::ui {

/// Makes a table look as lists look in every window: whole lines are selected, in two shades, without a grid, a line
/// number or a broken line; Tab leaves it. Its columns and their widths are its window's own.
void showAsList(QTableView& table);

} // namespace deskwarden::ui
