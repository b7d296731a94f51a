// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/WorkPages.h"

#include "ui/sessions/FilterBar.h"
#include "ui/sessions/MachineBar.h"
#include "ui/sessions/MachinePane.h"
#include "ui/sessions/MachineView.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/PageSwitch.h"
#include "ui/window/ActionSet.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskwarden::ui {

namespace {

constexpr int wordDigits = 90;

} // namespace

WorkPages::WorkPages(desk::Console& console, ActionSet& actions, QWidget* parent)
    : QWidget(parent)
    , m_switch(new PageSwitch(this))
    , m_sessions(new SessionPane(console, this))
    , m_machines(new MachinePane(console, *actions.machineActs, this))
    , m_bars(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_toSessions(makeAction("sessionsAction", "users", Qt::Key_1))
    , m_toMachines(makeAction("machinesAction", "device-desktop", Qt::Key_2))
{
    addActions(actions);
    layOut();
    connect(m_toSessions, &QAction::triggered, this, &WorkPages::showSessions);
    connect(m_toMachines, &QAction::triggered, this, &WorkPages::showMachines);
    connect(m_sessions, &SessionPane::broughtForward, this, &WorkPages::showSessions);
}

QAction* WorkPages::makeAction(const char* name, const char* icon, Qt::Key key)
{
    auto* const action = new QAction(outlineIcon(icon), QString(), this);
    action->setObjectName(QString::fromLatin1(name));
    action->setCheckable(true);
    action->setShortcut(Qt::CTRL | key);
    return action;
}

void WorkPages::addActions(ActionSet& actions)
{
    auto* const group = new QActionGroup(this);
    for (QAction* const action : {m_toSessions, m_toMachines})
        group->addAction(action);
    m_toSessions->setChecked(true);
    inEachLanguage(*this, [this] {
        m_toSessions->setText(tr("&Sessions"));
        m_toSessions->setStatusTip(tr("Show who is working on which machine"));
        m_toMachines->setText(tr("&Machines"));
        m_toMachines->setStatusTip(
            tr("Show every virtual machine of all brokers, with its state, host, owner and session"));
        m_switch->setAccessibleName(tr("What is listed"));
    });
    m_switch->add(*m_toSessions);
    m_switch->add(*m_toMachines);
    QAction* const first = actions.viewMenu->actions().constFirst();
    actions.viewMenu->insertActions(first, group->actions());
    actions.viewMenu->insertSeparator(first);
}

void WorkPages::layOut()
{
    for (QWidget* const widget : {static_cast<QWidget*>(m_switch), static_cast<QWidget*>(&m_sessions->filter()),
                                  static_cast<QWidget*>(&m_machines->bar())})
        Mnemonics::leaveOut(*widget); // arrows lead along them
    m_bars->addWidget(&m_sessions->filter());
    m_bars->addWidget(&m_machines->bar());
    m_bars->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_pages->addWidget(m_sessions);
    m_pages->addWidget(m_machines);
    auto* const top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_switch);
    top->addWidget(m_bars, 1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    column->addWidget(&m_sessions->notice()); // below either table
}

/// In a small window the place and the way out of the filter come before the words of the switch.
void WorkPages::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_switch->setWordless(width() < fontMetrics().horizontalAdvance(QLatin1Char('0')) * wordDigits);
}

bool WorkPages::showsMachines() const
{
    return m_pages->currentWidget() == m_machines;
}

void WorkPages::showSessions()
{
    show(false);
}

void WorkPages::showMachines()
{
    show(true);
}

void WorkPages::show(bool isMachines)
{
    (isMachines ? m_toMachines : m_toSessions)->setChecked(true);
    if (isMachines == showsMachines())
        return;
    const bool isOnSwitch = m_switch->isAncestorOf(window()->focusWidget());
    m_bars->setCurrentIndex(isMachines ? 1 : 0);
    m_pages->setCurrentIndex(isMachines ? 1 : 0);
    m_machines->setShown(isMachines);
    emit pageChanged();
    if (isOnSwitch)
        return; // who goes along it stays there
    if (isMachines)
        m_machines->view().setFocus(Qt::OtherFocusReason);
    else
        m_sessions->view().setFocus(Qt::OtherFocusReason);
}

std::vector<core::Session> WorkPages::chosenSessions() const
{
    return showsMachines() ? std::vector<core::Session>() : m_sessions->view().selectedSessions();
}

std::vector<core::VirtualDesktop> WorkPages::chosenMachines() const
{
    return showsMachines() ? m_machines->view().chosen() : std::vector<core::VirtualDesktop>();
}

void WorkPages::selectAll()
{
    if (showsMachines())
        m_machines->view().selectAll();
    else
        m_sessions->view().selectAll();
}

void WorkPages::copySelection()
{
    if (showsMachines())
        m_machines->view().copySelection();
    else
        m_sessions->view().copySelection();
}

void WorkPages::focusField()
{
    if (showsMachines())
        m_machines->focusField();
    else
        m_sessions->filter().focusField();
}

void WorkPages::clearFilter()
{
    if (showsMachines())
        m_machines->clearFilter();
    else
        m_sessions->filter().clear();
}

bool WorkPages::isNarrowed() const
{
    return showsMachines() ? m_machines->isNarrowed() : !m_sessions->filter().filter().isEmpty();
}

} // namespace deskwarden::ui
