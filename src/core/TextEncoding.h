// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Text as other programs write it: PowerShell pipes UTF-8 with a byte order mark, and its `>` writes UTF-16.
namespace deskwarden::core {

/// How the bytes are to be read, by their byte order mark; without one they are UTF-8.
enum class TextEncoding { Utf8, Utf16Little, Utf16Big };
[[nodiscard]] TextEncoding encodingOf(std::string_view bytes) noexcept;

/// The bytes of the UTF-8 character that the text begins with; 0 if none does: shortest forms only, no surrogates, no
/// NUL (Unicode 15, table 3-7).
[[nodiscard]] std::size_t firstLength(std::string_view text) noexcept;

/// The text as UTF-8 without its mark; nothing if the bytes are not of their encoding (Unicode 15, 3.9), or have a NUL
/// in them, as UTF-16 without a mark has.
[[nodiscard]] std::optional<std::string> utf8From(std::string_view bytes);
/// The number of the first line, counted from 1, that is not of the encoding; 0 if all are.
[[nodiscard]] std::size_t firstUnreadableLine(std::string_view bytes);

} // namespace deskwarden::core
