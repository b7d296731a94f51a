// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deskwarden::models {

/// One session as a person names it: HOST/ID.
struct SessionName
{
    std::string vmHostName;
    std::uint32_t sessionId = 0;
    friend bool operator==(const SessionName&, const SessionName&) = default;
};

/// A line of a pasted list that names nothing.
struct UnreadableLine
{
    int number = 0;
    QString text;
    bool isText = true; ///< false: it is neither UTF-8 nor UTF-16
    friend bool operator==(const UnreadableLine&, const UnreadableLine&) = default;
};

/// What names sessions: keys and accounts.
struct SessionNames
{
    std::vector<SessionName> keys;
    QStringList accounts; ///< "DOMAIN\user"; "user" alone where that is allowed
    std::vector<UnreadableLine> unreadable;
};

/// Whether a list may name users without their domain.
enum class BareUsers { Allowed, Refused };

/// A name that more than one session or person goes by.
struct AmbiguousName
{
    QString name;
    QStringList meanings;
    friend bool operator==(const AmbiguousName&, const AmbiguousName&) = default;
};

/// The sessions that a person named, found in what the servers list.
struct SessionChoice
{
    std::vector<core::Session> found;     ///< in the order of the list
    std::vector<SessionName> unlisted;    ///< named, and not in the list
    QStringList accountsWithoutSession;   ///< named, and in no session
    std::vector<AmbiguousName> ambiguous; ///< not among the found ones
};

/// Reads "HOST/ID"; nothing for anything else.
[[nodiscard]] std::optional<SessionName> readSessionName(const QString& text);

/// Reads a pasted list: HOST/ID or DOMAIN\user, one a line or parted by commas, semicolons or tabs; empty lines and
/// marks that nobody sees are passed over.
[[nodiscard]] SessionNames readSessionNames(const QString& list, BareUsers bareUsers);
/// The same from a file's bytes: UTF-8, or UTF-16 with a byte order mark, as PowerShell writes it. Of a list that is
/// neither only the first such line comes back, as unreadable: nothing of it can be trusted.
[[nodiscard]] SessionNames readSessionList(std::string_view bytes, BareUsers bareUsers);
/// The first line that names nothing, in one sentence; empty if all do.
[[nodiscard]] QString problemOf(const SessionNames& names);

/// Chooses by name among sessions that are offered one by one; each once, whatever the case of the names.
/// Thread: used on one.
class SessionChooser final
{
public:
    explicit SessionChooser(SessionNames names);

    void offer(const core::Session& session);
    [[nodiscard]] SessionChoice choice() const;

private:
    using Key = std::pair<QString, std::uint32_t>;
    struct Meanings
    {
        std::vector<std::size_t> sessions; ///< of m_offered
        QStringList different;             ///< servers of a key, accounts of a bare user
    };

    const SessionNames m_names;
    QHash<Key, Meanings> m_keys;
    QHash<QString, Meanings> m_accounts;
    std::vector<core::Session> m_offered; ///< those that some name meets
};

[[nodiscard]] SessionChoice choose(const std::vector<core::Session>& listed, const SessionNames& names);

/// Whether the account (DOMAIN\user, or user alone) is who is signed in, whatever the case.
[[nodiscard]] bool isSignedIn(const core::Session& session, const QString& account);

} // namespace deskwarden::models
