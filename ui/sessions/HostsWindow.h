// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/HostsRun.h"
#include "models/table/HostListModel.h"
#include "models/table/NodeListModel.h"

#include <QDialog>

#include <functional>

class QLabel;
class QTableView;

namespace deskwarden::ui {

class NoticePanel;

/// The VM hosts of all servers that are connected, with sessions, load, last answers and failures, and below them the
/// servers of the deployments with their roles and missing certificates. It only looks; asked when it is opened, and
/// when a person wants it. Thread: GUI. Owner: the window that it was opened from; outlived by the servers.
/// Blocks: as HostsRun, when it goes.
class HostsWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `names` says what people call the servers; `auditFile` is that of the record.
    HostsWindow(const desk::ConnectedServers& servers, std::function<models::ServerNames()> names,
                const QString& auditFile, desk::HostsRun::Clock now, QWidget* parent);

private:
    void layOut();
    void retranslate();
    void showHosts();
    [[nodiscard]] QStringList troubles() const;

    const std::function<models::ServerNames()> m_names;
    desk::HostsRun m_run;
    models::HostListModel m_hosts;
    models::NodeListModel m_nodes;
    QTableView* m_hostTable;
    QTableView* m_nodeTable;
    QLabel* m_hostsLabel;
    QLabel* m_nodesLabel;
    NoticePanel* m_trouble;
};

} // namespace deskwarden::ui
