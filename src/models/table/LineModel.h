// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <utility>
#include <vector>

namespace deskwarden::models {

/// A table of lines that are made anew each time. Where they stand for the same things in the same order, only what
/// they say is told anew, so that what is selected stays; else all of it is. Thread: GUI.
template <typename Line>
class LineModel : public QAbstractTableModel
{
public:
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
    }

protected:
    explicit LineModel(QObject* parent)
        : QAbstractTableModel(parent)
    {}

    [[nodiscard]] const std::vector<Line>& lines() const noexcept { return m_lines; }
    [[nodiscard]] const Line& lineAt(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    /// `isSame(left, right)`: they stand for the same thing.
    template <typename IsSame>
    void setLines(std::vector<Line> lines, const IsSame& isSame)
    {
        if (std::ranges::equal(lines, m_lines, isSame)) {
            m_lines = std::move(lines);
            tellAll();
            return;
        }
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
    }
    /// The lines go where `places` says: the first place is of the line that comes first.
    void reorder(const std::vector<std::size_t>& places)
    {
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        std::vector<int> rowOf(places.size());
        std::vector<Line> ordered;
        for (const std::size_t place : places) {
            rowOf[place] = static_cast<int>(ordered.size());
            ordered.push_back(std::move(m_lines[place]));
        }
        m_lines = std::move(ordered);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex& moved : before)
            after.push_back(index(rowOf[static_cast<std::size_t>(moved.row())], moved.column()));
        changePersistentIndexList(before, after);
        emit layoutChanged({}, VerticalSortHint);
    }
    /// Each line says something else, perhaps.
    void tellAll()
    {
        if (!m_lines.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

private:
    std::vector<Line> m_lines;
};

} // namespace deskwarden::models
