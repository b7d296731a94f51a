// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ConnectState.h"

#include "core/Names.h"

#include <array>
#include <charconv>

namespace deskwarden::core {

namespace {

constexpr std::array<std::string_view, 10> names{"Active", "Connected", "ConnectQuery", "Shadow", "Disconnected",
                                                 "Idle",   "Listen",    "Reset",        "Down",   "Init"};

} // namespace

bool isInUse(ConnectState state) noexcept
{
    return state == ConnectState::Active || state == ConnectState::Connected || state == ConnectState::Shadow;
}

bool isConfirmedUnused(ConnectState state) noexcept
{
    return state == ConnectState::Disconnected || state == ConnectState::Reset || state == ConnectState::Down;
}

std::string_view name(ConnectState state) noexcept
{
    const auto index = static_cast<std::size_t>(state);
    return index < names.size() ? names.at(index) : std::string_view();
}

std::optional<ConnectState> connectStateFromName(std::string_view text) noexcept
{
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (isSameName(names.at(index), text))
            return static_cast<ConnectState>(index);
    }
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return static_cast<ConnectState>(number);
}

} // namespace deskwarden::core
