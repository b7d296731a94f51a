// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::directory {

/// A value for a filter (RFC 4515 section 3): whatever is not a plain ASCII letter, digit, or one of " -_." becomes
/// \HH, so that no name of a user can be read as a part of the filter, and none depends on a code page.
[[nodiscard]] std::string escapedForFilter(std::string_view value);
/// "(name=value)".
[[nodiscard]] std::string equals(std::string_view attribute, std::string_view value);
/// A distinguished name as the server gave it, with each byte beyond ASCII as \HH (RFC 4514 section 2.4): the same
/// name.
[[nodiscard]] std::string asciiName(std::string_view distinguishedName);

} // namespace deskwarden::directory
