// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/MachineState.h"

#include "core/Names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace deskwarden::core {

namespace {

using enum MachineState;

constexpr std::array<std::pair<MachineState, std::string_view>, 10> machineStateNames{{
    {Unknown, "Unknown"},
    {Running, "Running"},
    {Off, "Off"},
    {Paused, "Paused"},
    {Saved, "Saved"},
    {Starting, "Starting"},
    {Saving, "Saving"},
    {Stopping, "Stopping"},
    {Pausing, "Pausing"},
    {Resuming, "Resuming"},
}};

} // namespace

bool isInTransition(MachineState state) noexcept
{
    return state == Starting || state == Saving || state == Stopping || state == Pausing || state == Resuming;
}

std::string_view name(MachineState state) noexcept
{
    const auto* const found =
        std::ranges::find(machineStateNames, state, [](const auto& entry) { return entry.first; });
    return found == machineStateNames.end() ? std::string_view() : found->second;
}

std::optional<MachineState> machineStateFromName(std::string_view text) noexcept
{
    const auto* const found =
        std::ranges::find_if(machineStateNames, [text](const auto& entry) { return isSameName(entry.second, text); });
    if (found != machineStateNames.end())
        return found->first;
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return static_cast<MachineState>(number);
}

} // namespace deskwarden::core
