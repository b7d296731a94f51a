// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

class QMenu;

namespace deskwarden::ui {

class ActivityDock;
class SessionPane;

/// Closes the connection to a server, or says why acts that are under way forbid it; a menu names each server.
/// Thread: GUI. Owner: the window; outlived by the console and the widgets.
class CloseFlow final : public QObject
{
    Q_OBJECT

public:
    CloseFlow(desk::Console& console, SessionPane& pane, ActivityDock& activity, QMenu& menu, QObject* parent);

    void close(const core::ServerId& server);

private:
    void fillMenu();

    desk::Console& m_console;
    SessionPane& m_pane;
    ActivityDock& m_activity;
    QMenu& m_menu;
};

} // namespace deskwarden::ui
