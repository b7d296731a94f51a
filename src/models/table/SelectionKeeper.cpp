// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SelectionKeeper.h"

#include "models/table/RowRange.h"

#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace deskwarden::models {

SelectionKeeper::SelectionKeeper(QItemSelectionModel* selection, int rowCount, std::function<bool(int row)> isHeading)
    : m_selection(selection)
    , m_isHeading(std::move(isHeading))
{
    if (!m_selection || !m_selection->hasSelection() || !isByRows()) {
        m_selection.clear();
        return;
    }
    m_isSelected.assign(static_cast<std::size_t>(rowCount), false);
    for (const QItemSelectionRange& range : m_selection->selection())
        std::fill(m_isSelected.begin() + range.top(), m_isSelected.begin() + range.bottom() + 1, true);
    const QSignalBlocker quiet(m_selection);
    m_selection->clearSelection();
}

SelectionKeeper::~SelectionKeeper()
{
    QItemSelectionModel* const selection = m_selection.data();
    if (selection == nullptr)
        return;
    joinAtHeadings();
    const QAbstractItemModel& model = *selection->model();
    const int lastColumn = model.columnCount() - 1;
    QItemSelection kept;
    for (const RowRange& range :
         rangesWhere(m_isSelected.size(), [this](std::size_t row) { return m_isSelected[row]; }))
        kept.append(QItemSelectionRange(model.index(range.first, 0), model.index(range.last, lastColumn)));
    {
        const QSignalBlocker quiet(selection);
        selection->select(kept, QItemSelectionModel::Select);
    }
    if (m_hasLost)
        emit selection->selectionChanged({}, {});
}

void SelectionKeeper::joinAtHeadings()
{
    const std::size_t count = m_isSelected.size();
    for (std::size_t row = 0; row < count; ++row) {
        if (!m_isHeading(static_cast<int>(row)))
            continue;
        const bool isBefore = row == 0 || m_isSelected[row - 1];
        const bool isAfter = row + 1 < count && m_isSelected[row + 1];
        m_isSelected[row] = isBefore && isAfter;
    }
}

bool SelectionKeeper::isByRows() const
{
    const int lastColumn = m_selection->model()->columnCount() - 1;
    return std::ranges::all_of(m_selection->selection(), [lastColumn](const QItemSelectionRange& range) {
        return range.left() == 0 && range.right() == lastColumn;
    });
}

void SelectionKeeper::move(const std::vector<int>& target)
{
    if (!m_selection || target.empty())
        return;
    std::vector<bool> moved(target.size(), false);
    for (std::size_t row = 0; row < m_isSelected.size(); ++row) {
        if (m_isSelected[row])
            moved[static_cast<std::size_t>(target[row])] = true;
    }
    m_isSelected = std::move(moved);
}

void SelectionKeeper::truncate(int rowCount)
{
    const auto count = static_cast<std::size_t>(rowCount);
    if (!m_selection || count >= m_isSelected.size())
        return;
    for (std::size_t row = count; row < m_isSelected.size(); ++row)
        m_hasLost = m_hasLost || (m_isSelected[row] && !m_isHeading(static_cast<int>(row)));
    m_isSelected.resize(count);
}

} // namespace deskwarden::models
