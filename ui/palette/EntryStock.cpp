// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/EntryStock.h"

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

EntryStock::EntryStock(std::vector<PaletteEntry> entries)
    : m_entries(std::move(entries))
{
    for (const PaletteEntry& entry : m_entries)
        m_rests.push_back(entry.muted + u'\n' + entry.detail + u'\n' + entry.keys + u'\n' + kindName(entry.kind));
}

PaletteFinds EntryStock::find(const PaletteQuery& query, const std::stop_token& stop) const
{
    PaletteFinds finds;
    for (std::size_t index = 0; index < m_entries.size() && !stop.stop_requested(); ++index) {
        if (const std::optional<int> rank = query.rank(m_entries[index].title, m_rests[index]))
            finds.best.push_back({*rank, index});
    }
    finds.total = finds.best.size();
    std::ranges::stable_sort(finds.best, {}, &PaletteHit::rank);
    if (finds.best.size() > mostHits)
        finds.best.resize(mostHits);
    return finds;
}

} // namespace deskwarden::ui
