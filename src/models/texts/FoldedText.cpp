// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/FoldedText.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace deskwarden::models {

namespace {

struct PlainLetter
{
    char16_t letter;
    const char16_t* plain;
};

/// Small letters that Unicode does not take apart.
constexpr std::array plainLetters{
    PlainLetter{u'\u00DF', u"ss"},     // ß
    PlainLetter{u'\u00E6', u"ae"},     // æ
    PlainLetter{u'\u00F0', u"d"},      // ð
    PlainLetter{u'\u00F8', u"o"},      // ø
    PlainLetter{u'\u00FE', u"th"},     // þ
    PlainLetter{u'\u0111', u"d"},      // đ
    PlainLetter{u'\u0127', u"h"},      // ħ
    PlainLetter{u'\u0131', u"i"},      // ı
    PlainLetter{u'\u0142', u"l"},      // ł
    PlainLetter{u'\u014B', u"n"},      // ŋ
    PlainLetter{u'\u0153', u"oe"},     // œ
    PlainLetter{u'\u0167', u"t"},      // ŧ
    PlainLetter{u'\u0451', u"\u0435"}, // ё
};

bool isCyrillic(char32_t letter)
{
    return QChar::script(letter) == QChar::Script_Cyrillic;
}

void appendPlain(QString& plain, QStringView character, char32_t letter)
{
    if (letter <= 0xFFFF) {
        const auto* const found = std::ranges::find(plainLetters, static_cast<char16_t>(letter), &PlainLetter::letter);
        if (found != plainLetters.end()) {
            plain.append(QStringView(found->plain));
            return;
        }
    }
    if (isCyrillic(letter) || QChar::decompositionTag(letter) != QChar::Canonical) {
        plain.append(character);
        return;
    }
    // Hangul and the like decompose too, into letters instead of marks: all but marks stays.
    const QString parts = character.toString().normalized(QString::NormalizationForm_D);
    for (const QChar part : parts) {
        if (part.category() != QChar::Mark_NonSpacing)
            plain.append(part);
    }
}

} // namespace

QString withoutCase(const QString& text)
{
    QString folded = text;
    for (QChar& character : folded)
        character = character.toCaseFolded();
    return folded;
}

QString withoutAccents(const QString& text)
{
    // й typed as и with a mark is й all the same.
    const QString composed = withoutCase(text.normalized(QString::NormalizationForm_C));
    QString plain;
    plain.reserve(composed.size());
    for (qsizetype position = 0; position < composed.size();) {
        const bool isPair = composed.at(position).isHighSurrogate() && position + 1 < composed.size() &&
                            composed.at(position + 1).isLowSurrogate();
        const QStringView character = QStringView(composed).mid(position, isPair ? 2 : 1);
        const char32_t letter =
            isPair ? QChar::surrogateToUcs4(character.at(0), character.at(1)) : char32_t{character.at(0).unicode()};
        position += character.size();
        // A mark that stands on its own letter, because no composed one exists, goes with the others.
        if (letter >= 0x300 && letter <= 0x36F && !plain.isEmpty() && !isCyrillic(plain.back().unicode()))
            continue;
        appendPlain(plain, character, letter);
    }
    return plain;
}

} // namespace deskwarden::models
