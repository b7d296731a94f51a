// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/StallWatchdog.h"

#include <QTest>

#include <cstddef>

namespace deskwarden::support {

/// How much longer than the release a turn may take in this build: unoptimised code with checks, and sanitizers.
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
inline constexpr int turnAllowance = 60;
#elif defined(__OPTIMIZE__)
inline constexpr int turnAllowance = 1;
#else
inline constexpr int turnAllowance = 20;
#endif

/// Fails the running test, with a stack, if the GUI thread was held longer than is promised between its start and its
/// end. Made once the window stands: what a program does before it shows anything is no stall.
/// Thread: GUI.
class StallGuard final
{
public:
    explicit StallGuard(std::size_t sessions)
        : m_dog(promisedTurn(sessions) * turnAllowance)
    {}
    StallGuard(const StallGuard&) = delete;
    StallGuard& operator=(const StallGuard&) = delete;
    ~StallGuard()
    {
        if (const QString complaint = m_dog.complaint(); !complaint.isEmpty())
            QTest::qFail(qPrintable(complaint), __FILE__, __LINE__);
    }

private:
    const StallWatchdog m_dog;
};

} // namespace deskwarden::support
