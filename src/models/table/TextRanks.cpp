// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/TextRanks.h"

#include "models/texts/DecodedText.h"

#include <algorithm>
#include <utility>

namespace deskwarden::models {

TextRanks::TextRanks(QCollator collator)
    : m_collator(std::move(collator))
{}

void TextRanks::clear()
{
    m_sorted.clear();
    m_entries.clear();
}

std::vector<std::uint32_t> TextRanks::ranksOf(const std::vector<const core::SharedString*>& texts,
                                              const Stop& isStopped)
{
    ++m_round;
    std::vector<const Entry*> entries(texts.size());
    std::vector<Entry*> added;
    std::size_t used = 0;
    bool stopped = false;
    for (std::size_t i = 0; i < texts.size() && !stopped; ++i) {
        const std::string_view text = texts[i]->view();
        auto place = m_entries.find(text.data());
        if (place == m_entries.end()) {
            const QString name = decodedText(text);
            place = m_entries.emplace(text.data(), Entry{*texts[i], NaturalKey(m_collator, name), 0, 0}).first;
            added.push_back(&place->second);
            stopped = added.size() % 4096 == 0 && isStopped();
        }
        Entry& entry = place->second;
        if (std::exchange(entry.round, m_round) != m_round)
            ++used;
        entries[i] = &entry;
    }
    merge(added);
    if (stopped || isStopped())
        return {};
    std::vector<std::uint32_t> ranks(texts.size());
    std::ranges::transform(entries, ranks.begin(), [](const Entry* entry) { return entry->rank; });
    dropUnused(used);
    return ranks;
}

void TextRanks::merge(std::vector<Entry*>& added)
{
    if (added.empty())
        return;
    const auto isBefore = [](const Entry* left, const Entry* right) { return left->key < right->key; };
    std::ranges::sort(added, isBefore);
    const auto middle = static_cast<std::ptrdiff_t>(m_sorted.size());
    m_sorted.insert(m_sorted.end(), added.begin(), added.end());
    std::inplace_merge(m_sorted.begin(), m_sorted.begin() + middle, m_sorted.end(), isBefore);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        if (i > 0 && m_sorted[i - 1]->key < m_sorted[i]->key)
            ++rank;
        m_sorted[i]->rank = rank;
    }
}

void TextRanks::dropUnused(std::size_t used)
{
    constexpr std::size_t slack = 1024;
    if (m_entries.size() < 2 * used + slack)
        return;
    std::erase_if(m_sorted, [this](const Entry* entry) { return entry->round != m_round; });
    std::erase_if(m_entries, [this](const auto& item) { return item.second.round != m_round; });
}

} // namespace deskwarden::models
