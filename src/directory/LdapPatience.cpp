// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapPatience.h"

#include <algorithm>
#include <chrono>

namespace deskwarden::directory {

LdapTime timeLeft(const management::CallContext& context)
{
    using namespace std::chrono;
    constexpr milliseconds longest = seconds(30);
    constexpr milliseconds shortest = milliseconds(100);
    const auto left =
        context.deadline == steady_clock::time_point::max()
            ? longest
            : std::clamp(duration_cast<milliseconds>(context.deadline - steady_clock::now()), shortest, longest);
    LdapTime time{};
    time.tv_sec = static_cast<decltype(time.tv_sec)>(left.count() / 1000);
    time.tv_usec = static_cast<decltype(time.tv_usec)>(left.count() % 1000 * 1000);
    return time;
}

} // namespace deskwarden::directory
