// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/MachineState.h"
#include "core/OpenTable.h"
#include "core/Session.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace deskwarden::management {

/// Why a listed session is probably not there any more.
enum class GhostSign : std::uint8_t {
    None,
    MachineOff,   ///< its virtual machine is turned off
    MachineSaved, ///< its virtual machine is saved to disk
    OtherUser,    ///< the broker's list of machines names somebody else there
    OtherOwner,   ///< the machine is assigned to somebody else, and this session is not in use
};

/// What other classes of the broker say about one session. Times are seconds since 1970; 0 = not told.
struct SessionFact
{
    core::SharedString other; ///< OtherUser, OtherOwner: whom the broker names
    std::uint32_t loggedOn = 0;
    std::uint32_t disconnected = 0;
    std::uint32_t idleSince = 0;
    core::MachineState machine = core::MachineState::Unknown;
    core::ConnectState state = core::ConnectState::Absent; ///< of the session when it was compared
    GhostSign ghost = GhostSign::None;
    bool isIdleKnown = false; ///< the idle time was told; idleSince is 0 if there is none
};

/// A hash of who has which session on its server, as core::isSameOccupant tells them apart. The same in every run.
[[nodiscard]] std::uint64_t sessionIdentity(const core::Session& session) noexcept;

/// Facts by who has which session. Immutable once published, so that any thread may read them. Twice 32 bytes for each
/// session that there is something to say about.
class SessionFacts final
{
public:
    void reserve(std::size_t count);
    /// Each session once.
    void add(const core::Session& session, SessionFact fact);
    /// Nothing for somebody else under the same key. Found by a hash of 64 bits.
    [[nodiscard]] const SessionFact* find(const core::Session& session) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

private:
    struct Entry
    {
        std::uint64_t identity = 0;
        SessionFact fact;
    };

    std::vector<Entry> m_entries;
    core::OpenTable m_places; ///< over m_entries
};

} // namespace deskwarden::management
