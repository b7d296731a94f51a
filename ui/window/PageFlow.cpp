// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PageFlow.h"

#include "ui/acts/CureFlow.h"
#include "ui/acts/MachineActFlow.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/GroupingMenu.h"
#include "ui/sessions/MachineActions.h"
#include "ui/sessions/MachineBar.h"
#include "ui/sessions/MachineGroupingMenu.h"
#include "ui/sessions/MachinePane.h"
#include "ui/sessions/MachineView.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/ActionSet.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/WorkPages.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QMenu>
#include <QTimer>

#include <chrono>

namespace deskwarden::ui {

PageFlow::PageFlow(MainWindow& window, const Parts& parts)
    : QObject(&window)
    , m_window(window)
    , m_parts(parts)
    , m_grouping(new GroupingMenu(parts.console.sessions(), parts.pages.sessions().view(), &window))
    , m_machineGrouping(new MachineGroupingMenu(parts.pages.machines().view(), &window))
{
    QMenu& view = *m_parts.actions.viewMenu;
    view.insertMenu(m_parts.actions.columnsMenu->menuAction(), m_grouping);
    view.insertMenu(m_parts.actions.columnsMenu->menuAction(), m_machineGrouping);
    connectActions();
    connectMachines();
    connect(&m_parts.pages, &WorkPages::pageChanged, this, &PageFlow::showPage);
    connect(&m_window, &MainWindow::closed, &m_parts.pages.machines(), &MachinePane::end);
    auto* const second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &PageFlow::showAge);
    second->start(std::chrono::seconds(1));
    showPage();
}

void PageFlow::connectActions()
{
    const ActionSet& actions = m_parts.actions;
    WorkPages* const pages = &m_parts.pages;
    connect(actions.find, &QAction::triggered, pages, &WorkPages::focusField);
    connect(actions.clearFilter, &QAction::triggered, pages, &WorkPages::clearFilter);
    connect(actions.refresh, &QAction::triggered, pages, [pages] {
        if (pages->showsMachines())
            pages->machines().refresh();
    });
    connect(actions.columnsMenu, &QMenu::aboutToShow, pages, [pages, menu = actions.columnsMenu] {
        if (pages->showsMachines())
            pages->machines().view().fillColumnMenu(*menu);
        else
            pages->sessions().view().fillColumnMenu(*menu);
    });
    connect(&pages->sessions().filter(), &FilterBar::placeRenamed, &pages->machines().bar(), &MachineBar::showPlace);
    connect(&pages->sessions(), &SessionPane::filtered, this, [this](const models::SessionFilter& filter) {
        SessionPane& sessions = m_parts.pages.sessions();
        m_parts.pages.machines().setPlace(models::machinePlaceOf(filter), sessions.filter().placeLabel());
        m_parts.actions.clearFilter->setEnabled(m_parts.pages.isNarrowed());
    });
}

void PageFlow::connectMachines()
{
    MachinePane* const machines = &m_parts.pages.machines();
    connect(machines, &MachinePane::placeDropped, this, [this] { m_parts.pages.sessions().filter().setPlace({}, {}); });
    connect(machines, &MachinePane::tableChanged, this, &PageFlow::showTable);
    connect(machines, &MachinePane::choiceChanged, this, &PageFlow::showChoice);
    connect(&machines->view(), &MachineView::menuRequested, this, &PageFlow::popUpMenu);
    // What was said about one act goes with the next step.
    connect(&machines->view(), &MachineView::choiceChanged, &m_parts.pages.sessions(), &SessionPane::showPolicy);
}

void PageFlow::connectActs(MachineActFlow& acting, CureFlow& curing)
{
    const MachineActions* const acts = m_parts.actions.machineActs;
    connect(acts, &MachineActions::actChosen, this, [this, &acting](management::ActionKind kind) {
        if (const desk::MachineWatch* const watch = m_parts.pages.machines().watch())
            acting.start(kind, m_parts.pages.chosenMachines(), *watch, m_window);
    });
    connect(acts, &MachineActions::cureChosen, this, [this, &curing] {
        const desk::MachineWatch* const watch = m_parts.pages.machines().watch();
        if (watch != nullptr && m_parts.pages.showsMachines())
            curing.startOn(m_parts.pages.chosenMachines(), *watch, m_window);
    });
}

void PageFlow::setResting(bool isResting)
{
    m_isResting = isResting;
    m_parts.pages.machines().setAsking(m_parts.pages.showsMachines() && !isResting);
}

void PageFlow::showPage()
{
    const bool isMachines = m_parts.pages.showsMachines();
    m_parts.actions.showPage(isMachines);
    m_parts.details.setAway(isMachines);
    m_parts.status.showPage(isMachines);
    m_grouping->menuAction()->setVisible(!isMachines);
    m_machineGrouping->menuAction()->setVisible(isMachines);
    m_parts.actions.clearFilter->setEnabled(m_parts.pages.isNarrowed());
    m_parts.pages.sessions().showPolicy();
    showTable();
}

void PageFlow::showTable()
{
    m_parts.status.showMachines(m_parts.pages.machines().table());
    m_parts.actions.clearFilter->setEnabled(m_parts.pages.isNarrowed());
    showChoice();
    showAge();
}

void PageFlow::showChoice()
{
    const std::size_t count = m_parts.pages.machines().choice();
    m_parts.status.showMachineSelection(count);
    m_parts.actions.setHasMachines(count > 0);
}

void PageFlow::showAge()
{
    if (m_parts.pages.showsMachines())
        m_parts.status.showMachineAge(m_parts.pages.machines().lists(), m_parts.console.services().now());
}

void PageFlow::popUpMenu(const QPoint& position)
{
    m_parts.actions.popUpMachineMenu(position);
}

} // namespace deskwarden::ui
