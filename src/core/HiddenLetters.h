// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Characters that nobody sees, but that a terminal obeys or that turn the text around them about: they let a name
/// forge a line, a colour or a direction.
namespace deskwarden::core {

/// Controls (C0, DEL, C1), marks and overrides of direction, other format characters, and the ends of lines and
/// paragraphs (Unicode 15: Cc, Cf, Zl, Zp).
[[nodiscard]] bool isHidden(char32_t character) noexcept;

/// Text of others for a terminal or a log, on one line: what is hidden stands as ‹U+001B›, and a byte that is not UTF-8
/// as U+FFFD. Longer texts end in an ellipsis after so many characters; no more of them is read than is needed.
[[nodiscard]] std::string shownText(std::string_view untrusted, std::size_t longest = 512);

/// JSON with the same meaning, in which what is hidden stands as \\uXXXX, also where JSON would allow it raw; a byte
/// that is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string withoutHidden(std::string_view json);

} // namespace deskwarden::core
