// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/OpenTable.h"
#include "core/Session.h"
#include "core/Value.h"
#include "management/sessions/SessionMapping.h"
#include "management/sessions/SessionSnapshot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace deskwarden::management {

/// What a row of an enumeration is worth.
enum class RowKind {
    Session,    ///< the first of its key
    Doubled,    ///< its key was there before: that session is marked (core::Session::isDoubled), this row is left out
    Unreadable, ///< without a host or a session id: left out
    Repeated,   ///< the first of its key since beginAnew(), and a Session before that
};

/// Gathers the sessions of one enumeration, by the one rule of the whole product: one row for a key, the first; rows
/// that are left out are counted, so that they can be told. Rows share the texts of the list before, where they are the
/// same; it is expected in about the same order.
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
    /// A Session, or a Repeated one, is the last of sessions() afterwards.
    RowKind add(const core::Instance& instance);
    /// Starts anew, for an enumeration that has to be repeated.
    void clear();
    /// As clear(), where sessions were handed on as they came: those are told as Repeated.
    void beginAnew();

    [[nodiscard]] const std::vector<core::Session>& sessions() const noexcept { return m_sessions; }
    [[nodiscard]] std::vector<core::Session> takeSessions();
    /// The rows that were left out.
    [[nodiscard]] const LeftOutRows& leftOut() const noexcept { return m_leftOut; }

private:
    [[nodiscard]] std::optional<std::size_t> findBefore(std::string_view host, std::uint32_t id);
    RowKind addKnown(const core::Session& before, std::uint32_t& place);
    RowKind addNew(std::uint32_t id);
    RowKind markDoubled(std::uint32_t place);
    [[nodiscard]] bool isRepeated(const core::SessionKey& key) const noexcept;

    const core::ServerId m_server;
    core::StringPool& m_pool;
    const SnapshotPointer m_before;
    SessionProperties m_row;
    std::vector<core::Session> m_sessions;
    std::vector<std::uint32_t> m_places;   ///< of the rows of the list before, in m_sessions
    core::OpenTable m_beforeIndex;         ///< made when the order differs for the first time
    core::OpenTable m_newIndex;            ///< of the rows that the list before does not have
    std::vector<core::Session> m_handedOn; ///< before beginAnew(), each key once
    core::OpenTable m_handedOnIndex;
    std::size_t m_next = 0; ///< where in the list before the next row is expected
    LeftOutRows m_leftOut;
};

} // namespace deskwarden::management
