// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <string_view>

namespace deskwarden::models {

// Most names are ASCII: compared as bytes, a hundred thousand of them need no QString.

/// Every byte of it is a printable character of ASCII, so that plainText() would leave it as it is.
[[nodiscard]] constexpr bool isPrintableAscii(std::string_view text) noexcept
{
    return std::ranges::all_of(text, [](char character) { return character >= 0x20 && character <= 0x7E; });
}

} // namespace deskwarden::models
