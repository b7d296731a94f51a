// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace deskwarden::core {

/// WTS_CONNECTSTATE_CLASS as Win32_VirtualDesktopSession reports it. A value beyond Init is kept as it is and shown as
/// a number; NULL is Absent.
enum class ConnectState : std::uint32_t {
    Active = 0,
    Connected = 1,
    ConnectQuery = 2,
    Shadow = 3,
    Disconnected = 4,
    Idle = 5, ///< waiting for a client; says nothing about an idle user
    Listen = 6,
    Reset = 7, ///< being logged off now
    Down = 8,
    Init = 9,
    Absent = 0xFFFFFFFF,
};

/// Somebody may be working in it right now: 0, 1 or 3.
[[nodiscard]] bool isInUse(ConnectState state) noexcept;
/// Confirmed as not in use: 4, 7 or 8. Such a session must not be acted upon once it is in use again.
[[nodiscard]] bool isConfirmedUnused(ConnectState state) noexcept;
/// The field's stable English name ("Disconnected"), empty for a value without one.
[[nodiscard]] std::string_view name(ConnectState state) noexcept;
/// The state of that name, without regard to ASCII case, or of that number.
[[nodiscard]] std::optional<ConnectState> connectStateFromName(std::string_view text) noexcept;

} // namespace deskwarden::core
