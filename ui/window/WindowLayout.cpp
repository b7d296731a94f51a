// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/WindowLayout.h"

#include "ui/acts/ActivityDock.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/MachinePane.h"
#include "ui/sessions/MachineView.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/window/ActionSet.h"
#include "ui/window/PlacesDock.h"
#include "ui/window/WorkPages.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QScreen>
#include <QToolBar>

namespace deskwarden::ui {

namespace {

constexpr int layoutVersion = 3;
constexpr int railDigits = 26;
const QString compact = QStringLiteral("compact");

} // namespace

WindowLayout::WindowLayout(QMainWindow& window, const Parts& parts, storage::Preferences& preferences)
    : QObject(&window)
    , m_window(window)
    , m_parts(parts)
    , m_preferences(preferences)
{
    putTogether();
    fillToolBar();
    connect(&m_parts.actions, &ActionSet::densityChosen, this, &WindowLayout::useDensity);
    m_firstState = window.saveState(layoutVersion);
    m_firstActivity = m_parts.activity.saveColumns();
}

void WindowLayout::putTogether()
{
    m_window.setCentralWidget(&m_parts.pages);
    m_window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    // Qt's areas are where they are called, from whichever side one reads.
    const bool isMirrored = m_window.isRightToLeft();
    m_window.addDockWidget(isMirrored ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea, &m_parts.places);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, &m_parts.activity);
    m_window.addDockWidget(isMirrored ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, &m_parts.details);
    m_window.resize(QSize(1680, 900).boundedTo(m_window.screen()->availableSize() * 0.95));
    const int digit = m_window.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    m_window.resizeDocks({&m_parts.places}, {digit * railDigits}, Qt::Horizontal);
    m_parts.details.hide();
}

void WindowLayout::fillToolBar()
{
    QAction* const details = m_parts.details.toggleViewAction();
    details->setShortcut(Qt::Key_F4);
    details->setIcon(outlineIcon("list-details"));
    FilterEdit& field = m_parts.pages.sessions().filter().field();
    field.setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_parts.actions.addField(field, false);
    m_parts.actions.addField(m_parts.pages.machines().field(), true);
    m_parts.actions.toolBar->addAction(details); // its words stand in the menu
    QMenu& view = *m_parts.actions.viewMenu;
    view.addSeparator();
    view.addActions({m_parts.places.toggleViewAction(), details, m_parts.activity.openAction()});
    QAction* const reset = view.addAction(QString());
    reset->setObjectName(QStringLiteral("resetLayoutAction"));
    inEachLanguage(m_window, [reset] {
        reset->setText(tr("&Reset layout"));
        reset->setStatusTip(tr("Show columns, docks and sizes as at the first start"));
    });
    connect(reset, &QAction::triggered, this, &WindowLayout::reset);
}

void WindowLayout::restore()
{
    using namespace storage;
    if (const QByteArray geometry = m_preferences.value(preference::windowGeometry); !geometry.isEmpty())
        m_window.restoreGeometry(geometry);
    if (const QByteArray state = m_preferences.value(preference::windowState); !state.isEmpty())
        m_window.restoreState(state, layoutVersion);
    m_parts.details.hide();
    m_parts.details.setOpensForSelection(m_preferences.value(preference::detailsOpen));
    m_parts.pages.sessions().view().restoreColumns(m_preferences.value(preference::tableHeader));
    m_parts.pages.machines().view().restoreColumns(m_preferences.value(preference::machinesHeader));
    m_parts.activity.restoreColumns(m_preferences.value(preference::activityHeader));
    useDensity(m_preferences.value(preference::density) == compact);
}

void WindowLayout::save()
{
    using namespace storage;
    m_preferences.setValue(preference::windowGeometry, m_window.saveGeometry());
    m_preferences.setValue(preference::windowState, m_window.saveState(layoutVersion));
    m_preferences.setValue(preference::detailsOpen, m_parts.details.opensForSelection());
    m_preferences.setValue(preference::tableHeader, m_parts.pages.sessions().view().saveColumns());
    m_preferences.setValue(preference::machinesHeader, m_parts.pages.machines().view().saveColumns());
    m_preferences.setValue(preference::activityHeader, m_parts.activity.saveColumns());
}

void WindowLayout::reset()
{
    m_window.restoreState(m_firstState, layoutVersion);
    m_parts.places.show();
    m_parts.details.shut();
    m_parts.details.setOpensForSelection(true);
    const int digit = m_window.fontMetrics().horizontalAdvance(QLatin1Char('0'));
    m_window.resizeDocks({&m_parts.places}, {digit * railDigits}, Qt::Horizontal);
    m_parts.pages.sessions().view().resetColumns();
    m_parts.pages.machines().view().resetColumns();
    m_parts.activity.restoreColumns(m_firstActivity);
    useDensity(false);
}

void WindowLayout::useDensity(bool isCompact)
{
    const Density density = isCompact ? Density::Compact : Density::Comfortable;
    m_parts.pages.sessions().view().setDensity(density);
    m_parts.pages.machines().view().setDensity(density);
    m_parts.actions.setCompact(isCompact);
    const QString wanted = isCompact ? compact : QStringLiteral("comfortable");
    if (m_preferences.value(storage::preference::density) != wanted)
        m_preferences.setValue(storage::preference::density, wanted);
}

} // namespace deskwarden::ui
