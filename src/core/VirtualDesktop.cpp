// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/VirtualDesktop.h"

namespace deskwarden::core {

bool hasSession(const VirtualDesktop& machine) noexcept
{
    return !machine.sessionUserName.isEmpty();
}

bool isInUse(const VirtualDesktop& machine) noexcept
{
    const bool isAsleep = machine.state == MachineState::Off || machine.state == MachineState::Saved;
    return hasSession(machine) && !isAsleep && !isConfirmedUnused(machine.sessionState);
}

bool isAssigned(const VirtualDesktop& machine) noexcept
{
    return !machine.ownerName.isEmpty();
}

std::string ownerAccount(const VirtualDesktop& machine)
{
    if (machine.ownerDomain.isEmpty())
        return machine.ownerName.toString();
    return machine.ownerDomain.toString() + '\\' + machine.ownerName.toString();
}

} // namespace deskwarden::core
