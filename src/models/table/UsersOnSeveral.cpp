// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/UsersOnSeveral.h"

#include "core/Names.h"
#include "core/OpenTable.h"
#include "core/ServerAddress.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::models {

namespace {

bool isSamePerson(const core::Session& left, const core::Session& right)
{
    return core::isSameName(left.userName, right.userName) && core::isSameName(left.domainName, right.domainName);
}

bool isSameMachine(const core::Session& left, const core::Session& right)
{
    return core::isSameName(left.vmName, right.vmName) && core::isSameName(left.key.vmHostName, right.key.vmHostName);
}

/// By source: 0, or a number of its own where another source is on the same computer.
std::vector<std::uint32_t> worldsOf(const std::vector<Source>& sources)
{
    std::vector<std::string> hosts;
    hosts.reserve(sources.size());
    for (const Source& source : sources) {
        const auto address = core::ServerAddress::parse(source.snapshot->server.address.view());
        const bool isHere = address && (address->isLoopback() || address->transport == core::Transport::Demo);
        hosts.push_back(!address ? source.snapshot->server.address.toString() : isHere ? std::string() : address->host);
    }
    std::vector<std::uint32_t> worlds;
    for (std::uint32_t i = 0; i < hosts.size(); ++i)
        worlds.push_back(std::ranges::count(hosts, hosts[i]) > 1 ? i + 1 : 0);
    return worlds;
}

} // namespace

void markUsersOnSeveral(RowSet& set)
{
    std::vector<Row>& rows = set.rows;
    const std::vector<std::uint32_t> worlds = worldsOf(set.sources);
    const auto isSame = [&worlds](const Row& left, const Row& right) {
        return worlds[left.source] == worlds[right.source] && isSamePerson(*left.session, *right.session);
    };
    // The first row of a person stands for all of them; each later row on another machine marks both.
    core::OpenTable people;
    people.reserve(rows.size());
    std::vector<std::uint32_t> firstOf(rows.size(), noRow);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const core::Session& session = *rows[i].session;
        if (!core::hasUser(session) || session.vmName.isEmpty())
            continue;
        const std::uint64_t user = core::nameHash(session.userName.view()) * core::nameHashFactor;
        firstOf[i] = people.findOrInsert(core::nameHash(session.domainName.view(), user) + worlds[rows[i].source], i,
                                         [&](std::uint32_t row) { return isSame(rows[row], rows[i]); });
        Row& first = rows[firstOf[i]];
        first.isUserOnSeveral = first.isUserOnSeveral || !isSameMachine(*first.session, session);
    }
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        rows[i].isUserOnSeveral = firstOf[i] != noRow && rows[firstOf[i]].isUserOnSeveral;
}

} // namespace deskwarden::models
