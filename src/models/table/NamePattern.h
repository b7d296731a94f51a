// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::models {

/// How letters with accents are compared.
enum class Accents {
    Fold, ///< "munoz" finds "muñoz"; a text that has accents itself finds only what has them, too
    Keep, ///< for acts: nothing is found but what was typed
};

/// A name as a filter gives it, to be found in names whatever their case. It must stand there as whole words: "rdvh-3"
/// is found in "rdvh-3.example.com", and not in "rdvh-30". An asterisk stands for any text; the pattern must then fit
/// the whole name. Thread: any; immutable.
class NamePattern final
{
public:
    NamePattern(const QString& text, Accents accents);

    /// `name` is UTF-8.
    [[nodiscard]] bool matches(std::string_view name) const;
    /// The pattern, or a name, as it is compared.
    [[nodiscard]] QString folded(const QString& text) const;

private:
    [[nodiscard]] bool fitsWhole(const QString& name) const;

    bool m_isPrecise;    ///< accents count
    QString m_word;      ///< folded
    QStringList m_parts; ///< between asterisks, folded; empty = there is none
    std::string m_ascii; ///< of m_word; empty if it holds anything else
};

} // namespace deskwarden::models
