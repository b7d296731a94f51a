// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliOptions.h"
#include "app/cli/Output.h"
#include "core/ManagementError.h"
#include "management/acting/ActionPlan.h"
#include "management/acting/ActLedger.h"
#include "management/people/DirectoryConnection.h"
#include "management/seam/ManagementConnection.h"

#include <memory>
#include <stop_token>

namespace deskwarden::wsman {
class WireRecorder;
} // namespace deskwarden::wsman

namespace deskwarden::app {

/// The exit codes of the contract.
enum class ExitCode {
    Done = 0,
    NotAllDone = 1,
    Usage = 2,
    NoConnection = 3,
    Unknown = 4,
    Refused = 5,
};

/// What a verb works with. Everything outlives the verb.
struct CliContext
{
    const CliOptions& options;
    Output& output;
    management::Connector connector;
    const management::PlanRules& rules; ///< what policy allows, and who the operator is
    management::ActLedger& ledger;
    management::DirectoryConnector directory; ///< empty: none is known
    std::stop_token stop;                     ///< asked to end: nothing new is begun
    std::stop_token hurry;                    ///< asked again: what is under way is not waited for
};

/// A connection that is open, or the reason why there is none.
[[nodiscard]] core::Result<std::unique_ptr<management::ManagementConnection>> openConnection(const CliContext& context);
/// The limits of one enumeration: the connection itself keeps each wire call within --timeout.
[[nodiscard]] management::CallContext listLimits(const CliContext& context);
/// Says the error on stderr, with what to do. Returns the code of a verb that could not connect or list.
ExitCode sayError(Output& output, const core::ManagementError& error);
ExitCode sayError(const CliContext& context, const core::ManagementError& error);
/// Says why policy does not let it be.
ExitCode sayRefusal(Output& output, management::PolicyRefusal refusal, const management::Policy& policy,
                    management::ActionKind kind = management::ActionKind::Logoff);

[[nodiscard]] ExitCode runList(const CliContext& context);
[[nodiscard]] ExitCode runMachines(const CliContext& context);
[[nodiscard]] ExitCode runAct(const CliContext& context);
[[nodiscard]] ExitCode runMachineAct(const CliContext& context);
[[nodiscard]] ExitCode runCure(const CliContext& context);
[[nodiscard]] ExitCode runHosts(const CliContext& context);
[[nodiscard]] ExitCode runDrain(const CliContext& context);
[[nodiscard]] ExitCode runProbe(const CliContext& context);
[[nodiscard]] ExitCode runWhy(const CliContext& context);
[[nodiscard]] ExitCode runQuery(const CliContext& context);
/// `recorder` hears all that the context's connections say. It is not const: what is asked is noted there.
[[nodiscard]] ExitCode runReport(const CliContext& context, wsman::WireRecorder& recorder);
[[nodiscard]] ExitCode runPerson(const CliOptions& options, Output& output,
                                 const management::DirectoryConnector& directory, const std::stop_token& stop);
[[nodiscard]] ExitCode runCodes(const CliOptions& options, Output& output);

} // namespace deskwarden::app
