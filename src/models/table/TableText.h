// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractItemModel>
#include <QItemSelection>
#include <QString>

namespace deskwarden::models {

/// The cell as a CSV field (RFC 4180): quoted where needed; a text that a spreadsheet would take for a formula (it
/// starts with = + - @, a tab or a line end, also after spaces) gets an apostrophe before it.
[[nodiscard]] QString csvCell(const QString& text);

/// The cell between tabs: without tabs and line ends, and as harmless as csvCell() makes it.
[[nodiscard]] QString tabCell(const QString& text);

enum class TableFormat {
    TabSeparated, ///< for pasting into a ticket or a spreadsheet
    Csv,
};

/// The selected rows in table order with a heading, all columns. An empty selection copies every row.
[[nodiscard]] QString copyTable(const QAbstractItemModel& model, const QItemSelection& selection, TableFormat format);

} // namespace deskwarden::models
