// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <chrono>
#include <cstdint>

namespace deskwarden::models {

// What is known of a row beyond the session itself. Times are milliseconds since 1970; 0 = not known.

/// The broker's own words about it, as far as they still hold: what was compared in another state says nothing.
[[nodiscard]] inline management::GhostSign ghostOf(const Row& row) noexcept
{
    return row.fact != nullptr && row.fact->state == row.session->state ? row.fact->ghost : management::GhostSign::None;
}

/// How its virtual machine is, as the broker has it.
[[nodiscard]] inline core::MachineState machineOf(const Row& row) noexcept
{
    return row.fact != nullptr ? row.fact->machine : core::MachineState::Unknown;
}

[[nodiscard]] inline std::int64_t loggedOnMs(const Row& row) noexcept
{
    return row.fact != nullptr ? std::int64_t{row.fact->loggedOn} * 1000 : 0;
}

[[nodiscard]] inline std::int64_t idleSinceMs(const Row& row) noexcept
{
    return row.fact != nullptr && row.fact->state == row.session->state ? std::int64_t{row.fact->idleSince} * 1000 : 0;
}

/// As the broker has it.
[[nodiscard]] inline std::int64_t toldDisconnectedMs(const Row& row) noexcept
{
    return row.fact != nullptr && row.fact->state == row.session->state &&
                   row.session->state == core::ConnectState::Disconnected
               ? std::int64_t{row.fact->disconnected} * 1000
               : 0;
}

/// As the broker has it, or else as it was seen from here.
[[nodiscard]] inline std::int64_t disconnectedMs(const Row& row) noexcept
{
    if (row.session->state != core::ConnectState::Disconnected)
        return 0;
    const std::int64_t told = toldDisconnectedMs(row);
    return told != 0 ? told : row.sinceMs;
}

/// Since when nobody has used it: the broker's idle time, or the time since it was disconnected.
[[nodiscard]] inline std::int64_t unusedSinceMs(const Row& row) noexcept
{
    const std::int64_t idle = idleSinceMs(row);
    return idle != 0 ? idle : disconnectedMs(row);
}

/// For how long it is not used, as the table tells it: since when it is disconnected, or, where somebody may work in
/// it, since when it was idle at its list's time; less than a minute is none.
[[nodiscard]] inline std::int64_t idleOrGoneMs(const Row& row) noexcept
{
    constexpr std::int64_t leastMs = 60'000;
    if (!core::isInUse(row.session->state))
        return disconnectedMs(row);
    const std::int64_t idle = idleSinceMs(row);
    const std::int64_t takenMs =
        std::chrono::duration_cast<std::chrono::milliseconds>(row.list->taken.time_since_epoch()).count();
    return idle != 0 && takenMs - idle >= leastMs ? idle : 0;
}

/// Windows calls it broken: it was torn down, and nothing more comes of it.
[[nodiscard]] inline bool isBrokenState(const Row& row) noexcept
{
    return row.session->state == core::ConnectState::Down;
}

/// Logging off takes longer than it should: the state is Down, or has been Reset for minutes.
[[nodiscard]] inline bool isStuckState(const Row& row, std::int64_t nowMs) noexcept
{
    constexpr std::int64_t patienceMs = 120'000;
    return isBrokenState(row) || (row.session->state == core::ConnectState::Reset && nowMs - row.sinceMs >= patienceMs);
}

} // namespace deskwarden::models
