// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/SeenKeeper.h"
#include "models/Texts.h"
#include "ui/ActionSet.h"
#include "ui/ActivityDock.h"
#include "ui/CloseGuard.h"
#include "ui/DetailsDock.h"
#include "ui/FilterBar.h"
#include "ui/MainWindow.h"
#include "ui/NoticePanel.h"
#include "ui/PlacesDock.h"
#include "ui/SelectMenu.h"
#include "ui/SessionDelegate.h"
#include "ui/SessionView.h"
#include "ui/StatusStrip.h"
#include "ui/TroubleBanner.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

constexpr int layoutVersion = 2;

} // namespace

void MainWindow::layOut()
{
    auto* const center = new QWidget(this);
    auto* const column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_policy);
    column->addWidget(m_trouble);
    column->addWidget(m_view, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    addDockWidget(Qt::LeftDockWidgetArea, m_places);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(Qt::BottomDockWidgetArea, m_activityDock);
    addDockWidget(Qt::RightDockWidgetArea, m_details);
    menuBar()->insertMenu(m_actions->viewMenu->menuAction(), m_select);
    m_actions->selectMenu = m_select;
    m_actions->viewMenu->addSeparator();
    m_details->toggleViewAction()->setShortcut(Qt::Key_F4);
    m_actions->viewMenu->addActions(
        {m_places->toggleViewAction(), m_details->toggleViewAction(), m_activityDock->toggleViewAction()});
    resize(QSize(1680, 900).boundedTo(screen()->availableSize() * 0.95));
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    resizeDocks({m_places, m_details}, {digit * 28, digit * 34}, Qt::Horizontal);
    resizeDocks({m_activityDock}, {250}, Qt::Vertical);
}

/// Read-only by policy is said all the time; what was said about one act goes with the next step.
void MainWindow::showPolicy()
{
    const management::Policy& policy = m_services.rules.policy;
    m_actions->setPolicy(policy);
    const models::Sentence sentence = models::describe(policy);
    if (sentence.what.isEmpty())
        m_policy->clear();
    else
        m_policy->showNotice(NoticePanel::Kind::Warning, sentence.what, sentence.nextStep);
    m_policy->setToolTip(plainToolTip(models::plainText(policy.problem, 500)));
}

void MainWindow::restoreLayout()
{
    const storage::Preferences& preferences = m_services.preferences;
    if (const QByteArray geometry = preferences.value(storage::preference::windowGeometry); !geometry.isEmpty())
        restoreGeometry(geometry);
    if (const QByteArray state = preferences.value(storage::preference::windowState); !state.isEmpty())
        restoreState(state, layoutVersion);
    m_view->restoreColumns(preferences.value(storage::preference::tableHeader));
    m_activityDock->restoreColumns(preferences.value(storage::preference::activityHeader));
}

void MainWindow::saveLayout()
{
    storage::Preferences& preferences = m_services.preferences;
    preferences.setValue(storage::preference::windowGeometry, saveGeometry());
    preferences.setValue(storage::preference::windowState, saveState(layoutVersion));
    preferences.setValue(storage::preference::tableHeader, m_view->saveColumns());
    preferences.setValue(storage::preference::activityHeader, m_activityDock->saveColumns());
}

void MainWindow::closeUnasked()
{
    m_closing->confirm();
    close();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing->letsClose()) {
        event->ignore();
        return;
    }
    // First of all: what hangs ends while the rest is put away.
    m_servers->requestStop();
    for (const auto& link : links())
        m_seen->keep(*link);
    saveLayout();
    event->accept();
}

} // namespace deskwarden::ui
