// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ColumnSpec.h"

#include <QString>

#include <vector>

namespace deskwarden::ui {

/// What a ColumnSizer has to know of the table whose columns it sizes. Thread: GUI. Owner: the sizer.
class ColumnRules
{
public:
    struct Column
    {
        const char* id; ///< stable, English, for settings; never shown
        models::ColumnRoom room;
        int leastDigits;         ///< width in digits that it keeps
        bool isAlways = false;   ///< nobody can hide it
        bool hasIcon = false;    ///< beside its text
        bool takesSpare = false; ///< a little of the room that nobody needs
    };

    ColumnRules() = default;
    ColumnRules(const ColumnRules&) = delete;
    ColumnRules& operator=(const ColumnRules&) = delete;
    virtual ~ColumnRules() = default;

    /// By their numbers in the model.
    [[nodiscard]] virtual const std::vector<Column>& columns() const = 0;
    /// Shown where no operator has decided.
    [[nodiscard]] virtual bool isUsual(int column) const = 0;
    /// It goes over all columns.
    [[nodiscard]] virtual bool isHeading(int row) const = 0;
    /// What a cell shows.
    [[nodiscard]] virtual QString painted(int row, int column) const = 0;
    /// The table may hold something else now.
    virtual void look() {}
};

} // namespace deskwarden::ui
