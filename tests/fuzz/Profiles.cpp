// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Scratch.h"
#include "fuzz/Targets.h"
#include "storage/ServerProfileStore.h"

#include <algorithm>

namespace deskwarden::fuzz {

using storage::KnownServer;
using storage::ServerProfileStore;

namespace {

bool isSame(const KnownServer& left, const KnownServer& right)
{
    return left.profile == right.profile && left.lastUsed == right.lastUsed;
}

bool isPin(const std::string& fingerprint)
{
    return fingerprint.empty() || (fingerprint.size() == 64 && core::normalisedFingerprint(fingerprint) == fingerprint);
}

} // namespace

/// The file of known servers.
void readProfiles(std::string_view bytes)
{
    static const Scratch scratch;
    const QString file = scratch.path("servers.json");
    Scratch::write(file, bytes);
    ServerProfileStore store(file);
    const std::vector<KnownServer> first = store.servers();
    for (const KnownServer& server : first) {
        demand(isPin(server.profile.fingerprint), "a pin is whole, or it is none");
        demand(server.profile.timeout.count() >= 1 && server.profile.timeout.count() <= 3600, "a timeout is bounded");
    }
    if (first.empty())
        return;
    // Written anew, and read once more.
    const KnownServer& kept = first.front();
    if (!store.remember(kept.profile, kept.lastUsed) || kept.profile.address.transport == core::Transport::Demo)
        return;
    const std::vector<KnownServer> remembered = store.servers();
    demand(remembered.size() <= 50, "the list is bounded");
    const ServerProfileStore again(file);
    demand(!again.loadError(), "what is written can be read");
    demand(std::ranges::equal(again.servers(), remembered, isSame), "what is written is read back");
}

} // namespace deskwarden::fuzz
