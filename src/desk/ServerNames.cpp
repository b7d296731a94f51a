// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ServerNames.h"

#include "models/table/CellTexts.h"
#include "models/texts/Texts.h"

namespace deskwarden::desk {

namespace {

constexpr int longestServerName = 80;

} // namespace

QString serverName(const core::ServerProfile& profile)
{
    return profile.name.empty() ? models::serverText(profile.address.id())
                                : models::plainText(profile.name, longestServerName);
}

models::ServerNames serverNames(const ConnectedServers::Links& links)
{
    std::map<QString, int> uses;
    for (const auto& link : links)
        ++uses[serverName(link->profile()).toCaseFolded()];
    models::ServerNames names;
    for (const auto& link : links) {
        const QString name = serverName(link->profile());
        const bool isShared = uses[name.toCaseFolded()] > 1;
        const QString address = models::plainText(link->profile().address.text(), longestServerName);
        names.emplace(link->server(), isShared ? QStringLiteral("%1 (%2)").arg(name, address) : name);
    }
    return names;
}

models::ServerNames namesOf(const std::vector<storage::KnownServer>& servers)
{
    std::map<core::ServerId, QStringList> all;
    for (const storage::KnownServer& known : servers) {
        QStringList& names = all[known.profile.address.id()];
        if (const QString name = serverName(known.profile); !known.profile.name.empty() && !names.contains(name))
            names << name;
    }
    models::ServerNames joined;
    for (const auto& [server, names] : all) {
        if (!names.isEmpty())
            joined.emplace(server, names.join(QStringLiteral(", ")));
    }
    return joined;
}

QString nameAndAddress(const core::ServerId& server, const models::ServerNames& names)
{
    const QString address = models::plainText(server.address, longestServerName);
    const auto known = names.find(server);
    return known == names.end() ? address : QStringLiteral("%1 (%2)").arg(known->second, address);
}

} // namespace deskwarden::desk
