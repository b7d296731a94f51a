// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/MachineTableModel.h"
#include "ui/sessions/ColumnRules.h"

namespace deskwarden::ui {

/// The columns of machines: that of servers comes with the second one. Thread: GUI. Outlived by the model.
class MachineColumns final : public ColumnRules
{
public:
    explicit MachineColumns(const models::MachineTableModel& machines);

    [[nodiscard]] const std::vector<Column>& columns() const override { return m_columns; }
    [[nodiscard]] bool isUsual(int column) const override;
    [[nodiscard]] bool isHeading(int row) const override { return m_machines.isHeading(row); }
    [[nodiscard]] QString painted(int row, int column) const override;

private:
    const models::MachineTableModel& m_machines;
    const std::vector<Column> m_columns;
};

} // namespace deskwarden::ui
