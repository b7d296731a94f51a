// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::core {

/// UTF-16 as Windows wants it; what is no UTF-8 becomes U+FFFD. Windows only.
[[nodiscard]] std::wstring wideFrom(std::string_view utf8);
/// UTF-8; a lone surrogate becomes U+FFFD. Windows only.
[[nodiscard]] std::string utf8FromWide(std::wstring_view wide);

} // namespace deskwarden::core
