// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

/// The rows of an answer that are written like its first one, byte for byte but for their texts. The parser then has to
/// see only what is left when they are cut out: it proves where the first row stands and what its elements mean, and
/// all that follows from there on by repetition. Texts are read where they lie.
///
/// Only a flat row with plain texts counts (no reference, CDATA, comment, nesting or white space between elements); any
/// other row is left for the parser, and so is the whole answer where nothing repeats.
/// Thread: one at a time.
class AlikeRows final
{
public:
    /// Looks for them; false if there are too few to be worth it. `text` must outlive the use of the rows.
    [[nodiscard]] bool find(std::string_view text);

    /// The answer without them; valid until the next find().
    [[nodiscard]] std::string& rest() noexcept { return m_rest; }
    /// Where the first row begins in rest().
    [[nodiscard]] std::size_t firstRow() const noexcept { return m_firstRow; }
    /// The elements of a row, as they are written.
    [[nodiscard]] std::size_t columns() const noexcept { return m_columns.size(); }
    [[nodiscard]] std::string_view columnName(std::size_t column) const noexcept { return m_columns[column]; }

    /// One of the texts that were cut out.
    struct Cell
    {
        std::string_view text;
        bool isNil = false; ///< xsi:nil="true", if the prefix means what it mostly does
    };
    /// Whether any cell is nil: then the prefix xsi has to be looked at.
    [[nodiscard]] bool hasNil() const noexcept { return m_hasNil; }
    /// How many rows follow the one with that number in rest().
    [[nodiscard]] std::size_t rowsAfter(std::size_t kept) const noexcept
    {
        return kept < m_kept.size() ? m_kept[kept] : 0;
    }
    [[nodiscard]] std::size_t keptRows() const noexcept { return m_kept.size(); }
    /// In all.
    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
    /// The cells of all rows that were cut out, one row after the other.
    [[nodiscard]] const std::vector<Cell>& cells() const noexcept { return m_cells; }

private:
    [[nodiscard]] bool learn(std::string_view row);
    [[nodiscard]] std::size_t matchRow(std::string_view text);
    void clear();

    std::string m_rest;
    std::size_t m_firstRow = 0;
    std::string_view m_open; ///< the start tag of a row, whole
    std::string_view m_close;
    std::vector<std::string_view> m_columns; ///< the names as they are written: p:VMName
    std::vector<std::size_t> m_kept;         ///< for each row in m_rest: how many were cut out behind it
    std::vector<Cell> m_cells;
    std::size_t m_rows = 0;
    bool m_hasNil = false;
};

} // namespace deskwarden::wsman
