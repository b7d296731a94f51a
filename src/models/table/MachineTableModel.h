// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/MachineTable.h"

#include <QAbstractTableModel>
#include <QItemSelection>

#include <memory>
#include <utility>
#include <vector>

namespace deskwarden::models {

/// Virtual machines, a line each, and the headings of their groups, which are no machines and have no flags; what is to
/// be shown is made elsewhere (arrangeMachines()) and swapped in. Thread: GUI.
class MachineTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { HeadingRole = Qt::UserRole + 1 }; ///< QString: what stands over all columns; null for a machine

    explicit MachineTableModel(QObject* parent = nullptr);

    /// Where the machines and their order stay, only what they say is told anew; else all of it is. `changes` are those
    /// from the table that is here, found where the new one was made.
    void setTable(std::shared_ptr<const MachineTable> table, const MachineChanges& changes);
    void setTable(std::shared_ptr<const MachineTable> table);
    [[nodiscard]] std::shared_ptr<const MachineTable> frozen() const noexcept { return m_table; }
    /// The words of the headings are asked for anew.
    void retranslate();
    [[nodiscard]] const MachineTable& table() const noexcept { return *m_table; }
    /// Of a heading: nobody's.
    [[nodiscard]] const core::VirtualDesktop& machineAt(int row) const;
    [[nodiscard]] bool isHeading(int row) const;
    /// The machines of the group to which the row, or the heading, belongs: first and last row.
    [[nodiscard]] std::pair<int, int> groupAround(int row) const;
    /// The first row of a machine; -1 if there is none.
    [[nodiscard]] int firstMachine() const;
    /// Those of the machines in the selection, in the order of the list.
    [[nodiscard]] std::vector<core::VirtualDesktop> machinesIn(const QItemSelection& selection) const;
    /// Where that machine stands; -1 if it is not shown.
    [[nodiscard]] int rowOf(const core::VirtualDesktop& machine) const;
    /// The lines of those of the machines that are shown.
    [[nodiscard]] QItemSelection selectionOf(const std::vector<core::VirtualDesktop>& machines) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const MachineTable> m_table = std::make_shared<MachineTable>();
};

} // namespace deskwarden::models
