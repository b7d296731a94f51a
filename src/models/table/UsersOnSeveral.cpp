// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/UsersOnSeveral.h"

#include "core/Names.h"
#include "core/Value.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace deskwarden::models {

namespace {

std::uint64_t mixText(std::uint64_t hash, std::string_view text) noexcept
{
    for (const char character : text) {
        const bool isUpper = character >= 'A' && character <= 'Z';
        const auto folded = static_cast<unsigned char>(isUpper ? character - 'A' + 'a' : character);
        hash = (hash ^ folded) * 0x100000001B3; // FNV-1a
    }
    return hash;
}

bool isSame(const core::SharedString& left, const core::SharedString& right)
{
    return left.isSameBlock(right) || core::isSameName(left.view(), right.view());
}

bool isSamePerson(const core::Session& left, const core::Session& right)
{
    return isSame(left.userName, right.userName) && isSame(left.domainName, right.domainName);
}

bool isSameMachine(const core::Session& left, const core::Session& right)
{
    return isSame(left.vmName, right.vmName) && isSame(left.key.vmHostName, right.key.vmHostName);
}

} // namespace

void markUsersOnSeveral(std::vector<Row>& rows)
{
    // The first row of a person stands for all of them; each later row on another machine marks both.
    std::vector<std::uint32_t> places(std::bit_ceil(rows.size() * 2 + 2), noRow);
    const std::size_t mask = places.size() - 1;
    std::vector<std::uint32_t> firstOf(rows.size(), noRow);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const core::Session& session = *rows[i].session;
        if (!core::hasUser(session) || session.vmName.isEmpty())
            continue;
        std::uint64_t hash = mixText(0xCBF29CE484222325, session.userName.view());
        hash = mixText(hash * 0x100000001B3, session.domainName.view());
        std::size_t slot = (hash ^ (hash >> 29)) & mask;
        while (places[slot] != noRow && !isSamePerson(*rows[places[slot]].session, session))
            slot = (slot + 1) & mask;
        if (places[slot] == noRow)
            places[slot] = i;
        firstOf[i] = places[slot];
        Row& first = rows[places[slot]];
        first.isUserOnSeveral = first.isUserOnSeveral || !isSameMachine(*first.session, session);
    }
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        rows[i].isUserOnSeveral = firstOf[i] != noRow && rows[firstOf[i]].isUserOnSeveral;
}

} // namespace deskwarden::models
