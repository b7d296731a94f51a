// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/Random.h"

namespace deskwarden::simulator {

std::uint64_t Random::next() noexcept
{
    m_state += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

std::uint32_t Random::below(std::uint32_t limit) noexcept
{
    // The high half times the limit: no division, and a bias far below anything that shows in a farm.
    return static_cast<std::uint32_t>(((next() >> 32U) * limit) >> 32U);
}

std::uint32_t Random::between(std::uint32_t from, std::uint32_t to) noexcept
{
    return to <= from ? from : from + below(to - from + 1);
}

} // namespace deskwarden::simulator
