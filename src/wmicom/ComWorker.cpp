// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/ComWorker.h"

#include "wmicom/WindowsHeaders.h"

#include <chrono>
#include <deque>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::wmicom {

namespace {

// A cancelled call gets this long to come back before its thread is left behind: within the 200 ms that the seam
// promises.
constexpr std::chrono::milliseconds graceAfterCancel{100};

/// CoCancelCall, looked up when it is needed: Wine has none, and a program that imports it dies there.
void cancelCallOf(DWORD thread)
{
    using CancelCall = HRESULT(STDAPICALLTYPE*)(DWORD, ULONG);
    const HMODULE library = GetModuleHandleW(L"ole32.dll");
    const FARPROC found = library ? GetProcAddress(library, "CoCancelCall") : nullptr;
    if (found)
        reinterpret_cast<CancelCall>(reinterpret_cast<void*>(found))(thread, 0);
}

} // namespace

struct ComWorker::Thread
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<std::unique_ptr<Task>> tasks; // guarded by mutex
    std::size_t posted = 0;                  // guarded by mutex: tasks ever queued
    std::size_t finished = 0;                // guarded by mutex: tasks ever done
    DWORD id = 0;                            // guarded by mutex
    bool isEnding = false;                   // guarded by mutex
    bool isLeftBehind = false;               // guarded by mutex: in the middle of something
};

ComWorker::ComWorker(std::shared_ptr<management::AbandonedCalls> limit)
    : m_limit(std::move(limit))
    , m_thread(std::make_shared<Thread>())
{}

ComWorker::~ComWorker()
{
    leaveBehind();
}

void ComWorker::leaveBehind()
{
    m_isLeftBehind = true;
    const std::lock_guard lock(m_thread->mutex);
    m_thread->isEnding = true;
    m_thread->changed.notify_all();
    if (m_thread->posted == m_thread->finished || std::exchange(m_thread->isLeftBehind, true))
        return;
    m_limit->leave();
}

core::Result<> ComWorker::start(const management::CallContext& context)
{
    if (m_isStarted)
        return {};
    if (auto room = m_limit->waitForRoom(context); !room)
        return room;
    try {
        std::thread([thread = m_thread, limit = m_limit] {
            serve(thread);
            const std::lock_guard lock(thread->mutex);
            if (thread->isLeftBehind)
                limit->comeBack();
        }).detach();
    } catch (const std::system_error&) {
        return core::failure(core::ErrorKind::OutOfResources, "no more threads can be started");
    }
    m_isStarted = true;
    return {};
}

void ComWorker::serve(const std::shared_ptr<Thread>& thread)
{
    const HRESULT initialised = CoInitializeEx(nullptr, COINIT_MULTITHREADED);
    CoEnableCallCancellation(nullptr);
    std::unique_lock lock(thread->mutex);
    thread->id = GetCurrentThreadId();
    for (;;) {
        thread->changed.wait(lock, [&thread] { return thread->isEnding || !thread->tasks.empty(); });
        // What is queued is still done: these are the tasks that let go of COM objects.
        if (thread->tasks.empty())
            break;
        std::unique_ptr<Task> task = std::move(thread->tasks.front());
        thread->tasks.pop_front();
        lock.unlock();
        task->run();
        task.reset();
        lock.lock();
        ++thread->finished;
        thread->changed.notify_all();
    }
    lock.unlock();
    CoDisableCallCancellation(nullptr);
    if (initialised >= 0)
        CoUninitialize();
}

core::Result<> ComWorker::runThere(std::unique_ptr<Task> task, const management::CallContext& context)
{
    if (const auto end = management::ended(context))
        return core::failure(*end);
    if (m_isLeftBehind)
        return core::failure(core::ErrorKind::OutOfResources, "too many calls that do not return are still running");
    if (auto started = start(context); !started)
        return started;

    std::unique_lock lock(m_thread->mutex);
    m_thread->tasks.push_back(std::move(task));
    const std::size_t number = ++m_thread->posted;
    m_thread->changed.notify_all();
    const auto isDone = [this, number] { return m_thread->finished >= number; };
    if (context.deadline == std::chrono::steady_clock::time_point::max())
        m_thread->changed.wait(lock, context.stop, isDone);
    else
        m_thread->changed.wait_until(lock, context.stop, context.deadline, isDone);
    if (isDone())
        return {};

    const auto end = management::ended(context).value_or(core::ErrorKind::TimedOut);
    if (m_thread->id != 0)
        cancelCallOf(m_thread->id);
    m_thread->changed.wait_for(lock, graceAfterCancel, isDone);
    if (isDone())
        return {};
    lock.unlock();
    leaveBehind();
    return core::failure(end);
}

void ComWorker::postThere(std::unique_ptr<Task> task)
{
    if (!m_isStarted)
        return; // nothing was ever made there
    const std::lock_guard lock(m_thread->mutex);
    m_thread->tasks.push_back(std::move(task));
    ++m_thread->posted;
    m_thread->changed.notify_all();
}

} // namespace deskwarden::wmicom
