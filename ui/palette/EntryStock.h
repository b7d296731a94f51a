// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/palette/PaletteStock.h"

#include <vector>

namespace deskwarden::ui {

/// Lines that are ready: commands, views, servers, hosts, collections. Without words all of them are found.
class EntryStock final : public PaletteStock
{
public:
    explicit EntryStock(std::vector<PaletteEntry> entries);

    [[nodiscard]] PaletteFinds find(const PaletteQuery& query, const std::stop_token& stop) const override;
    [[nodiscard]] PaletteEntry entry(std::size_t index) const override { return m_entries[index]; }

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<QString> m_rests; ///< what is looked through beside the title
};

} // namespace deskwarden::ui
