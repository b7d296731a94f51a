// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <vector>

namespace deskwarden::models {

/// Rows that follow one another, both ends included.
struct RowRange
{
    int first = 0;
    int last = 0;
    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// Adds a row that lies behind all rows so far: to the last range if it follows that one directly, else as a new one.
void appendRow(std::vector<RowRange>& ranges, int row);

/// The fewest ranges that hold these rows and no others, from the first to the last. The rows may come in any order and
/// more than once; a negative one stands for what is not on the screen, and is left out.
[[nodiscard]] std::vector<RowRange> rangesOf(std::vector<int> rows);

/// The fewest ranges of those rows below `count` for which the predicate holds, from the first to the last.
template <typename Predicate>
[[nodiscard]] std::vector<RowRange> rangesWhere(std::size_t count, const Predicate& holds)
{
    std::vector<RowRange> ranges;
    for (std::size_t row = 0; row < count; ++row) {
        if (holds(row))
            appendRow(ranges, static_cast<int>(row));
    }
    return ranges;
}

} // namespace deskwarden::models
