// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Names as WMI, Windows and HTTP compare them: without regard to the case of ASCII letters, all others by their bytes.
namespace deskwarden::core {

/// An ASCII letter in lower case; anything else as it is.
[[nodiscard]] constexpr char lowered(char letter) noexcept
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
/// With ASCII letters in lower case: equal for names that are the same.
[[nodiscard]] std::string lowered(std::string_view name);

[[nodiscard]] bool isSameName(std::string_view left, std::string_view right) noexcept;
/// Quick for texts that share a block. Null is the same as the empty text.
[[nodiscard]] inline bool isSameName(const SharedString& left, const SharedString& right) noexcept
{
    return left.isSameBlock(right) || isSameName(left.view(), right.view());
}
[[nodiscard]] bool startsWithName(std::string_view text, std::string_view name) noexcept;

/// "vm-7" of "vm-7.example.com": some classes name machines in full, some do not.
[[nodiscard]] constexpr std::string_view firstLabel(std::string_view machine) noexcept
{
    return machine.substr(0, machine.find('.'));
}
/// Machines of that name, whether it is written in full or not; none is the same as an empty name.
[[nodiscard]] inline bool isSameMachine(std::string_view left, std::string_view right) noexcept
{
    return !left.empty() && isSameName(firstLabel(left), firstLabel(right));
}
/// "anna" of "NORD\anna" and of "anna@nord.example".
[[nodiscard]] constexpr std::string_view userPart(std::string_view account) noexcept
{
    const std::size_t backslash = account.find('\\');
    account.remove_prefix(backslash == std::string_view::npos ? 0 : backslash + 1);
    return account.substr(0, account.find('@'));
}

inline constexpr std::uint64_t nameHashStart = 0xCBF29CE484222325; ///< of FNV-1a
inline constexpr std::uint64_t nameHashFactor = 0x100000001B3;

/// FNV-1a of the name in lower case, going on from another hash: equal for names that are the same, in every run.
[[nodiscard]] constexpr std::uint64_t nameHash(std::string_view name, std::uint64_t before = nameHashStart) noexcept
{
    for (const char letter : name)
        before = (before ^ static_cast<unsigned char>(lowered(letter))) * nameHashFactor;
    return before;
}

} // namespace deskwarden::core
