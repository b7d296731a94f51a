// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/MachineState.h"
#include "simulator/farm/Farm.h"
#include "simulator/farm/Random.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace deskwarden::simulator {

/// The machines of a farm as time goes by: states that take a while to reach, and to whom each is assigned.
/// Thread: one at a time. Time only passes in advance().
class LiveMachines final
{
public:
    LiveMachines(std::vector<VirtualMachine> machines, const FarmOptions& options);

    /// In the order of the layout.
    [[nodiscard]] const std::vector<VirtualMachine>& all() const noexcept { return m_machines; }
    /// Its place in all(), whatever the case of its name.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
    [[nodiscard]] core::MachineState state(std::uint32_t machine) const;

    /// Lets everything happen that is due by then. Returns the machines that have reached a state.
    std::vector<std::uint32_t> advance(TimePoint now);
    /// False: it is on its way into another state, or cannot get there. Stuck, it never arrives.
    bool setState(std::uint32_t machine, core::MachineState wanted, TimePoint now, bool isStuck);
    void assign(std::uint32_t machine, std::string_view user, std::string_view domain);
    void free(std::uint32_t machine);

private:
    struct Arrival
    {
        TimePoint due;
        std::uint32_t machine = 0;
        core::MachineState state = core::MachineState::Unknown;
    };

    std::vector<VirtualMachine> m_machines;
    std::unordered_map<std::string, std::uint32_t> m_places; // lower-case name to place
    std::vector<Arrival> m_arrivals;                         // of those that are on their way
    Random m_random;
    const std::uint32_t m_shortest;
    const std::uint32_t m_longest;
};

} // namespace deskwarden::simulator
