// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/PaletteQuery.h"

#include <QStringList>

namespace deskwarden::ui {

PaletteQuery::PaletteQuery(const QString& typed)
{
    for (const QString& word : typed.simplified().split(u' ', Qt::SkipEmptyParts))
        m_words.emplace_back(word);
}

std::optional<int> PaletteQuery::rank(const QString& title, const QString& rest) const
{
    using Fit = models::FilterWord::Fit;
    int rank = 0;
    for (const models::FilterWord& word : m_words) {
        const Fit fit = word.fit(title);
        if (fit == Fit::None && !word.isIn(rest))
            return std::nullopt;
        rank += static_cast<int>(fit);
    }
    return rank;
}

PaletteQuery PaletteQuery::without(const QString& text) const
{
    using Fit = models::FilterWord::Fit;
    PaletteQuery rest = *this;
    std::erase_if(rest.m_words, [&text](const models::FilterWord& word) {
        const Fit fit = word.fit(text);
        return fit == Fit::Start || fit == Fit::WordStart;
    });
    return rest;
}

} // namespace deskwarden::ui
