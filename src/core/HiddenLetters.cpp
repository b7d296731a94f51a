// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HiddenLetters.h"

#include "core/TextEncoding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace deskwarden::core {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Letter
{
    char32_t character = replacement; ///< of a byte that is no text
    std::size_t bytes = 1;
};

Letter firstLetter(std::string_view text)
{
    const auto byte = [&text](std::size_t place) { return std::uint32_t{static_cast<std::uint8_t>(text[place])}; };
    if (byte(0) < 0x80)
        return {byte(0), 1};
    const std::size_t bytes = firstLength(text);
    if (bytes == 0)
        return {};
    constexpr std::uint32_t leadingBits[]{0, 0, 0x1F, 0x0F, 0x07};
    char32_t character = byte(0) & leadingBits[bytes];
    for (std::size_t place = 1; place < bytes; ++place)
        character = character << 6 | (byte(place) & 0x3F);
    return {character, bytes};
}

void appendHex(std::string& text, std::uint32_t number, std::string_view hex)
{
    for (int shift = number > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
        text += hex[number >> static_cast<unsigned>(shift) & 0xF];
}

void appendEscape(std::string& json, std::uint32_t unit)
{
    json += "\\u";
    appendHex(json, unit, "0123456789abcdef");
}

} // namespace

bool isHidden(char32_t character) noexcept
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };
    // In rising order.
    static constexpr Range hidden[]{{0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x0600, 0x0605},
                                    {0x061C, 0x061C},   {0x06DD, 0x06DD},   {0x070F, 0x070F},   {0x0890, 0x0891},
                                    {0x08E2, 0x08E2},   {0x180E, 0x180E},   {0x200B, 0x200F},   {0x2028, 0x202E},
                                    {0x2060, 0x206F},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},   {0x110BD, 0x110BD},
                                    {0x110CD, 0x110CD}, {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A},
                                    {0xE0000, 0xE007F}};
    const bool isPrintableAscii = character >= 0x20 && character < 0x7F;
    if (isPrintableAscii)
        return false;
    const Range* const range = std::ranges::lower_bound(hidden, character, {}, &Range::last);
    return range != std::end(hidden) && range->first <= character;
}

std::string shownText(std::string_view untrusted, std::size_t longest)
{
    std::string shown;
    for (std::size_t count = 0; !untrusted.empty(); ++count) {
        if (count == longest)
            return shown + "\u2026";
        const Letter letter = firstLetter(untrusted);
        if (letter.character == replacement) {
            shown += "\uFFFD";
        } else if (!isHidden(letter.character)) {
            shown.append(untrusted.substr(0, letter.bytes));
        } else {
            shown += "\u2039U+";
            appendHex(shown, letter.character, "0123456789ABCDEF");
            shown += "\u203A";
        }
        untrusted.remove_prefix(letter.bytes);
    }
    return shown;
}

std::string withoutHidden(std::string_view json)
{
    constexpr std::uint32_t firstOfPairs = 0x10000;
    std::string plain;
    plain.reserve(json.size());
    while (!json.empty()) {
        const Letter letter = firstLetter(json);
        if (letter.character == replacement)
            plain += "\uFFFD";
        else if (!isHidden(letter.character))
            plain.append(json.substr(0, letter.bytes));
        else if (letter.character < firstOfPairs)
            appendEscape(plain, letter.character);
        else {
            appendEscape(plain, 0xD800 + ((letter.character - firstOfPairs) >> 10));
            appendEscape(plain, 0xDC00 + ((letter.character - firstOfPairs) & 0x3FF));
        }
        json.remove_prefix(letter.bytes);
    }
    return plain;
}

} // namespace deskwarden::core
