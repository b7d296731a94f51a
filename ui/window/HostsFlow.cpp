// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/MachinesFlow.h"

#include "ui/acts/CureFlow.h"
#include "ui/acts/MachineActFlow.h"
#include "ui/sessions/HostsWindow.h"
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
    auto* const hosts = new QAction(outlineIcon("server-2"), QString(), this);
    inEachLanguage(window, [hosts] {
        hosts->setText(tr("VM &hosts…"));
        hosts->setStatusTip(tr("Every VM host with sessions, load, last answer and failures, and the servers of the "
                               "deployment"));
    });
    hosts->setObjectName(QStringLiteral("hostsAction"));
    hosts->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    window.addAction(hosts);
    actions.viewMenu->insertAction(actions.auditLog, hosts);
    connect(hosts, &QAction::triggered, this, &MachinesFlow::openHosts);
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

void MachinesFlow::openHosts()
{
    if (m_hosts == nullptr) {
        const desk::Services& services = m_console.services();
        m_hosts = new HostsWindow(
            m_console.servers(), [&console = m_console] { return console.serverNames(); }, services.auditFile,
            services.now, &m_window);
        m_hosts->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_hosts->show();
    m_hosts->raise();
    m_hosts->activateWindow();
}

} // namespace deskwarden::ui
