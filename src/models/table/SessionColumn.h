// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::models {

/// In the order in which the table usually shows them. What a column is stands in ColumnSpec.
enum class SessionColumn {
    State,
    User,
    Name,
    VirtualMachine,
    IdleOrGone,
    Collection,
    VmHost,
    Client,
    Server,
    LastResult,
    SessionId,
    Since,
    LoggedOn,
    Disconnected,
    Idle
};
inline constexpr int sessionColumnCount = 15;

} // namespace deskwarden::models
