// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/FilterWord.h"

#include "core/Names.h"
#include "models/texts/AsciiText.h"
#include "models/texts/FoldedText.h"
#include "models/texts/Texts.h"

#include <algorithm>

namespace deskwarden::models {

namespace {

using Place = std::string_view::const_iterator;

Place findAscii(std::string_view text, std::string_view word, Place from)
{
    return std::search(from, text.end(), word.begin(), word.end(),
                       [](char a, char b) { return core::lowered(a) == b; });
}

bool isAsciiWordLetter(char letter) noexcept
{
    return (letter >= '0' && letter <= '9') || (core::lowered(letter) >= 'a' && core::lowered(letter) <= 'z');
}

} // namespace

FilterWord::FilterWord(const QString& text)
    : m_folded(withoutCase(text))
    , m_isPrecise(withoutAccents(text) != m_folded)
{
    const std::string bytes = m_folded.toStdString();
    if (isPrintableAscii(bytes))
        m_ascii = bytes;
}

bool FilterWord::isIn(std::string_view text) const
{
    if (isPrintableAscii(text))
        return !m_ascii.empty() && findAscii(text, m_ascii, text.begin()) != text.end();
    return isIn(plainText(text, wholeLength));
}

bool FilterWord::isIn(const QString& text) const
{
    return m_isPrecise ? text.contains(m_folded, Qt::CaseInsensitive) : withoutAccents(text).contains(m_folded);
}

FilterWord::Fit FilterWord::fit(std::string_view text) const
{
    if (!isPrintableAscii(text))
        return fit(plainText(text, wholeLength));
    if (m_ascii.empty())
        return Fit::None;
    Fit best = Fit::None;
    for (Place from = findAscii(text, m_ascii, text.begin()); from != text.end();
         from = findAscii(text, m_ascii, from + 1)) {
        if (from == text.begin())
            return Fit::Start;
        if (!isAsciiWordLetter(*(from - 1)))
            return Fit::WordStart;
        best = Fit::Inside;
    }
    return best;
}

FilterWord::Fit FilterWord::fit(const QString& text) const
{
    const QString folded = m_isPrecise ? withoutCase(text) : withoutAccents(text);
    Fit best = Fit::None;
    for (qsizetype place = folded.indexOf(m_folded); place >= 0; place = folded.indexOf(m_folded, place + 1)) {
        if (place == 0)
            return Fit::Start;
        if (!folded.at(place - 1).isLetterOrNumber())
            return Fit::WordStart;
        best = Fit::Inside;
    }
    return best;
}

} // namespace deskwarden::models
