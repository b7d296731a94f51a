// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"
#include "ui/sessions/ColumnRules.h"

namespace deskwarden::ui {

/// The columns of sessions: some come when there is something to show in them. Thread: GUI. Outlived by the model.
class SessionColumns final : public ColumnRules
{
public:
    explicit SessionColumns(const models::SessionTableModel& sessions);

    [[nodiscard]] const std::vector<Column>& columns() const override { return m_columns; }
    [[nodiscard]] bool isUsual(int column) const override;
    [[nodiscard]] bool isHeading(int row) const override;
    [[nodiscard]] QString painted(int row, int column) const override;
    void look() override;

private:
    const models::SessionTableModel& m_sessions;
    std::vector<Column> m_columns;
    bool m_hadResults = false;
};

} // namespace deskwarden::ui
