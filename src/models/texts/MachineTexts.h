// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "management/acting/MachinePlan.h"
#include "management/sessions/SessionSnapshot.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <span>

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

/// Of acts that were confirmed together: "Start: 12 machines".
[[nodiscard]] QString machineBatchTitle(management::ActionKind kind, std::size_t count);

/// What a confirmation of acts on machines shows.
struct MachineImpact
{
    QString title;       ///< "Turn off 12 machines on 3 VM hosts?"
    QString consequence; ///< one sentence
    QString inUse;       ///< on how many of them somebody may be working; empty = on none, or the act interrupts nobody
    QString confirmLabel; ///< the button: "Turn off 12 machines"
};
[[nodiscard]] MachineImpact describeImpact(const management::MachinePlan& plan);
/// "VDI-0042 · Running · CORP\anna · anna (Active)": the state, whose it is, and who has a session there.
[[nodiscard]] QString machineLine(const core::VirtualDesktop& machine);
/// How many of them there are by state and by VM host: "Off (3) · Running (12)".
struct MachineSplits
{
    QString states;
    QString hosts; ///< six of them by name
};
[[nodiscard]] MachineSplits splitsOf(std::span<const core::VirtualDesktop> machines);
/// As machineLine() for each, those first on which somebody works, at most `most` of them.
[[nodiscard]] QStringList mostAffected(std::span<const core::VirtualDesktop> machines, std::size_t most);

} // namespace deskwarden::models
