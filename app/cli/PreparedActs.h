// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"
#include "core/Session.h"
#include "management/acting/ActionPlan.h"
#include "management/seam/Action.h"
#include "models/table/SessionChoice.h"

#include <QString>

#include <tl/expected.hpp>

#include <cstddef>
#include <vector>

namespace deskwarden::app {

/// An act whose outcome needs no runner.
struct SettledAct
{
    core::Session session;
    management::Outcome outcome;
};

/// What was asked for, compared with what the server lists.
struct PreparedActs
{
    management::ActionPlan plan;
    std::vector<SettledAct> settled;
    std::size_t untold = 0; ///< left alone, because the broker does not tell for how long
    std::size_t beyond = 0; ///< left for another time by --at-most
    bool isNotAll = false;  ///< something that was asked for is not in the plan, and that is no settled act

    /// The end of the summary: what is not acted on for the sake of --disconnected-for, --idle-for and --at-most.
    [[nodiscard]] QString leftAlone() const;
    /// A name stands for nothing that the server knows, or nobody could look.
    [[nodiscard]] bool isAnyUnknown() const;
};

/// The sessions that --session and --sessions-from name. The error is one sentence. Blocks: while the file is read.
[[nodiscard]] tl::expected<models::SessionNames, QString> readNames(const CliContext& context);

/// Lists the server's sessions and picks those that the options are for. Says on stderr what is not found or not
/// complete. Blocks: as listing does. Fails: as connecting and listing do.
[[nodiscard]] core::Result<PreparedActs> prepareActs(const CliContext& context, const management::Action& action,
                                                     const models::SessionNames& names);

} // namespace deskwarden::app
