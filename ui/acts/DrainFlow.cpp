// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/DrainFlow.h"

#include "core/Names.h"
#include "ui/acts/ActFlow.h"
#include "ui/acts/DrainWindow.h"

#include <algorithm>
#include <iterator>

namespace deskwarden::ui {

DrainFlow::DrainFlow(QWidget& window, desk::Console& console, ActFlow& acts)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_acts(acts)
{
    connect(&m_console.acts(), &desk::ActDesk::drainStarted, this, &DrainFlow::show);
}

void DrainFlow::start(const std::vector<core::Session>& chosen)
{
    if (chosen.empty())
        return;
    const core::SessionKey& key = chosen.front().key;
    const auto isThere = [&key](const core::Session& session) {
        return session.key.server == key.server && core::isSameName(session.key.vmHostName, key.vmHostName);
    };
    if (!std::ranges::all_of(chosen, isThere)) {
        emit refused(tr("The selected sessions are on several VM hosts."),
                     tr("Select sessions of the one that is to be drained."));
        return;
    }
    if (raiseWindowOf(m_console.acts().drainOf(key.server, key.vmHostName.view())))
        return;
    std::vector<core::Session> onHost;
    const desk::ServerLink* const link = m_console.servers().linkTo(key.server);
    if (link != nullptr && link->snapshot() != nullptr)
        std::ranges::copy_if(link->snapshot()->sessions, std::back_inserter(onHost), isThere);
    m_acts.startDrain(key.server, key.vmHostName.toString(), onHost);
}

void DrainFlow::show(const std::shared_ptr<desk::DrainRun>& run)
{
    const core::ServerId server = run->drain().options().server;
    auto* const window = new DrainWindow(
        run, [&activity = m_console.activity(), server] { return activity.serverName(server); }, &m_window);
    connect(window, &DrainWindow::pauseRequested, this, &DrainFlow::pauseRequested);
    // The end has been seen: the window is not needed any more.
    connect(window, &QDialog::finished, window, [window] {
        if (window->run().drain().isOver())
            window->deleteLater();
    });
    std::erase_if(m_windows, [](const auto& gone) { return gone == nullptr; });
    m_windows.emplace_back(window);
    window->show();
}

bool DrainFlow::raiseWindowOf(const desk::DrainRun* run) const
{
    const auto found = std::ranges::find_if(
        m_windows, [run](const auto& window) { return window != nullptr && &window->run() == run; });
    if (found == m_windows.end())
        return false;
    (*found)->show();
    (*found)->raise();
    (*found)->activateWindow();
    return true;
}

} // namespace deskwarden::ui
