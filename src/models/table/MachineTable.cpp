// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineTable.h"

#include "models/table/CellTexts.h"
#include "models/table/MachineCounter.h"
#include "models/table/NaturalKey.h"
#include "models/texts/CountTexts.h"
#include "models/texts/FoldedText.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace deskwarden::models {

namespace {

QString collectionOf(const core::VirtualDesktop& machine, const management::MachineSnapshot& list)
{
    const auto named = std::ranges::find_if(list.collections, [&machine](const management::CollectionName& collection) {
        return collection.alias == machine.collectionAlias;
    });
    return plainText(named == list.collections.end() || named->name.isEmpty() ? machine.collectionAlias : named->name);
}

MachineRow rowOf(const core::VirtualDesktop& machine, const management::MachineSnapshot& list, const QString& server)
{
    return {machine,
            {machineStateName(machine.state), plainText(machine.name), plainText(machine.hostName),
             collectionOf(machine, list), ownerText(machine), machineSessionText(machine), server},
            {},
            {}};
}

const QString& cellOf(const MachineRow& row, MachineColumn column)
{
    return row.cells.at(static_cast<std::size_t>(column));
}

/// What the condition looks through.
std::vector<QString> lookedThrough(const MachineRow& row, MachineField field)
{
    switch (field) {
    case MachineField::Word:
        return {row.cells.begin(), row.cells.end()};
    case MachineField::Machine:
        return {cellOf(row, MachineColumn::Machine)};
    case MachineField::Host:
        return {cellOf(row, MachineColumn::Host)};
    case MachineField::Collection:
        return {cellOf(row, MachineColumn::Collection), plainText(row.machine.collectionAlias)};
    case MachineField::User:
        return {cellOf(row, MachineColumn::AssignedTo), plainText(row.machine.sessionUserName)};
    case MachineField::Owner:
        return {cellOf(row, MachineColumn::AssignedTo)};
    case MachineField::Server:
        return {cellOf(row, MachineColumn::Server)};
    case MachineField::State:
        break;
    }
    return {};
}

bool meets(const MachineRow& row, const MachineTerm& term)
{
    if (term.field == MachineField::State)
        return std::ranges::find(term.states, row.machine.state) != term.states.end();
    const std::vector<QString> texts = lookedThrough(row, term.field);
    return std::ranges::any_of(texts, [&term](const QString& text) {
        const QString folded = withoutAccents(text);
        return std::ranges::any_of(term.texts, [&folded](const QString& wanted) { return folded.contains(wanted); });
    });
}

bool matches(const MachineRow& row, const MachineFilter& filter)
{
    return std::ranges::all_of(filter.terms,
                               [&row](const MachineTerm& term) { return meets(row, term) != term.isNegated; });
}

/// States and trouble are alternatives, as they are for sessions.
bool isOfTheMarked(const core::VirtualDesktop& machine, const MachineWish& wish)
{
    if (wish.marked.empty() && !wish.isTroubled)
        return true;
    return (wish.isTroubled && isTroubled(machine)) ||
           std::ranges::find(wish.marked, machine.state) != wish.marked.end();
}

bool isSameMachineRow(const MachineRow& left, const MachineRow& right)
{
    return left.isHeading() == right.isHeading() && left.group == right.group &&
           left.machine.server == right.machine.server && left.machine.name == right.machine.name;
}

QString groupOf(const MachineRow& row, MachineGrouping grouping)
{
    switch (grouping) {
    case MachineGrouping::None:
        break;
    case MachineGrouping::Host:
        return cellOf(row, MachineColumn::Host);
    case MachineGrouping::Collection:
        return cellOf(row, MachineColumn::Collection);
    case MachineGrouping::State:
        return cellOf(row, MachineColumn::State);
    case MachineGrouping::Owner:
        return cellOf(row, MachineColumn::AssignedTo);
    }
    return {};
}

QString nameOfNone(MachineGrouping grouping)
{
    switch (grouping) {
    case MachineGrouping::Host:
        return translate("MachineTable", "On no VM host");
    case MachineGrouping::Collection:
        return translate("MachineTable", "In no collection");
    case MachineGrouping::Owner:
        return translate("MachineTable", "Assigned to nobody");
    case MachineGrouping::None:
    case MachineGrouping::State:
        break;
    }
    return {};
}

/// Where the groups come: states in the order in which they are offered, all others by name, none last.
class GroupRanks final
{
public:
    GroupRanks(const std::vector<MachineRow>& rows, MachineGrouping grouping, const QCollator& collator)
    {
        if (grouping == MachineGrouping::None)
            return;
        std::vector<std::pair<QString, core::MachineState>> groups;
        for (const MachineRow& row : rows) {
            if (!m_ranks.contains(row.group)) {
                m_ranks.insert(row.group, 0);
                groups.emplace_back(row.group, row.machine.state);
            }
        }
        const auto isBefore = [&](const auto& left, const auto& right) {
            if (grouping == MachineGrouping::State)
                return placeOf(left.second) < placeOf(right.second);
            if (left.first.isEmpty() || right.first.isEmpty())
                return !left.first.isEmpty() && right.first.isEmpty();
            return collator.compare(left.first, right.first) < 0;
        };
        std::ranges::stable_sort(groups, isBefore);
        for (std::size_t rank = 0; rank < groups.size(); ++rank)
            m_ranks[groups[rank].first] = rank;
    }
    [[nodiscard]] std::size_t rankOf(const QString& group) const { return m_ranks.value(group); }

private:
    static std::ptrdiff_t placeOf(core::MachineState state)
    {
        return std::ranges::find(machineStates(), state) - machineStates().begin();
    }

