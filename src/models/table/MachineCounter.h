// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/VirtualDesktop.h"
#include "models/table/PlaceCounts.h"

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace deskwarden::models {

/// Counts the machines of each place. Thread: any, one at a time.
class MachineCounter final
{
public:
    void add(const core::VirtualDesktop& machine);
    [[nodiscard]] PlaceCounts counts() const;

private:
    using Tallies = std::map<std::pair<core::ServerId, core::SharedString>, std::size_t>;
    [[nodiscard]] static std::vector<PlaceCount> listed(const Tallies& tallies);

    Tallies m_servers;
    Tallies m_hosts;
    Tallies m_collections;
};

} // namespace deskwarden::models
