// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ArrangeWorker.h"

#include <utility>

namespace deskwarden::models {

ArrangeWorker::ArrangeWorker(const QLocale& locale, std::function<void()> wake)
    : m_wake(std::move(wake))
    , m_arranger(locale)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{}

ArrangeWorker::~ArrangeWorker()
{
    supersede();
    m_thread.request_stop();
    m_thread.join();
}

void ArrangeWorker::start(ArrangeRequest request)
{
    auto waiting = std::make_unique<ArrangeRequest>(std::move(request));
    {
        const std::lock_guard lock(m_mutex);
        m_isSuperseded.store(false, std::memory_order_relaxed);
        m_request = std::move(waiting);
    }
    m_changed.notify_one();
}

void ArrangeWorker::discard(std::shared_ptr<const void> rubbish)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rubbish.push_back(std::move(rubbish));
    }
    m_changed.notify_one();
}

void ArrangeWorker::run(const std::stop_token& stop)
{
    const auto isStopped = [this] { return m_isSuperseded.load(std::memory_order_relaxed); };
    while (!stop.stop_requested()) {
        std::unique_ptr<ArrangeRequest> request;
        std::vector<std::shared_ptr<const void>> rubbish;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_request != nullptr || !m_rubbish.empty(); });
            request = std::move(m_request);
            rubbish = std::exchange(m_rubbish, {});
        }
        if (request == nullptr)
            continue;
        auto answer = std::make_unique<Answer>();
        answer->result = m_arranger.arrange(*request, isStopped);
        request.reset(); // before the answer: the receiver then holds the last references, and says when they go
        m_answers.put(std::move(answer));
        m_wake();
    }
}

} // namespace deskwarden::models
