// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"
#include "core/MachineState.h"
#include "core/Session.h"
#include "core/SharedString.h"

#include <string>

namespace deskwarden::core {

/// One instance of Win32_RDMSVirtualDesktop: a virtual machine of a collection, whether it runs or not. Its key is its
/// name on its server. A null text is a NULL property. 72 bytes, beside the texts.
struct VirtualDesktop
{
    ServerId server;
    SharedString name;
    SharedString hostName;
    SharedString collectionAlias;
    SharedString ownerName; ///< whose personal desktop it is
    SharedString ownerDomain;
    SharedString sessionUserName; ///< whose session it has, as the broker's list of machines says
    MachineState state = MachineState::Unknown;
    ConnectState sessionState = ConnectState::Absent; ///< of that session
    bool isDoubled = false; ///< the list has its name more than once: nobody can say which machine it stands for
    friend bool operator==(const VirtualDesktop&, const VirtualDesktop&) = default;
};

/// Somebody has a session on it, as far as the list of machines tells.
[[nodiscard]] bool hasSession(const VirtualDesktop& machine) noexcept;
/// Somebody may be working on it: it has a session, and that is not told to be disconnected, ending or broken. Of a
/// machine that is off or saved nobody works on it.
[[nodiscard]] bool isInUse(const VirtualDesktop& machine) noexcept;
/// It belongs to somebody.
[[nodiscard]] bool isAssigned(const VirtualDesktop& machine) noexcept;
/// "DOMAIN\user", "user", or empty: to whom it is assigned.
[[nodiscard]] std::string ownerAccount(const VirtualDesktop& machine);

} // namespace deskwarden::core
