// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/FilterWord.h"

#include <QString>

#include <optional>
#include <vector>

namespace deskwarden::ui {

/// What was typed into the palette: words that must all be found, in any order and case; accents fold as in the filter.
/// Thread: any; immutable.
class PaletteQuery final
{
public:
    explicit PaletteQuery(const QString& typed);

    [[nodiscard]] bool isEmpty() const noexcept { return m_words.empty(); }
    [[nodiscard]] const std::vector<models::FilterWord>& words() const noexcept { return m_words; }
    /// 0 if every word stands at the beginning of the title, more the worse they stand, words in the rest being worst;
    /// nothing if one is in neither.
    [[nodiscard]] std::optional<int> rank(const QString& title, const QString& rest) const;

    /// The words that begin no word of that text.
    [[nodiscard]] PaletteQuery without(const QString& text) const;

private:
    std::vector<models::FilterWord> m_words;
};

} // namespace deskwarden::ui
