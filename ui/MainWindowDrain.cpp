// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// VM hosts that are being emptied, each with a window of its own.

#include "core/Value.h"
#include "models/Texts.h"
#include "ui/ActFlow.h"
#include "ui/ActionSet.h"
#include "ui/ActivityDock.h"
#include "ui/AddressTexts.h"
#include "ui/CloseGuard.h"
#include "ui/DrainWindow.h"
#include "ui/MainWindow.h"
#include "ui/NoticePanel.h"
#include "ui/SessionView.h"

#include <QAction>

#include <algorithm>

namespace deskwarden::ui {

void MainWindow::connectDrains()
{
    connect(m_actions->drainHost, &QAction::triggered, this, &MainWindow::drainHost);
    connect(m_flow, &ActFlow::drainConfirmed, this, &MainWindow::startDrain);
    connect(m_activityDock, &ActivityDock::pauseRequested, this, [this](bool isPaused) {
        for (const auto& window : m_drains) {
            if (window != nullptr && window->run().drain().isPaused() != isPaused)
                window->run().setPaused(isPaused);
        }
    });
    connect(m_closing, &CloseGuard::withdrawRequested, this, [this] {
        for (const auto& window : m_drains) {
            if (window != nullptr)
                window->run().stop();
        }
    });
    m_closing->watchDrains([this] {
        return static_cast<std::size_t>(std::ranges::count_if(
            m_drains, [](const auto& window) { return window != nullptr && !window->run().drain().isOver(); }));
    });
}

/// The host of the selection; one that is being drained already shows its window.
void MainWindow::drainHost()
{
    const std::vector<core::Session> chosen = m_view->selectedSessions();
    if (chosen.empty())
        return;
    const core::SessionKey& key = chosen.front().key;
    const auto isThere = [&key](const core::Session& session) {
        return session.key.server == key.server &&
               core::isSameName(session.key.vmHostName.view(), key.vmHostName.view());
    };
    if (!std::ranges::all_of(chosen, isThere)) {
        m_policy->showNotice(NoticePanel::Kind::Warning, tr("The selected sessions are on several VM hosts."),
                             tr("Select sessions of the one that is to be drained."));
        return;
    }
    for (const auto& window : m_drains) {
        if (window == nullptr || window->run().drain().isOver())
            continue;
        const management::DrainOptions& options = window->run().drain().options();
        if (options.server == key.server && core::isSameName(options.vmHostName, key.vmHostName.view())) {
            window->show();
            window->raise();
            window->activateWindow();
            return;
        }
    }
    std::vector<core::Session> onHost;
    const desk::ServerLink* const link = m_servers->linkTo(key.server);
    if (link != nullptr && link->snapshot() != nullptr)
        std::ranges::copy_if(link->snapshot()->sessions, std::back_inserter(onHost), isThere);
    m_flow->startDrain(key.server, key.vmHostName.toString(), onHost);
}

void MainWindow::startDrain(const management::DrainOptions& options, const management::ActionPlan& plan,
                            const std::optional<desk::DrainMessage>& message)
{
    auto run = std::make_unique<desk::DrainRun>(
        options, plan, m_services.rules, message, [this] { return m_flow->nextId(); }, m_services.now);
    desk::DrainRun* const drain = run.get();
    connect(drain, &desk::DrainRun::submitRequested, this, &MainWindow::submit);
    connect(drain, &desk::DrainRun::warnRequested, this, &MainWindow::submitWarned);
    connect(drain, &desk::DrainRun::cancelRequested, this, &MainWindow::cancel);
    const core::ServerId server = options.server;
    connect(drain, &desk::DrainRun::listRequested, this, [this, server] {
        if (desk::ServerLink* const link = m_servers->linkTo(server))
            link->refresh();
    });
    connect(drain, &desk::DrainRun::ended, m_closing, &CloseGuard::look, Qt::QueuedConnection);
    const desk::ServerLink* const link = m_servers->linkTo(server);
    auto* const window =
        new DrainWindow(std::move(run), link == nullptr ? QString() : serverName(link->profile()), this);
    connect(window, &DrainWindow::pauseRequested, m_activityDock, &ActivityDock::setPaused);
    // An operator who has seen the end needs the window no more.
    connect(window, &QDialog::finished, window, [window] {
        if (window->run().drain().isOver())
            window->deleteLater();
    });
    std::erase_if(m_drains, [](const auto& gone) { return gone == nullptr; });
    m_drains.emplace_back(window);
    window->show();
    drain->begin();
}

void MainWindow::tellDrains(const std::vector<management::ActionReport>& reports)
{
    for (const auto& window : m_drains) {
        if (window != nullptr)
            window->run().takeReports(reports);
    }
}

void MainWindow::tellDrains(const management::SessionSnapshot& list)
{
    for (const auto& window : m_drains) {
        if (window != nullptr)
            window->run().takeList(list);
    }
}

bool MainWindow::isDraining(const core::ServerId& server) const
{
    return std::ranges::any_of(m_drains, [&server](const auto& window) {
        return window != nullptr && !window->run().drain().isOver() && window->run().drain().options().server == server;
    });
}

/// While the window ends there is nobody left to act.
void MainWindow::forgetDrains()
{
    for (const auto& window : m_drains) {
        if (window != nullptr)
            disconnect(&window->run(), nullptr, this, nullptr);
    }
    m_drains.clear();
}

} // namespace deskwarden::ui
