// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/MachineTableModel.h"
#include "ui/sessions/SizedTable.h"

#include <memory>
#include <vector>

namespace deskwarden::ui {

/// The table of machines with the headings of their groups. What is chosen stays chosen when the list is another one,
/// and no line that stays moves. Thread: GUI. Owner: the pane; it does not own the model.
class MachineView final : public SizedTable
{
    Q_OBJECT

public:
    explicit MachineView(models::MachineTableModel& machines, QWidget* parent = nullptr);

    /// In the order of the list.
    [[nodiscard]] std::vector<core::VirtualDesktop> chosen() const;
    void setTable(std::shared_ptr<const models::MachineTable> table, const models::MachineChanges& changes);
    /// The selected rows with a heading, as text.
    void copySelection();
    /// Takes the focus; a first machine is chosen where none is.
    void enter();
    /// The list is about to be another one (filter, sorting): show its beginning, not the old place.
    void startOver() { m_startsOver = true; }
    [[nodiscard]] models::MachineGrouping grouping() const noexcept { return m_grouping; }
    void setGrouping(models::MachineGrouping grouping);
    [[nodiscard]] QByteArray saveColumns() const;
    /// What was saved; anything else leaves the usual columns.
    void restoreColumns(const QByteArray& saved);
    /// Columns, sorting and grouping as at the first start.
    void resetColumns();

signals:
    /// By a person, not by another list.
    void choiceChanged();
    /// It is to be sorted or grouped in another way.
    void orderChanged();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void restorePlace(const core::VirtualDesktop* top);

    models::MachineTableModel& m_machines;
    models::MachineGrouping m_grouping = models::MachineGrouping::None;
    bool m_startsOver = false;
    bool m_isReplacing = false; ///< what changes in the selection now, no person has changed
};

} // namespace deskwarden::ui
