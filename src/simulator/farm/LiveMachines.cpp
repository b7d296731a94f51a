// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/LiveMachines.h"

#include "core/Names.h"

#include <chrono>
#include <utility>

namespace deskwarden::simulator {

namespace {

using core::MachineState;

/// The state between; Unknown if nothing leads there.
MachineState wayTo(MachineState wanted, MachineState from)
{
    switch (wanted) {
    case MachineState::Running:
        return from == MachineState::Paused ? MachineState::Resuming : MachineState::Starting;
    case MachineState::Off:
        return MachineState::Stopping;
    case MachineState::Saved:
        return from == MachineState::Off ? MachineState::Unknown : MachineState::Saving;
    case MachineState::Paused:
        return from == MachineState::Running ? MachineState::Pausing : MachineState::Unknown;
    case MachineState::Unknown:
    case MachineState::Starting:
    case MachineState::Saving:
    case MachineState::Stopping:
    case MachineState::Pausing:
    case MachineState::Resuming:
        break;
    }
    return MachineState::Unknown;
}

} // namespace

LiveMachines::LiveMachines(std::vector<VirtualMachine> machines, const FarmOptions& options)
    : m_machines(std::move(machines))
    , m_random(options.seed ^ 0xC0FFEE5EEDU)
    , m_shortest(static_cast<std::uint32_t>(options.machineShortest.count()))
    , m_longest(static_cast<std::uint32_t>(options.machineLongest.count()))
{
    m_places.reserve(m_machines.size());
    for (std::uint32_t place = 0; place < m_machines.size(); ++place)
        m_places.emplace(core::lowered(m_machines[place].name.view()), place);
}

std::optional<std::uint32_t> LiveMachines::find(std::string_view name) const
{
    const auto found = m_places.find(core::lowered(name));
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

MachineState LiveMachines::state(std::uint32_t machine) const
{
    return static_cast<MachineState>(m_machines.at(machine).vmState);
}

std::vector<std::uint32_t> LiveMachines::advance(TimePoint now)
{
    std::vector<std::uint32_t> arrived;
    std::erase_if(m_arrivals, [&](const Arrival& arrival) {
        if (arrival.due > now)
            return false;
        m_machines[arrival.machine].vmState = static_cast<std::uint32_t>(arrival.state);
        arrived.push_back(arrival.machine);
        return true;
    });
    return arrived;
}

bool LiveMachines::setState(std::uint32_t machine, MachineState wanted, TimePoint now, bool isStuck)
{
    const MachineState from = state(machine);
    if (from == wanted)
        return true;
    const MachineState way = wayTo(wanted, from);
    if (core::isInTransition(from) || way == MachineState::Unknown)
        return false;
    m_machines[machine].vmState = static_cast<std::uint32_t>(way);
    if (wanted == MachineState::Running)
        m_machines[machine].isGhost = false;
    const std::chrono::milliseconds duration(m_random.between(m_shortest, m_longest));
    if (!isStuck)
        m_arrivals.push_back({now + duration, machine, wanted});
    return true;
}

void LiveMachines::assign(std::uint32_t machine, std::string_view user, std::string_view domain)
{
    m_machines.at(machine).ownerName = core::SharedString(user);
    m_machines.at(machine).ownerDomain = core::SharedString(domain);
}

void LiveMachines::free(std::uint32_t machine)
{
    m_machines.at(machine).owner = none;
    m_machines.at(machine).ownerName = {};
    m_machines.at(machine).ownerDomain = {};
}

} // namespace deskwarden::simulator
