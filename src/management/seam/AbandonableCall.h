// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/AbandonedCalls.h"
#include "management/seam/CallContext.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::management {

/// Runs what nothing can cancel (gss_*, SSPI, COM's ConnectServer) on a thread of its own and waits for it, or for the
/// context's end: then the thread is left behind. `call` must own all that it touches; its result is then dropped.
/// Process exit does not wait for it. Blocks: until the result, a stop request or the deadline; before it begins, while
/// too many others are left behind. Fails: Cancelled, TimedOut, OutOfResources.
template <typename T, typename Call>
[[nodiscard]] core::Result<T> callAbandonably(const std::shared_ptr<AbandonedCalls>& calls, const CallContext& context,
                                              Call call)
{
    struct State
    {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::optional<core::Result<T>> result; // guarded by mutex
        bool isLeftBehind = false;             // guarded by mutex
    };
    if (const auto end = ended(context))
        return core::failure(*end);
    if (auto room = calls->waitForRoom(context); !room)
        return core::failure(std::move(room).error());
    const auto state = std::make_shared<State>();
    auto body = [state, calls, call = std::move(call)]() mutable {
        core::Result<T> result = call();
        {
            // What the call owns goes before the result is seen, so that nobody finds it in use from here.
            [[maybe_unused]] const Call finished = std::move(call);
        }
        const std::lock_guard lock(state->mutex);
        if (state->isLeftBehind)
            calls->comeBack();
        state->result = std::move(result);
        state->changed.notify_all();
    };
    try {
        std::thread(std::move(body)).detach();
    } catch (const std::system_error&) {
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
    state->isLeftBehind = true;
    calls->leave();
    return core::failure(context.stop.stop_requested() ? core::ErrorKind::Cancelled : core::ErrorKind::TimedOut);
}

} // namespace deskwarden::management
