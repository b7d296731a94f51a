// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"

#include <QString>

namespace deskwarden::models {

/// What the newest list of its server says of a session that was chosen from an earlier one.
struct SessionNow
{
    bool isThere = false; ///< the same user still has it, on the same machine
    core::ConnectState state = core::ConnectState::Active;
    QString unused;    ///< "idle 35 min", "4 h 12 min": as the table has it; empty where nothing is known
    QString name = {}; ///< the user's full name, safe to show; empty where no directory has told it
    friend bool operator==(const SessionNow&, const SessionNow&) = default;
};

} // namespace deskwarden::models
