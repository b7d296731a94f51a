// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"
#include "core/Session.h"

#include <cstddef>
#include <vector>

namespace deskwarden::app {

/// What --disconnected-for and --idle-for leave of some sessions.
struct TimedSessions
{
    std::vector<core::Session> sessions; ///< long enough; the longest first
    std::size_t unknown = 0;             ///< the broker does not tell for how long: never acted on
};

/// Asks the broker for the times of sessions and chooses by them. What it does not tell, or may not be read, counts as
/// unknown; why, is said on stderr. Without any of the options all sessions are left as they are.
/// Blocks: as long as the server takes.
[[nodiscard]] TimedSessions chooseByTime(const CliContext& context, management::ManagementConnection& connection,
                                         std::vector<core::Session> sessions);

} // namespace deskwarden::app
