// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/Trouble.h"

#include "core/HiddenLetters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace deskwarden::simulator {

namespace {

constexpr std::array<std::pair<std::string_view, TroubleKind>, 12> troubleWords{{
    {"ghost", TroubleKind::Ghost},
    {"stuck", TroubleKind::Stuck},
    {"elsewhere", TroubleKind::Elsewhere},
    {"machine-off", TroubleKind::MachineOff},
    {"machine-paused", TroubleKind::MachinePaused},
    {"machine-starting", TroubleKind::MachineStarting},
    {"host-silent", TroubleKind::HostSilent},
    {"desktop-of-another", TroubleKind::DesktopOfAnother},
    {"no-desktop", TroubleKind::NoDesktop},
    {"closed-collection", TroubleKind::ClosedCollection},
    {"patching", TroubleKind::Patching},
    {"passive-broker", TroubleKind::PassiveBroker},
}};

} // namespace

std::string_view word(TroubleKind kind) noexcept
{
    return std::ranges::find(troubleWords, kind, &std::pair<std::string_view, TroubleKind>::second)->first;
}

core::Result<Trouble> Trouble::parse(std::string_view specification)
{
    const std::size_t colon = specification.find(':');
    const auto* const word = std::ranges::find(troubleWords, specification.substr(0, colon),
                                               &std::pair<std::string_view, TroubleKind>::first);
    const std::size_t backslash = specification.find('\\');
    const bool isWhole = colon != std::string_view::npos && backslash != std::string_view::npos &&
                         backslash > colon + 1 && backslash + 1 < specification.size();
    if (word == troubleWords.end() || !isWhole) {
        std::string kinds;
        for (const auto& [known, kind] : troubleWords)
            kinds.append(kinds.empty() ? "" : ", ").append(known);
        return core::failure(core::ErrorKind::InvalidInput, "trouble \"" + core::shownText(specification) +
                                                                "\": it is KIND:DOMAIN\\user, where KIND is one of " +
                                                                kinds + '.');
    }
    return Trouble{word->second, std::string(specification.substr(backslash + 1)),
                   std::string(specification.substr(colon + 1, backslash - colon - 1))};
}

} // namespace deskwarden::simulator
