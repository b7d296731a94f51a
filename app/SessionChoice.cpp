// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/SessionChoice.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace deskwarden::app {

namespace {

using Key = std::pair<QString, std::uint32_t>;

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

Key keyOf(std::string_view host, std::uint32_t id)
{
    return {text(host).toCaseFolded(), id};
}

} // namespace

tl::expected<SessionNames, QString> readSessionNames(const QByteArray& bytes)
{
    SessionNames names;
    QString all = QString::fromUtf8(bytes);
    if (all.startsWith(QChar::ByteOrderMark))
        all.remove(0, 1);
    int number = 0;
    for (const QString& line : all.split(QLatin1Char('\n'))) {
        ++number;
        const QString name = line.trimmed();
        if (name.isEmpty())
            continue;
        const qsizetype backslash = name.indexOf(QLatin1Char('\\'));
        if (backslash > 0 && backslash + 1 < name.size() && !name.contains(QLatin1Char('/'))) {
            names.accounts << name;
            continue;
        }
        auto key = parseSessionName(name);
        if (!key)
            return tl::unexpected<QString>(
                QStringLiteral("Line %1: \"%2\" is neither HOST/ID nor DOMAIN\\user.").arg(number).arg(name));
        names.keys.push_back(*std::move(key));
    }
    return names;
}

SessionChoice choose(const std::vector<core::Session>& listed, const SessionNames& names)
{
    QHash<Key, bool> keys; // found yet?
    for (const SessionName& name : names.keys)
        keys.insert(keyOf(name.vmHostName, name.sessionId), false);
    QHash<QString, bool> accounts;
    for (const QString& account : names.accounts)
        accounts.insert(account.toCaseFolded(), false);

    SessionChoice choice;
    for (const core::Session& session : listed) {
        const auto key = keys.find(keyOf(session.key.vmHostName.view(), session.key.sessionId));
        const auto account = accounts.find(text(core::accountName(session)).toCaseFolded());
        if (key == keys.end() && account == accounts.end())
            continue;
        if (key != keys.end())
            *key = true;
        if (account != accounts.end())
            *account = true;
        choice.found.push_back(session);
    }
    for (const SessionName& name : names.keys) {
        // Marked, so that a name given twice is told once.
        bool& isFound = keys[keyOf(name.vmHostName, name.sessionId)];
        if (!std::exchange(isFound, true))
            choice.unlisted.push_back(name);
    }
    for (const QString& account : names.accounts) {
        bool& isFound = accounts[account.toCaseFolded()];
        if (!std::exchange(isFound, true))
            choice.accountsWithoutSession << account;
    }
    return choice;
}

bool isSignedIn(const core::Session& session, const QString& account)
{
    const QString signedIn =
        account.contains(QLatin1Char('\\')) ? text(core::accountName(session)) : text(session.userName.view());
    return signedIn.toCaseFolded() == account.toCaseFolded();
}

} // namespace deskwarden::app
