// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"
#include "management/seam/Action.h"

#include <array>
#include <cstdint>
#include <map>

namespace deskwarden::app {

/// Prints one outcome a line as acts end, and counts them for the summary and the exit code.
/// Thread: one.
class ActReporter final
{
public:
    ActReporter(const CliOptions& options, Output& output);

    /// To be called for every act before it can end.
    void expect(const management::ActionRequest& request);
    /// Takes every report of the runner; only the last one of an act is told.
    void take(const management::ActionReport& report);
    /// An act that needed no runner, because looking was enough.
    void tell(const management::ActionRequest& request, const management::Outcome& outcome);
    /// Every expected act has ended.
    [[nodiscard]] bool isSettled() const;

    [[nodiscard]] QString summary() const;
    [[nodiscard]] ExitCode exitCode() const;

private:
    void print(const management::ActionRequest& request, const management::Outcome& outcome);

    const CliOptions& m_options;
    Output& m_output;
    std::map<std::uint64_t, management::ActionRequest> m_open;
    std::array<std::size_t, 8> m_counts{}; ///< by OutcomeKind
    bool m_isLedgerBroken = false;
};

} // namespace deskwarden::app
