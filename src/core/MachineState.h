// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace deskwarden::core {

/// VMState of Win32_RDMSVirtualDesktop. A value that is none of these is kept as it is and shown as a number; NULL is
/// Unknown.
enum class MachineState : std::uint32_t {
    Unknown = 0,
    Running = 2,
    Off = 3,
    Paused = 32768,
    Saved = 32769,
    Starting = 32770,
    Saving = 32773,
    Stopping = 32774,
    Pausing = 32776,
    Resuming = 32777,
};

/// It is on its way into another state, and nothing can be asked of it before.
[[nodiscard]] bool isInTransition(MachineState state) noexcept;
/// The field's stable English name ("Saved"), empty for a value without one.
[[nodiscard]] std::string_view name(MachineState state) noexcept;
/// The state of that name, without regard to ASCII case, or of that number.
[[nodiscard]] std::optional<MachineState> machineStateFromName(std::string_view text) noexcept;

} // namespace deskwarden::core
