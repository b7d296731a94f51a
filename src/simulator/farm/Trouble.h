// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// What keeps a person out of the farm.
enum class TroubleKind {
    Ghost,      ///< a disconnected session on a machine that is off
    Stuck,      ///< a session in the state Down
    Elsewhere,  ///< an active session
    MachineOff, ///< the person's own machine
    MachinePaused,
    MachineStarting,
    HostSilent,       ///< of the person's own machine; what is listed is as before
    DesktopOfAnother, ///< a machine that is assigned to somebody else; nothing of it is the person's
    NoDesktop,        ///< a disconnected session in a personal collection without a desktop of the person
    ClosedCollection, ///< of the person's own machine: its access list lets nobody in
    Patching,         ///< of the person's own machine: its collection is being patched
    PassiveBroker,
};

/// "ghost", "stuck", …
[[nodiscard]] std::string_view word(TroubleKind kind) noexcept;

/// One of them, for one person; each has a collection and a machine of its own.
struct Trouble
{
    TroubleKind kind = TroubleKind::Ghost;
    std::string user;
    std::string domain;

    /// Reads "KIND:DOMAIN\user". Fails: InvalidInput, with a detail that says what to write instead.
    [[nodiscard]] static core::Result<Trouble> parse(std::string_view specification);
};

} // namespace deskwarden::simulator
