// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace deskwarden::fuzz {

/// Takes values off the front of the bytes that a fuzzer made up; zeros and empty texts once they are used up.
class Bytes final
{
public:
    explicit Bytes(std::string_view bytes)
        : m_left(bytes)
    {}

    [[nodiscard]] bool empty() const noexcept { return m_left.empty(); }
    [[nodiscard]] std::string_view left() const noexcept { return m_left; }
    [[nodiscard]] std::uint8_t byte() noexcept
    {
        const std::string_view one = take(1);
        return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
    }
    [[nodiscard]] std::uint64_t number() noexcept
    {
        std::uint64_t value = 0;
        for (const char one : take(8))
            value = (value << 8U) | static_cast<unsigned char>(one);
        return value;
    }
    /// A text with its length before it.
    [[nodiscard]] std::string_view text() noexcept { return take(byte()); }
    [[nodiscard]] std::string_view take(std::size_t most) noexcept
    {
        const std::string_view taken = m_left.substr(0, std::min(most, m_left.size()));
        m_left.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view m_left;
};

} // namespace deskwarden::fuzz
