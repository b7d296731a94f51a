// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/report/TimeShift.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace deskwarden::wsman {

namespace {

using namespace std::chrono;

/// '0' in the pattern is any digit, anything else itself.
bool isLike(std::string_view text, std::string_view pattern)
{
    return text.size() == pattern.size() && std::ranges::equal(text, pattern, [](char letter, char wanted) {
               return wanted == '0' ? letter >= '0' && letter <= '9' : letter == wanted;
           });
}

unsigned numberAt(std::string_view text, std::size_t place, std::size_t digits)
{
    unsigned value = 0;
    for (const char digit : text.substr(place, digits))
        value = value * 10 + static_cast<unsigned>(digit - '0');
    return value;
}

/// Where the six numbers of a time stand; the year has four digits, the others two.
using Places = std::array<std::size_t, 6>;

std::optional<sys_seconds> readTime(std::string_view text, const Places& places)
{
    const year_month_day date{year(static_cast<int>(numberAt(text, places[0], 4))), month(numberAt(text, places[1], 2)),
                              day(numberAt(text, places[2], 2))};
    if (!date.ok())
        return std::nullopt;
    return sys_days(date) + hours(numberAt(text, places[3], 2)) + minutes(numberAt(text, places[4], 2)) +
           seconds(numberAt(text, places[5], 2));
}

std::string writtenTime(std::string text, const Places& places, sys_seconds time)
{
    const auto midnight = floor<days>(time);
    const year_month_day date(midnight);
    const auto ofDay = static_cast<unsigned>((time - midnight).count());
    const std::array<unsigned, 6> numbers{static_cast<unsigned>(static_cast<int>(date.year())),
                                          static_cast<unsigned>(date.month()),
                                          static_cast<unsigned>(date.day()),
                                          ofDay / 3600,
                                          ofDay / 60 % 60,
                                          ofDay % 60};
    for (std::size_t part = 0; part < places.size(); ++part) {
        const std::size_t digits = part == 0 ? 4 : 2;
        unsigned number = numbers[part];
        for (std::size_t place = places[part] + digits; place-- > places[part]; number /= 10)
            text[place] = static_cast<char>('0' + static_cast<char>(number % 10));
    }
    return text;
}

std::optional<std::string> moved(std::string_view text, const Places& places, std::size_t fraction, seconds by)
{
    const auto time = readTime(text, places);
    if (!time)
        return std::nullopt;
    if (*time < sys_days(year(1971) / 1 / 1))
        return std::string(text);
    std::string result = writtenTime(std::string(text), places, *time + by);
    if (fraction > result.size() || text[fraction - 1] != '.')
        return result;
    for (; fraction < result.size() && result[fraction] >= '0' && result[fraction] <= '9'; ++fraction)
        result[fraction] = '0';
    return result;
}

} // namespace

std::optional<std::string> shiftedTime(std::string_view text, seconds by)
{
    if (isLike(text, "00000000000000.000000:000"))
        return std::string(text);
    if (isLike(text, "00000000000000.000000+000") || isLike(text, "00000000000000.000000-000"))
        return moved(text, {0, 4, 6, 8, 10, 12}, 15, by);
    constexpr std::size_t whole = 19;
    if (text.size() < whole || !isLike(text.substr(0, whole), "0000-00-00T00:00:00"))
        return std::nullopt;
    std::string_view rest = text.substr(whole);
    if (rest.starts_with('.'))
        rest.remove_prefix(std::min(rest.find_first_not_of("0123456789", 1), rest.size()));
    const bool isTime = rest.empty() || rest == "Z" || isLike(rest, "+00:00") || isLike(rest, "-00:00");
    return isTime ? moved(text, {0, 5, 8, 11, 14, 17}, whole + 1, by) : std::nullopt;
}

} // namespace deskwarden::wsman
