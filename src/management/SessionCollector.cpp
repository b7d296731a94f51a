// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/SessionCollector.h"

#include "management/SessionMapping.h"

#include <utility>

namespace deskwarden::management {

SessionCollector::SessionCollector(core::ServerId server, core::StringPool& pool)
    : m_server(std::move(server))
    , m_pool(pool)
    , m_rows(0, Hash{&m_sessions}, Equal{&m_sessions})
{}

void SessionCollector::reserve(std::size_t count)
{
    m_sessions.reserve(count);
    m_rows.reserve(count);
}

void SessionCollector::add(const std::vector<core::Instance>& instances)
{
    for (const core::Instance& instance : instances) {
        auto session = toSession(instance, m_server, m_pool);
        if (!session) {
            ++m_unreadable;
            continue;
        }
        m_sessions.push_back(*std::move(session));
        const auto [known, isNew] = m_rows.insert(static_cast<std::uint32_t>(m_sessions.size() - 1));
        if (!isNew) {
            m_sessions[*known] = std::move(m_sessions.back());
            m_sessions.pop_back();
        }
    }
}

void SessionCollector::clear()
{
    m_rows.clear();
    m_sessions.clear();
    m_unreadable = 0;
}

std::vector<core::Session> SessionCollector::takeSessions()
{
    m_rows.clear();
    return std::exchange(m_sessions, {});
}

} // namespace deskwarden::management
