// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "directory/LdapSearch.h"
#include "management/people/Person.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::directory {

inline constexpr std::size_t longestText = 256;         ///< bytes of a name, a number, an address
inline constexpr std::size_t largestPhoto = 100 * 1024; ///< bytes

/// What of a domain decides over its accounts.
struct DomainRules
{
    std::optional<std::int64_t>
        lockoutDuration; ///< in 100 ns, negative as Active Directory writes it; nothing: not told
};

/// The attributes of an account that readPerson() understands.
[[nodiscard]] const std::vector<std::string>& personAttributes();
[[nodiscard]] const std::string& photoAttribute();

/// Makes a person of an account's entry: texts cut and made UTF-8, a photo left out that is too large or no picture,
/// what is not told kept apart from what is not so. `now` in 100 ns since 1601.
[[nodiscard]] management::Person readPerson(const LdapEntry& entry, const DomainRules& rules, std::int64_t now);

/// A decimal number; nothing where there is none.
[[nodiscard]] std::optional<std::int64_t> numberOf(std::string_view text);
/// A text of others, cut at the end of a character, each byte that is not UTF-8 replaced.
[[nodiscard]] std::string boundedText(std::string_view text, std::size_t longest = longestText);

} // namespace deskwarden::directory
