// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/XmlText.h"

#include <cstddef>
#include <cstdint>

namespace deskwarden::wsman {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool isContinuation(std::string_view text, std::size_t index) noexcept
{
    return index < text.size() && (static_cast<unsigned char>(text[index]) & 0xC0U) == 0x80U;
}

/// The length of the character at `index` if XML 1.0 can carry it, else 0.
std::size_t validLength(std::string_view text, std::size_t index) noexcept
{
    const auto lead = static_cast<unsigned char>(text[index]);
    if (lead < 0x80)
        return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    std::uint32_t character = lead & (0xFFU >> (length + 1));
    for (std::size_t offset = 1; offset < length; ++offset) {
        if (!isContinuation(text, index + offset))
            return 0;
        character = (character << 6U) | (static_cast<unsigned char>(text[index + offset]) & 0x3FU);
    }
    const bool isOverlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool isSurrogate = character >= 0xD800 && character <= 0xDFFF;
    const bool isForbidden = character == 0xFFFE || character == 0xFFFF || character > 0x10FFFF;
    return isOverlong || isSurrogate || isForbidden ? 0 : length;
}

/// The reference for a character that needs one, else nothing.
std::string_view reference(char character) noexcept
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return "&#13;";
    default:
        return {};
    }
}

} // namespace

void appendEscaped(std::string& xml, std::string_view text)
{
    xml.reserve(xml.size() + text.size());
    for (std::size_t index = 0; index < text.size();) {
        const std::size_t length = validLength(text, index);
        if (length == 0) {
            xml.append(replacement);
            ++index;
            continue;
        }
        if (const auto escape = reference(text[index]); !escape.empty())
            xml.append(escape);
        else
            xml.append(text.substr(index, length));
        index += length;
    }
}

std::string escaped(std::string_view text)
{
    std::string xml;
    appendEscaped(xml, text);
    return xml;
}

} // namespace deskwarden::wsman
