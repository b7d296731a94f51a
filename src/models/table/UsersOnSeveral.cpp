// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/UsersOnSeveral.h"

#include "core/Names.h"
#include "core/OpenTable.h"

#include <cstdint>

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

} // namespace

void markUsersOnSeveral(std::vector<Row>& rows)
{
    // The first row of a person stands for all of them; each later row on another machine marks both.
    core::OpenTable people;
    people.reserve(rows.size());
    std::vector<std::uint32_t> firstOf(rows.size(), noRow);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const core::Session& session = *rows[i].session;
        if (!core::hasUser(session) || session.vmName.isEmpty())
            continue;
        const std::uint64_t user = core::nameHash(session.userName.view()) * core::nameHashFactor;
        firstOf[i] = people.findOrInsert(core::nameHash(session.domainName.view(), user), i,
                                         [&](std::uint32_t row) { return isSamePerson(*rows[row].session, session); });
        Row& first = rows[firstOf[i]];
        first.isUserOnSeveral = first.isUserOnSeveral || !isSameMachine(*first.session, session);
    }
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        rows[i].isUserOnSeveral = firstOf[i] != noRow && rows[firstOf[i]].isUserOnSeveral;
}

} // namespace deskwarden::models
