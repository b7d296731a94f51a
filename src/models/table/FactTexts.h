// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace deskwarden::models {

// The words for what is known of a row beyond the session itself. What the broker tells and what was seen from here are
// always told apart.

/// Why the row's session is probably not there any more; empty if it is no ghost.
[[nodiscard]] QString ghostReason(const Row& row);
/// "Ghost? Disconnected"
[[nodiscard]] QString ghostStateText(core::ConnectState state);

/// "at least 35 min", "35 min", "35 min, with gaps": as seen from here.
[[nodiscard]] QString seenText(std::chrono::milliseconds age, Seen seen);
/// What that means, in a sentence.
[[nodiscard]] QString seenTip(const Row& row, bool isDisconnectedColumn);
/// "3 h 5 min" since a time that the broker has told; empty for 0.
[[nodiscard]] QString toldText(std::int64_t sinceMs, std::int64_t nowMs);
/// "3 h 5 min" as told, or "at least 35 min (seen)"; empty if the session is not disconnected.
[[nodiscard]] QString disconnectedText(const Row& row, std::int64_t nowMs);

} // namespace deskwarden::models
