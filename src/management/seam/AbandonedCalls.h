// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/CallContext.h"

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace deskwarden::management {

/// Counts the calls that were left behind and have not come back, so that their number stays bounded: while there are
/// too many, new ones wait. Calls whose callers still wait for them are not counted: each caller has one.
/// Thread: any. Owner: shared by those who make calls that cannot be cancelled and by the calls themselves.
class AbandonedCalls final
{
public:
    explicit AbandonedCalls(std::size_t limit) noexcept
        : m_limit(limit)
    {}

    /// Blocks: while as many as the limit are left behind, until one comes back or the context ends. Fails: Cancelled;
    /// OutOfResources, if none had come back by the deadline.
    [[nodiscard]] core::Result<> waitForRoom(const CallContext& context)
    {
        std::unique_lock lock(m_mutex);
        const auto hasRoom = [this] { return m_count < m_limit; };
        if (context.deadline == std::chrono::steady_clock::time_point::max())
            m_changed.wait(lock, context.stop, hasRoom);
        else
            m_changed.wait_until(lock, context.stop, context.deadline, hasRoom);
        if (hasRoom())
            return {};
        if (context.stop.stop_requested())
            return core::failure(core::ErrorKind::Cancelled);
        return core::failure(core::ErrorKind::OutOfResources, "too many calls that do not return are still running");
    }
    /// One more is left behind.
    void leave()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
        m_hasLeftAny = true;
    }
    /// One that was left behind has come back.
    void comeBack()
    {
        const std::lock_guard lock(m_mutex);
        --m_count;
        m_changed.notify_all();
    }
    /// Whether any was ever left behind. One that has come back may still be ending its thread.
    [[nodiscard]] bool hasLeftAny() const
    {
        const std::lock_guard lock(m_mutex);
        return m_hasLeftAny;
    }

private:
    const std::size_t m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_count = 0;   // guarded by m_mutex
    bool m_hasLeftAny = false; // guarded by m_mutex
};

} // namespace deskwarden::management
