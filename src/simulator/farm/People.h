// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <string>

namespace deskwarden::simulator {

/// The account name of the person with that number ("anna.schmidt", "seán.o'brien", "иванов.пётр"). Different numbers
/// are different people.
[[nodiscard]] std::string accountOfPerson(std::uint32_t person);
/// The domain that person belongs to.
[[nodiscard]] std::string domainOfPerson(std::uint32_t person);
/// The name of the computer that person sits at. A few are hostile, as clients choose their names themselves.
[[nodiscard]] std::string clientOfPerson(std::uint32_t person);

} // namespace deskwarden::simulator
