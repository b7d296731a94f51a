// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/KeptServer.h"

#include "core/Names.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace deskwarden::app {

namespace {

using core::AuthScheme;
using storage::KnownServer;
using storage::ServerProfileStore;
using Known = std::vector<KnownServer>;

/// "https://b", "b.example", "b:5985", "[::1]": nobody who types that means a name.
bool looksLikeAddress(const CliOptions& options)
{
    return options.serverProblem.empty() && options.typedServer.find_first_of(".:/") != std::string::npos;
}

Known calledSo(const Known& known, std::string_view name)
{
    Known named;
    std::ranges::copy_if(known, std::back_inserter(named),
                         [name](const KnownServer& server) { return core::isSameName(server.profile.name, name); });
    return named;
}

/// The one address that is kept of a bare host.
std::optional<core::ServerAddress> onlyAddressOf(const Known& known, const core::ServerAddress& bare)
{
    std::optional<core::ServerAddress> found;
    for (const KnownServer& server : known) {
        const core::ServerAddress& address = server.profile.address;
        if (address == bare)
            return bare;
        if (address.host != bare.host)
            continue;
        if (found && *found != address)
            return std::nullopt;
        found = address;
    }
    return found;
}

void putTyped(core::ServerProfile& kept, const core::ServerProfile& typed, const IsGiven& isGiven)
{
    const bool hasScheme = isGiven("--auth");
    if (hasScheme)
        kept.auth = typed.auth;
    if (isGiven("--client-cert")) {
        kept.clientCertificate = typed.clientCertificate;
        kept.clientKey.clear();
        kept.user = typed.user;
        kept.auth = typed.auth;
    } else if (hasScheme && typed.auth != AuthScheme::Certificate) {
        kept.clientCertificate.clear();
        kept.clientKey.clear();
    }
    if (isGiven("--client-key"))
        kept.clientKey = typed.clientKey;
    if (isGiven("--tls-ca") || isGiven("--tls-fingerprint")) {
        kept.caFile = typed.caFile;
        kept.fingerprint = typed.fingerprint;
    }
    if (isGiven("--service-class"))
        kept.serviceClass = typed.serviceClass;
    if (isGiven("--namespace"))
        kept.nameSpace = typed.nameSpace;
    if (isGiven("--uri-style"))
        kept.uriStyle = typed.uriStyle;
    if (isGiven("--directory"))
        kept.directory = typed.directory;
    if (isGiven("--directory-sign-in"))
        kept.directory.signIn = typed.directory.signIn;
    if (isGiven("--directory-base"))
        kept.directory.base = typed.directory.base;
    if (isGiven("--directory-domain"))
        kept.directory.domain = typed.directory.domain;
    if (isGiven("--directory-ca"))
        kept.directory.caFile = typed.directory.caFile;
    if (isGiven("--timeout"))
        kept.timeout = typed.timeout;
}

QString severalAreCalledSo(const Known& named)
{
    QStringList addresses;
    for (const KnownServer& server : named)
        addresses << models::plainText(server.profile.address.text());
    return QStringLiteral("Several kept servers are called \"%1\": %2. Give --server the address of the one you mean.")
        .arg(models::plainText(named.front().profile.name), addresses.join(QStringLiteral(", ")));
}

} // namespace

QString useKeptServer(CliOptions& options, const Known& known, const IsGiven& isGiven)
{
    const core::ServerProfile typed = options.profile;
    Known meant;
    if (!looksLikeAddress(options))
        meant = calledSo(known, options.typedServer);
    core::ServerProfile asked = typed;
    if (!meant.empty()) {
        asked.address = meant.front().profile.address;
        const auto isElsewhere = [&asked](const KnownServer& server) {
            return server.profile.address != asked.address;
        };
        if (std::ranges::any_of(meant, isElsewhere))
            return severalAreCalledSo(meant);
    } else if (!options.serverProblem.empty()) {
        return QString::fromStdString(options.serverProblem);
    } else if (typed.address.transport == core::Transport::Automatic) {
        const auto address = onlyAddressOf(known, typed.address);
        if (!address)
            return {};
        asked.address = *address;
    }
    const Known& candidates = meant.empty() ? known : meant;
    if (std::ranges::find(candidates, asked.address,
                          [](const KnownServer& server) { return server.profile.address; }) == candidates.end())
        return {};
    core::ServerProfile kept = ServerProfileStore::completed(candidates, asked);
    putTyped(kept, typed, isGiven);
    kept.refreshInterval.reset(); // of the console's table
    options.isKept = true;
    options.isAddressKept = kept.address != typed.address;
    options.isUserKept = kept.user != typed.user;
    if (options.isAddressKept && options.serverProblem.empty())
        options.typedAddress = typed.address;
    options.profile = std::move(kept);
    return {};
}

} // namespace deskwarden::app
