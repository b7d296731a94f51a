// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ActReporter.h"
#include "management/ActionRunner.h"
#include "management/GracePeriod.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace deskwarden::app {

/// Tells users, waits, and hands their acts to the runner as they become due.
/// Thread: any; guarded inside. Owner: outlives the runner's reports.
class GraceWait final
{
public:
    GraceWait(std::vector<management::WarnedAct> acts, std::chrono::milliseconds grace, ActReporter& reporter);

    /// Everything that the runner reports.
    void take(const management::ActionReport& report);
    /// Blocks: until no act waits any more. The runner may have acts under way then.
    void run(management::ActionRunner& runner);
    /// Ends what has not begun; who was told is told so.
    void cancel();

private:
    void carryOut(const management::GracePeriod::Steps& steps); // m_mutex is held

    ActReporter& m_reporter;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    management::GracePeriod m_grace;              // guarded by m_mutex
    management::ActionRunner* m_runner = nullptr; // guarded by m_mutex
    bool m_isCancelled = false;                   // guarded by m_mutex
};

} // namespace deskwarden::app
