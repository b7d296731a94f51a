// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/AskingThread.h"

#include "management/seam/ErrorRules.h"

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

namespace deskwarden::management {

AskingThread::AskingThread(AskingThreadOptions options, Work work)
    : m_options(std::move(options))
    , m_work(std::move(work))
    , m_interval(m_options.interval)
{}

AskingThread::~AskingThread() = default; // the thread is asked to stop and joined first, being the last member

/// Does nothing while there is one, or none is wanted any more.
void AskingThread::start()
{
    std::unique_lock lock(m_mutex);
    if (m_isEnding || m_thread.joinable())
        return;
    try {
        m_thread = m_options.startThread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) {
        lock.unlock();
        m_work.fail(core::noThread());
    }
}

void AskingThread::refresh()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAsked = true;
    }
    m_changed.notify_all();
    start();
}

void AskingThread::cancelRunning()
{
    // Outside the lock: the stop callbacks of the connection run here.
    std::stop_source running(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        running = m_running;
    }
    running.request_stop();
}

void AskingThread::setInterval(std::chrono::milliseconds interval)
{
    {
        const std::lock_guard lock(m_mutex);
        m_interval = interval;
    }
    m_changed.notify_all();
}

void AskingThread::requestStop()
{
    // Outside the lock, as above.
    std::stop_source thread(std::nostopstate);
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        thread = m_thread.get_stop_source();
    }
    thread.request_stop();
}

std::chrono::milliseconds AskingThread::nextIn() const
{
    const std::lock_guard lock(m_mutex);
    return pauseAfterThis();
}

void AskingThread::succeeded() noexcept
{
    m_failures = 0;
    m_isAccountRefused = false;
}

void AskingThread::failed(const core::ManagementError& error) noexcept
{
    // After a cancel the interval goes on as it was.
    if (error.isCancelled())
        return;
    ++m_failures;
    m_isAccountRefused = isAccountRefused(error);
}

void AskingThread::run(const std::stop_token& stop)
{
    m_stop = stop;
    while (waitForTurn(stop)) {
        try {
            askOnce(stop);
        } catch (const std::exception& exception) {
            // Memory ran out on the way; the next turn may find some again.
            m_work.fail(core::failure(core::ErrorKind::OutOfResources, exception.what()).value());
        }
        m_askedAt = Clock::now();
    }
    m_work.end();
}

void AskingThread::askOnce(const std::stop_token& stop)
{
    std::stop_source running;
    {
        const std::lock_guard lock(m_mutex);
        m_running = running;
    }
    const std::stop_callback link(stop, [&running] { running.request_stop(); });
    m_work.ask(running.get_token());
}

bool AskingThread::waitForTurn(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    // A stop is looked at before anything else: what the wait returns is its predicate, which may well be true after a
    // stop, too.
    while (!stop.stop_requested()) {
        if (std::exchange(m_isAsked, false))
            return true;
        const auto interval = m_interval;
        const auto hasChanged = [this, interval] { return m_isAsked || m_interval != interval; };
        const auto pause = pauseAfterThis();
        if (pause == std::chrono::milliseconds::zero()) {
            m_changed.wait(lock, stop, hasChanged);
            continue;
        }
        const auto due = m_askedAt + pause;
        if (Clock::now() >= due)
            return true;
        m_changed.wait_until(lock, stop, due, hasChanged);
    }
    return false;
}

std::chrono::milliseconds AskingThread::pauseAfterThis() const
{
    if (m_isAccountRefused || !m_thread.joinable() || m_interval <= std::chrono::milliseconds::zero())
        return std::chrono::milliseconds::zero();
    if (m_failures == 0)
        return m_interval;
    constexpr std::uint32_t mostDoublings = 16;
    const auto backOff = m_options.firstBackOff * (1U << std::min(m_failures - 1, mostDoublings));
    return std::max(std::chrono::milliseconds(1),
                    std::min<std::chrono::milliseconds>(backOff, m_options.longestBackOff));
}

} // namespace deskwarden::management
