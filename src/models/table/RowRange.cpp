// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/RowRange.h"

#include <algorithm>

namespace deskwarden::models {

void appendRow(std::vector<RowRange>& ranges, int row)
{
    if (!ranges.empty() && ranges.back().last == row - 1)
        ranges.back().last = row;
    else
        ranges.push_back({row, row});
}

std::vector<RowRange> rangesOf(std::vector<int> rows)
{
    std::erase_if(rows, [](int row) { return row < 0; });
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<RowRange> ranges;
    for (const int row : rows)
        appendRow(ranges, row);
    return ranges;
}

} // namespace deskwarden::models
