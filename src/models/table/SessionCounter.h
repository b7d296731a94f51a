// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <array>
#include <cstddef>
#include <vector>

namespace deskwarden::models {

/// Adds up SessionCounts row by row. Thread: used on one.
class SessionCounter final
{
public:
    explicit SessionCounter(const RowSet& rows);

    void add(const Row& row, bool isStuck);
    [[nodiscard]] SessionCounts counts(std::size_t visible) const;

private:
    struct Tally
    {
        std::size_t sessions = 0;
        std::size_t inUse = 0;
    };
    [[nodiscard]] std::vector<GroupCount> groupCounts(const std::vector<Group>& groups,
                                                      const std::vector<std::uint32_t>& order,
                                                      const std::vector<Tally>& tallies) const;

    const RowSet& m_rows;
    std::vector<Tally> m_servers;
    std::vector<Tally> m_hosts;
    std::vector<Tally> m_collections;
    std::array<std::size_t, 16> m_states{};
    std::size_t m_ghosts = 0;
    std::size_t m_stuck = 0;
    std::size_t m_usersOnSeveral = 0;
    std::map<core::ConnectState, std::size_t> m_otherStates;
};

} // namespace deskwarden::models
