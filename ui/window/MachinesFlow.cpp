// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/MachinesFlow.h"

#include "ui/acts/CureFlow.h"
#include "ui/acts/MachineActFlow.h"
#include "ui/sessions/MachinesWindow.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/window/ActionSet.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace deskwarden::ui {

MachinesFlow::MachinesFlow(QMainWindow& window, desk::Console& console, const ActionSet& actions,
                           MachineActFlow& acting, CureFlow& curing)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_acting(acting)
    , m_curing(curing)
{
    auto* const machines = new QAction(outlineIcon("device-desktop"), QString(), this);
    inEachLanguage(window, [machines] {
        machines->setText(tr("&Virtual machines…"));
        machines->setStatusTip(tr("Every machine of all brokers, with its state, host, owner and session"));
    });
    machines->setObjectName(QStringLiteral("machinesAction"));
    machines->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    window.addAction(machines);
    actions.viewMenu->insertAction(actions.auditLog, machines);
    connect(machines, &QAction::triggered, this, &MachinesFlow::open);
}

void MachinesFlow::open()
{
    if (m_machines == nullptr) {
        m_machines = new MachinesWindow(
            m_console.servers(), [&console = m_console] { return console.serverNames(); }, m_console.services().rules,
            &m_window);
        m_machines->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_machines, &MachinesWindow::actRequested, this, [this](management::ActionKind kind) {
            m_acting.start(kind, m_machines->chosen(), m_machines->watch(), *m_machines);
        });
        connect(m_machines, &MachinesWindow::cureRequested, this,
                [this] { m_curing.startOn(m_machines->chosen(), m_machines->watch(), *m_machines); });
    }
    m_machines->show();
    m_machines->raise();
    m_machines->activateWindow();
}

} // namespace deskwarden::ui
