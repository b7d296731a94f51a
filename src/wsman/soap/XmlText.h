// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// Appends the text as XML character data that is also good inside a quoted attribute. A carriage return is written as
/// a reference, because a reader turns a literal one into a line feed (XML 1.0, 2.11). What XML 1.0 cannot carry at all
/// (control characters, lone surrogates, U+FFFE, U+FFFF, broken UTF-8) becomes U+FFFD: a message with one odd character
/// is still a message.
void appendEscaped(std::string& xml, std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace deskwarden::wsman
