// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/Table.h"
#include "simulator/wql/WqlQuery.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace deskwarden::simulator {

/// The rows that answer one query, read one by one out of the table as it was when the query came.
/// Thread: one at a time.
class QueryResult final
{
public:
    QueryResult(const management::ClassSchema& schema, std::shared_ptr<const Table> table, WqlQuery query);

    [[nodiscard]] const management::ClassSchema& schema() const noexcept { return *m_schema; }
    [[nodiscard]] bool isProjection() const noexcept { return m_query.isProjection(); }
    /// The properties of each row, as places in the schema.
    [[nodiscard]] const std::vector<std::size_t>& columns() const noexcept { return m_query.boundColumns(); }

    [[nodiscard]] bool isAtEnd() const noexcept { return m_row >= m_table->rowCount(); }
    /// One of columns(), of the current row; not at the end.
    [[nodiscard]] core::Value cell(std::size_t column) const { return m_table->cell(m_row, column); }
    /// To the next row that matches.
    void advance();

private:
    void skipOthers();

    const management::ClassSchema* m_schema;
    std::shared_ptr<const Table> m_table;
    WqlQuery m_query;
    std::size_t m_row = 0;
};

} // namespace deskwarden::simulator
