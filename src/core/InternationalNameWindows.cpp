// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/InternationalName.h"

#include <windows.h>

#include <algorithm>
#include <array>

namespace deskwarden::core {

namespace {

/// Whether RFC 5892 lets this be in a name: letters, digits, marks, joiners, and the dots that UTS 46 takes for one.
/// IdnToAscii itself lets symbols pass, among them U+2044, which looks like the slash that ends a host.
bool mayBeInName(wchar_t letter)
{
    constexpr std::wstring_view allowed = L"-.\u3002\uFF0E\uFF61\u200C\u200D";
    if (allowed.find(letter) != std::wstring_view::npos)
        return true;
    WORD kind = 0;
    WORD script = 0;
    if (!GetStringTypeW(CT_CTYPE1, &letter, 1, &kind) || !GetStringTypeW(CT_CTYPE3, &letter, 1, &script))
        return false;
    constexpr WORD marks = C3_NONSPACING | C3_DIACRITIC | C3_VOWELMARK | C3_HIGHSURROGATE | C3_LOWSURROGATE;
    return (kind & (C1_ALPHA | C1_DIGIT)) != 0 || (script & marks) != 0;
}

} // namespace

std::optional<std::string> asciiName(std::string_view name)
{
    constexpr int longestName = 255;
    std::array<wchar_t, longestName + 1> wide{};
    const int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, name.data(), static_cast<int>(name.size()),
                                           wide.data(), longestName);
    if (length <= 0 || !std::all_of(wide.data(), wide.data() + length, mayBeInName))
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
