// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <mutex>
#include <utility>

namespace deskwarden::management {

/// Holds the latest value only: what nobody took in time is superseded.
/// Thread: any.
template <typename T>
class Mailbox final
{
public:
    void put(T value)
    {
        // Swapped, so that the superseded value, which may be large, is destroyed by the caller's frame after the lock.
        const std::lock_guard lock(m_mutex);
        std::swap(m_value, value);
    }

    /// The latest value since the last call; an empty T if there is none.
    [[nodiscard]] T take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, T{});
    }

private:
    std::mutex m_mutex;
    T m_value{}; // guarded by m_mutex
};

} // namespace deskwarden::management
