// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>

namespace deskwarden::models {

/// By what the rows of the table are put together under headings.
enum class SessionGrouping : std::uint8_t { None, Collection, VmHost, User, State };

inline constexpr std::array sessionGroupings{SessionGrouping::None, SessionGrouping::Collection,
                                             SessionGrouping::VmHost, SessionGrouping::User, SessionGrouping::State};

/// Stable, English, for settings; never shown.
[[nodiscard]] QString groupingId(SessionGrouping grouping);
[[nodiscard]] std::optional<SessionGrouping> groupingFromId(const QString& id);

} // namespace deskwarden::models
