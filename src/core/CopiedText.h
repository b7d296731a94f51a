// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::core {

/// Text as people copy it, without the characters that nobody sees: byte order marks, marks of direction, spaces of no
/// width. Spaces that do not break become usual ones. Windows' dialog of a certificate puts a mark before a thumbprint,
/// mail programs and web pages put them anywhere.
[[nodiscard]] std::string withoutUnseenMarks(std::string_view text);

} // namespace deskwarden::core
