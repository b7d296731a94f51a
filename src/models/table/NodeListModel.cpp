// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/NodeListModel.h"

#include "models/table/CellTexts.h"
#include "models/texts/HostTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QStringList>

#include <utility>

namespace deskwarden::models {

NodeListModel::NodeListModel(QObject* parent)
    : LineModel(parent)
{}

void NodeListModel::setHosts(const std::vector<HostsOfServer>& hosts, const ServerNames& names)
{
    std::vector<NodeLine> lines;
    for (const auto& [server, report] : hosts) {
        if (!report.nodes)
            continue;
        for (const management::DeploymentNode& node : *report.nodes)
            lines.push_back({node, serverText(server, names)});
    }
    setLines(std::move(lines), [](const NodeLine& left, const NodeLine& right) {
        return left.node.name == right.node.name && left.server == right.server;
    });
}

void NodeListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellAll();
}

int NodeListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NodeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        role != Qt::DisplayRole)
        return {};
    const auto& [node, server] = lineAt(index.row());
    QStringList words;
    switch (index.column()) {
    case NodeColumn:
        return plainText(node.name);
    case RolesColumn:
        for (const management::NodeRole role_ : node.roles)
            words << roleName(role_);
        return words.join(QStringLiteral(", "));
    case MissingColumn:
        for (const management::NodeCertificate certificate : node.missing)
            words << certificateName(certificate);
        return words.join(QStringLiteral(", "));
    case SystemColumn:
        return plainText(node.osVersion, 80);
    case ServerColumn:
        return server;
    default:
        return {};
    }
}

QVariant NodeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NodeColumn:
        return translate("NodeListModel", "Server of the deployment");
    case RolesColumn:
        return translate("NodeListModel", "Roles");
    case MissingColumn:
        return translate("NodeListModel", "Missing certificates");
    case SystemColumn:
        return translate("NodeListModel", "Windows");
    case ServerColumn:
        return translate("NodeListModel", "Broker");
    default:
        return {};
    }
}

} // namespace deskwarden::models
