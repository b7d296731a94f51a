// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/InternationalName.h"

#include <windows.h>

#include <array>

namespace deskwarden::core {

std::optional<std::string> asciiName(std::string_view name)
{
    constexpr int longestName = 255;
    std::array<wchar_t, longestName + 1> wide{};
    const int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name.data(), static_cast<int>(name.size()),
                                           wide.data(), longestName);
    if (length <= 0)
        return std::nullopt;
    std::array<wchar_t, longestName + 1> converted{};
    const int size = IdnToAscii(0, wide.data(), length, converted.data(), longestName);
    if (size <= 0)
        return std::nullopt;
    std::string ascii;
    for (const wchar_t letter : std::wstring_view(converted.data(), static_cast<std::size_t>(size))) {
        if (letter >= 0x80)
            return std::nullopt;
        ascii += static_cast<char>(letter);
    }
    return ascii;
}

} // namespace deskwarden::core
