// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/seam/Mailbox.h"
#include "models/table/Arrangement.h"
#include "models/table/Arranger.h"

#include <QLocale>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace deskwarden::models {

/// The thread that prepares arrangements, one at a time, and takes apart what is no longer needed. Where no thread can
/// be started, the caller's does the work meanwhile: a table that is late is better than one that is empty.
/// Thread: its methods are called from one thread; `wake` is called on its own, or on the caller's. Blocks: the
/// destructor waits for the next checkpoint of the work under way.
class ArrangeWorker final
{
public:
    /// Set: the work has ended. Without a result it was superseded.
    struct Answer
    {
        std::optional<ArrangeResult> result;
    };

    ArrangeWorker(const QLocale& locale, std::function<void()> wake, core::StartThread startThread = core::startThread);
    ArrangeWorker(const ArrangeWorker&) = delete;
    ArrangeWorker& operator=(const ArrangeWorker&) = delete;
    ~ArrangeWorker();

    /// One request at a time: the answer to the last one has been taken.
    void start(ArrangeRequest request);
    /// Ends the work under way soon; its answer comes without a result.
    void supersede() { m_isSuperseded.store(true, std::memory_order_relaxed); }
    /// The answer, or null if there is none yet.
    [[nodiscard]] std::unique_ptr<Answer> take() { return m_answers.take(); }
    /// Releases it on the worker's thread: a list of a hundred thousand sessions takes its time.
    void discard(std::shared_ptr<const void> rubbish);

private:
    [[nodiscard]] bool hasThread();
    void run(const std::stop_token& stop);
    void answer(std::unique_ptr<ArrangeRequest> request);

    const std::function<void()> m_wake;
    const core::StartThread m_startThread;
    Arranger m_arranger; ///< used on m_thread only, once there is one
    std::atomic<bool> m_isSuperseded{false};
    management::Mailbox<std::unique_ptr<Answer>> m_answers;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::unique_ptr<ArrangeRequest> m_request;          // guarded by m_mutex
    std::vector<std::shared_ptr<const void>> m_rubbish; // guarded by m_mutex
    std::jthread m_thread;                              // last: uses all above
};

} // namespace deskwarden::models
