// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace deskwarden::wsman {

/// Lets rows that repeat a text share one copy of it while an answer is read: a fixed table of the texts seen last, so
/// that reading needs no lock and a hostile list no memory. A list that keeps the rows interns their texts for good.
/// Thread: one at a time.
class TextCache final
{
public:
    [[nodiscard]] core::SharedString share(std::string_view text)
    {
        if (text.size() > longest)
            return core::SharedString(text);
        core::SharedString& slot = m_slots[std::hash<std::string_view>{}(text) % m_slots.size()];
        if (slot.isNull() || slot.view() != text)
            slot = core::SharedString(text);
        return slot;
    }

private:
    static constexpr std::size_t longest = 64;

    std::array<core::SharedString, 2048> m_slots;
};

/// Whether the texts of one property repeat: looking for unique ones in the cache costs more than it saves.
class ColumnTexts final
{
public:
    [[nodiscard]] core::SharedString share(std::string_view text, TextCache& cache)
    {
        if (m_unlooked > 0) {
            --m_unlooked;
            return core::SharedString(text);
        }
        core::SharedString shared = cache.share(text);
        m_repeated += shared.isUnshared() ? 0U : 1U;
        if (++m_looked == sample) {
            m_unlooked = m_repeated < sample / 8 ? 8 * sample : 0;
            m_looked = 0;
            m_repeated = 0;
        }
        return shared;
    }

private:
    static constexpr std::uint32_t sample = 128;

    std::uint32_t m_looked = 0;
    std::uint32_t m_repeated = 0;
    std::uint32_t m_unlooked = 0;
};

} // namespace deskwarden::wsman
