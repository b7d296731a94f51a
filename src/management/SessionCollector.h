// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "core/Value.h"

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace deskwarden::management {

/// Gathers the sessions of one enumeration: one row for a key, whatever the server repeats; the later one counts.
/// Thread: one.
class SessionCollector final
{
public:
    SessionCollector(core::ServerId server, core::StringPool& pool);
    SessionCollector(const SessionCollector&) = delete;
    SessionCollector& operator=(const SessionCollector&) = delete;
    ~SessionCollector() = default;

    void reserve(std::size_t count);
    void add(const std::vector<core::Instance>& instances);
    /// Starts anew, for an enumeration that has to be repeated.
    void clear();

    [[nodiscard]] const std::vector<core::Session>& sessions() const noexcept { return m_sessions; }
    [[nodiscard]] std::vector<core::Session> takeSessions();
    /// Rows without a readable key, which were left out.
    [[nodiscard]] std::size_t unreadable() const noexcept { return m_unreadable; }

private:
    // The index holds positions, not keys: a hundred thousand keys would cost as much again as the rows.
    struct Hash
    {
        const std::vector<core::Session>* rows;
        std::size_t operator()(std::uint32_t row) const noexcept { return core::SessionKeyHash{}((*rows)[row].key); }
    };
    struct Equal
    {
        const std::vector<core::Session>* rows;
        bool operator()(std::uint32_t left, std::uint32_t right) const noexcept
        {
            return (*rows)[left].key == (*rows)[right].key;
        }
    };

    const core::ServerId m_server;
    core::StringPool& m_pool;
    std::vector<core::Session> m_sessions;
    std::unordered_set<std::uint32_t, Hash, Equal> m_rows; // refers to m_sessions
    std::size_t m_unreadable = 0;
};

} // namespace deskwarden::management
