// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/CliOptions.h"
#include "core/Session.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <vector>

namespace deskwarden::app {

/// The sessions that a person named, found in what the server lists.
struct SessionChoice
{
    std::vector<core::Session> found;   ///< in the order of the list
    std::vector<SessionName> unlisted;  ///< named, and not in the list
    QStringList accountsWithoutSession; ///< named in --sessions-from, and in no session
};

/// What names sessions: keys and accounts.
struct SessionNames
{
    std::vector<SessionName> keys;
    QStringList accounts; ///< "DOMAIN\user"
};

/// Reads a pasted list: HOST/ID or DOMAIN\user, one a line; empty lines and a byte order mark are passed over. The
/// error is one sentence with the line's number.
[[nodiscard]] tl::expected<SessionNames, QString> readSessionNames(const QByteArray& bytes);

/// Chooses by name; each session once, whatever the case of the names.
[[nodiscard]] SessionChoice choose(const std::vector<core::Session>& listed, const SessionNames& names);

/// Whether the account (DOMAIN\user, or user alone) is who is signed in, whatever the case.
[[nodiscard]] bool isSignedIn(const core::Session& session, const QString& account);

} // namespace deskwarden::app
