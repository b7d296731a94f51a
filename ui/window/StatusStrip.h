// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/MachineTable.h"
#include "models/table/SessionTableModel.h"

#include <QStatusBar>

#include <chrono>
#include <vector>

class QLabel;

namespace deskwarden::ui {

/// The line at the bottom: servers and transport, counts by state, selection, age of the data and when it is next asked
/// for; all but the servers of the sessions, or of the machines while these are shown. Thread: GUI.
class StatusStrip final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget* parent = nullptr);

    void showServers(const desk::ConnectedServers::Links& links);
    void showCounts(const models::SessionCounts& counts);
    void showSelection(int count);
    /// To be called as time goes by.
    void showAge(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now);

    void showPage(bool isMachines);
    void showMachines(const models::MachineTable& table);
    void showMachineSelection(std::size_t count);
    void showMachineAge(const std::vector<management::MachineSnapshotPointer>& lists,
                        std::chrono::system_clock::time_point now);

private:
    struct Told
    {
        QString counts;
        QString selection;
        QString age;
    };
    void show();

    QLabel* m_server;
    QLabel* m_counts;
    QLabel* m_selection;
    QLabel* m_age;
    Told m_ofSessions;
    Told m_ofMachines;
    bool m_isOfMachines = false;
};

} // namespace deskwarden::ui
