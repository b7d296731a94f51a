// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/OpenTable.h"
#include "core/SharedString.h"
#include "core/Value.h"
#include "management/sessions/SessionFacts.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace deskwarden::management {

/// Compares a list of sessions with what Win32_RDMSVirtualDesktop and Win32_SessionDirectorySessionEx say, row by row
/// as they arrive, so that neither class is ever in memory as a whole. A row that names no machine, or one without a
/// session, says nothing. Thread: one. Owner: does not own the sessions.
class FactCollector final
{
public:
    FactCollector(std::span<const core::Session> sessions, core::StringPool& pool,
                  std::chrono::system_clock::time_point now);

    /// Instances of Win32_RDMSVirtualDesktop: how the machines are, and who is a ghost.
    void addDesktops(const std::vector<core::Instance>& desktops);
    /// Instances of Win32_SessionDirectorySessionEx: the true times.
    void addTimes(const std::vector<core::Instance>& rows);
    /// Null if there is nothing to say about any session.
    [[nodiscard]] std::shared_ptr<const SessionFacts> takeFacts();

private:
    void addDesktop(const core::Instance& desktop);
    void addTime(const core::Instance& row);
    template <typename Visitor>
    void forSessionsOn(std::string_view machine, const Visitor& visit);

    const std::span<const core::Session> m_sessions;
    core::StringPool& m_pool;
    const std::uint32_t m_now;
    std::vector<SessionFact> m_facts;  ///< by session
    core::OpenTable m_first;           ///< the first session of each machine
    std::vector<std::uint32_t> m_next; ///< by session: the next one on the same machine
};

/// A CIM time ("20260318092233.000000+060") or an XML one ("2026-03-18T09:22:33Z") as seconds since 1970; 0 for
/// anything else.
[[nodiscard]] std::uint32_t secondsOf(const core::Value* time) noexcept;

} // namespace deskwarden::management
