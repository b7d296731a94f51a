// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/SessionTableModel.h"

#include <QStatusBar>

#include <chrono>

class QLabel;

namespace deskwarden::ui {

/// The line at the bottom: servers and transport, counts by state, selection, age of the data and when it is next asked
/// for. Thread: GUI.
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

private:
    QLabel* m_server;
    QLabel* m_counts;
    QLabel* m_selection;
    QLabel* m_age;
};

} // namespace deskwarden::ui
