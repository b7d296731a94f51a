// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/soap/XmlText.h"

#include <algorithm>

namespace deskwarden::simulator {

namespace {

bool isPlain(char letter) noexcept
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x20 && letter != '<' && letter != '>' && letter != '&' && letter != '"';
}

std::string_view escaped(char letter) noexcept
{
    switch (letter) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    case '\n':
        return "\n";
    case '\t':
        return "\t";
    default:
        return "\xEF\xBF\xBD";
    }
}

} // namespace

void appendEscaped(std::string& xml, std::string_view text)
{
    if (std::ranges::all_of(text, isPlain)) {
        xml += text;
        return;
    }
    for (const char letter : text) {
        if (isPlain(letter))
            xml += letter;
        else
            xml += escaped(letter);
    }
}

std::size_t utf16Units(std::string_view text) noexcept
{
    std::size_t units = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        units += (byte & 0xC0U) != 0x80U ? 1U : 0U; // not a continuation byte
        units += byte >= 0xF0U ? 1U : 0U;           // a surrogate pair
    }
    return units;
}

} // namespace deskwarden::simulator
