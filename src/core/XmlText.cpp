// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/XmlText.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace deskwarden::core {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool isContinuation(std::string_view text, std::size_t index) noexcept
{
    return index < text.size() && (static_cast<unsigned char>(text[index]) & 0xC0U) == 0x80U;
}

/// The length of the character at `index` if XML can hold it, else 0.
std::size_t lengthInXml(std::string_view text, std::size_t index) noexcept
{
    const auto lead = static_cast<unsigned char>(text[index]);
    if (lead < 0x80)
        return isXmlCharacter(lead) ? 1 : 0;
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
    return isOverlong || !isXmlCharacter(character) ? 0 : length;
}

/// What stands for a byte that cannot stand for itself, else nothing.
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

void appendXmlEscaped(std::string& xml, std::string_view text)
{
    std::size_t from = 0; // where what stands for itself begins
    for (std::size_t index = 0; index < text.size();) {
        const std::size_t length = lengthInXml(text, index);
        const std::string_view instead = length == 0 ? replacement : reference(text[index]);
        if (instead.empty()) {
            index += length;
            continue;
        }
        xml.append(text.substr(from, index - from)).append(instead);
        index += std::max<std::size_t>(length, 1);
        from = index;
    }
    xml.append(text.substr(from));
}

std::string xmlEscaped(std::string_view text)
{
    std::string xml;
    appendXmlEscaped(xml, text);
    return xml;
}

} // namespace deskwarden::core
