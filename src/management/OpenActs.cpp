// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/OpenActs.h"

#include "core/Value.h"
#include "management/SessionMapping.h"

namespace deskwarden::management {

namespace {

bool isSame(const core::Session& left, const core::Session& right)
{
    const auto isSameText = [](const core::SharedString& one, const core::SharedString& other) {
        return core::isSameName(one.view(), other.view());
    };
    return isSameText(left.userName, right.userName) && isSameText(left.domainName, right.domainName) &&
           isSameText(left.vmName, right.vmName);
}

} // namespace

Outcome decideAfterCrash(ActionKind kind, const core::Session& intended, const std::optional<core::Session>& found)
{
    Outcome outcome;
    outcome.kind = OutcomeKind::Unknown;
    outcome.found = found;
    // One that is signing out may have done so before the act: nobody recorded what the re-read had found.
    if (kind != ActionKind::Message && (!found || !isSame(intended, *found)))
        outcome.kind = OutcomeKind::Done;
    return outcome;
}

core::Result<Outcome> lookUp(ActionKind kind, const core::Session& intended, ManagementConnection& connection,
                             std::string_view nameSpace, const CallContext& context)
{
    core::StringPool pool;
    return lookFrom(connection.get(pathOf(intended.key, nameSpace), context), intended.key, pool)
        .map([&](const std::optional<core::Session>& found) { return decideAfterCrash(kind, intended, found); });
}

} // namespace deskwarden::management
