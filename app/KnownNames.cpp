// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/KnownNames.h"

#include "storage/AuditDatabase.h"
#include "storage/ServerProfileStore.h"
#include "storage/StoragePlaces.h"

#include <QFileInfo>

#include <algorithm>

namespace deskwarden::app {

namespace {

constexpr int newestActs = 2000;

bool isHarmless(const QString& name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1Char('-')) && std::ranges::all_of(name, [](QChar letter) {
        return (letter.unicode() < 128 && letter.isLetterOrNumber()) || QStringLiteral("._-:/").contains(letter);
    });
}

void add(QStringList& names, const QString& name)
{
    if (isHarmless(name) && !names.contains(name))
        names << name;
}

} // namespace

QStringList knownNames(const QString& kind, const QString& server)
{
    const auto places = storage::StoragePlaces::standard();
    const bool isAboutServers = kind == QLatin1String("servers");
    QStringList names;
    if (isAboutServers && QFileInfo::exists(places.profileFile())) {
        const storage::ServerProfileStore profiles(places.profileFile());
        for (const storage::KnownServer& known : profiles.servers())
            add(names, QString::fromStdString(known.profile.address.text()));
    }
    if (!QFileInfo::exists(places.auditFile()))
        return names;
    const auto log = storage::AuditDatabase::open(places.auditFile(), storage::AuditDatabase::Access::ReadOnly);
    const auto acts = log ? (*log)->newestActs(newestActs)
                          : core::Result<std::vector<storage::AuditAct>>(std::vector<storage::AuditAct>());
    if (!acts)
        return names;
    const auto asked = core::ServerAddress::parse(server.toStdString());
    const QString address = asked ? QString::fromStdString(asked->text()) : server;
    for (auto act = acts->rbegin(); act != acts->rend(); ++act) {
        if (isAboutServers)
            add(names, act->intent.server);
        else if (server.isEmpty() || act->intent.server == address)
            add(names, act->intent.vmHostName);
    }
    return names;
}

QStringList completionAnswer(const QStringList& arguments)
{
    const bool isKnown = arguments.value(1) == QLatin1String("servers") || arguments.value(1) == QLatin1String("hosts");
    return isKnown ? knownNames(arguments.at(1), arguments.value(2)) : QStringList();
}

} // namespace deskwarden::app
