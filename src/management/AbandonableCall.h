// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/CallContext.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::management {

/// Counts the calls that were left behind, so that their number stays bounded.
/// Thread: any. Owner: shared by those who make calls that cannot be cancelled and by the calls themselves.
class AbandonedCalls final
{
public:
    explicit AbandonedCalls(std::size_t limit) noexcept
        : m_limit(limit)
    {}
    [[nodiscard]] bool tryEnter() noexcept
    {
        if (m_running.fetch_add(1) < m_limit)
            return true;
        m_running.fetch_sub(1);
        return false;
    }
    void leave() noexcept { m_running.fetch_sub(1); }

private:
    const std::size_t m_limit;
    std::atomic<std::size_t> m_running{0};
};

/// Runs what nothing can cancel (gss_*, SSPI, COM's ConnectServer) on a thread of its own and waits for it, or for the
/// context's end: then the thread is left behind. `call` must own all that it touches; its result is then dropped.
/// Process exit does not wait for it. Blocks: until the result, a stop request or the deadline. Fails: Cancelled,
/// TimedOut, OutOfResources.
template <typename T, typename Call>
[[nodiscard]] core::Result<T> callAbandonably(const std::shared_ptr<AbandonedCalls>& calls, const CallContext& context,
                                              Call call)
{
    struct State
    {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::optional<core::Result<T>> result; // guarded by mutex
    };
    if (const auto end = ended(context))
        return core::failure(*end);
    if (!calls->tryEnter())
        return core::failure(core::ErrorKind::OutOfResources, "too many calls that do not return are still running");
    const auto state = std::make_shared<State>();
    auto body = [state, calls, call = std::move(call)]() mutable {
        core::Result<T> result = call();
        {
            // What the call owns goes before the result is seen, so that nobody finds it in use from here.
            [[maybe_unused]] const Call finished = std::move(call);
        }
        calls->leave();
        const std::lock_guard lock(state->mutex);
        state->result = std::move(result);
        state->changed.notify_all();
    };
    try {
        std::thread(std::move(body)).detach();
    } catch (const std::system_error&) {
        calls->leave();
        return core::failure(core::ErrorKind::OutOfResources, "no more threads can be started");
    }

    std::unique_lock lock(state->mutex);
    const auto isReady = [&state] { return state->result.has_value(); };
    if (context.deadline == std::chrono::steady_clock::time_point::max())
        state->changed.wait(lock, context.stop, isReady);
    else
        state->changed.wait_until(lock, context.stop, context.deadline, isReady);
    if (state->result)
        return std::move(*state->result);
    return core::failure(context.stop.stop_requested() ? core::ErrorKind::Cancelled : core::ErrorKind::TimedOut);
}

} // namespace deskwarden::management
