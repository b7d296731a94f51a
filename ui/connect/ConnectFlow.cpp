// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ConnectFlow.h"

#include "ui/connect/ConnectionDialog.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace deskwarden::ui {

ConnectFlow::ConnectFlow(QWidget& window, desk::Console& console)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
{}

void ConnectFlow::connectTo(const core::ServerProfile& profile, const core::Secret& password)
{
    const core::Result<> opened = m_console.open(profile, password);
    if (opened)
        return;
    openDialog();
    m_dialog->setProfile(profile);
    m_dialog->showFailure(opened.error());
}

void ConnectFlow::openDialog()
{
    const desk::Services& services = m_console.services();
    if (m_dialog == nullptr) {
        m_dialog = new ConnectionDialog(services.connectorFor, &m_window);
        if (!services.schemes.empty())
            m_dialog->setSchemes(services.schemes);
        m_dialog->setCredentialStore(services.credentials);
        connect(m_dialog, &ConnectionDialog::connectRequested, this, &ConnectFlow::connectTo);
        // Queued: the answer may open the dialog again, with the reason why it could not be followed.
        connect(m_dialog, &QDialog::finished, this, &ConnectFlow::offerNext, Qt::QueuedConnection);
    }
    std::vector<core::ServerProfile> recent;
    for (const storage::KnownServer& known : services.servers.servers())
        recent.push_back(known.profile);
    m_dialog->setRecentServers(std::move(recent));
    m_dialog->open();
}

void ConnectFlow::offer(const core::ServerProfile& profile)
{
    m_offers.push_back(m_console.services().servers.completed(profile));
    offerNext();
}

void ConnectFlow::offerNext()
{
    const bool isAnswering = m_dialog != nullptr && m_dialog->isVisible();
    if (m_offers.empty() || isAnswering)
        return;
    const core::ServerProfile profile = std::move(m_offers.front());
    m_offers.pop_front();
    openDialog();
    m_dialog->setProfile(profile);
    m_dialog->focusFirstGap();
}

void ConnectFlow::mend()
{
    openDialog();
    const auto hasFailed = [](const auto& link) {
        return link->snapshot() != nullptr && link->snapshot()->health == management::SnapshotHealth::Failed;
    };
    const auto failed = std::ranges::find_if(m_console.links(), hasFailed);
    if (failed == m_console.links().end())
        return;
    m_dialog->setProfile((*failed)->profile());
    m_dialog->focusFirstGap();
    if ((*failed)->snapshot()->error)
        m_dialog->showFailure(*(*failed)->snapshot()->error);
}

} // namespace deskwarden::ui
