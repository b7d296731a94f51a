// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/wql/QueryResult.h"

#include <utility>

namespace deskwarden::simulator {

QueryResult::QueryResult(const management::ClassSchema& schema, std::shared_ptr<const Table> table, WqlQuery query)
    : m_schema(&schema)
    , m_table(std::move(table))
    , m_query(std::move(query))
{
    skipOthers();
}

void QueryResult::advance()
{
    ++m_row;
    skipOthers();
}

void QueryResult::skipOthers()
{
    const WqlQuery::Cell cell = [this](std::size_t column) { return m_table->cell(m_row, column); };
    while (!isAtEnd() && !m_query.matches(cell))
        ++m_row;
}

} // namespace deskwarden::simulator
