// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace deskwarden::ui {

class ActionSet;
class CureFlow;
class MachineActFlow;
class HostsWindow;
class MachinesWindow;

/// The way to the virtual machines and the VM hosts of all servers: a window each, opened from the menu "View". Thread:
/// GUI. Owner: the main window; outlived by the console.
class MachinesFlow final : public QObject
{
    Q_OBJECT

public:
    MachinesFlow(QMainWindow& window, desk::Console& console, const ActionSet& actions, MachineActFlow& acting,
                 CureFlow& curing);

private:
    void open();
    void openHosts();

    QMainWindow& m_window;
    desk::Console& m_console;
    MachineActFlow& m_acting;
    CureFlow& m_curing;
    QPointer<MachinesWindow> m_machines;
    QPointer<HostsWindow> m_hosts;
};

} // namespace deskwarden::ui
