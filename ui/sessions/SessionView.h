// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"
#include "storage/SavedView.h"
#include "ui/sessions/SizedTable.h"

#include <QPersistentModelIndex>

#include <vector>

namespace deskwarden::ui {

/// The table of sessions. Selection, current row and the place in the list survive every refresh.
/// Thread: GUI. Owner: the window; it does not own the model.
class SessionView final : public SizedTable
{
    Q_OBJECT

public:
    explicit SessionView(models::SessionTableModel& sessions, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<core::Session> selectedSessions() const;
    [[nodiscard]] int selectedCount() const;
    /// The first selected row of a session, or else the current one; -1 if there is none.
    [[nodiscard]] int chosenRow() const;
    void setGrouping(models::SessionGrouping grouping);
    /// Selects the whole group that a row or a heading belongs to.
    void selectGroup(int row, QItemSelectionModel::SelectionFlags how = QItemSelectionModel::ClearAndSelect);
    /// Selects the first row, as far as there is one.
    void selectFirst();
    /// Makes this row the current one and the only one that is selected, whatever keys are held down.
    void selectOnly(int row);
    /// The selected rows with a heading, as text.
    void copySelection();
    [[nodiscard]] QByteArray saveColumns() const;
    /// Columns and sorting of a view.
    void describe(storage::SavedView& view) const;
    void showView(const storage::SavedView& view);
    /// What was saved; anything else leaves the usual columns.
    void restoreColumns(const QByteArray& saved);
    /// Columns, sorting and grouping as at the first start.
    void resetColumns();
    /// The list is about to be another one (filter, sorting): show its beginning, not the old place.
    void startOver();

    /// Rows are on their way to other places: what changes in the selection now, no person has changed.
    [[nodiscard]] bool isRearranging() const { return m_isRearranging; }

signals:
    void selectionChangedByRows();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void keepPlace();
    void restorePlace();

    models::SessionTableModel& m_sessions;
    QPersistentModelIndex m_top; ///< first row on screen while the rows are rearranged
    bool m_startsOver = false;
    bool m_isRearranging = false;
};

} // namespace deskwarden::ui
