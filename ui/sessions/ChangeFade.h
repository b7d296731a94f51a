// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>

#include <vector>

class QTableView;

namespace deskwarden::ui {

/// Which cells on the screen have just changed, and how much of their tint is left. A change of much of the table tints
/// nothing, nor does anything where the style plays no animations.
/// Thread: GUI. Owner: the view.
class ChangeFade final : public QObject
{
    Q_OBJECT

public:
    /// Watches the model that the view has now.
    explicit ChangeFade(QTableView& view);

    /// From 1, just changed, to 0.
    [[nodiscard]] double strength(const QModelIndex& index) const;
    /// Columns whose texts change with the time alone, or with every act.
    void ignoreColumns(std::vector<int> columns) { m_ignored = std::move(columns); }

private:
    struct Change
    {
        QPersistentModelIndex index;
        qint64 since = 0;
    };
    void note(const QModelIndex& topLeft, const QModelIndex& bottomRight);
    [[nodiscard]] bool isOnScreen(int row) const;
    void step();

    QTableView& m_view;
    std::vector<int> m_ignored;
    std::vector<Change> m_changes;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace deskwarden::ui
