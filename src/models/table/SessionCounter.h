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

    /// `isInPlace`: place, words and list of the filter let it through.
    void add(const Row& row, bool isStuck, bool isInPlace);
    [[nodiscard]] SessionCounts counts(std::size_t visible) const;

private:
    struct Tally
    {
        std::size_t sessions = 0;
        std::size_t inUse = 0;
    };
    /// StateCounts with the usual states in an array: a map would be asked for each of a hundred thousand rows.
    struct StateTally
    {
        StateCounts counts; ///< its states: only those without a name
        std::array<std::size_t, 16> states{};

        void add(const Row& row, bool isStuck);
        [[nodiscard]] StateCounts sum() const;
    };
    [[nodiscard]] std::vector<GroupCount> groupCounts(const std::vector<Group>& groups,
                                                      const std::vector<std::uint32_t>& order,
                                                      const std::vector<Tally>& tallies) const;

    const RowSet& m_rows;
    std::vector<Tally> m_servers;
    std::vector<Tally> m_hosts;
    std::vector<Tally> m_collections;
    StateTally m_all;
    StateTally m_inPlace;
};

} // namespace deskwarden::models
