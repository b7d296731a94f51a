// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/StartThread.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace deskwarden::management {

struct AskingThreadOptions
{
    std::chrono::milliseconds interval{10'000}; ///< 0 = on demand only
    std::chrono::milliseconds firstBackOff{2'000};
    std::chrono::milliseconds longestBackOff{60'000};
    core::StartThread startThread = core::startThread;
};

/// When a server is asked: a thread that asks at an interval and on demand, waits longer after each failure in a row,
/// and after a refused sign-in asks again only on demand, because repeating it would lock the account.
/// Thread: its methods may be called from any thread, but for those that say otherwise. The functions that it was
/// given are called on its own thread; where none can be started, `fail` is called on the thread that tried, with
/// OutOfResources, and the next refresh() tries again. Owner: a query, as its last member, because the thread uses all
/// the others; the destructor ends the thread as soon as `ask` returns after a stop.
class AskingThread final
{
public:
    struct Work
    {
        std::function<void(const std::stop_token& stop)> ask; ///< asks once; to tell succeeded() or failed()
        std::function<void(core::ManagementError error)> fail;
        std::function<void()> end; ///< the thread ends: what lives on it is to be destroyed
    };

    AskingThread(AskingThreadOptions options, Work work);
    AskingThread(const AskingThread&) = delete;
    AskingThread& operator=(const AskingThread&) = delete;
    ~AskingThread();

    /// Begins, once its owner is whole; asks at once.
    void start();
    /// Asks now, cutting an interval or a back-off short. While it asks, it asks once more after that.
    void refresh();
    /// Ends what is being asked now, if anything.
    void cancelRunning();
    void setInterval(std::chrono::milliseconds interval);
    /// Starts to end the thread, without waiting. For closing many at once.
    void requestStop();
    /// How long it will wait after what has just been told; 0 = until it is asked to.
    [[nodiscard]] std::chrono::milliseconds nextIn() const;

    /// The thread is to end: what comes of what is being asked concerns nobody. Thread: its own.
    [[nodiscard]] bool isEnding() const { return m_stop.stop_requested(); }
    /// Thread: its own, or that of a failed start. A person's cancel is no failure of the server.
    void succeeded() noexcept;
    void failed(const core::ManagementError& error) noexcept;

private:
    using Clock = std::chrono::steady_clock;

    void run(const std::stop_token& stop);
    void askOnce(const std::stop_token& stop);
    [[nodiscard]] bool waitForTurn(const std::stop_token& stop);
    [[nodiscard]] std::chrono::milliseconds pauseAfterThis() const; // m_mutex is held

    const AskingThreadOptions m_options;
    const Work m_work;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::chrono::milliseconds m_interval; // guarded by m_mutex
    bool m_isAsked = true;                // guarded by m_mutex
    bool m_isEnding = false;              // guarded by m_mutex
    std::stop_source m_running;           // guarded by m_mutex: ends what is being asked now

    // Of the thread itself.
    std::stop_token m_stop;
    std::uint32_t m_failures = 0; // in a row
    bool m_isAccountRefused = false;
    Clock::time_point m_askedAt; // end of the last time

    std::jthread m_thread; // last: uses all above; set under m_mutex
};

} // namespace deskwarden::management
