// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "core/Value.h"
#include "management/SessionIndex.h"
#include "management/SessionMapping.h"
#include "management/SessionSnapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace deskwarden::management {

/// Gathers the sessions of one enumeration: one row for a key, whatever the server repeats; the later one counts. Rows
/// share the texts of the list before, where they are the same; it is expected in about the same order.
/// Thread: one.
class SessionCollector final
{
public:
    /// `before` may be null. The pool keeps the texts that many rows repeat.
    SessionCollector(core::ServerId server, core::StringPool& pool, SnapshotPointer before = nullptr);
    SessionCollector(const SessionCollector&) = delete;
    SessionCollector& operator=(const SessionCollector&) = delete;
    ~SessionCollector() = default;

    void add(const std::vector<core::Instance>& instances);
    /// Starts anew, for an enumeration that has to be repeated.
    void clear();

    [[nodiscard]] const std::vector<core::Session>& sessions() const noexcept { return m_sessions; }
    [[nodiscard]] std::vector<core::Session> takeSessions();
    /// Rows without a readable key, which were left out.
    [[nodiscard]] std::size_t unreadable() const noexcept { return m_unreadable; }

private:
    void addOne(const core::Instance& instance);
    [[nodiscard]] std::optional<std::size_t> findBefore(std::string_view host, std::uint32_t id);
    void addKnown(const core::Session& before, std::uint32_t& place);
    void addNew(std::uint32_t id);

    const core::ServerId m_server;
    core::StringPool& m_pool;
    const SnapshotPointer m_before;
    SessionProperties m_row;
    std::vector<core::Session> m_sessions;
    std::vector<std::uint32_t> m_places; ///< of the rows of the list before, in m_sessions
    SessionIndex m_beforeIndex;          ///< made when the order differs for the first time
    SessionIndex m_newIndex;             ///< of the rows that the list before does not have
    std::size_t m_next = 0;              ///< where in the list before the next row is expected
    std::size_t m_unreadable = 0;
};

} // namespace deskwarden::management
