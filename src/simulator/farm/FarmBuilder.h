// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/Farm.h"
#include "simulator/farm/Random.h"

#include <string>
#include <vector>

namespace deskwarden::simulator {

/// Makes up a farm: believable people on virtual machines in collections, in all connect states, with what goes wrong
/// in real ones (NULL properties, ghosts on machines that are off, people with two sessions, listeners).
/// Thread: one. Owner: used once, by build().
class FarmBuilder final
{
public:
    explicit FarmBuilder(const FarmOptions& options);
    [[nodiscard]] Farm build();

private:
    void addCollections();
    void addHosts();
    void addSession(core::ConnectState state);
    void addSpareMachines();
    void settleOccupant(FarmSession& session, VirtualMachine& machine);
    std::uint32_t addMachine(std::uint32_t collection);
    std::uint32_t nextSessionId(std::uint32_t host);
    std::uint32_t pickPerson();
    [[nodiscard]] std::vector<core::ConnectState> dealStates();
    [[nodiscard]] core::SharedString intern(const std::string& text) { return m_pool.intern(text); }

    const FarmOptions m_options;
    Random m_random;
    core::StringPool m_pool;
    FarmLayout m_layout;
    std::vector<FarmSession> m_sessions;
    std::vector<std::uint32_t> m_lastId;       // per host
    std::vector<std::uint32_t> m_machineCount; // per collection
    std::vector<std::string> m_machinePrefix;  // per collection
    std::uint32_t m_people = 0;
};

} // namespace deskwarden::simulator
