// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace deskwarden::simulator {

/// A sequence of numbers that looks random and is the same for the same seed on every platform (splitmix64). Not for
/// secrets.
class Random final
{
public:
    explicit Random(std::uint64_t seed) noexcept
        : m_state(seed)
    {}

    [[nodiscard]] std::uint64_t next() noexcept;
    /// 0 … limit - 1; limit is not 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t limit) noexcept;
    /// from … to, both included.
    [[nodiscard]] std::uint32_t between(std::uint32_t from, std::uint32_t to) noexcept;
    /// True in so many of a thousand cases.
    [[nodiscard]] bool perMille(std::uint32_t share) noexcept { return below(1000) < share; }

    template <typename Item>
    void shuffle(std::span<Item> items) noexcept
    {
        for (std::size_t left = items.size(); left > 1; --left) {
            using std::swap;
            swap(items[left - 1], items[below(static_cast<std::uint32_t>(left))]);
        }
    }

private:
    std::uint64_t m_state;
};

} // namespace deskwarden::simulator
