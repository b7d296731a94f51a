// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ConnectFlow.h"

#include "ui/connect/ConnectionDialog.h"
#include "ui/connect/LastServers.h"
#include "ui/sessions/TableState.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace deskwarden::ui {

bool needsPassword(const core::ServerProfile& profile)
{
    return !profile.user.empty() && profile.clientCertificate.empty() &&
           profile.address.transport != core::Transport::Demo;
}

ConnectFlow::ConnectFlow(QWidget& window, desk::Console& console)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
{
    connect(&console.servers(), &desk::ConnectedServers::snapshotArrived, this, &ConnectFlow::takeSnapshot);
    m_lastServers = new LastServers(console, *this, this);
}

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
        connect(m_dialog, &ConnectionDialog::connectRequested, this, &ConnectFlow::connectFromDialog);
        connect(m_dialog, &ConnectionDialog::serversEdited, this, &ConnectFlow::keepServers);
        connect(m_dialog, &QDialog::rejected, this, &ConnectFlow::giveUp);
        // Queued: the answer may open the dialog again, with the reason why it could not be followed.
        connect(m_dialog, &QDialog::finished, this, &ConnectFlow::offerNext, Qt::QueuedConnection);
    }
    m_edited.reset();
    m_dialog->setServers(services.servers.servers());
    m_dialog->open();
}

/// A server has one connection. Nothing where the profile would take nobody's place.
std::optional<models::Sentence> ConnectFlow::replacementWarning(const core::ServerProfile& profile) const
{
    const desk::ServerLink* const link = m_console.servers().linkTo(profile.address.id());
    const bool isOther =
        link != nullptr && (link->profile().name != profile.name || link->profile().user != profile.user);
    const bool isWorking = link != nullptr && (link->snapshot() == nullptr ||
                                               link->snapshot()->health != management::SnapshotHealth::Failed);
    if (!isOther || !isWorking)
        return std::nullopt;
    const QString name = m_console.sessions().serverName(link->server());
    const QString user = models::plainText(link->profile().user, 80);
    const QString what = user.isEmpty() ? tr("This address is connected already, as “%1”.").arg(name)
                                        : tr("This address is connected already, as “%1” with %2.").arg(name, user);
    const desk::ActDesk& acts = m_console.acts();
    if (acts.isWaitingOn(link->server()) || acts.isDraining(link->server()))
        return models::Sentence{what, tr("Users there were told of a log-off, or a host is being drained: the "
                                         "connection stays until that is over.")};
    return models::Sentence{what, tr("Connect again to take its place. What waits there is cancelled.")};
}

/// Whether it is to be said first; the second time nothing is, where that was offered.
bool ConnectFlow::holdsBack(const core::ServerProfile& profile)
{
    const std::optional<core::ServerProfile> asked = std::exchange(m_replacing, std::nullopt);
    const std::optional<models::Sentence> warning = replacementWarning(profile);
    const desk::ActDesk& acts = m_console.acts();
    const core::ServerId server = profile.address.id();
    const bool isBusy = acts.isWaitingOn(server) || acts.isDraining(server);
    if (!warning || (!isBusy && (asked == profile || m_edited == server)))
        return false;
    m_replacing = profile;
    m_dialog->showWarning(*warning);
    return true;
}

void ConnectFlow::connectFromDialog(const core::ServerProfile& profile, const core::Secret& password)
{
    if (holdsBack(profile))
        return;
    const core::ServerId server = profile.address.id();
    m_wasThere = m_console.servers().linkTo(server) != nullptr;
    m_awaited = server; // its first list may arrive at once
    m_typed = password;
    keepServers();
    const core::Result<> opened = m_console.open(profile, password);
    m_dialog->setServers(m_console.services().servers.servers());
    if (opened)
        return;
    m_awaited.reset();
    m_dialog->showFailure(opened.error());
}

void ConnectFlow::takeSnapshot(const management::SnapshotPointer& snapshot)
{
    endSwitch(*snapshot);
    if (!m_awaited || snapshot->server != *m_awaited)
        return;
    m_awaited.reset();
    if (snapshot->health != management::SnapshotHealth::Failed) {
        m_dialog->showSuccess();
        if (const desk::ServerLink* const link = m_console.servers().linkTo(snapshot->server))
            emit signedIn(link->profile(), m_typed);
        m_typed = {};
        return;
    }
    // Queued: the link that tells this must not end meanwhile.
    if (!m_wasThere)
        QMetaObject::invokeMethod(
            this, [this, server = snapshot->server] { closeFailed(server); }, Qt::QueuedConnection);
    m_dialog->showFailure(snapshot->error.value_or(core::ManagementError{}));
}

/// Unless the person has tried again meanwhile.
void ConnectFlow::closeFailed(const core::ServerId& server)
{
    const desk::ServerLink* const link = m_console.servers().linkTo(server);
    if (link != nullptr && link->snapshot() != nullptr &&
        link->snapshot()->health == management::SnapshotHealth::Failed)
        (void)m_console.close(server);
}

/// The person does not want to wait any longer.
void ConnectFlow::giveUp()
{
    if (m_awaited && !m_wasThere)
        (void)m_console.close(*m_awaited);
    m_awaited.reset();
    m_switch.reset();
    m_replacing.reset();
    m_typed = {};
    emit gaveUp();
}

void ConnectFlow::switchBroker(const core::ServerId& passive)
{
    const desk::ServerLink* const link = m_console.servers().linkTo(passive);
    const auto active = link == nullptr ? std::nullopt : activeBrokerOf(*link);
    if (!active)
        return;
    core::ServerProfile asked = link->profile();
    asked.address = *active;
    core::ServerProfile profile = m_console.services().servers.completed(asked);
    if (profile.user != asked.user || profile == asked) { // of nobody who is known, or of somebody else
        profile = asked;
        profile.name.clear();
        profile.fingerprint.clear(); // each has a certificate of its own
    }
    m_switch.emplace(passive, active->id());
    connectAs(profile, {{active->id(), profile.user}, {passive, profile.user}});
}

void ConnectFlow::endSwitch(const management::SessionSnapshot& list)
{
    if (!m_switch || list.server != m_switch->second || list.health == management::SnapshotHealth::Failed)
        return;
    // Queued: the link that tells this must not end meanwhile. Users who wait on the passive one keep it open.
    QMetaObject::invokeMethod(
        this, [this, passive = m_switch->first] { (void)m_console.close(passive); }, Qt::QueuedConnection);
    m_switch.reset();
}

void ConnectFlow::connectAs(const core::ServerProfile& profile, std::vector<storage::CredentialKey> keys)
{
    if (!needsPassword(profile))
        return connectTo(profile, core::Secret());
    storage::CredentialStore* const store = m_console.services().credentials;
    if (store == nullptr || keys.empty())
        return offer(profile);
    const storage::CredentialKey key = keys.front();
    keys.erase(keys.begin());
    store->load(key, this, [this, profile, keys](core::Result<std::optional<core::Secret>> kept) {
        if (kept && *kept)
            connectTo(profile, **kept);
        else
            connectAs(profile, keys);
    });
}

/// A list of servers that cannot be written is no reason not to work.
void ConnectFlow::keepServers()
{
    (void)m_console.services().servers.setServers(m_dialog->servers());
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

void ConnectFlow::edit(const core::ServerId& server)
{
    const desk::ServerLink* const link = m_console.servers().linkTo(server);
    if (link == nullptr)
        return;
    openDialog();
    m_edited = server;
    m_dialog->setProfile(link->profile());
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
