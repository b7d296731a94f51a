// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/FrozenTable.h"

#include <QByteArray>

#include <stop_token>
#include <vector>

namespace deskwarden::models {

enum class ListFormat {
    Csv,       ///< with a byte order mark, as spreadsheets want it; a text that reads as a formula is made harmless
    Json,      ///< an array of objects, one a line; their names do not change with the language
    Tabs,      ///< for pasting into a spreadsheet, harmless as CSV is
    Aligned,   ///< columns of equal width, for a ticket
    PowerShell ///< an array of objects, for a script; nothing in it is carried out
};

/// Rows of the table with the columns that are seen, in their order.
struct ListPart
{
    FrozenTable table;
    std::vector<int> rows;
    std::vector<SessionColumn> columns;
};

/// UTF-8. Empty once it is to stop. Thread: any.
[[nodiscard]] QByteArray listText(const ListPart& part, ListFormat format, const std::stop_token& stop = {});

} // namespace deskwarden::models
