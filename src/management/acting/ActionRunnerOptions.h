// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "management/acting/BulkAction.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <thread>

namespace deskwarden::management {

/// How an ActionRunner works.
struct ActionRunnerOptions
{
    std::string nameSpace{core::rdmsNamespace};
    std::size_t connections = 4;  ///< acts at once on this server
    std::size_t perVmHost = 2;    ///< acts at once on one VM host
    std::size_t replacements = 8; ///< extra connections at most, for calls that have been silent for `silence`
    std::chrono::milliseconds callTimeout{60'000};
    std::chrono::milliseconds silence{2'000};         ///< after that a call gives its slot back
    std::chrono::milliseconds verifyPatience{60'000}; ///< how long a logoff may take before it is StillSigningOut
    std::chrono::milliseconds doubtPatience{3'000};   ///< how long to look after a lost answer
    std::chrono::milliseconds firstLook{500}; ///< after an accepted act; later looks come at distances up to 5 s
    /// Starts the runner's threads, or throws std::system_error as std::thread does, which stands here if it is empty.
    std::function<std::thread(std::function<void()>)> startThread;

    /// What of them the state machine behind a runner needs; at least one connection, and one act on a VM host.
    [[nodiscard]] BulkOptions forBulk() const;
};

} // namespace deskwarden::management
