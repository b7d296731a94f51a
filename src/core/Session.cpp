// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Session.h"

#include "core/Names.h"

namespace deskwarden::core {

bool isSameOccupant(const Session& left, const Session& right) noexcept
{
    return left.key.sessionId == right.key.sessionId && left.key.server == right.key.server &&
           isSameName(left.key.vmHostName, right.key.vmHostName) && isSameName(left.userName, right.userName) &&
           isSameName(left.domainName, right.domainName) && isSameName(left.vmName, right.vmName);
}

bool hasUser(const Session& session) noexcept
{
    return !session.userName.isEmpty();
}

std::string accountName(const Session& session)
{
    if (session.domainName.isEmpty())
        return session.userName.toString();
    return session.domainName.toString() + '\\' + session.userName.toString();
}

std::string keyText(const SessionKey& key)
{
    return key.vmHostName.toString() + '/' + std::to_string(key.sessionId);
}

} // namespace deskwarden::core
