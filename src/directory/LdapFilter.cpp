// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapFilter.h"

namespace deskwarden::directory {

namespace {

bool isPlain(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == ' ' || letter == '-' || letter == '_' || letter == '.';
}

void appendHex(std::string& text, char letter)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(letter);
    text += '\\';
    text += digits[byte >> 4U];
    text += digits[byte & 0xFU];
}

} // namespace

std::string escapedForFilter(std::string_view value)
{
    std::string escaped;
    escaped.reserve(value.size());
    for (const char letter : value) {
        if (isPlain(letter))
            escaped += letter;
        else
            appendHex(escaped, letter);
    }
    return escaped;
}

std::string equals(std::string_view attribute, std::string_view value)
{
    std::string filter = "(";
    filter += attribute;
    filter += '=';
    filter += escapedForFilter(value);
    filter += ')';
    return filter;
}

std::string asciiName(std::string_view distinguishedName)
{
    std::string name;
    name.reserve(distinguishedName.size());
    for (const char letter : distinguishedName) {
        if (static_cast<unsigned char>(letter) < 0x80)
            name += letter;
        else
            appendHex(name, letter);
    }
    return name;
}

} // namespace deskwarden::directory
