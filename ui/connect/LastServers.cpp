// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/LastServers.h"

#include "core/Names.h"
#include "management/seam/ErrorRules.h"
#include "models/texts/Texts.h"
#include "ui/connect/ConnectFlow.h"
#include "ui/sessions/TableState.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <string_view>
#include <utility>

namespace deskwarden::ui {

namespace {

using storage::preference::lastServers;

/// The account that signs in, as it is compared.
std::string accountOf(const core::ServerProfile& profile)
{
    return core::lowered(std::string_view(profile.user + '\n' + profile.clientCertificate));
}

} // namespace

LastServers::LastServers(desk::Console& console, ConnectFlow& connecting, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_connecting(connecting)
{
    connect(&console.servers(), &desk::ConnectedServers::linksChanged, this, &LastServers::note);
    connect(&console.servers(), &desk::ConnectedServers::snapshotArrived, this, &LastServers::takeSnapshot);
    connect(&connecting, &ConnectFlow::signedIn, this, &LastServers::takePassword);
    connect(&connecting, &ConnectFlow::gaveUp, this, &LastServers::stopAsking);
}

std::vector<core::ServerProfile> LastServers::noted() const
{
    const desk::Services& services = m_console.services();
    const auto& known = services.servers.servers();
    std::vector<core::ServerProfile> profiles;
    const QJsonArray entries = QJsonDocument::fromJson(services.preferences.value(lastServers).toUtf8()).array();
    for (const QJsonValue& entry : entries) {
        const std::string address = entry.toObject().value(QLatin1String("address")).toString().toStdString();
        const std::string name = entry.toObject().value(QLatin1String("name")).toString().toStdString();
        const auto found = std::ranges::find_if(known, [&](const storage::KnownServer& server) {
            return server.profile.address.text() == address && server.profile.name == name;
        });
        if (found != known.end())
            profiles.push_back(found->profile);
    }
    return profiles;
}

bool LastServers::isAmongThem(const core::ServerId& server) const
{
    return m_console.services().preferences.value(storage::preference::reconnect) &&
           std::ranges::any_of(noted(), [&server](const auto& profile) { return profile.address.id() == server; });
}

/// Those that are connected, and those that are to be; demonstrations are begun anew.
void LastServers::note()
{
    QJsonArray entries;
    const auto add = [&entries](const core::ServerProfile& profile) {
        const QJsonObject entry{{QStringLiteral("address"), QString::fromStdString(profile.address.text())},
                                {QStringLiteral("name"), QString::fromStdString(profile.name)}};
        if (profile.address.transport != core::Transport::Demo && !entries.contains(entry))
            entries.append(entry);
    };
    for (const auto& link : m_console.links())
        add(link->profile());
    for (const auto& [name, account] : m_accounts) {
        if (account.asked)
            add(*account.asked);
        std::ranges::for_each(account.waiting, add);
    }
    m_console.services().preferences.setValue(lastServers,
                                              QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact)));
}

bool LastServers::reconnect()
{
    if (!m_console.services().preferences.value(storage::preference::reconnect))
        return false;
    for (core::ServerProfile& profile : noted())
        m_accounts[accountOf(profile)].waiting.push_back(std::move(profile));
    std::vector<std::string> names;
    for (const auto& [name, account] : m_accounts)
        names.push_back(name);
    for (const std::string& name : names)
        goOn(name);
    return !names.empty();
}

/// Connects to the next one: with its own kept password, or the one that the person has just given for the account.
void LastServers::goOn(const std::string& account)
{
    Account& mine = m_accounts[account];
    mine.asked.reset();
    mine.isInDialog = false;
    // The person may have connected to it meanwhile.
    std::erase_if(mine.waiting, [this](const core::ServerProfile& profile) {
        return m_console.servers().linkTo(profile.address.id()) != nullptr;
    });
    if (mine.waiting.empty()) {
        m_accounts.erase(account);
        return;
    }
    mine.asked = std::move(mine.waiting.front());
    mine.waiting.pop_front();
    storage::CredentialStore* const store = m_console.services().credentials;
    if (!needsPassword(*mine.asked) || store == nullptr)
        return openNext(account, mine.given);
    store->load({mine.asked->address.id(), mine.asked->user}, this,
                [this, account](core::Result<std::optional<core::Secret>> kept) {
                    if (const auto known = m_accounts.find(account); known != m_accounts.end() && known->second.asked)
                        openNext(account, kept && *kept ? **kept : known->second.given);
                });
}

void LastServers::openNext(const std::string& account, const core::Secret& password)
{
    Account& mine = m_accounts[account];
    const core::ServerProfile profile = *mine.asked;
    if (needsPassword(profile) && password.isEmpty()) {
        mine.isInDialog = true;
        m_connecting.offer(profile);
    } else if (!m_console.open(profile, password)) {
        goOn(account); // there is no way to it
    }
}

void LastServers::takeSnapshot(const management::SnapshotPointer& list)
{
    for (auto& [name, account] : m_accounts) {
        if (!account.asked || account.asked->address.id() != list->server)
            continue;
        const bool hasFailed = list->health == management::SnapshotHealth::Failed;
        if (hasFailed && account.isInDialog)
            return; // which says so, and stays
        if (hasFailed && list->error && management::isAccountRefused(*list->error))
            leaveAlone(account);
        // Queued: the link that tells this must not end meanwhile.
        QMetaObject::invokeMethod(
            this, [this, account = name] { goOn(account); }, Qt::QueuedConnection);
        account.asked.reset(); // its later lists say nothing more
        return;
    }
}

void LastServers::leaveAlone(Account& account)
{
    QStringList names;
    for (const core::ServerProfile& profile : std::exchange(account.waiting, {}))
        names << serverName(profile);
    if (names.isEmpty())
        return;
    const QString user = models::plainText(account.asked->user, 80);
    emit leftAlone(user.isEmpty() ? tr("%1 refused the sign-in. So that your account is not locked, these servers were "
                                       "not asked with it: %2.")
                                        .arg(serverName(*account.asked), names.join(QStringLiteral(", ")))
                                  : tr("%1 refused the sign-in as %2. So that the account is not locked, these servers "
                                       "were not asked with it: %3.")
                                        .arg(serverName(*account.asked), user, names.join(QStringLiteral(", "))),
                   tr("Connect to them once you know that the password is right."));
}

void LastServers::takePassword(const core::ServerProfile& profile, const core::Secret& password)
{
    if (const auto known = m_accounts.find(accountOf(profile)); known != m_accounts.end())
        known->second.given = password;
}

/// A person who closes the dialog does not want to be asked for the next one.
void LastServers::stopAsking()
{
    std::erase_if(m_accounts, [](const auto& entry) { return entry.second.isInDialog; });
}

} // namespace deskwarden::ui
