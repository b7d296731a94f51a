// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/Farm.h"

#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::simulator {

/// Adds to a farm what keeps people out. Each trouble has a collection and a machine of its own ("WHY-ghost-1"), so
/// that any number of them stand side by side, and the rest of the farm stays as its seed makes it. Thread: one. Owner:
/// FarmBuilder, which has a VM host.
class TroubleMaker final
{
public:
    TroubleMaker(FarmLayout& layout, std::vector<FarmSession>& sessions);
    void make(const Trouble& trouble);

private:
    VirtualMachine& addMachine(const Trouble& trouble, std::uint32_t collectionType);
    void addSession(const Trouble& trouble, core::ConnectState state);

    FarmLayout& m_layout;
    std::vector<FarmSession>& m_sessions;
    std::uint32_t m_lastId = 900'000; // far above those of the seed
};

} // namespace deskwarden::simulator
