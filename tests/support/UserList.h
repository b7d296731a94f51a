// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "management/sessions/SessionSnapshot.h"

#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace deskwarden::support {

/// A session of this user of CORP, on that server.
inline core::Session sessionOf(const core::ServerProfile& profile, const char* user)
{
    core::Session session;
    session.key = {profile.address.id(), core::SharedString("HV-1"), 1};
    session.domainName = core::SharedString("CORP");
    session.userName = core::SharedString(user);
    return session;
}

/// A list of that server in which each of these users has a session.
inline management::SnapshotPointer listOf(const core::ServerProfile& profile, std::initializer_list<const char*> users)
{
    auto snapshot = std::make_shared<management::SessionSnapshot>();
    snapshot->server = profile.address.id();
    std::vector<core::Session> sessions;
    for (const char* const user : users)
        sessions.push_back(sessionOf(profile, user));
    snapshot->sessions = management::SessionList(std::move(sessions));
    return snapshot;
}

} // namespace deskwarden::support
