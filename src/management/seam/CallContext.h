// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <chrono>
#include <optional>
#include <stop_token>

namespace deskwarden::management {

/// How long a call may take, and how to end it sooner.
struct CallContext
{
    std::stop_token stop;
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();

    [[nodiscard]] static CallContext within(std::chrono::milliseconds time, std::stop_token stop = {})
    {
        return {std::move(stop), std::chrono::steady_clock::now() + time};
    }
};

/// The error of a context that has ended already: Cancelled, or TimedOut; nothing while it goes on.
[[nodiscard]] inline std::optional<core::ErrorKind> ended(const CallContext& context)
{
    if (context.stop.stop_requested())
        return core::ErrorKind::Cancelled;
    if (std::chrono::steady_clock::now() >= context.deadline)
        return core::ErrorKind::TimedOut;
    return std::nullopt;
}

} // namespace deskwarden::management
