// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/HostListModel.h"

namespace deskwarden::models {

struct NodeLine
{
    management::DeploymentNode node;
    QString server;
};

/// The servers of the deployments, with their roles and the certificates that these lack. Thread: GUI.
class NodeListModel final : public LineModel<NodeLine>
{
    Q_OBJECT

public:
    enum Column { NodeColumn, RolesColumn, MissingColumn, SystemColumn, ServerColumn, ColumnCount };

    explicit NodeListModel(QObject* parent = nullptr);

    /// Where the servers and their order stay, only what they say is told anew; else all of it is.
    void setHosts(const std::vector<HostsOfServer>& hosts, const ServerNames& names);
    /// All words are asked for anew.
    void retranslate();
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
};

} // namespace deskwarden::models
