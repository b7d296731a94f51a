// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"
#include "management/access/AccessFacts.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::management {

/// What can keep a person out, that first which has to be mended first.
enum class AccessCause {
    AccountDisabled,
    AccountExpired,
    AccountLocked,
    PasswordExpired,
    NotInCollection,   ///< the access list of the collection does not let the person in
    NoPersonalDesktop, ///< none is assigned, and none can be
    DesktopOfAnother,  ///< the machine that the person asks for is assigned to somebody else
    GhostSession,      ///< a session that is listed and probably not there
    StuckSession,      ///< a session that is neither in use nor to be taken up again
    HostSilent,        ///< the host of the person's machine does not say how the machine is
    MachineOff,
    MachinePaused,
    MachineChanging,  ///< it starts, stops, saves, pauses or resumes just now
    PatchWindow,      ///< the collection is being patched
    SessionElsewhere, ///< the person works, or somebody works as this person, in a session that is in use
    PassiveBroker,    ///< the broker that was asked is not the active one
};

inline constexpr std::array accessCauses{
    AccessCause::AccountDisabled,  AccessCause::AccountExpired,  AccessCause::AccountLocked,
    AccessCause::PasswordExpired,  AccessCause::NotInCollection, AccessCause::NoPersonalDesktop,
    AccessCause::DesktopOfAnother, AccessCause::GhostSession,    AccessCause::StuckSession,
    AccessCause::HostSilent,       AccessCause::MachineOff,      AccessCause::MachinePaused,
    AccessCause::MachineChanging,  AccessCause::PatchWindow,     AccessCause::SessionElsewhere,
    AccessCause::PassiveBroker,
};

/// "account_disabled", …: JSON and tests.
[[nodiscard]] const char* symbol(AccessCause cause) noexcept;

enum class AccessAnswer {
    Found,
    NotFound, ///< it was looked for, and is not so
    NotKnown, ///< it could not be looked for
};

/// What a cause rests on. All texts are others': untrusted.
struct AccessEvidence
{
    std::optional<core::Session> session;
    GhostSign ghost = GhostSign::None;
    std::string machine;
    std::string host;
    std::string collection; ///< its name
    std::string other;      ///< another person or broker
    MachineState state = MachineState::Unknown;
    std::uint32_t from = 0; ///< seconds since 1970
    std::uint32_t until = 0;
};

/// Why nobody could say, where no error tells it.
enum class AccessGap {
    None,
    NoDirectory,   ///< none was asked
    DirectoryMute, ///< it was asked, and does not tell this
    NoCollection,  ///< nobody knows which collection the person tries
    NoAccessList,  ///< the broker does not tell the collection's
    ListUnclear,   ///< the list has conditions that cannot be judged from here
};

/// One cause, and whether it is so.
struct AccessFinding
{
    AccessCause cause = AccessCause::AccountDisabled;
    AccessAnswer answer = AccessAnswer::NotKnown;
    std::vector<AccessEvidence> evidence;       ///< with Found
    std::optional<core::ManagementError> error; ///< with NotKnown: what could not be read; nothing = see gap
    AccessGap gap = AccessGap::None;            ///< with NotKnown and no error
};

struct AccessReport
{
    std::vector<AccessFinding> findings; ///< each cause once, in the order of AccessCause
    bool isSeen = true; ///< false: both lists are whole, and neither a session nor a desktop is the person's

    /// The first that was found; null if none was.
    [[nodiscard]] const AccessFinding* verdict() const noexcept;
    [[nodiscard]] bool isAllKnown() const noexcept;
};

/// Weighs what was read. Never takes for well what could not be read.
[[nodiscard]] AccessReport judgeAccess(const AccessFacts& facts);

} // namespace deskwarden::management
