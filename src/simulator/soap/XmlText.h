// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// Appends the text as character data or attribute value. What XML 1.0 cannot hold becomes U+FFFD.
void appendEscaped(std::string& xml, std::string_view text);

/// How many UTF-16 units the text has: Windows counts envelopes so, two octets each.
[[nodiscard]] std::size_t utf16Units(std::string_view text) noexcept;

} // namespace deskwarden::simulator
