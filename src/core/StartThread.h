// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <functional>
#include <stop_token>
#include <thread>
#include <utility>

namespace deskwarden::core {

/// Starts a thread, or throws std::system_error as std::jthread does when the system has none left. Tests bring one
/// that always throws.
using StartThread = std::function<std::jthread(std::function<void(std::stop_token)>)>;

[[nodiscard]] inline std::jthread startThread(std::function<void(std::stop_token)> body)
{
    return std::jthread(std::move(body));
}

/// What is told when there is none.
[[nodiscard]] inline ManagementError noThread()
{
    ManagementError error;
    error.kind = ErrorKind::OutOfResources;
    error.detail = "no thread can be started";
    return error;
}

} // namespace deskwarden::core
