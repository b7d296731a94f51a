// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/machines/MachineSnapshot.h"
#include "models/table/MachineFilter.h"
#include "models/table/PlaceCounts.h"
#include "models/table/RowRange.h"
#include "models/table/ServerNames.h"

#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace deskwarden::models {

/// In the order in which they are shown.
enum class MachineColumn { State, Machine, Host, Collection, AssignedTo, Session, Server };
inline constexpr int machineColumnCount = 7;

/// By what machines are put together under headings.
enum class MachineGrouping : std::uint8_t { None, Host, Collection, State, Owner };
inline constexpr std::array machineGroupings{MachineGrouping::None, MachineGrouping::Host, MachineGrouping::Collection,
                                             MachineGrouping::State, MachineGrouping::Owner};

/// Stable, English, for settings and names of actions; never shown.
[[nodiscard]] QString groupingId(MachineGrouping grouping);
[[nodiscard]] std::optional<MachineGrouping> machineGroupingFromId(const QString& id);

/// Somebody should look after it: its state is not known, or it is off, saved or paused while the broker still lists a
/// session there, which keeps that user out.
[[nodiscard]] bool isTroubled(const core::VirtualDesktop& machine) noexcept;

/// A virtual machine in words, escaped; or the heading of a group, which is no machine.
struct MachineRow
{
    core::VirtualDesktop machine;
    std::array<QString, machineColumnCount> cells;
    QString group;   ///< its heading without the numbers; empty where nothing is grouped
    QString heading; ///< of a heading: "hv-11 · 12 machines · Running 10 · Off 2"; null for a machine

    [[nodiscard]] bool isHeading() const noexcept { return !heading.isNull(); }
    friend bool operator==(const MachineRow&, const MachineRow&) = default;
};

/// The machines of all servers that match, in their order, with the headings of their groups. Immutable once made.
struct MachineTable
{
    std::vector<MachineRow> rows;
    std::map<core::MachineState, std::size_t> states;  ///< of all machines, whether they match or not
    std::map<core::MachineState, std::size_t> inPlace; ///< of those in the place that have what was typed
    std::size_t troubled = 0;                          ///< among these
    PlaceCounts places;                                ///< of all machines
    std::size_t shown = 0;                             ///< machines among the rows
    std::size_t total = 0;
    std::size_t servers = 0; ///< that are connected
};

/// What a table is to the one that is shown before it.
struct MachineChanges
{
    bool isOther = true;        ///< other machines, or in another order
    std::vector<RowRange> rows; ///< if not: those that say something else, no more than a view is told at once
};
/// Thread: any.
[[nodiscard]] MachineChanges changesBetween(const MachineTable& before, const MachineTable& after);

/// What is to be shown, and how.
struct MachineWish
{
    std::vector<management::MachineSnapshotPointer> lists;
    ServerNames names;
    MachineFilter filter = {};
    MachinePlace place = {};
    std::vector<core::MachineState> marked = {}; ///< only these states; empty = all, unless...
    bool isTroubled = false;                     ///< ...those that somebody should look after, and these states
    MachineColumn column = MachineColumn::Machine;
    Qt::SortOrder order = Qt::AscendingOrder;
    MachineGrouping grouping = MachineGrouping::None;
};

/// Names sort by the numbers in them ("VDI-9" before "VDI-10"), equal ones by the machine's name; groups by their
/// names, states from running to what is not known, and what belongs to none comes last. Thread: any. Blocks: a fifth
/// of a second with 10,000 machines; less once it is to stop, with a part of them.
[[nodiscard]] MachineTable arrangeMachines(const MachineWish& wish, const std::stop_token& stop);

} // namespace deskwarden::models
