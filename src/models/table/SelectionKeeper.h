// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QItemSelectionModel>
#include <QPointer>

#include <functional>
#include <vector>

namespace deskwarden::models {

/// Carries selected rows over a permutation. QItemSelectionModel does so with a persistent index for each selected row,
/// which for a hundred thousand of them was measured at 60 to 170 ms; marks in a vector take 2. Lives while the rows
/// move. Thread: GUI.
class SelectionKeeper final
{
public:
    /// Takes the selection away, silently. Does nothing without a selection model, or if it does not select rows.
    /// `isHeading` tells which rows cannot be selected: between rows that are they are taken along, so that the ranges
    /// stay few.
    SelectionKeeper(QItemSelectionModel* selection, int rowCount, std::function<bool(int row)> isHeading);
    SelectionKeeper(const SelectionKeeper&) = delete;
    SelectionKeeper& operator=(const SelectionKeeper&) = delete;
    /// Gives it back; announced, without ranges, if rows of it have gone.
    ~SelectionKeeper();

    /// target[old row] = new row, for the first rows that the table had and any that were appended to them.
    void move(const std::vector<int>& target);
    /// Rows leave from the end.
    void truncate(int rowCount);

private:
    [[nodiscard]] bool isByRows() const;
    void joinAtHeadings();

    QPointer<QItemSelectionModel> m_selection;
    std::vector<bool> m_isSelected; ///< by row; empty if there is nothing to carry
    bool m_hasLost = false;
    std::function<bool(int)> m_isHeading;
};

} // namespace deskwarden::models
