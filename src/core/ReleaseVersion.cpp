// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ReleaseVersion.h"

#include <algorithm>
#include <charconv>

namespace deskwarden::core {

namespace {

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isNumber(std::string_view text)
{
    return std::ranges::all_of(text, isDigit);
}

bool isIdentifier(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char letter) {
        return isDigit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-';
    });
}

bool hasLeadingZero(std::string_view number)
{
    return number.size() > 1 && number.front() == '0';
}

/// "a.b.c" as a, b and c; an empty text as one that is empty.
std::vector<std::string_view> partsOf(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t dot = text.find('.');
        parts.push_back(text.substr(0, dot));
        if (dot == std::string_view::npos)
            return parts;
        text.remove_prefix(dot + 1);
    }
}

std::optional<std::uint32_t> versionNumber(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || hasLeadingZero(text) || !isNumber(text) || error != std::errc())
        return std::nullopt;
    return number;
}

/// A number is older than a word; of numbers the smaller one, of words the one that comes first in ASCII.
std::strong_ordering compared(std::string_view left, std::string_view right)
{
    const bool isLeftNumber = isNumber(left);
    if (isLeftNumber != isNumber(right))
        return isLeftNumber ? std::strong_ordering::less : std::strong_ordering::greater;
    if (isLeftNumber && left.size() != right.size()) // they may be longer than any integer
        return left.size() <=> right.size();
    return left.compare(right) <=> 0;
}

} // namespace

std::optional<ReleaseVersion> ReleaseVersion::parse(std::string_view text)
{
    if (text.size() > longest)
        return std::nullopt;
    const std::size_t plus = text.find('+');
    if (plus != std::string_view::npos && !std::ranges::all_of(partsOf(text.substr(plus + 1)), isIdentifier))
        return std::nullopt;
    text = text.substr(0, plus);
    const std::size_t dash = text.find('-');
    const auto numbers = partsOf(text.substr(0, dash));
    ReleaseVersion version;
    if (numbers.size() != version.numbers.size())
        return std::nullopt;
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        const auto number = versionNumber(numbers[index]);
        if (!number)
            return std::nullopt;
        version.numbers.at(index) = *number;
    }
    if (dash == std::string_view::npos)
        return version;
    for (const std::string_view part : partsOf(text.substr(dash + 1))) {
        if (!isIdentifier(part) || (isNumber(part) && hasLeadingZero(part)))
            return std::nullopt;
        version.preRelease.emplace_back(part);
    }
    return version;
}

std::string ReleaseVersion::text() const
{
    std::string result;
    for (const std::uint32_t number : numbers)
        result.append(result.empty() ? "" : ".").append(std::to_string(number));
    for (std::size_t index = 0; index < preRelease.size(); ++index)
        result.append(index == 0 ? "-" : ".").append(preRelease[index]);
    return result;
}

std::strong_ordering operator<=>(const ReleaseVersion& left, const ReleaseVersion& right)
{
    if (const auto order = left.numbers <=> right.numbers; order != 0)
        return order;
    if (left.preRelease.empty() || right.preRelease.empty())
        return right.preRelease.size() <=> left.preRelease.size();
    const std::size_t common = std::min(left.preRelease.size(), right.preRelease.size());
    for (std::size_t index = 0; index < common; ++index) {
        if (const auto order = compared(left.preRelease[index], right.preRelease[index]); order != 0)
            return order;
    }
    return left.preRelease.size() <=> right.preRelease.size();
}

} // namespace deskwarden::core
