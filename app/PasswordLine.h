// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"

#include <cstddef>
#include <optional>
#include <string>

namespace deskwarden::app {

/// The first line of an input, byte by byte, and the password in it: a byte order mark, CR LF and the zero bytes of
/// UTF-16 are no part of it. Leaves no copy behind. Thread: used on one.
class PasswordLine final
{
public:
    static constexpr std::size_t longest = 4096; ///< bytes

    PasswordLine() { m_line.reserve(2 * longest); } // no reallocation leaves a copy behind
    PasswordLine(const PasswordLine&) = delete;
    PasswordLine& operator=(const PasswordLine&) = delete;
    ~PasswordLine() { core::wipe(m_line); }

    /// False once the line has ended, or is too long.
    bool take(char byte);
    [[nodiscard]] bool isEmpty() const noexcept { return !m_isBegun; }
    [[nodiscard]] bool isTooLong() const noexcept { return m_line.size() > longest; }
    /// Nothing if the bytes are neither UTF-8 nor UTF-16: each wrong try would count towards a lock of the account.
    [[nodiscard]] std::optional<core::Secret> password() const;

private:
    std::string m_line;
    bool m_isBegun = false;
};

} // namespace deskwarden::app
