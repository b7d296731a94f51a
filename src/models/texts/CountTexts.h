// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <cstddef>

namespace deskwarden::models {

// A number with what it counts, in the language of the program.

[[nodiscard]] QString usersText(std::size_t count);    ///< "1 user", "12 users"
[[nodiscard]] QString sessionsText(std::size_t count); ///< "1 session", "1,204 sessions"
[[nodiscard]] QString hostsText(std::size_t count);    ///< "1 VM host", "3 VM hosts"
[[nodiscard]] QString machinesText(std::size_t count); ///< "1 machine", "3 machines"

} // namespace deskwarden::models
