// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/AbandonableCall.h"

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace deskwarden::wmicom {

/// A thread in the multithreaded apartment that makes one connection's blocking COM calls, so that its user can walk
/// away: at the context's end the call is cancelled (CoCancelCall), and if it does not return soon the thread is left
/// behind with all that it holds. Such a worker is lost: isUsable() says so, make a new one.
/// Thread: one. Owner: the connection; its end never waits for the thread, which then ends by itself.
class ComWorker final
{
public:
    explicit ComWorker(std::shared_ptr<management::AbandonedCalls> limit);
    ComWorker(const ComWorker&) = delete;
    ComWorker& operator=(const ComWorker&) = delete;
    ~ComWorker();

    [[nodiscard]] bool isUsable() const noexcept { return !m_isLeftBehind; }

    /// Runs `job` there. It must own, or share, all that it touches. Blocks: until it is done, or until 100 ms after
    /// the context's end; an answer that comes in that time counts. Fails: as the job does; Cancelled, TimedOut,
    /// OutOfResources.
    template <typename Job>
    [[nodiscard]] auto call(const management::CallContext& context, Job job) -> decltype(job())
    {
        using Answer = decltype(job());
        const auto answer = std::make_shared<std::optional<Answer>>();
        // What the job shares goes on that thread, before the answer is seen.
        auto run = [answer, job = std::optional<Job>(std::move(job))]() mutable {
            Answer result = (*job)();
            job.reset();
            *answer = std::move(result);
        };
        if (auto done = runThere(std::make_unique<HeldTask<decltype(run)>>(std::move(run)), context); !done)
            return core::failure(std::move(done.error()));
        if (!**answer && (*answer)->error().isCancelled()) // by the CoCancelCall below
            (*answer)->error().kind = management::ended(context).value_or(core::ErrorKind::Cancelled);
        return std::move(**answer);
    }

    /// Runs `job` there some time later: also on a thread that was left behind, once its call returns. For letting go
    /// of things that belong to it.
    template <typename Job>
    void post(Job job)
    {
        postThere(std::make_unique<HeldTask<Job>>(std::move(job)));
    }

    struct Task
    {
        Task() = default;
        Task(const Task&) = delete;
        Task& operator=(const Task&) = delete;
        virtual ~Task() = default;
        virtual void run() = 0;
    };

private:
    struct Thread;
    template <typename Job>
    struct HeldTask final : Task
    {
        explicit HeldTask(Job&& held)
            : job(std::move(held))
        {}
        void run() override { job(); }
        Job job;
    };

    [[nodiscard]] core::Result<> start(const management::CallContext& context);
    [[nodiscard]] core::Result<> runThere(std::unique_ptr<Task> task, const management::CallContext& context);
    void postThere(std::unique_ptr<Task> task);
    static void serve(const std::shared_ptr<Thread>& thread);
    void leaveBehind();

    const std::shared_ptr<management::AbandonedCalls> m_limit;
    const std::shared_ptr<Thread> m_thread;
    bool m_isStarted = false;
    bool m_isLeftBehind = false;
};

} // namespace deskwarden::wmicom
