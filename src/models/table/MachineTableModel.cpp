// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineTableModel.h"

#include "models/texts/MachineTexts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace deskwarden::models {

namespace {

bool isSameMachine(const core::VirtualDesktop& left, const core::VirtualDesktop& right)
{
    return left.server == right.server && left.name == right.name;
}

} // namespace

MachineTableModel::MachineTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{}

void MachineTableModel::setTable(std::shared_ptr<const MachineTable> table)
{
    const MachineChanges changes = changesBetween(*m_table, *table);
    setTable(std::move(table), changes);
}

void MachineTableModel::setTable(std::shared_ptr<const MachineTable> table, const MachineChanges& changes)
{
    if (changes.isOther) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
        return;
    }
    m_table = std::move(table);
    for (const RowRange& rows : changes.rows)
        emit dataChanged(index(rows.first, 0), index(rows.last, machineColumnCount - 1));
}

void MachineTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, machineColumnCount - 1);
}

const core::VirtualDesktop& MachineTableModel::machineAt(int row) const
{
    return m_table->rows.at(static_cast<std::size_t>(row)).machine;
}

bool MachineTableModel::isHeading(int row) const
{
    return m_table->rows.at(static_cast<std::size_t>(row)).isHeading();
}

std::pair<int, int> MachineTableModel::groupAround(int row) const
{
    int first = row;
    while (first > 0 && !isHeading(first))
        --first;
    if (isHeading(first))
        ++first;
    int last = first;
    while (last + 1 < rowCount() && !isHeading(last + 1))
        ++last;
    return {first, last};
}

int MachineTableModel::firstMachine() const
{
    const auto found = std::ranges::find_if(m_table->rows, [](const MachineRow& row) { return !row.isHeading(); });
    return found == m_table->rows.end() ? -1 : static_cast<int>(found - m_table->rows.begin());
}

std::vector<core::VirtualDesktop> MachineTableModel::machinesIn(const QItemSelection& selection) const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : selection)
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    std::vector<core::VirtualDesktop> machines;
    for (const auto& [first, last] : ranges) {
        for (int row = first; row <= last; ++row) {
            if (!isHeading(row))
                machines.push_back(machineAt(row));
        }
    }
    return machines;
}

int MachineTableModel::rowOf(const core::VirtualDesktop& machine) const
{
    const auto found = std::ranges::find_if(m_table->rows, [&machine](const MachineRow& row) {
        return !row.isHeading() && isSameMachine(row.machine, machine);
    });
    return found == m_table->rows.end() ? -1 : static_cast<int>(found - m_table->rows.begin());
}

/// Neighbours share a range: a view asks all ranges about every cell that it paints.
QItemSelection MachineTableModel::selectionOf(const std::vector<core::VirtualDesktop>& machines) const
{
    // By name, and the servers of that name: few names are there twice.
    std::unordered_multimap<std::string_view, std::string_view> wanted;
    wanted.reserve(machines.size());
    for (const core::VirtualDesktop& machine : machines)
        wanted.emplace(machine.name.view(), machine.server.address.view());
    const auto isAmong = [&wanted](const core::VirtualDesktop& machine) {
        const auto [first, last] = wanted.equal_range(machine.name.view());
        return std::any_of(first, last,
                           [&machine](const auto& entry) { return entry.second == machine.server.address.view(); });
    };
    QItemSelection selection;
    int first = -1;
    const int rows = rowCount();
    for (int row = 0; row <= rows; ++row) {
        // A selection reaches over headings, so that its ranges stay few.
        const bool isBridged = row < rows && first >= 0 && isHeading(row);
        const bool isWanted = isBridged || (row < rows && !isHeading(row) && isAmong(machineAt(row)));
        if (isWanted && first < 0)
            first = row;
        if (isWanted || first < 0)
            continue;
        selection.append(QItemSelectionRange(index(first, 0), index(row - 1, machineColumnCount - 1)));
        first = -1;
    }
    return selection;
}

int MachineTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table->rows.size());
}

int MachineTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : machineColumnCount;
}

Qt::ItemFlags MachineTableModel::flags(const QModelIndex& index) const
{
    return index.isValid() && isHeading(index.row()) ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}

QVariant MachineTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MachineRow& row = m_table->rows[static_cast<std::size_t>(index.row())];
    if (row.isHeading()) {
        if (role == Qt::ToolTipRole) // a narrow window cuts it
            return row.heading.toHtmlEscaped();
        const bool isSaid = (role == Qt::DisplayRole && index.column() == 0) || role == HeadingRole;
        return isSaid ? QVariant(row.heading) : QVariant();
    }
    if (role == Qt::DisplayRole)
        return row.cells.at(static_cast<std::size_t>(index.column()));
    if (role == Qt::ToolTipRole)
        return (static_cast<MachineColumn>(index.column()) == MachineColumn::State
                    ? machineStateMeaning(row.machine.state)
                    : row.cells.at(static_cast<std::size_t>(index.column())))
            .toHtmlEscaped();
    return {};
}

QVariant MachineTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= machineColumnCount)
        return {};
    switch (static_cast<MachineColumn>(section)) {
    case MachineColumn::State:
        return translate("MachineTableModel", "State");
    case MachineColumn::Machine:
        return translate("MachineTableModel", "Machine");
    case MachineColumn::Host:
        return translate("MachineTableModel", "Host");
    case MachineColumn::Collection:
        return translate("MachineTableModel", "Collection");
    case MachineColumn::AssignedTo:
        return translate("MachineTableModel", "Assigned to");
    case MachineColumn::Session:
        return translate("MachineTableModel", "Session");
    case MachineColumn::Server:
        return translate("MachineTableModel", "Server");
    }
    return {};
}

} // namespace deskwarden::models
