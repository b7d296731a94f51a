// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ActNotes.h"
#include "models/table/Arrangement.h"
#include "models/table/SessionColumn.h"

#include <QString>

#include <cstdint>
#include <memory>

namespace deskwarden::models {

/// What the table of sessions shows at one moment: it stays so. Made quickly, whatever its size. Thread: any, one at a
/// time.
class FrozenTable final
{
public:
    FrozenTable() = default;
    FrozenTable(std::shared_ptr<const Arrangement> arrangement, std::shared_ptr<const TableNames> names, ActNotes notes,
                std::int64_t nowMs);

    [[nodiscard]] int rowCount() const noexcept;
    /// Whether the row is a heading, which has no cells.
    [[nodiscard]] bool isSection(int row) const;
    [[nodiscard]] const Arrangement& arrangement() const noexcept { return *m_arrangement; }
    [[nodiscard]] const TableNames& names() const noexcept { return *m_names; }
    [[nodiscard]] std::int64_t nowMs() const noexcept { return m_nowMs; }
    /// As the cell shows it.
    [[nodiscard]] QString text(int row, SessionColumn column) const;

private:
    std::shared_ptr<const Arrangement> m_arrangement = std::make_shared<Arrangement>();
    std::shared_ptr<const TableNames> m_names = std::make_shared<TableNames>();
    ActNotes m_notes;
    std::int64_t m_nowMs = 0;
};

} // namespace deskwarden::models
