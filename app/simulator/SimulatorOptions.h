// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ProgramText.h"
#include "core/Result.h"
#include "simulator/farm/Farm.h"
#include "simulator/farm/ScriptedFault.h"
#include "simulator/ListenerOptions.h"

#include <optional>
#include <string>
#include <vector>

namespace deskwarden::app {

/// The ways of signing in that --auth names.
struct SimulatorSchemes
{
    bool basic = false;
    bool ntlm = false;
    bool kerberos = false;
};

/// Whether messages over plain HTTP must be sealed (Windows' AllowUnencrypted).
enum class Encrypt { Require, Allow };

/// What deskwarden-simulator was asked to do on its command line.
struct SimulatorOptions
{
    bool isHelpWanted = false;
    bool isVersionWanted = false;
    bool isPasswordOnStdin = false;
    simulator::FarmOptions farm;
    simulator::ListenerOptions listener;
    std::string certificateFile;
    std::string keyFile;
    std::string clientAuthorityFile;
    std::string ntlmUsersFile;
    std::string keytabFile;
    SimulatorSchemes schemes{true, false, false};
    std::optional<Encrypt> encrypt; ///< not given: require, as soon as there is a scheme that can seal
    bool isBindingStrict = false;
    std::string journalFile;
    std::vector<simulator::ScriptedFault> faults;

    /// Whether somebody signs in with the one user and his password, rather than by a file or a ticket.
    [[nodiscard]] bool needsPassword() const { return schemes.basic || (schemes.ntlm && ntlmUsersFile.empty()); }

    /// Fails: InvalidInput with what to write instead.
    [[nodiscard]] static core::Result<SimulatorOptions> parse(const std::vector<std::string>& arguments);
    /// What is said of the program: its help, manual page and completion.
    [[nodiscard]] static const ProgramText& text();
};

} // namespace deskwarden::app
