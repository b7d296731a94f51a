// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QPoint;
class QToolBar;
class QToolButton;
class QWidget;

namespace deskwarden::ui {

class MachineActions;

/// Everything that can be done in the main window, once: the menus, the toolbar, the context menu and the keys show the
/// same actions. Thread: GUI. Owner: the window.
class ActionSet final : public QObject
{
    Q_OBJECT

public:
    ActionSet(QMainWindow& window, const management::PlanRules& rules);

    QAction* connectToServer;
    QAction* refresh;
    QAction* quit;
    QList<QAction*> acts; ///< one for each act on sessions, in the order of ActionKind
    MachineActions* machineActs;
    QAction* drainHost;
    QAction* asSoonAs;
    QAction* whatWaits;
    QAction* why; ///< a user does not get in
    QAction* cureGhosts;
    QAction* copy;
    QAction* selectAll;
    QAction* find;
    QAction* palette;
    QAction* clearFilter;
    QAction* whatChanged;
    QAction* auditLog;
    QAction* help;
    QAction* about;
    QMenu* closeMenu;   ///< filled by the window with the servers that are connected
    QMenu* columnsMenu; ///< filled by the window
    QMenu* viewMenu;    ///< the window adds its docks
    QMenu* densityMenu;
    QToolBar* toolBar; ///< the window adds the field of the filter
    QMenu* sessionMenu = nullptr;
    QMenu* machineMenu;           ///< in its place while machines are shown
    QMenu* handOffMenu = nullptr; ///< of the window; also in the context menu
    QMenu* pinsMenu = nullptr;    ///< of the window; also in the context menu
    QMenu* selectMenu = nullptr;  ///< of the window; also in the context menu

    /// What acts on the selection is only enabled while there is one.
    void setHasSelection(bool hasSelection);
    void setHasMachines(bool hasMachines);
    /// What acts on sessions is hidden and rests while machines are shown, and the other way round.
    void showPage(bool isMachines);
    /// Into the toolbar, for one page only.
    void addField(QWidget& field, bool isOfMachines);
    /// What policy forbids stays disabled.
    void setPolicy(const management::Policy& policy);
    /// Why no ghost may be cured; empty: the action goes with the selection.
    void setCureRefusal(const QString& refusal);
    void setInterval(std::chrono::seconds interval);
    void setCompact(bool isCompact);
    /// What can be done with the selection, at a place of the screen.
    void popUpContextMenu(const QPoint& position);
    void popUpMachineMenu(const QPoint& position);

signals:
    void actChosen(management::ActionKind kind);
    void densityChosen(bool isCompact);
    void intervalChosen(std::chrono::seconds interval); ///< 0 = only on demand

private:
    QAction* make(const char* name, const char* icon, const char* text, const char* hint);
    void makeActions();
    void makeActs();
    void makeIntervals();
    void makeDensities();
    void addMenus(QMainWindow& window);
    void addMachineMenu(QMainWindow& window);
    void addToolBar(QMainWindow& window);
    QToolButton* addButton(QAction* action, QList<QAction*>* places = nullptr);
    void showCopy();

    QMainWindow& m_window;
    management::Policy m_policy;
    bool m_hasSelection = false;
    bool m_hasMachines = false;
    bool m_isOfMachines = false;
    QList<QAction*> m_sessionTools; ///< what stands in the toolbar for one page only
    QList<QAction*> m_machineTools;
    QString m_whyNoCure;
    QMenu* m_intervalMenu;
    QActionGroup* m_intervals;
    QActionGroup* m_densities;
};

} // namespace deskwarden::ui
