// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/HostsFlow.h"

#include "ui/sessions/HostsWindow.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/window/ActionSet.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace deskwarden::ui {

HostsFlow::HostsFlow(QMainWindow& window, desk::Console& console, const ActionSet& actions)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
{
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
    connect(hosts, &QAction::triggered, this, &HostsFlow::open);
}

void HostsFlow::open()
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
