// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/simulator/SimulatorOptions.h"
#include "core/Result.h"

#include <string>

namespace deskwarden::app {

/// How people sign in to the simulator: fills the listener's acceptors from the command line's wishes. NTLM's users
/// and Kerberos' keys are told to the libraries by environment variables, so this comes before the first thread.
/// Owner: keeps the file of NTLM users that it may have written, and removes it.
class SimulatorSignIn final
{
public:
    SimulatorSignIn() = default;
    SimulatorSignIn(const SimulatorSignIn&) = delete;
    SimulatorSignIn& operator=(const SimulatorSignIn&) = delete;
    ~SimulatorSignIn();

    /// The password and the certificates are read already. Fails: InvalidInput with what to write instead.
    [[nodiscard]] core::Result<> settle(SimulatorOptions& options);

private:
    [[nodiscard]] core::Result<> settleNtlmUsers(const SimulatorOptions& options);

    std::string m_ntlmUsers; // a file of ours; empty = none was written
};

} // namespace deskwarden::app