    QHash<QString, std::size_t> m_ranks;
};

void sortRows(std::vector<MachineRow>& rows, const MachineWish& wish)
{
    struct Place
    {
        std::size_t group;
        NaturalKey key;
        NaturalKey name;
        std::size_t row;
    };
    const QCollator collator = naturalCollator(QLocale());
    const GroupRanks groups(rows, wish.grouping, collator);
    std::vector<Place> places;
    places.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        places.push_back({groups.rankOf(rows[row].group), NaturalKey(collator, cellOf(rows[row], wish.column)),
                          NaturalKey(collator, cellOf(rows[row], MachineColumn::Machine)), row});
    std::ranges::stable_sort(places, [order = wish.order](const Place& left, const Place& right) {
        if (left.group != right.group)
            return left.group < right.group;
        const int byColumn = left.key.compare(right.key);
        if (byColumn != 0)
            return order == Qt::AscendingOrder ? byColumn < 0 : byColumn > 0;
        return left.name < right.name;
    });
    std::vector<MachineRow> sorted;
    sorted.reserve(rows.size());
    for (const Place& place : places)
        sorted.push_back(std::move(rows[place.row]));
    rows = std::move(sorted);
}

MachineRow headingOf(const QString& group, const std::map<core::MachineState, std::size_t>& states,
                     MachineGrouping grouping)
{
    std::size_t machines = 0;
    QStringList parts;
    for (const auto& [state, count] : states) {
        machines += count;
        parts << QStringLiteral("%1 %2").arg(machineStateName(state),
                                             QLocale().toString(static_cast<qulonglong>(count)));
    }
    if (grouping == MachineGrouping::State)
        parts.clear();
    parts.prepend(machinesText(machines));
    parts.prepend(group.isEmpty() ? nameOfNone(grouping) : group);
    MachineRow row;
    row.group = group;
    row.heading = parts.join(QStringLiteral(" \u00B7 "));
    return row;
}

void addHeadings(std::vector<MachineRow>& rows, MachineGrouping grouping)
{
    std::vector<MachineRow> grouped;
    for (std::size_t first = 0; first < rows.size();) {
        std::map<core::MachineState, std::size_t> states;
        std::size_t end = first;
        for (; end < rows.size() && rows[end].group == rows[first].group; ++end)
            ++states[rows[end].machine.state];
        grouped.push_back(headingOf(rows[first].group, states, grouping));
        for (; first < end; ++first)
            grouped.push_back(std::move(rows[first]));
    }
    rows = std::move(grouped);
}

} // namespace

QString groupingId(MachineGrouping grouping)
{
    switch (grouping) {
    case MachineGrouping::None:
        return QStringLiteral("none");
    case MachineGrouping::Host:
        return QStringLiteral("host");
    case MachineGrouping::Collection:
        return QStringLiteral("collection");
    case MachineGrouping::State:
        return QStringLiteral("state");
    case MachineGrouping::Owner:
        return QStringLiteral("owner");
    }
    return {};
}

std::optional<MachineGrouping> machineGroupingFromId(const QString& id)
{
    const auto known =
        std::ranges::find_if(machineGroupings, [&id](MachineGrouping grouping) { return groupingId(grouping) == id; });
    return known == machineGroupings.end() ? std::nullopt : std::optional(*known);
}

bool isTroubled(const core::VirtualDesktop& machine) noexcept
{
    using enum core::MachineState;
    const bool isAsleep = machine.state == Off || machine.state == Saved || machine.state == Paused;
    return machine.state == Unknown || (isAsleep && core::hasSession(machine));
}

MachineChanges changesBetween(const MachineTable& before, const MachineTable& after)
{
    constexpr std::size_t mostTold = 64;
    MachineChanges changes;
    changes.isOther = !std::ranges::equal(before.rows, after.rows, isSameMachineRow);
    if (changes.isOther)
        return changes;
    for (std::size_t row = 0; row < after.rows.size(); ++row) {
        if (before.rows[row] == after.rows[row])
            continue;
        const int number = static_cast<int>(row);
        if (!changes.rows.empty() && (changes.rows.back().last + 1 == number || changes.rows.size() == mostTold))
            changes.rows.back().last = number;
        else
            changes.rows.push_back({number, number});
    }
    return changes;
}

MachineTable arrangeMachines(const MachineWish& wish, const std::stop_token& stop)
{
    MachineTable table;
    table.servers = wish.names.size();
    MachineCounter places;
    for (const management::MachineSnapshotPointer& list : wish.lists) {
        const QString server = serverText(list->server, wish.names);
        for (const core::VirtualDesktop& machine : list->machines) {
            if (stop.stop_requested())
                return table;
            ++table.total;
            ++table.states[machine.state];
            places.add(machine);
            if (!isIn(machine, wish.place))
                continue;
            MachineRow row = rowOf(machine, *list, server);
            if (!matches(row, wish.filter))
                continue;
            ++table.inPlace[machine.state];
            table.troubled += isTroubled(machine) ? 1U : 0U;
            if (!isOfTheMarked(machine, wish))
                continue;
            row.group = groupOf(row, wish.grouping);
            table.rows.push_back(std::move(row));
        }
    }
    table.shown = table.rows.size();
    table.places = places.counts();
    sortRows(table.rows, wish);
    if (wish.grouping != MachineGrouping::None)
        addHeadings(table.rows, wish.grouping);
    return table;
}

} // namespace deskwarden::models
