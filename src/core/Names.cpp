// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"

#include <algorithm>

namespace deskwarden::core {

std::string lowered(std::string_view name)
{
    std::string text(name);
    std::ranges::transform(text, text.begin(), [](char letter) { return lowered(letter); });
    return text;
}

bool isSameName(std::string_view left, std::string_view right) noexcept
{
    return std::ranges::equal(left, right, [](char one, char other) { return lowered(one) == lowered(other); });
}

bool startsWithName(std::string_view text, std::string_view name) noexcept
{
    return text.size() >= name.size() && isSameName(text.substr(0, name.size()), name);
}

} // namespace deskwarden::core
