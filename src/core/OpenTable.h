// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace deskwarden::core {

/// Finds the places of things in a list that somebody else keeps, by a hash of their keys: a hash table with open
/// addressing in one block. It holds eight bytes for each of its slots, and no key: a hundred thousand keys would cost
/// as much again as the list. Whether a place is the one that is sought is asked of the caller, `isSame(place)`, and
/// only where 32 bits of the hashes agree. Thread: one, or several that only look.
class OpenTable final
{
public:
    static constexpr std::uint32_t none = 0xFFFF'FFFF; ///< no place has this number

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    /// Makes room for so many places in all.
    void reserve(std::size_t places)
    {
        if (places * 2 > m_slots.size())
            grow(std::bit_ceil(places * 2 + 16));
    }
    /// The place with that key; none if there is none.
    template <typename IsSame>
    [[nodiscard]] std::uint32_t find(std::uint64_t hash, const IsSame& isSame) const
    {
        return m_slots.empty() ? none : m_slots[slotOf(narrowed(hash), isSame)].place;
    }
    /// The place with that key, to be read or exchanged for another with the same key. Without one, `added` becomes it.
    template <typename IsSame>
    [[nodiscard]] std::uint32_t& findOrInsert(std::uint64_t hash, std::uint32_t added, const IsSame& isSame)
    {
        reserve(m_size + 1);
        Slot& slot = m_slots[slotOf(narrowed(hash), isSame)];
        if (slot.place == none) {
            slot = {narrowed(hash), added};
            ++m_size;
        }
        return slot.place;
    }
    /// The key must not be in it yet.
    void insert(std::uint64_t hash, std::uint32_t place)
    {
        reserve(m_size + 1);
        put({narrowed(hash), place});
        ++m_size;
    }
    void clear() noexcept
    {
        m_slots.clear();
        m_size = 0;
    }

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t place = none;
    };

    [[nodiscard]] static std::uint32_t narrowed(std::uint64_t hash) noexcept
    {
        return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
    }
    [[nodiscard]] std::size_t after(std::size_t slot) const noexcept { return (slot + 1) & (m_slots.size() - 1); }
    /// The slot of the key, or the empty one where it would go.
    template <typename IsSame>
    [[nodiscard]] std::size_t slotOf(std::uint32_t hash, const IsSame& isSame) const
    {
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].place != none && (m_slots[at].hash != hash || !isSame(m_slots[at].place)))
            at = after(at);
        return at;
    }
    void put(Slot added) noexcept
    {
        std::size_t at = added.hash & (m_slots.size() - 1);
        while (m_slots[at].place != none)
            at = after(at);
        m_slots[at] = added;
    }
    void grow(std::size_t size)
    {
        std::vector<Slot> before(size);
        before.swap(m_slots);
        for (const Slot& slot : before) {
            if (slot.place != none)
                put(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two, at most half full
    std::size_t m_size = 0;
};

} // namespace deskwarden::core
