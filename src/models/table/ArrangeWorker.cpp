// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ArrangeWorker.h"

#include <system_error>
#include <utility>

namespace deskwarden::models {

ArrangeWorker::ArrangeWorker(const QLocale& locale, std::function<void()> wake, core::StartThread startThread)
    : m_wake(std::move(wake))
    , m_startThread(std::move(startThread))
    , m_arranger(locale)
{}

ArrangeWorker::~ArrangeWorker()
{
    supersede();
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
}

/// Starts it with the first work. False: the computer has none left now, and the next work tries again.
bool ArrangeWorker::hasThread()
{
    try {
        if (!m_thread.joinable())
            m_thread = m_startThread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) {
        return false;
    }
    return true;
}

void ArrangeWorker::start(ArrangeRequest request)
{
    auto waiting = std::make_unique<ArrangeRequest>(std::move(request));
    m_isSuperseded.store(false, std::memory_order_relaxed);
    if (!hasThread()) {
        answer(std::move(waiting));
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_request = std::move(waiting);
    }
    m_changed.notify_one();
}

void ArrangeWorker::discard(std::shared_ptr<const void> rubbish)
{
    if (!m_thread.joinable())
        return; // it goes with the parameter
    {
        const std::lock_guard lock(m_mutex);
        m_rubbish.push_back(std::move(rubbish));
    }
    m_changed.notify_one();
}

void ArrangeWorker::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        std::unique_ptr<ArrangeRequest> request;
        std::vector<std::shared_ptr<const void>> rubbish;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_request != nullptr || !m_rubbish.empty(); });
            request = std::move(m_request);
            rubbish = std::exchange(m_rubbish, {});
        }
        if (request != nullptr)
            answer(std::move(request));
    }
}

void ArrangeWorker::answer(std::unique_ptr<ArrangeRequest> request)
{
    auto answer = std::make_unique<Answer>();
    answer->result = m_arranger.arrange(*request, [this] { return m_isSuperseded.load(std::memory_order_relaxed); });
    request.reset(); // before the answer: the receiver then holds the last references, and says when they go
    m_answers.put(std::move(answer));
    m_wake();
}

} // namespace deskwarden::models
