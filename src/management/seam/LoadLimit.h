// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>

namespace deskwarden::management {

/// How many calls a server takes at once, learnt from its refusals: WinRM has quotas for each user's operations that no
/// client can ask for (MS-WSMV 2.2.4.43). A refusal halves the number and rests; good answers raise it one by one.
/// Thread: guarded by its owner.
class LoadLimit final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit LoadLimit(std::size_t most) noexcept
        : m_most(most)
        , m_width(most)
    {}

    [[nodiscard]] std::size_t width() const noexcept { return m_width; }
    [[nodiscard]] bool isResting(Time now) const noexcept { return m_restEnd && now < *m_restEnd; }
    [[nodiscard]] std::optional<Time> restEnd() const noexcept { return m_restEnd; }
    void endRest(Time now) noexcept
    {
        if (!isResting(now))
            m_restEnd.reset();
    }

    /// The server refused a call for its load while `running` were under way. False: it has refused so often in a row
    /// that asking again is of no use.
    [[nodiscard]] bool refused(std::size_t running, Time now) noexcept
    {
        if (isResting(now)) // this call began before the refusal that is known already
            return true;
        if (m_refusals >= mostRefusals)
            return false;
        m_width = std::max<std::size_t>(std::min(m_width, running) / 2, 1);
        m_restEnd = now + firstRest * (1U << m_refusals++);
        m_answers = 0;
        return true;
    }

    void answered() noexcept
    {
        m_refusals = 0;
        if (m_width < m_most && ++m_answers >= m_width) {
            ++m_width;
            m_answers = 0;
        }
    }

private:
    static constexpr unsigned mostRefusals = 5; // 0.25 to 4 s: about 8 s of rest in all
    static constexpr std::chrono::milliseconds firstRest{250};

    std::size_t m_most;
    std::size_t m_width;
    std::size_t m_answers = 0;
    unsigned m_refusals = 0;
    std::optional<Time> m_restEnd;
};

} // namespace deskwarden::management
