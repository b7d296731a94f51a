// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "core/Names.h"
#include "core/Value.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace deskwarden::management {

/// Finds the rows of a list of sessions by their keys (host and id; the server is the same for all), whatever the case
/// of the host, as WMI compares keys. It holds positions
/// and hashes in one block, not keys: a hundred thousand keys would cost as much again as the rows.
/// Thread: one.
class SessionIndex final
{
public:
    using Rows = std::span<const core::Session>;

    [[nodiscard]] static std::uint32_t hashOf(std::string_view host, std::uint32_t id) noexcept
    {
        std::uint64_t mixed = 0xCBF29CE484222325U; // FNV-1a over the letters in lower case
        for (const char letter : host) {
            const bool isUpper = letter >= 'A' && letter <= 'Z';
            mixed = (mixed ^ static_cast<unsigned char>(isUpper ? letter - 'A' + 'a' : letter)) * 0x100000001B3U;
        }
        mixed = (mixed ^ id) * 0x9E3779B97F4A7C15U;
        return static_cast<std::uint32_t>(mixed >> 32U);
    }

    [[nodiscard]] bool isEmpty() const noexcept { return m_count == 0; }
    void reserve(std::size_t rows)
    {
        if (rows * 2 > m_slots.size())
            grow(std::bit_ceil(rows * 2 + 16));
    }
    /// The row with that key; nothing if none has it.
    [[nodiscard]] std::optional<std::uint32_t> find(Rows rows, std::uint32_t hash, std::string_view host,
                                                    std::uint32_t id) const noexcept
    {
        if (m_slots.empty())
            return std::nullopt;
        for (std::size_t at = hash & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
            const Slot& slot = m_slots[at];
            if (slot.row == none)
                return std::nullopt;
            if (slot.hash != hash)
                continue;
            const core::SessionKey& key = rows[slot.row].key;
            if (key.sessionId == id && core::isSameName(key.vmHostName.view(), host))
                return slot.row;
        }
    }
    /// The row must not be in it yet.
    void insert(std::uint32_t row, std::uint32_t hash)
    {
        reserve(m_count + 1);
        put({hash, row});
        ++m_count;
    }
    void clear() noexcept
    {
        m_slots.clear();
        m_count = 0;
    }

private:
    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t row = none;
    };

    void put(Slot added) noexcept
    {
        std::size_t at = added.hash & (m_slots.size() - 1);
        while (m_slots[at].row != none)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = added;
    }
    void grow(std::size_t size)
    {
        std::vector<Slot> before(size);
        before.swap(m_slots);
        for (const Slot& slot : before) {
            if (slot.row != none)
                put(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::size_t m_count = 0;
};

} // namespace deskwarden::management
