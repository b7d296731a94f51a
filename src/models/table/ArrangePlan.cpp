// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ArrangePlan.h"

#include "models/table/ColumnSpec.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace deskwarden::models {

namespace {

/// Up to so many ranges are removed or inserted plainly, which lets views keep their place; beyond it their cost, which
/// grows with the rows of the table for each range, is more than that of a permutation.
constexpr std::size_t plainRanges = 16;

/// How the rows of both arrangements meet.
struct Meeting
{
    std::vector<std::uint32_t> toNew; ///< by old row on the screen: the new one; noRow if it leaves
    std::vector<bool> isKept;         ///< by new row on the screen
    std::size_t kept = 0;
    bool isKeptInOrder = true;
};

using SectionPlaces = std::unordered_map<std::string_view, std::uint32_t>;

/// Where the headings stand, by their keys; empty if there is nothing to be compared with.
SectionPlaces placesOfSections(const Arrangement& base, const Arrangement& next)
{
    SectionPlaces places;
    if (base.sections.empty())
        return places;
    places.reserve(next.sections.size());
    for (std::size_t i = 0; i < next.sections.size(); ++i)
        places.emplace(next.sections[i].key, next.sectionPlaces[i]);
    return places;
}

/// Where what stood on the screen stands next; noRow if it leaves.
std::uint32_t nextPlace(const Row& row, const Arrangement& base, const Arrangement& next, const SectionPlaces& sections)
{
    if (row.isSection) {
        const auto found = sections.find(static_cast<const Section&>(row).key);
        return found == sections.end() ? noRow : found->second;
    }
    const std::uint32_t index = base.rowSet == next.rowSet ? static_cast<std::uint32_t>(&row - base.rowSet->rows.data())
                                                           : next.rowSet->find(*row.session);
    return index == noRow ? noRow : next.positionOf[index];
}

Meeting meet(const Arrangement& base, const Arrangement& next)
{
    Meeting meeting;
    const SectionPlaces sections = placesOfSections(base, next);
    meeting.toNew.assign(base.visible.size(), noRow);
    meeting.isKept.assign(next.visible.size(), false);
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < base.visible.size(); ++i) {
        const std::uint32_t position = nextPlace(*base.visible[i], base, next, sections);
        if (position == noRow)
            continue;
        meeting.toNew[i] = position;
        meeting.isKept[position] = true;
        meeting.isKeptInOrder = meeting.isKeptInOrder && (meeting.kept == 0 || position > last);
        last = position;
        ++meeting.kept;
    }
    return meeting;
}

/// Whether a heading says something else now. Names of a group are compared without case, and so may change.
bool differs(const Section& before, const Section& after)
{
    const core::Session& was = *before.first->session;
    const core::Session& is = *after.first->session;
    return before.sessions != after.sessions || before.isServerTold != after.isServerTold ||
           before.first->hasShortHost != after.first->hasShortHost || was.userName != is.userName ||
           was.domainName != is.domainName || was.key.vmHostName != is.key.vmHostName ||
           was.collectionId != is.collectionId || was.state != is.state;
}

/// Which columns show something else now.
std::uint32_t changedColumns(const Row& before, const Row& after)
{
    constexpr std::uint32_t all = (1U << sessionColumnCount) - 1;
    if (before.isSection)
        return differs(static_cast<const Section&>(before), static_cast<const Section&>(after)) ? all : 0;
    if (before.isStale() != after.isStale())
        return all;
    std::uint32_t columns = 0;
    for (const ColumnSpec& spec : columnSpecs()) {
        if (spec.differs && spec.differs(before, after))
            columns |= 1U << static_cast<unsigned>(spec.column);
    }
    return columns;
}

ChangedCells cellsOf(int row, std::uint32_t columns)
{
    int left = 0;
    while ((columns >> left & 1U) == 0)
        ++left;
    int right = sessionColumnCount - 1;
    while ((columns >> right & 1U) == 0)
        --right;
    return {row, row, left, right};
}

std::vector<ChangedCells> changedCells(const Arrangement& base, const Arrangement& next, const Meeting& meeting)
{
    const bool isSameSet = base.rowSet == next.rowSet;
    if (isSameSet && base.sections.empty())
        return {};
    std::vector<ChangedCells> cells;
    for (std::size_t i = 0; i < meeting.toNew.size(); ++i) {
        if (meeting.toNew[i] == noRow || (isSameSet && !base.visible[i]->isSection))
            continue;
        const std::uint32_t columns = changedColumns(*base.visible[i], *next.visible[meeting.toNew[i]]);
        if (columns != 0)
            cells.push_back(cellsOf(static_cast<int>(meeting.toNew[i]), columns));
    }
    std::ranges::sort(cells, {}, &ChangedCells::top);
    std::vector<ChangedCells> joined;
    for (const ChangedCells& cell : cells) {
        if (!joined.empty() && joined.back().bottom == cell.top - 1 && joined.back().left == cell.left &&
            joined.back().right == cell.right)
            joined.back().bottom = cell.bottom;
        else
            joined.push_back(cell);
    }
    return joined;
}

void planBigChange(const Arrangement& base, const Arrangement& next, const Meeting& meeting, ArrangeSteps& steps)
{
    const std::size_t before = base.visible.size();
    const std::size_t after = next.visible.size();
    steps.removed = static_cast<int>(before - meeting.kept);
    Permutation& settle = steps.settle;
    settle.target.reserve(before + after - meeting.kept);
    settle.rows.reserve(before + after - meeting.kept);
    settle.rows = next.visible;
    for (std::size_t i = 0; i < before; ++i) {
        if (meeting.toNew[i] != noRow) {
            settle.target.push_back(static_cast<int>(meeting.toNew[i]));
        } else {
            settle.target.push_back(static_cast<int>(settle.rows.size()));
            settle.rows.push_back(base.visible[i]);
        }
    }
    for (std::size_t i = 0; i < after; ++i) {
        if (meeting.isKept[i])
            continue;
        steps.appended.push_back(next.visible[i]);
        settle.target.push_back(static_cast<int>(i));
    }
    if (std::ranges::is_sorted(settle.target))
        settle = {};
}

} // namespace

ArrangeSteps planSteps(const Arrangement& base, const Arrangement& next)
{
    const Meeting meeting = meet(base, next);
    ArrangeSteps steps;
    steps.changed = changedCells(base, next, meeting);
    if (meeting.isKeptInOrder) {
        steps.removals = rangesWhere(meeting.toNew.size(), [&](std::size_t i) { return meeting.toNew[i] == noRow; });
        steps.insertions = rangesWhere(meeting.isKept.size(), [&](std::size_t i) { return !meeting.isKept[i]; });
        std::ranges::reverse(steps.removals);
        if (steps.removals.size() + steps.insertions.size() <= plainRanges)
            return steps;
        steps.removals.clear();
        steps.insertions.clear();
    }
    planBigChange(base, next, meeting, steps);
    return steps;
}

std::vector<std::uint64_t> droppedNotes(const RowNotes& notes, const Arrangement& base, const Arrangement& next)
{
    std::vector<std::uint64_t> dropped;
    if (notes.empty() || base.rowSet == next.rowSet)
        return dropped;
    std::vector<std::uint64_t> living;
    living.reserve(next.rowSet->rows.size());
    for (const Row& row : next.rowSet->rows)
        living.push_back(row.id);
    std::ranges::sort(living);
    for (const RowNote& note : notes) {
        if (!std::ranges::binary_search(living, note.row))
            dropped.push_back(note.row);
    }
    return dropped;
}

} // namespace deskwarden::models
