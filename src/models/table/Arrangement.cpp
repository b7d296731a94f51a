// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/Arrangement.h"

#include <bit>

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

std::uint64_t identityHash(const core::Session& session) noexcept
{
    std::uint64_t hash = 0xCBF29CE484222325;
    hash = mixText(hash, session.key.vmHostName.view());
    hash = (hash ^ session.key.sessionId) * 0x9E3779B97F4A7C15;
    hash = mixText(hash, session.userName.view());
    return hash ^ (hash >> 29);
}

} // namespace

std::uint32_t RowSet::find(const core::Session& session) const noexcept
{
    if (places.empty())
        return noRow;
    const std::size_t mask = places.size() - 1;
    for (std::size_t slot = identityHash(session) & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t row = places[slot];
        if (row == noRow || core::isSameOccupant(*rows[row].session, session))
            return row;
    }
}

void RowSet::buildIndex()
{
    places.assign(std::bit_ceil(rows.size() * 2 + 2), noRow);
    const std::size_t mask = places.size() - 1;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::size_t slot = identityHash(*rows[row].session) & mask;
        while (places[slot] != noRow)
            slot = (slot + 1) & mask;
        places[slot] = static_cast<std::uint32_t>(row);
    }
}

} // namespace deskwarden::models
