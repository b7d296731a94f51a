// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "core/StartThread.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace deskwarden::management {

/// How acts on one server are carried out.
struct ActionRunnerOptions
{
    std::string nameSpace{core::rdmsNamespace};
    std::size_t connections = 4;     ///< acts at once on this server; at least one
    std::size_t perVmHost = 2;       ///< acts at once on one VM host; at least one
    std::size_t lookConnections = 1; ///< looks at once, beside the acts
    std::size_t replacements = 8;    ///< extra connections at most, for calls that have been silent for `silence`
    std::size_t intentGroup = 64;    ///< intents recorded at once at most
    std::size_t hostLead = 8;        ///< intents recorded for one VM host at most, beyond what it can run
    std::size_t listFrom = 32;       ///< so many looks that are due may be made as one list
    std::chrono::milliseconds callTimeout{60'000};
    std::chrono::milliseconds silence{2'000};         ///< after that a call gives its slot back
    std::chrono::milliseconds verifyPatience{60'000}; ///< how long a logoff may take before it is StillSigningOut
    std::chrono::milliseconds doubtPatience{3'000};   ///< how long to look after a lost answer
    std::chrono::milliseconds firstLook{500};         ///< after an accepted act
    std::chrono::milliseconds longestPause{5'000};    ///< between two looks at one session
    core::StartThread startThread = core::startThread;
};

} // namespace deskwarden::management
