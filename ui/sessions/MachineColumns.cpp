// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachineColumns.h"

namespace deskwarden::ui {

MachineColumns::MachineColumns(const models::MachineTableModel& machines)
    : m_machines(machines)
    // In the order of MachineColumn.
    , m_columns{{"state", models::ColumnRoom::Whole, 10, true, true},
                {"machine", models::ColumnRoom::Whole, 12, true, false, true},
                {"host", models::ColumnRoom::GivesWay, 10},
                {"collection", models::ColumnRoom::GivesWay, 10},
                {"owner", models::ColumnRoom::Shrinks, 12},
                {"session", models::ColumnRoom::Shrinks, 12},
                {"server", models::ColumnRoom::GivesWay, 10}}
{
    static_assert(models::machineColumnCount == 7);
}

bool MachineColumns::isUsual(int column) const
{
    return static_cast<models::MachineColumn>(column) != models::MachineColumn::Server ||
           m_machines.table().servers > 1;
}

QString MachineColumns::painted(int row, int column) const
{
    return m_machines.index(row, column).data().toString();
}

} // namespace deskwarden::ui
