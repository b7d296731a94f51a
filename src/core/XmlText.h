// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::core {

/// XML 1.0, 2.2: whether XML can hold the character. It cannot hold most controls, surrogates, U+FFFE and U+FFFF.
[[nodiscard]] constexpr bool isXmlCharacter(char32_t character) noexcept
{
    if (character < 0x20)
        return character == '\t' || character == '\n' || character == '\r';
    return character < 0xD800 || (character > 0xDFFF && character < 0xFFFE) ||
           (character > 0xFFFF && character <= 0x10FFFF);
}

/// Appends the UTF-8 text as XML character data that is also good inside a quoted attribute. A carriage return is
/// written as a reference, because a reader turns a literal one into a line feed (XML 1.0, 2.11). What XML cannot hold
/// (isXmlCharacter(), broken UTF-8) becomes U+FFFD: a message with one odd character is still a message.
void appendXmlEscaped(std::string& xml, std::string_view text);
[[nodiscard]] std::string xmlEscaped(std::string_view text);

} // namespace deskwarden::core
