// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineListModel.h"

#include "models/table/CellTexts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <utility>

namespace deskwarden::models {

MachineListModel::MachineListModel(Content content, ServerNames names, QObject* parent)
    : QAbstractTableModel(parent)
    , m_content(content)
    , m_names(std::move(names))
{}

void MachineListModel::setMachines(std::span<const core::VirtualDesktop> machines)
{
    std::vector<Line> lines;
    lines.reserve(machines.size());
    for (const core::VirtualDesktop& machine : machines)
        lines.push_back({machine, std::nullopt});
    std::stable_partition(lines.begin(), lines.end(), [](const Line& line) { return core::isInUse(line.machine); });
    show(std::move(lines));
}

void MachineListModel::setLeftOut(std::span<const management::LeftOutMachine> leftOut)
{
    std::vector<Line> lines;
    lines.reserve(leftOut.size());
    for (const management::LeftOutMachine& left : leftOut)
        lines.push_back({left.machine, left.reason});
    show(std::move(lines));
}

/// A list that comes while somebody reads leaves the lines where they are, if they are the same machines.
void MachineListModel::show(std::vector<Line> lines)
{
    const bool isSame = std::ranges::equal(lines, m_lines, [](const Line& left, const Line& right) {
        return left.machine.name == right.machine.name && left.machine.server == right.machine.server;
    });
    if (!isSame) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    const std::vector<Line> before = std::exchange(m_lines, std::move(lines));
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        if (m_lines[line] != before[line])
            emit dataChanged(index(static_cast<int>(line), 0), index(static_cast<int>(line), columnCount() - 1));
    }
}

bool MachineListModel::hasSeveralServers() const
{
    return std::ranges::any_of(
        m_lines, [this](const Line& line) { return line.machine.server != m_lines.front().machine.server; });
}

int MachineListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MachineListModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_content == Content::LeftOut ? ColumnCount : ReasonColumn;
}

QVariant MachineListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const auto& [machine, reason] = m_lines[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case MachineColumn:
        return plainText(machine.name, 256);
    case StateColumn:
        return machineStateName(machine.state);
    case HostColumn:
        return plainText(machine.hostName, 256);
    case OwnerColumn:
        return ownerText(machine);
    case SessionColumn:
        return machineSessionText(machine);
    case ServerColumn:
        return serverText(machine.server, m_names);
    case ReasonColumn:
        return reason ? startingLarge(leftOutText(*reason)) : QString();
    default:
        return {};
    }
}

QVariant MachineListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MachineColumn:
        return translate("MachineTableModel", "Virtual machine");
    case StateColumn:
        return translate("MachineTableModel", "State");
    case HostColumn:
        return translate("MachineTableModel", "VM host");
    case OwnerColumn:
        return translate("MachineTableModel", "Assigned to");
    case SessionColumn:
        return translate("MachineTableModel", "Session");
    case ServerColumn:
        return translate("MachineTableModel", "Server");
    case ReasonColumn:
        return translate("MachineTableModel", "Left out because");
    default:
        return {};
    }
}

} // namespace deskwarden::models
