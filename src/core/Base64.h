// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::core {

/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string toBase64(std::string_view bytes);
/// Nothing if the text is not base64. Padding may be missing.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

} // namespace deskwarden::core
