// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace deskwarden::models {

/// A word that is looked for inside names, whatever their case: "munoz" is found in "Muñoz"; a word with accents itself
/// only where they are. Thread: any; immutable.
class FilterWord final
{
public:
    enum class Fit { Start, WordStart, Inside, None }; ///< the best first

    explicit FilterWord(const QString& text);

    /// As it is compared.
    [[nodiscard]] const QString& folded() const noexcept { return m_folded; }
    /// `text` is UTF-8.
    [[nodiscard]] bool isIn(std::string_view text) const;
    [[nodiscard]] bool isIn(const QString& text) const;
    /// How well it fits, the best place counting. `text` is UTF-8.
    [[nodiscard]] Fit fit(std::string_view text) const;
    [[nodiscard]] Fit fit(const QString& text) const;

private:
    QString m_folded;
    bool m_isPrecise;    ///< it has accents itself, so that they count
    std::string m_ascii; ///< empty if the word holds anything else
};

} // namespace deskwarden::models
