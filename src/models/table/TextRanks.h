// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"
#include "models/table/NaturalKey.h"

#include <QCollator>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace deskwarden::models {

/// Ranks texts in natural order. A text's key is computed once and kept while the text is in use; only new texts are
/// sorted, and merged into the known order. Texts that collate equally share a rank.
/// Thread: used on one.
class TextRanks final
{
public:
    using Stop = std::function<bool()>;

    explicit TextRanks(QCollator collator);

    /// The rank of each text, in order; empty if stopped. Ranks are comparable within one call only.
    [[nodiscard]] std::vector<std::uint32_t> ranksOf(const std::vector<const core::SharedString*>& texts,
                                                     const Stop& isStopped);
    void clear();

private:
    struct Entry
    {
        core::SharedString text; ///< keeps the block, and with it the key of the map, alive
        NaturalKey key;
        std::uint32_t rank = 0;
        std::uint32_t round = 0; ///< when it was last used
    };

    void merge(std::vector<Entry*>& added);
    void dropUnused(std::size_t used);

    QCollator m_collator;
    std::unordered_map<const char*, Entry> m_entries; ///< by the text's block
    std::vector<Entry*> m_sorted;
    std::uint32_t m_round = 0;
};

} // namespace deskwarden::models
