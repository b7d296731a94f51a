// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

class QMenu;

namespace deskwarden::ui {

class ActionSet;
class CureFlow;
class DetailsDock;
class MachineActFlow;
class MainWindow;
class StatusStrip;
class WorkPages;

/// What else of the window changes with the page: menus, toolbar, field, details and status; and what the keys that
/// both pages share do. What acts on sessions rests while the machines are shown, and the other way round. Thread: GUI.
/// Owner: the window; outlived by the console.
class PageFlow final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        desk::Console& console;
        ActionSet& actions;
        WorkPages& pages;
        DetailsDock& details;
        StatusStrip& status;
    };

    PageFlow(MainWindow& window, const Parts& parts);

    /// What is done to machines.
    void connectActs(MachineActFlow& acting, CureFlow& curing);
    /// Nobody is looking at the window.
    void setResting(bool isResting);

private:
    void connectActions();
    void connectMachines();
    void showPage();
    void showTable();
    void showChoice();
    void showAge();
    void popUpMenu(const QPoint& position);

    MainWindow& m_window;
    const Parts m_parts;
    QMenu* m_grouping;
    QMenu* m_machineGrouping;
    bool m_isResting = false;
};

} // namespace deskwarden::ui
