// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/FileQueue.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace deskwarden::storage {

FileQueue::FileQueue(core::StartThread startThread)
    : m_startThread(std::move(startThread))
{}

FileQueue::~FileQueue()
{
    (void)flush();
}

void FileQueue::add(const QString& file, Write write, Written written)
{
    {
        const std::lock_guard lock(m_mutex);
        Job job{file, std::move(write), {}};
        const auto waiting = std::ranges::find(m_jobs, file, &Job::file);
        // Behind what came in between: the order among files stays.
        if (waiting != m_jobs.end()) {
            job.written = std::move(waiting->written);
            m_jobs.erase(waiting);
        }
        if (written)
            job.written.push_back(std::move(written));
        m_jobs.push_back(std::move(job));
    }
    if (startWriter()) {
        m_changed.notify_all();
        return;
    }
    while (true) { // no thread: late is better than never
        std::unique_lock lock(m_mutex);
        if (m_jobs.empty())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        carryOut(job);
    }
}

bool FileQueue::startWriter()
{
    if (m_writer.joinable())
        return true;
    try {
        m_writer = m_startThread([this](const std::stop_token& stop) { work(stop); });
    } catch (const std::system_error&) {
        return false;
    }
    return true;
}

/// Until it is stopped and nothing waits any more.
void FileQueue::work(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_jobs.empty(); })) {
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_isWriting = true;
        lock.unlock();
        carryOut(job);
        lock.lock();
        m_isWriting = false;
        m_changed.notify_all();
    }
}

void FileQueue::carryOut(const Job& job)
{
    const core::Result<> written = job.write();
    if (!job.written.empty()) {
        QMetaObject::invokeMethod(
            this,
            [told = job.written, written] {
                for (const Written& tell : told)
                    tell(written);
            },
            Qt::QueuedConnection);
    }
    if (written)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_lastError = written.error();
    }
    QMetaObject::invokeMethod(
        this, [this, error = written.error()] { emit failed(error); }, Qt::QueuedConnection);
}

core::Result<> FileQueue::flush()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.empty() && !m_isWriting; });
    const auto error = std::exchange(m_lastError, std::nullopt);
    return error ? core::Result<>(core::failure(*error)) : core::Result<>();
}

} // namespace deskwarden::storage
