// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Session.h"

#include "core/Value.h"

namespace deskwarden::core {

bool isSameOccupant(const Session& left, const Session& right) noexcept
{
    const auto same = [](const SharedString& a, const SharedString& b) {
        return a.isSameBlock(b) || isSameName(a.view(), b.view());
    };
    return left.key.sessionId == right.key.sessionId && left.key.server == right.key.server &&
           same(left.key.vmHostName, right.key.vmHostName) && same(left.userName, right.userName) &&
           same(left.domainName, right.domainName) && same(left.vmName, right.vmName);
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
