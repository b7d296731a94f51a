// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

#include <memory>

class QMainWindow;

namespace deskwarden::ui {

class ActFlow;
class ActivityDock;
class MachineActFlow;

/// Leads what is asked for in Activity to the desk, opens Activity when there is something to see, and tells of ends
/// while another window is in use. Thread: GUI. Owner: the window; outlived by the console and the dock.
class ActivityFlow final : public QObject
{
    Q_OBJECT

public:
    ActivityFlow(QMainWindow& window, desk::Console& console, ActivityDock& activity, ActFlow& acting,
                 MachineActFlow& machines);

private:
    void tellOfEnds();
    void showWaves(const std::shared_ptr<desk::WaveRun>& run);
    [[nodiscard]] bool isEndToBeTold() const;

    QMainWindow& m_window;
    desk::Console& m_console;
    ActivityDock& m_activity;
};

} // namespace deskwarden::ui
