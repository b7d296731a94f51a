// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/Arrangement.h"

#include "core/Names.h"

#include <algorithm>
#include <utility>

namespace deskwarden::models {

namespace {

std::uint64_t identityHash(const core::Session& session) noexcept
{
    const std::uint64_t hash = (core::nameHash(session.key.vmHostName.view()) ^ session.key.sessionId);
    return core::nameHash(session.userName.view(), hash * 0x9E3779B97F4A7C15);
}

} // namespace

Section::Section(const Row* named, std::string identity, SessionGrouping by)
    : first(named)
    , key(std::move(identity))
    , grouping(by)
{
    // So that what is asked of it by mistake is answered as of nobody's, and meets no person.
    static const core::Session nobody;
    static const management::SessionSnapshot empty;
    session = &nobody;
    list = &empty;
    isSection = true;
}

std::size_t Arrangement::sectionsBefore(int place) const noexcept
{
    return static_cast<std::size_t>(
        std::ranges::lower_bound(sectionPlaces, static_cast<std::uint32_t>(std::max(place, 0))) -
        sectionPlaces.begin());
}

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
