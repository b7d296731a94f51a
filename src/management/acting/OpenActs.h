// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionRules.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"

#include <optional>
#include <string>

namespace deskwarden::management {

/// Looks for acts that were left open on one server. Thread: the connection's. Owner: outlived by the connection.
class OpenActs final
{
public:
    OpenActs(ManagementConnection& connection, std::string nameSpace);

    /// Looks and decides. That a session is gone is believed only of a namespace that has listed sessions, or that
    /// there are none: a wrong one knows nobody either, by the same fault. Else the act is Unknown, with the list's
    /// error. Blocks: for one call, the first time that one is gone for two. Fails: if nobody could look; the act stays
    /// open then.
    [[nodiscard]] core::Result<Outcome> lookUp(ActionKind kind, const core::Session& intended,
                                               const CallContext& context);

private:
    [[nodiscard]] core::Result<Outcome> lookAtMachine(ActionKind kind, const core::Session& intended,
                                                      core::StringPool& pool, const CallContext& context);
    [[nodiscard]] core::Result<> askForList(const CallContext& context);

    ManagementConnection& m_connection;
    const std::string m_nameSpace;
    bool m_isProved = false; ///< the namespace has answered a list
};

} // namespace deskwarden::management
