// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "core/VirtualDesktop.h"

#include <QWidget>

#include <vector>

class QAction;
class QStackedWidget;

namespace deskwarden::desk {
class Console;
} // namespace deskwarden::desk

namespace deskwarden::ui {

class ActionSet;
class MachinePane;
class PageSwitch;
class SessionPane;

/// The middle of the window: sessions or machines, one at a time, with a switch above that says which. What is chosen
/// on the page that cannot be seen is nobody's choice: nothing is ever done to it. Thread: GUI. Outlived by the
/// console.
class WorkPages final : public QWidget
{
    Q_OBJECT

public:
    /// The two actions of the switch stand first in the menu "View".
    WorkPages(desk::Console& console, ActionSet& actions, QWidget* parent);

    [[nodiscard]] SessionPane& sessions() noexcept { return *m_sessions; }
    [[nodiscard]] MachinePane& machines() noexcept { return *m_machines; }
    [[nodiscard]] bool showsMachines() const;
    void showSessions();
    void showMachines();

    /// None while the machines are shown.
    [[nodiscard]] std::vector<core::Session> chosenSessions() const;
    /// None while the sessions are shown.
    [[nodiscard]] std::vector<core::VirtualDesktop> chosenMachines() const;

    // Of the page that is shown.
    void selectAll();
    void copySelection();
    void focusField();
    void clearFilter();
    [[nodiscard]] bool isNarrowed() const;

signals:
    void pageChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QAction* makeAction(const char* name, const char* icon, Qt::Key key);
    void addActions(ActionSet& actions);
    void layOut();
    void show(bool isMachines);

    PageSwitch* m_switch; // first: Tab comes to it before all else
    SessionPane* m_sessions;
    MachinePane* m_machines;
    QStackedWidget* m_bars;
    QStackedWidget* m_pages;
    QAction* m_toSessions;
    QAction* m_toMachines;
};

} // namespace deskwarden::ui
