// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/TextEncoding.h"

#include <cstdint>

namespace deskwarden::core {

namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view littleMark = "\xFF\xFE";
constexpr std::string_view bigMark = "\xFE\xFF";

std::uint8_t byteAt(std::string_view bytes, std::size_t place)
{
    return static_cast<std::uint8_t>(bytes[place]);
}

void append(std::string& text, std::uint32_t character)
{
    const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(static_cast<std::uint8_t>(byte)); };
    if (character < 0x80) {
        put(character);
        return;
    }
    if (character < 0x800) {
        put(0xC0 | (character >> 6));
    } else {
        if (character < 0x10000) {
            put(0xE0 | (character >> 12));
        } else {
            put(0xF0 | (character >> 18));
            put(0x80 | ((character >> 12) & 0x3F));
        }
        put(0x80 | ((character >> 6) & 0x3F));
    }
    put(0x80 | (character & 0x3F));
}

std::uint32_t unitAt(std::string_view bytes, std::size_t place, bool isLittle)
{
    const std::uint32_t first = byteAt(bytes, place);
    const std::uint32_t second = byteAt(bytes, place + 1);
    return isLittle ? first | (second << 8) : (first << 8) | second;
}

/// Reads as far as it is text; `end` is where that ends.
std::string read(std::string_view bytes, std::size_t& end)
{
    const TextEncoding encoding = encodingOf(bytes);
    std::string text;
    text.reserve(bytes.size());
    if (encoding == TextEncoding::Utf8) {
        end = bytes.starts_with(utf8Mark) ? utf8Mark.size() : 0;
        while (end < bytes.size()) {
            const std::size_t length = firstLength(bytes.substr(end));
            if (length == 0)
                break;
            text.append(bytes.substr(end, length));
            end += length;
        }
        return text;
    }
    const bool isLittle = encoding == TextEncoding::Utf16Little;
    for (end = littleMark.size(); bytes.size() - end >= 2;) {
        std::uint32_t character = unitAt(bytes, end, isLittle);
        std::size_t size = 2;
        if (character >= 0xD800 && character < 0xDC00 && bytes.size() - end >= 4) {
            const std::uint32_t low = unitAt(bytes, end + 2, isLittle);
            if (low < 0xDC00 || low > 0xDFFF)
                break;
            character = 0x10000 + ((character - 0xD800) << 10) + (low - 0xDC00);
            size = 4;
        }
        if (character == 0 || (character >= 0xD800 && character <= 0xDFFF))
            break;
        append(text, character);
        end += size;
    }
    return text;
}

} // namespace

std::size_t firstLength(std::string_view text) noexcept
{
    if (text.empty())
        return 0;
    const std::uint8_t first = byteAt(text, 0);
    if (first != 0 && first < 0x80)
        return 1;
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || text.size() < length)
        return 0;
    const std::uint8_t second = byteAt(text, 1);
    const std::uint8_t least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const std::uint8_t most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most)
        return 0;
    for (std::size_t next = 2; next < length; ++next) {
        if ((byteAt(text, next) & 0xC0) != 0x80)
            return 0;
    }
    return length;
}

TextEncoding encodingOf(std::string_view bytes) noexcept
{
    if (bytes.starts_with(littleMark))
        return TextEncoding::Utf16Little;
    return bytes.starts_with(bigMark) ? TextEncoding::Utf16Big : TextEncoding::Utf8;
}

std::optional<std::string> utf8From(std::string_view bytes)
{
    std::size_t end = 0;
    std::string text = read(bytes, end);
    if (end != bytes.size())
        return std::nullopt;
    return text;
}

std::size_t firstUnreadableLine(std::string_view bytes)
{
    std::size_t end = 0;
    const std::string text = read(bytes, end);
    if (end == bytes.size())
        return 0;
    std::size_t line = 1;
    for (const char letter : text)
        line += letter == '\n' ? 1 : 0;
    return line;
}

} // namespace deskwarden::core
