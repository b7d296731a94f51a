// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/StallWatchdog.h"

#include <QCoreApplication>
#include <QEvent>

#ifdef __linux__
#include <execinfo.h>
#include <pthread.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#endif

#include <algorithm>
#include <atomic>
#include <utility>

namespace deskwarden::support {

std::chrono::milliseconds promisedTurn(std::size_t sessions) noexcept
{
    return std::chrono::milliseconds(sessions <= 10'000 ? 16 : 50);
}

#ifdef __linux__

namespace {

using Clock = std::chrono::steady_clock;
constexpr int deepest = 64;
constexpr std::chrono::milliseconds stackPatience{200};
/// Waiting depends on the disk and on whatever else the machine does: only much of it is the program's own doing.
constexpr int waitingAllowance = 10;

/// What the signal's handler writes, on the thread that is held: a handler can be reached by nothing but a global.
struct Catch
{
    std::array<void*, deepest> frames{};
    std::atomic<int> count{-1}; // -1: nothing caught
};
Catch caught; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

int stackSignal()
{
    return SIGRTMIN + 5;
}

extern "C" void catchStack(int /*signal*/)
{
    caught.count.store(backtrace(caught.frames.data(), deepest), std::memory_order_release);
}

/// Where the time of the calling thread goes, to be asked from any thread.
class ThreadTimes final
{
public:
    ThreadTimes()
        : m_path("/proc/self/task/" + std::to_string(gettid()) + "/schedstat")
    {
        if (pthread_getcpuclockid(pthread_self(), &m_clock) != 0)
            m_clock = CLOCK_MONOTONIC;
    }
    [[nodiscard]] std::chrono::nanoseconds computed() const
    {
        timespec time{};
        clock_gettime(m_clock, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }
    /// Ready to run, but not running (proc(5), schedstat); 0 if unknown.
    [[nodiscard]] std::chrono::nanoseconds queued() const
    {
        std::ifstream file(m_path);
        std::int64_t ran = 0;
        std::int64_t waited = 0;
        return std::chrono::nanoseconds(file >> ran >> waited ? waited : 0);
    }

private:
    const std::string m_path;
    clockid_t m_clock = CLOCK_MONOTONIC;
};

/// What one turn has taken so far.
class Turn final
{
public:
    explicit Turn(const ThreadTimes& times)
        : m_times(times)
    {}
    [[nodiscard]] std::chrono::nanoseconds computed() const { return m_times.computed() - m_computed; }
    [[nodiscard]] std::chrono::nanoseconds held() const
    {
        return (Clock::now() - m_start) - (m_times.queued() - m_queued);
    }
    [[nodiscard]] bool isOver(std::chrono::milliseconds limit) const
    {
        return computed() > limit || held() > waitingAllowance * limit;
    }

private:
    const ThreadTimes& m_times;
    const Clock::time_point m_start = Clock::now();
    const std::chrono::nanoseconds m_computed = m_times.computed();
    const std::chrono::nanoseconds m_queued = m_times.queued();
};

QString stackText()
{
    const int count = std::max(0, caught.count.load(std::memory_order_acquire));
    char** const names = backtrace_symbols(caught.frames.data(), count);
    QString text;
    for (int i = 0; names != nullptr && i < count; ++i)
        text += QString::fromLocal8Bit(names[i]) + QLatin1Char('\n');
    std::free(names);
    return text;
}

} // namespace

class StallWatchdog::Watch final
{
public:
    Watch(StallWatchdog& dog, std::chrono::milliseconds limit)
        : m_dog(dog)
        , m_limit(limit)
        , m_held(pthread_self())
    {
        std::array<void*, 1> first{};
        backtrace(first.data(), 1); // the first call loads a library, which no handler may do
        struct sigaction action = {};
        action.sa_handler = &catchStack;
        action.sa_flags = SA_RESTART;
        sigaction(stackSignal(), &action, &m_before);
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch()
    {
        m_thread.request_stop();
        m_thread.join();
        sigaction(stackSignal(), &m_before, nullptr);
    }

    void answer()
    {
        const std::lock_guard lock(m_mutex);
        m_isAnswered = true;
        m_changed.notify_all();
    }
    [[nodiscard]] std::vector<Stall> stalls() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stalls;
    }

private:
    void run(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (!stop.stop_requested()) {
            m_isAnswered = false;
            lock.unlock();
            QCoreApplication::postEvent(&m_dog, new QEvent(QEvent::User), Qt::HighEventPriority);
            const Turn turn(m_times);
            lock.lock();
            watchOne(lock, stop, turn);
            m_changed.wait_for(lock, stop, m_limit / 2, [] { return false; });
        }
    }

    /// Until the event is handled.
    void watchOne(std::unique_lock<std::mutex>& lock, const std::stop_token& stop, const Turn& turn)
    {
        QString stack;
        bool isCaught = false;
        while (!m_changed.wait_for(lock, stop, std::max(m_limit / 4, std::chrono::milliseconds(1)),
                                   [this] { return m_isAnswered; }))
        {
            if (stop.stop_requested())
                return;
            if (isCaught || !turn.isOver(m_limit))
                continue;
            isCaught = true;
            lock.unlock();
            stack = catchItsStack();
            lock.lock();
        }
        const auto total = turn.held();
        if (m_isAnswered && (isCaught || turn.isOver(m_limit)))
            m_stalls.push_back({std::chrono::duration_cast<std::chrono::milliseconds>(total), std::move(stack)});
    }

    [[nodiscard]] QString catchItsStack() const
    {
        caught.count = -1;
        pthread_kill(m_held, stackSignal());
        const auto end = Clock::now() + stackPatience;
        while (caught.count.load(std::memory_order_acquire) < 0) {
            if (Clock::now() > end)
                return {};
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return stackText();
    }

    StallWatchdog& m_dog;
    const std::chrono::milliseconds m_limit;
    const pthread_t m_held;
    const ThreadTimes m_times;
    struct sigaction m_before = {};
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isAnswered = false;   // guarded by m_mutex
    std::vector<Stall> m_stalls; // guarded by m_mutex
    std::jthread m_thread;       // last: uses all above
};

#else

class StallWatchdog::Watch final
{
public:
    Watch(StallWatchdog& /*dog*/, std::chrono::milliseconds /*limit*/) {}
    void answer() {}
    [[nodiscard]] static std::vector<Stall> stalls() { return {}; }
};

#endif

StallWatchdog::StallWatchdog(std::chrono::milliseconds limit, QObject* parent)
    : QObject(parent)
    , m_watch(std::make_unique<Watch>(*this, limit))
{}

StallWatchdog::~StallWatchdog() = default;

bool StallWatchdog::event(QEvent* event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    m_watch->answer();
    return true;
}

std::vector<Stall> StallWatchdog::stalls() const
{
    return m_watch->stalls();
}

QString StallWatchdog::complaint() const
{
    QString text;
    for (const Stall& stall : stalls())
        text += QStringLiteral("The GUI thread was held for %1 ms:\n%2").arg(stall.held.count()).arg(stall.stack);
    return text;
}

} // namespace deskwarden::support
