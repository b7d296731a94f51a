// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/Farm.h"
#include "simulator/farm/LiveMachines.h"
#include "simulator/farm/Random.h"
#include "simulator/farm/Table.h"

#include <queue>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace deskwarden::simulator {

/// The sessions of a farm as time goes by: logoffs that end, ids that are given again, and people who come and go.
/// Thread: one at a time. Time only passes in advance().
class LiveFarm final
{
public:
    LiveFarm(Farm farm, const FarmOptions& options, TimePoint now);

    /// Lets everything happen that is due by then.
    void advance(TimePoint now);

    [[nodiscard]] const std::shared_ptr<const FarmLayout>& layout() const noexcept { return m_layout; }
    /// nullptr if there is none. Valid until the farm is next changed.
    [[nodiscard]] const FarmSession* find(std::string_view host, std::uint32_t sessionId) const;
    [[nodiscard]] LiveMachines& machines() noexcept { return m_machines; }
    /// The session on that machine; nullptr if there is none. Valid until the farm is next changed.
    [[nodiscard]] const FarmSession* sessionOn(std::uint32_t machine) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size() - m_gone; }
    /// All rows now. Calls between two changes share one table.
    [[nodiscard]] std::shared_ptr<const SessionTable> table();

    /// Windows inside of its machine, which does what is asked of a session, is there; a listener's is the host. Ghosts
    /// that the farm began with are taken for it, so that runs that log everybody off end with nobody.
    [[nodiscard]] bool runsMachineOf(const FarmSession& session) const;
    /// State 7; gone after a while, or never.
    void logOff(const FarmSession& session, TimePoint now, bool isStuck);
    void disconnect(const FarmSession& session, TimePoint now);
    void reconnect(const FarmSession& session);
    /// Gives the session's id to a person who was in no session before.
    void reuse(const FarmSession& session, TimePoint now);
    void remove(const FarmSession& session);

private:
    struct Row
    {
        FarmSession session;
        std::uint64_t occupancy = 0; ///< changes with the person in it: an old logoff does not end a new session
        bool isGone = false;
        bool isEnding = false;
        bool isStuck = false;
    };
    struct Ending
    {
        TimePoint due;
        std::uint64_t key = 0;
        std::uint64_t occupancy = 0;
        friend bool operator>(const Ending& left, const Ending& right) { return left.due > right.due; }
    };

    [[nodiscard]] static std::uint64_t keyOf(const FarmSession& session) noexcept;
    Row& rowOf(const FarmSession& session);
    void removeRow(std::size_t place);
    void endSessionsOn(std::uint32_t machine, TimePoint now);
    void compact();
    void churnOnce(TimePoint now);
    void signIn(TimePoint now);

    const std::shared_ptr<const FarmLayout> m_layout;
    const FarmOptions m_options;
    LiveMachines m_machines;
    Random m_random;
    const std::size_t m_usualSize;
    std::vector<Row> m_rows;
    std::size_t m_gone = 0;
    std::unordered_map<std::uint64_t, std::size_t> m_places; // key to row
    std::unordered_map<std::string, std::uint32_t> m_hosts;  // lower-case name to number
    std::vector<std::uint32_t> m_lastId;                     // per host
    std::vector<std::uint32_t> m_users;                      // sessions per machine
    std::priority_queue<Ending, std::vector<Ending>, std::greater<>> m_endings;
    std::shared_ptr<const SessionTable> m_table; // of the present state; null after a change
    std::uint32_t m_nextPerson = 0;
    std::uint64_t m_nextOccupancy = 1;
    TimePoint m_nextChurn{};
};

} // namespace deskwarden::simulator
