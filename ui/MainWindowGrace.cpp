// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// Acts whose users are told first: who waits, who is spared, and what closing means for them.

#include "desk/SeenKeeper.h"
#include "ui/ActFlow.h"
#include "ui/ActivityDock.h"
#include "ui/CloseGuard.h"
#include "ui/MainWindow.h"
#include "ui/NoticePanel.h"

namespace deskwarden::ui {

void MainWindow::connectGrace()
{
    connect(m_flow, &ActFlow::confirmedWithMessage, this, &MainWindow::submitWarned);
    connect(&m_grace, &desk::GraceRuns::submitRequested, this,
            [this](const std::vector<management::ActionRequest>& requests) {
                m_activity.add(requests); // messages; the acts have their lines
                m_servers->submit(requests);
            });
    connect(&m_grace, &desk::GraceRuns::cancelRequested, m_servers.get(), &desk::ConnectedServers::cancel);
    connect(&m_grace, &desk::GraceRuns::reportsArrived, this, &MainWindow::takeReports);
    connect(m_activityDock, &ActivityDock::cancelRequested, this, &MainWindow::cancelWaiting);
    connect(m_activityDock, &ActivityDock::cancelSelectedRequested, this, &MainWindow::cancel);
    connect(m_closing, &CloseGuard::withdrawRequested, this, [this] {
        cancelWaiting();
        m_activityDock->resume(); // the messages are not to wait for anybody
    });
}

void MainWindow::submitWarned(const std::vector<management::WarnedAct>& acts, const management::GraceOptions& options)
{
    std::vector<management::ActionRequest> messages;
    std::vector<management::ActionRequest> requests;
    for (const management::WarnedAct& warned : acts) {
        messages.push_back(warned.warning);
        requests.push_back(warned.act);
    }
    m_activity.add(messages);
    m_activity.add(requests);
    m_sessions.noteSubmitted(requests);
    m_activityDock->show();
    m_grace.start(acts, options);
}

void MainWindow::takeReports(const std::vector<management::ActionReport>& reports)
{
    m_activity.apply(reports);
    m_sessions.noteReports(reports);
    tellDrains(reports);
}

void MainWindow::cancelWaiting()
{
    m_servers->cancelQueued();
    m_grace.cancelAll();
}

void MainWindow::cancel(const std::vector<std::uint64_t>& acts)
{
    m_servers->cancel({acts.begin(), acts.end()});
    m_grace.cancel(acts);
}

void MainWindow::closeServer(const core::ServerId& server)
{
    if (m_grace.isWaitingOn(server)) {
        m_activityDock->show();
        m_policy->showNotice(NoticePanel::Kind::Warning,
                             tr("Users of this server were told that they will be logged off."),
                             tr("Cancel that in Activity, so that they are told, or wait until it is done."));
        return;
    }
    if (isDraining(server)) {
        m_policy->showNotice(NoticePanel::Kind::Warning, tr("A VM host of this server is being drained."),
                             tr("Stop the drain first, or wait until it has ended."));
        return;
    }
    if (const desk::ServerLink* const link = m_servers->linkTo(server))
        m_seen->keep(*link);
    m_servers->close(server);
}

} // namespace deskwarden::ui
