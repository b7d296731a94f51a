// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <cstddef>
#include <cstdint>

namespace deskwarden::models {

enum class ChangeKind : std::uint8_t {
    Appeared, ///< it was not in the list before
    Left,     ///< it is not in the list any more
    NewState
};

/// What became of a session from one list of its server to the next, both whole.
struct SessionChange
{
    std::int64_t timeMs = 0; ///< when the later list was taken, milliseconds since 1970
    ChangeKind kind = ChangeKind::Appeared;
    core::Session session;                                  ///< as it was last listed
    core::ConnectState before = core::ConnectState::Absent; ///< NewState: the one that it had
};

/// So many are told of one list; beyond that the list is another one, and nobody reads on.
inline constexpr std::size_t mostChanges = 2000;

} // namespace deskwarden::models
