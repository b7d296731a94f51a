// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/machines/HostReport.h"
#include "models/table/LineModel.h"
#include "models/table/ServerNames.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace deskwarden::models {

/// The hosts of one server, as it told them.
using HostsOfServer = std::pair<core::ServerId, management::HostReport>;

struct HostLine
{
    management::HostFacts host;
    bool hasSessions = false; ///< the broker told its sessions
    bool hasMachines = false;
    QString server;
};

/// VM hosts with what is known of each; a dash stands for what is not. Thread: GUI.
class HostListModel final : public LineModel<HostLine>
{
    Q_OBJECT

public:
    enum Column {
        HostColumn,
        SessionsColumn,
        InUseColumn,
        PendingColumn,
        LoadColumn,
        MachinesColumn,
        RunningColumn,
        LastAnswerColumn,
        FailuresColumn,
        ServerColumn,
        ColumnCount
    };

    explicit HostListModel(QObject* parent = nullptr);

    /// Where the hosts and their order stay, only what they say is told anew; else all of it is.
    void setHosts(const std::vector<HostsOfServer>& hosts, const ServerNames& names);
    /// The words of the headings are asked for anew.
    void retranslate();
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Numbers by their size, names by the numbers in them; what is not known comes last.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] static std::optional<qint64> numberOf(const HostLine& line, int column);
    [[nodiscard]] static QString text(const HostLine& line, int column);
    /// The places of the lines in their order.
    [[nodiscard]] std::vector<std::size_t> orderOf(const std::vector<HostLine>& lines) const;

    int m_column = HostColumn;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace deskwarden::models
