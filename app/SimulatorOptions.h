// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "simulator/Farm.h"
#include "simulator/ListenerOptions.h"
#include "simulator/ScriptedFault.h"

#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::app {

/// What deskwarden-simulator was asked to do on its command line.
struct SimulatorOptions
{
    bool isHelpWanted = false;
    bool isPasswordOnStdin = false;
    simulator::FarmOptions farm;
    simulator::ListenerOptions listener;
    std::string certificateFile;
    std::string keyFile;
    std::string journalFile;
    std::vector<simulator::ScriptedFault> faults;

    /// Fails: InvalidInput with what to write instead.
    [[nodiscard]] static core::Result<SimulatorOptions> parse(const std::vector<std::string>& arguments);
    [[nodiscard]] static std::string_view help() noexcept;
};

} // namespace deskwarden::app
