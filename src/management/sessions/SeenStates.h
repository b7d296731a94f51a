// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"

#include <cstdint>
#include <unordered_map>

namespace deskwarden::management {

/// Since when a session was seen in its state, in milliseconds since 1970.
struct SeenState
{
    std::int64_t sinceMs = 0;
    core::ConnectState state = core::ConnectState::Absent;
    friend bool operator==(const SeenState&, const SeenState&) = default;
};

/// What was seen of one server's sessions, by sessionIdentity(): no names are kept.
using SeenStates = std::unordered_map<std::uint64_t, SeenState>;

} // namespace deskwarden::management
