// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/Action.h"
#include "management/ActionRules.h"
#include "management/ManagementConnection.h"

#include <string_view>

namespace deskwarden::management {

/// What a look into the session says about an act whose outcome nobody has recorded, because the program was killed.
/// For a logoff that the person is not there any more is what was wanted; that the person still is says nothing about
/// whether the request was sent. A disconnect, and a message even more, leaves too little behind to tell.
[[nodiscard]] Outcome decideAfterCrash(ActionKind kind, const core::Session& intended,
                                       const std::optional<core::Session>& found);

/// Looks and decides. Blocks: for one call. Fails: if nobody could look; the act stays open then.
[[nodiscard]] core::Result<Outcome> lookUp(ActionKind kind, const core::Session& intended,
                                           ManagementConnection& connection, std::string_view nameSpace,
                                           const CallContext& context);

} // namespace deskwarden::management
