// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/MachineTableModel.h"

#include <QTableView>

#include <memory>
#include <vector>

namespace deskwarden::ui {

/// The table of machines with the headings of their groups. What is chosen stays chosen when the list is another one.
/// Thread: GUI. Owner: the window; it does not own the model.
class MachineView final : public QTableView
{
    Q_OBJECT

public:
    explicit MachineView(models::MachineTableModel& machines, QWidget* parent = nullptr);

    /// In the order of the list.
    [[nodiscard]] std::vector<core::VirtualDesktop> chosen() const;
    void setTable(std::shared_ptr<const models::MachineTable> table);
    /// Takes the focus; a first machine is chosen where none is.
    void enter();

signals:
    void choiceChanged();
    /// Where the person asked for the menu, in global coordinates.
    void menuRequested(const QPoint& position);

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    models::MachineTableModel& m_machines;
};

} // namespace deskwarden::ui
