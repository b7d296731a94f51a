// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/GraceWait.h"

#include <span>
#include <utility>

namespace deskwarden::app {

using Clock = std::chrono::steady_clock;

GraceWait::GraceWait(std::vector<management::WarnedAct> acts, std::chrono::milliseconds grace, ActReporter& reporter)
    : m_reporter(reporter)
    , m_grace(std::move(acts), management::GraceOptions{grace, false})
{}

void GraceWait::take(const management::ActionReport& report)
{
    {
        const std::lock_guard lock(m_mutex);
        carryOut(m_grace.take(std::span(&report, 1), Clock::now()));
    }
    m_reporter.take(report); // last: what follows from it is expected by now
}

void GraceWait::run(management::ActionRunner& runner)
{
    std::unique_lock lock(m_mutex);
    m_runner = &runner;
    carryOut(m_isCancelled ? m_grace.abandon() : m_grace.begin());
    while (!m_grace.isOver()) {
        carryOut(m_grace.advance(Clock::now()));
        if (m_grace.isOver())
            break;
        if (const auto due = m_grace.nextDue())
            m_changed.wait_until(lock, *due);
        else
            m_changed.wait(lock);
    }
}

void GraceWait::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_isCancelled = true;
    if (m_runner == nullptr)
        return; // nobody has been told
    m_runner->cancelQueued();
    carryOut(m_grace.cancelAll());
}

void GraceWait::carryOut(const management::GracePeriod::Steps& steps)
{
    for (const management::ActionRequest& request : steps.toSubmit)
        m_reporter.expect(request);
    if (!steps.toSubmit.empty())
        m_runner->submit(steps.toSubmit);
    for (const management::ActionReport& report : steps.ended)
        m_reporter.take(report);
    m_changed.notify_all();
}

} // namespace deskwarden::app
