// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "management/sessions/SessionSnapshot.h"

#include <QString>

namespace deskwarden::models {

/// "Running", "Being saved", "Unknown (42)".
[[nodiscard]] QString machineStateName(core::MachineState state);
/// "It keeps its memory on disk and can be started where it was."
[[nodiscard]] QString machineStateMeaning(core::MachineState state);
/// To whom it is assigned: "DOMAIN\user", escaped; empty if it is nobody's.
[[nodiscard]] QString ownerText(const core::VirtualDesktop& machine);
/// The user of its session: "anna (Disconnected)", "anna", or empty.
[[nodiscard]] QString machineSessionText(const core::VirtualDesktop& machine);
/// Which rows of a list of machines are not shown, in whole sentences; empty if all are.
[[nodiscard]] QString leftOutMachinesText(const management::LeftOutRows& rows);

} // namespace deskwarden::models
