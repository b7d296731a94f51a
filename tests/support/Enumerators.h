// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace deskwarden::support {

/// Whether the enumeration names this value. GCC and clang write a named value by its name, any other one as a cast.
template <auto Value>
[[nodiscard]] constexpr bool isEnumerator()
{
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    return text.find("Value = (") == std::string_view::npos;
}

/// Every enumerator from 0 to 63, in that order, as the compiler knows them: a random test that draws from these cannot
/// miss one that is added later.
template <typename Enum>
[[nodiscard]] constexpr auto enumerators()
{
    constexpr auto all = []<std::size_t... Index>(std::index_sequence<Index...>)
    {
        return std::array{std::pair{static_cast<Enum>(Index), isEnumerator<static_cast<Enum>(Index)>()}...};
    }
    (std::make_index_sequence<64>());
    constexpr std::size_t count = [&all] {
        std::size_t named = 0;
        for (const auto& [value, isNamed] : all)
            named += isNamed ? 1 : 0;
        return named;
    }();
    std::array<Enum, count> named{};
    std::size_t next = 0;
    for (const auto& [value, isNamed] : all) {
        if (isNamed)
            named[next++] = value;
    }
    return named;
}

} // namespace deskwarden::support
