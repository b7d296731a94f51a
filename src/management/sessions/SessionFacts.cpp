// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionFacts.h"

#include <bit>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::uint32_t noEntry = 0xFFFFFFFF;

std::uint64_t mix(std::uint64_t hash, std::string_view text) noexcept
{
    for (const char character : text) {
        const bool isUpper = character >= 'A' && character <= 'Z';
        const auto folded = static_cast<unsigned char>(isUpper ? character - 'A' + 'a' : character);
        hash = (hash ^ folded) * 0x100000001B3; // FNV-1a
    }
    return (hash ^ 0xFF) * 0x100000001B3; // where one text ends and the next begins
}

} // namespace

std::uint64_t sessionIdentity(const core::Session& session) noexcept
{
    std::uint64_t hash = mix(0xCBF29CE484222325, session.key.vmHostName.view());
    hash = (hash ^ session.key.sessionId) * 0x9E3779B97F4A7C15;
    for (const core::SharedString* const text : {&session.userName, &session.domainName, &session.vmName})
        hash = mix(hash, text->view());
    return hash ^ (hash >> 29);
}

void SessionFacts::reserve(std::size_t count)
{
    m_entries.reserve(count);
    grow(std::bit_ceil(count * 2 + 2));
}

void SessionFacts::grow(std::size_t places)
{
    m_places.assign(places, noEntry);
    for (std::size_t entry = 0; entry < m_entries.size(); ++entry) {
        std::size_t slot = m_entries[entry].identity & (places - 1);
        while (m_places[slot] != noEntry)
            slot = (slot + 1) & (places - 1);
        m_places[slot] = static_cast<std::uint32_t>(entry);
    }
}

void SessionFacts::add(const core::Session& session, SessionFact fact)
{
    m_entries.push_back({sessionIdentity(session), std::move(fact)});
    if (m_entries.size() * 2 > m_places.size()) {
        grow(std::bit_ceil(m_entries.size() * 4));
        return;
    }
    const std::size_t mask = m_places.size() - 1;
    std::size_t slot = m_entries.back().identity & mask;
    while (m_places[slot] != noEntry)
        slot = (slot + 1) & mask;
    m_places[slot] = static_cast<std::uint32_t>(m_entries.size() - 1);
}

const SessionFact* SessionFacts::find(const core::Session& session) const noexcept
{
    if (m_entries.empty())
        return nullptr;
    const std::uint64_t identity = sessionIdentity(session);
    const std::size_t mask = m_places.size() - 1;
    for (std::size_t slot = identity & mask;; slot = (slot + 1) & mask) {
        if (m_places[slot] == noEntry)
            return nullptr;
        const Entry& entry = m_entries[m_places[slot]];
        if (entry.identity == identity)
            return &entry.fact;
    }
}

} // namespace deskwarden::management
