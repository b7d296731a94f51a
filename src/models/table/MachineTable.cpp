// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/MachineTable.h"

#include "models/table/CellTexts.h"
#include "models/table/NaturalKey.h"
#include "models/texts/FoldedText.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

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
             collectionOf(machine, list), ownerText(machine), machineSessionText(machine), server}};
}

bool hasWords(const MachineRow& row, const QStringList& words)
{
    return std::ranges::all_of(words, [&row](const QString& word) {
        return std::ranges::any_of(row.cells,
                                   [&word](const QString& cell) { return withoutAccents(cell).contains(word); });
    });
}

void sortRows(std::vector<MachineRow>& rows, MachineColumn column, Qt::SortOrder order)
{
    struct Place
    {
        NaturalKey key;
        NaturalKey name;
        std::size_t row;
    };
    const QCollator collator = naturalCollator(QLocale());
    const auto shown = static_cast<std::size_t>(column);
    std::vector<Place> places;
    places.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
        places.push_back({NaturalKey(collator, rows[row].cells.at(shown)),
                          NaturalKey(collator, rows[row].cells.at(static_cast<std::size_t>(MachineColumn::Machine))),
                          row});
    std::ranges::stable_sort(places, [order](const Place& left, const Place& right) {
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

} // namespace

MachineTable arrangeMachines(const MachineWish& wish, const std::stop_token& stop)
{
    const QStringList words = withoutAccents(wish.words).split(u' ', Qt::SkipEmptyParts);
    MachineTable table;
    for (const management::MachineSnapshotPointer& list : wish.lists) {
        const QString server = serverText(list->server, wish.names);
        for (const core::VirtualDesktop& machine : list->machines) {
            if (stop.stop_requested())
                return table;
            ++table.total;
            ++table.states[machine.state];
            MachineRow row = rowOf(machine, *list, server);
            if (hasWords(row, words))
                table.rows.push_back(std::move(row));
        }
    }
    sortRows(table.rows, wish.column, wish.order);
    return table;
}

} // namespace deskwarden::models
