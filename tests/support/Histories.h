// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdlib>

namespace deskwarden::support {

/// How many random histories a property is tried with: a thousand, or what DESKWARDEN_HISTORIES says.
[[nodiscard]] inline unsigned histories()
{
    const char* const wanted = std::getenv("DESKWARDEN_HISTORIES"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    const unsigned long count = wanted == nullptr ? 0 : std::strtoul(wanted, nullptr, 10);
    return count == 0 ? 1000U : static_cast<unsigned>(count);
}

} // namespace deskwarden::support
