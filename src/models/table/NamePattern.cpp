// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/NamePattern.h"

#include "core/Names.h"
#include "models/texts/AsciiText.h"
#include "models/texts/FoldedText.h"
#include "models/texts/Texts.h"

#include <algorithm>

namespace deskwarden::models {

namespace {

bool isWordLetter(char letter) noexcept
{
    return (letter >= '0' && letter <= '9') || (core::lowered(letter) >= 'a' && core::lowered(letter) <= 'z');
}

bool isWordLetter(QChar letter) noexcept
{
    return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate();
}

/// Whether what begins at `start` and ends before `end` is no part of a longer word.
template <typename Text>
bool isWhole(const Text& text, std::size_t start, std::size_t end)
{
    const auto at = [&text](std::size_t place) { return text[static_cast<typename Text::size_type>(place)]; };
    const auto size = static_cast<std::size_t>(text.size());
    const bool goesBack = start > 0 && isWordLetter(at(start - 1)) && isWordLetter(at(start));
    const bool goesOn = end < size && isWordLetter(at(end)) && isWordLetter(at(end - 1));
    return !goesBack && !goesOn;
}

} // namespace

NamePattern::NamePattern(const QString& text, Accents accents)
    : m_isPrecise(accents == Accents::Keep || withoutAccents(text) != withoutCase(text))
    , m_word(folded(text))
{
    if (m_word.contains(u'*'))
        m_parts = m_word.split(u'*');
    const std::string bytes = m_word.toStdString();
    if (isPrintableAscii(bytes))
        m_ascii = bytes;
}

QString NamePattern::folded(const QString& text) const
{
    return m_isPrecise ? withoutCase(text) : withoutAccents(text);
}

bool NamePattern::fitsWhole(const QString& name) const
{
    if (!name.startsWith(m_parts.front()))
        return false;
    qsizetype from = m_parts.front().size();
    for (qsizetype part = 1; part + 1 < m_parts.size(); ++part) {
        const qsizetype found = name.indexOf(m_parts.at(part), from);
        if (found < 0)
            return false;
        from = found + m_parts.at(part).size();
    }
    return name.size() - from >= m_parts.back().size() && name.endsWith(m_parts.back());
}

bool NamePattern::matches(std::string_view name) const
{
    if (m_word.isEmpty() || name.empty())
        return false;
    if (m_parts.isEmpty() && isPrintableAscii(name)) {
        if (m_ascii.empty())
            return false;
        const auto isSame = [](char a, char b) { return core::lowered(a) == b; };
        for (auto from = name.begin();; ++from) {
            from = std::search(from, name.end(), m_ascii.begin(), m_ascii.end(), isSame);
            if (from == name.end())
                return false;
            const auto start = static_cast<std::size_t>(from - name.begin());
            if (isWhole(name, start, start + m_ascii.size()))
                return true;
        }
    }
    const QString text = folded(plainText(name, wholeLength));
    if (!m_parts.isEmpty())
        return fitsWhole(text);
    for (qsizetype from = text.indexOf(m_word); from >= 0; from = text.indexOf(m_word, from + 1)) {
        if (isWhole(text, static_cast<std::size_t>(from), static_cast<std::size_t>(from + m_word.size())))
            return true;
    }
    return false;
}

} // namespace deskwarden::models
