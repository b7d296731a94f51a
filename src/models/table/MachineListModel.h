// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/MachinePlan.h"
#include "models/table/ServerNames.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace deskwarden::models {

/// A list of machines for the dialogs: the machine, its state as it is now, the place, whose it is, who has a session
/// there; for those left out also the reason. Thread: GUI.
class MachineListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        MachineColumn,
        StateColumn,
        HostColumn,
        OwnerColumn,
        SessionColumn,
        ServerColumn,
        ReasonColumn,
        ColumnCount
    };

    /// Whether it lists machines that are acted upon, or those that are left out, with the reason.
    enum class Content { Hit, LeftOut };

    MachineListModel(Content content, ServerNames names, QObject* parent = nullptr);

    /// Those on which somebody may be working come first.
    void setMachines(std::span<const core::VirtualDesktop> machines);
    void setLeftOut(std::span<const management::LeftOutMachine> leftOut);
    /// Machines of more than one server are listed: it is worth a column.
    [[nodiscard]] bool hasSeveralServers() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        core::VirtualDesktop machine;
        std::optional<management::LeftOutReason> reason;
        friend bool operator==(const Line&, const Line&) = default;
    };
    void show(std::vector<Line> lines);

    const Content m_content;
    const ServerNames m_names;
    std::vector<Line> m_lines;
};

} // namespace deskwarden::models
