// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// A time as CIM (DSP0004 5.2.4, "20260318092233.000000+060") or XML ("2026-03-18T09:22:33.5Z") writes it, moved by so
/// many seconds and written likewise, its fraction as zeros. Intervals and times before 1971, which stand for "never",
/// stay. Nothing for a text that is no time.
[[nodiscard]] std::optional<std::string> shiftedTime(std::string_view text, std::chrono::seconds by);

} // namespace deskwarden::wsman
