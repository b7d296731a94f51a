// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"
#include "core/Session.h"
#include "integration/Transports.h"
#include "management/acting/ActLedger.h"
#include "management/seam/Action.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace deskwarden::integration {

/// What became of one act.
struct Ended
{
    std::optional<management::Outcome> outcome;
    int count = 0; ///< how often it was told
};

struct ActPatience
{
    std::chrono::milliseconds call{1500};
    std::chrono::milliseconds verify{1500};
    std::chrono::milliseconds doubt{400};
};

/// The first session in that state which has a user.
[[nodiscard]] std::optional<core::Session> sessionIn(const BrokerUnderTest& server, core::ConnectState state);
[[nodiscard]] management::ActionKind kindOf(std::string_view verb);
/// Acts by one real runner, until the outcomes of all are told, by the numbers of their requests.
[[nodiscard]] std::map<std::uint64_t, Ended> runAll(management::Connector connector, management::ActLedger& ledger,
                                                    std::vector<management::ActionRequest> requests,
                                                    const ActPatience& patience);
/// One act by the real runner, until its outcome is told.
[[nodiscard]] Ended runOne(management::Connector connector, management::ActLedger& ledger, const core::Session& target,
                           management::ActionKind kind, const ActPatience& patience = {});
[[nodiscard]] Ended runOne(const BrokerUnderTest& server, management::ActLedger& ledger, const core::Session& target,
                           management::ActionKind kind, const ActPatience& patience = {});

} // namespace deskwarden::integration
