// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CellWidth.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace deskwarden::app {

namespace {

/// Unicode 15, EastAsianWidth: the blocks of W and F, and the pictographs that terminals show as wide.
bool isWide(char32_t letter)
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };
    static constexpr Range wide[]{
        {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},
        {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},   {0x2705, 0x2705},   {0x274C, 0x274C},
        {0x2753, 0x2755},   {0x2795, 0x2797},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF},
        {0x1AFF0, 0x1B2FB}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A},
        {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF},
        {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};
    return std::ranges::any_of(wide,
                               [letter](const Range& range) { return letter >= range.first && letter <= range.last; });
}

bool isWithoutWidth(QChar::Category category)
{
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format ||
           category == QChar::Other_Control;
}

int widthOf(char32_t letter)
{
    if (isWithoutWidth(QChar::category(letter)))
        return 0;
    return isWide(letter) ? 2 : 1;
}

} // namespace

int cellWidth(const QString& text)
{
    int width = 0;
    for (const char32_t letter : text.toUcs4())
        width += widthOf(letter);
    return width;
}

QString fittedToCells(const QString& text, int cells)
{
    const int width = cellWidth(text);
    if (width <= cells)
        return text + QString(cells - width, u' ');
    // An ellipsis takes the last cell. A long name is only read as far as it can be shown.
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    int taken = 0;
    qsizetype end = 0;
    for (qsizetype next = characters.toNextBoundary(); next > end; next = characters.toNextBoundary()) {
        const int more = cellWidth(text.mid(end, next - end));
        if (taken + more > cells - 1)
            break;
        taken += more;
        end = next;
    }
    return text.left(end) + u'\u2026' + QString(std::max(cells - 1 - taken, 0), u' ');
}

} // namespace deskwarden::app
