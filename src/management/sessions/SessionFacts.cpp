// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/SessionFacts.h"

#include "core/Names.h"

#include <utility>

namespace deskwarden::management {

std::uint64_t sessionIdentity(const core::Session& session) noexcept
{
    // Where one text ends and the next begins counts, too.
    const auto mix = [](std::uint64_t hash, std::string_view text) {
        return (core::nameHash(text, hash) ^ 0xFF) * core::nameHashFactor;
    };
    std::uint64_t hash = mix(core::nameHashStart, session.key.vmHostName.view());
    hash = (hash ^ session.key.sessionId) * 0x9E3779B97F4A7C15;
    for (const core::SharedString* const text : {&session.userName, &session.domainName, &session.vmName})
        hash = mix(hash, text->view());
    return hash ^ (hash >> 29);
}

void SessionFacts::reserve(std::size_t count)
{
    m_entries.reserve(count);
    m_places.reserve(count);
}

void SessionFacts::add(const core::Session& session, SessionFact fact)
{
    const std::uint64_t identity = sessionIdentity(session);
    m_places.insert(identity, static_cast<std::uint32_t>(m_entries.size()));
    m_entries.push_back({identity, std::move(fact)});
}

const SessionFact* SessionFacts::find(const core::Session& session) const noexcept
{
    if (m_entries.empty())
        return nullptr;
    const std::uint64_t identity = sessionIdentity(session);
    const std::uint32_t place =
        m_places.find(identity, [&](std::uint32_t entry) { return m_entries[entry].identity == identity; });
    return place != core::OpenTable::none ? &m_entries[place].fact : nullptr;
}

} // namespace deskwarden::management
