// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"
#include "core/SharedString.h"
#include "simulator/farm/Trouble.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

using TimePoint = std::chrono::system_clock::time_point;

/// The same seed and the same numbers give the same farm, on every platform.
struct FarmOptions
{
    std::size_t sessions = 200;                      ///< exactly so many rows
    std::uint32_t hosts = 8;                         ///< VM hosts, at least one
    std::uint32_t collections = 6;                   ///< at least one
    std::string broker = "RDCB-01.nordwind.example"; ///< what the deployment calls it
    std::uint64_t seed = 1;
    std::chrono::milliseconds logoffShortest{300};
    std::chrono::milliseconds logoffLongest{1500};
    std::chrono::milliseconds machineShortest{200}; ///< until a machine has started, stopped, …
    std::chrono::milliseconds machineLongest{900};
    std::vector<Trouble> troubles{};
    double churnPerSecond = 0;          ///< changes that nobody asked for; 0 = the farm changes only by acts
    std::function<TimePoint()> clock{}; ///< empty = the real time
};

/// Lets everybody in who has signed in.
inline constexpr std::string_view openDescriptor = "O:BAG:BAD:P(A;CIOI;CCLCSWLORCGR;;;AU)";

/// A collection of virtual desktops: sessions name its alias, people know its name.
struct Collection
{
    core::SharedString alias;
    core::SharedString name;
    std::uint32_t type = 1;        ///< 1 temporary, 2 manual personal, 3 automatic personal
    core::SharedString descriptor; ///< SDDL
    bool isPatching = false;       ///< from an hour before to three hours after the start of the farm
};

struct VirtualMachine
{
    core::SharedString name;
    std::uint32_t host = 0;
    std::uint32_t collection = 0;
    std::uint32_t vmState = 2;    ///< Win32_RDMSVirtualDesktop.VMState: 2 running, 3 off, 32769 saved
    std::uint32_t owner = none;   ///< the person it is assigned to, in a personal collection
    core::SharedString ownerName; ///< of an owner who is none of the people of the farm
    core::SharedString ownerDomain;
    std::uint32_t reportedUser = none; ///< a ghost: the person whom Win32_RDMSVirtualDesktop names instead
    bool isSilent = false;             ///< its host does not answer the broker
    bool isGhost = false;              ///< it is off, and a session is listed all the same
};

/// What does not change while the farm runs; of its machines LiveMachines keeps what does.
struct FarmLayout
{
    core::SharedString broker;
    core::SharedString activeBroker;
    core::SharedString clientAccessName;
    std::vector<core::SharedString> hosts;
    std::vector<Collection> collections;
    std::vector<VirtualMachine> machines;
};

/// One row of Win32_VirtualDesktopSession. Null texts are NULL properties.
struct FarmSession
{
    std::uint32_t host = 0;
    std::uint32_t sessionId = 0;
    std::uint32_t machine = none; ///< none: a listener of the host itself
    core::ConnectState state = core::ConnectState::Active;
    bool isMachineNameNull = false;
    bool isCollectionNull = false;
    core::SharedString userName;
    core::SharedString domainName;
    core::SharedString clientName;
    std::uint32_t minutesSinceCreated = 0;      ///< when the farm was built
    std::uint32_t minutesSinceDisconnected = 0; ///< of those without a client, when the farm was built
    TimePoint created{};                        ///< set by the broker
    TimePoint disconnected{};                   ///< set by the broker; meaningful when state is Disconnected
};

struct Farm
{
    std::shared_ptr<const FarmLayout> layout;
    std::vector<FarmSession> sessions; ///< by host, then by id
    std::uint32_t people = 0;          ///< the first person who is in no session
};

} // namespace deskwarden::simulator
