// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>
#include <QPointer>

class QMainWindow;

namespace deskwarden::ui {

class ActionSet;
class HostsWindow;

/// The way to the VM hosts of all servers: a window, opened from the menu "View". Thread: GUI. Owner: the main window;
/// outlived by the console.
class HostsFlow final : public QObject
{
    Q_OBJECT

public:
    HostsFlow(QMainWindow& window, desk::Console& console, const ActionSet& actions);

private:
    void open();

    QMainWindow& m_window;
    desk::Console& m_console;
    QPointer<HostsWindow> m_hosts;
};

} // namespace deskwarden::ui
