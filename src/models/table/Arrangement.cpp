// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/Arrangement.h"

#include "core/Names.h"

namespace deskwarden::models {

namespace {

std::uint64_t identityHash(const core::Session& session) noexcept
{
    const std::uint64_t hash = (core::nameHash(session.key.vmHostName.view()) ^ session.key.sessionId);
    return core::nameHash(session.userName.view(), hash * 0x9E3779B97F4A7C15);
}

} // namespace

std::uint32_t RowSet::find(const core::Session& session) const noexcept
{
    return places.find(identityHash(session),
                       [&](std::uint32_t row) { return core::isSameOccupant(*rows[row].session, session); });
}

void RowSet::buildIndex()
{
    places.clear();
    places.reserve(rows.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        places.insert(identityHash(*rows[row].session), row);
}

} // namespace deskwarden::models
