// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FrozenTable.h"

#include "models/table/ColumnSpec.h"

#include <cstddef>
#include <utility>

namespace deskwarden::models {

FrozenTable::FrozenTable(std::shared_ptr<const Arrangement> arrangement, std::shared_ptr<const TableNames> names,
                         ActNotes notes, std::int64_t nowMs)
    : m_arrangement(std::move(arrangement))
    , m_names(std::move(names))
    , m_notes(std::move(notes))
    , m_nowMs(nowMs)
{}

int FrozenTable::rowCount() const noexcept
{
    return static_cast<int>(m_arrangement->visible.size());
}

bool FrozenTable::isSection(int row) const
{
    return m_arrangement->visible[static_cast<std::size_t>(row)]->isSection;
}

QString FrozenTable::text(int row, SessionColumn column) const
{
    const Row& shown = *m_arrangement->visible[static_cast<std::size_t>(row)];
    return columnSpec(column).text({shown, *m_names, m_notes.find(shown.id), m_nowMs});
}

} // namespace deskwarden::models
