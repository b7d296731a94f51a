// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractItemModel>
#include <QItemSelection>
#include <QString>

#include <vector>

namespace deskwarden::models {

/// The cell as a CSV field (RFC 4180): quoted where needed; a text that a spreadsheet would take for a formula (it
/// starts with = + - @, a tab or a line end, also after spaces) gets an apostrophe before it.
[[nodiscard]] QString csvCell(const QString& text);

/// The cell between tabs: without tabs and line ends, and as harmless as csvCell() makes it.
[[nodiscard]] QString tabCell(const QString& text);
/// Without line ends and tabs, which would be another cell or line.
[[nodiscard]] QString inOneLine(QString text);
/// The selected rows, each once, from the first to the last.
[[nodiscard]] std::vector<int> rowsOf(const QItemSelection& selection);

enum class TableFormat {
    TabSeparated, ///< for pasting into a ticket or a spreadsheet
    Csv,
};

/// The selected rows in table order with a heading, all columns. An empty selection copies every row.
[[nodiscard]] QString copyTable(const QAbstractItemModel& model, const QItemSelection& selection, TableFormat format);

} // namespace deskwarden::models
