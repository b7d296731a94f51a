// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/StallWatchdog.h"

#include <QCoreApplication>
#include <QEvent>

#ifdef __linux__
#include <execinfo.h>
#include <pthread.h>
#include <unistd.h>

#include <array>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#endif

#include <algorithm>
#include <atomic>
#include <utility>

namespace deskwarden::models {

std::chrono::milliseconds promisedTurn(std::size_t sessions) noexcept
{
    return std::chrono::milliseconds(sessions <= 10'000 ? 16 : 50);
}

#ifdef __linux__

namespace {

using Clock = std::chrono::steady_clock;
constexpr int deepest = 64;
constexpr std::chrono::milliseconds stackPatience{200};

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

/// The time in which a thread of this process was ready to run, but not running (proc(5), schedstat); 0 if unknown.
class RunQueue final
{
public:
    explicit RunQueue(pid_t thread)
        : m_path("/proc/self/task/" + std::to_string(thread) + "/schedstat")
    {}
    [[nodiscard]] std::chrono::nanoseconds waited() const
    {
        unsigned long long ran = 0;
        unsigned long long waited = 0;
        if (std::FILE* file = std::fopen(m_path.c_str(), "re")) {
            if (std::fscanf(file, "%llu %llu", &ran, &waited) != 2)
                waited = 0;
            std::fclose(file);
        }
        return std::chrono::nanoseconds(waited);
    }

private:
    const std::string m_path;
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
        , m_runQueue(gettid())
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
            const auto asked = Clock::now();
            const auto waitedBefore = m_runQueue.waited();
            lock.lock();
            watchOne(lock, stop, asked, waitedBefore);
            m_changed.wait_for(lock, stop, m_limit / 2, [] { return false; });
        }
    }

    /// Until the event is handled.
    void watchOne(std::unique_lock<std::mutex>& lock, const std::stop_token& stop, Clock::time_point asked,
                  std::chrono::nanoseconds waitedBefore)
    {
        const auto held = [&] { return (Clock::now() - asked) - (m_runQueue.waited() - waitedBefore); };
        QString stack;
        bool isCaught = false;
        while (!m_changed.wait_for(lock, stop, std::max(m_limit / 4, std::chrono::milliseconds(1)),
                                   [this] { return m_isAnswered; }))
        {
            if (stop.stop_requested())
                return;
            if (isCaught || held() <= m_limit)
                continue;
            isCaught = true;
            lock.unlock();
            stack = catchItsStack();
            lock.lock();
        }
        if (const auto total = held(); total > m_limit)
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
    const RunQueue m_runQueue;
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

} // namespace deskwarden::models
