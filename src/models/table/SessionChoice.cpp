// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionChoice.h"

#include "core/CopiedText.h"
#include "core/TextEncoding.h"
#include "models/texts/DecodedText.h"
#include "models/texts/Texts.h"

#include <QSet>

#include <algorithm>

namespace deskwarden::models {

namespace {

QString text(std::string_view value)
{
    return decodedText(value);
}

QString foldedHost(std::string_view host)
{
    return text(host).toCaseFolded();
}

bool isAccount(const QString& name)
{
    const qsizetype backslash = name.indexOf(QLatin1Char('\\'));
    return backslash > 0 && backslash + 1 < name.size() && !name.contains(QLatin1Char('/'));
}

QStringList namesIn(const QString& line)
{
    QString parted = line;
    for (QChar& character : parted) {
        if (character == u',' || character == u';' || character == u'\r')
            character = u'\t';
    }
    return parted.split(u'\t');
}

} // namespace

std::optional<SessionName> readSessionName(const QString& name)
{
    const qsizetype slash = name.lastIndexOf(QLatin1Char('/'));
    bool isNumber = false;
    const QString digits = slash > 0 ? name.mid(slash + 1) : QString();
    const uint id = digits.toUInt(&isNumber);
    // toUInt also takes a sign and blanks around the number.
    if (!isNumber || !std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return SessionName{name.left(slash).toStdString(), id};
}

SessionNames readSessionNames(const QString& list, BareUsers bareUsers)
{
    SessionNames names;
    int number = 0;
    for (const QString& line : text(core::withoutUnseenMarks(list.toStdString())).split(QLatin1Char('\n'))) {
        ++number;
        for (const QString& part : namesIn(line)) {
            const QString name = part.trimmed();
            if (name.isEmpty())
                continue;
            if (isAccount(name))
                names.accounts << name;
            else if (auto key = readSessionName(name))
                names.keys.push_back(*std::move(key));
            else if (bareUsers == BareUsers::Allowed && !name.contains(QLatin1Char('/')) &&
                     !name.contains(QLatin1Char('\\')))
                names.accounts << name;
            else
                names.unreadable.push_back({number, name});
        }
    }
    return names;
}

SessionNames readSessionList(std::string_view bytes, BareUsers bareUsers)
{
    const std::optional<std::string> text = core::utf8From(bytes);
    if (text)
        return readSessionNames(QString::fromStdString(*text), bareUsers);
    SessionNames names;
    names.unreadable.push_back({static_cast<int>(core::firstUnreadableLine(bytes)), {}, false});
    return names;
}

QString problemOf(const SessionNames& names)
{
    if (names.unreadable.empty())
        return {};
    const UnreadableLine& first = names.unreadable.front();
    if (!first.isText)
        return QStringLiteral("Line %1 is neither UTF-8 nor UTF-16. Save the list as UTF-8.").arg(first.number);
    return QStringLiteral("Line %1: \"%2\" is neither HOST/ID nor DOMAIN\\user.")
        .arg(first.number)
        .arg(plainText(first.text, 100));
}

SessionChooser::SessionChooser(SessionNames names)
    : m_names(std::move(names))
{
    for (const SessionName& name : m_names.keys)
        m_keys.insert({foldedHost(name.vmHostName), name.sessionId}, {});
    for (const QString& account : m_names.accounts)
        m_accounts.insert(account.toCaseFolded(), {});
}

void SessionChooser::offer(const core::Session& session)
{
    const auto meet = [this](Meanings& meanings, const QString& meaning) {
        meanings.sessions.push_back(m_offered.size());
        if (!meanings.different.contains(meaning, Qt::CaseInsensitive))
            meanings.different << meaning;
    };
    bool isMet = false;
    if (const auto key = m_keys.find({foldedHost(session.key.vmHostName.view()), session.key.sessionId});
        key != m_keys.end())
    {
        meet(*key, text(session.key.server.address.view()));
        isMet = true;
    }
    if (core::hasUser(session) && !m_accounts.isEmpty()) {
        const QString account = text(core::accountName(session));
        QStringList goesBy{account.toCaseFolded(), text(session.userName.view()).toCaseFolded()};
        goesBy.removeDuplicates();
        for (const QString& name : std::as_const(goesBy)) {
            if (const auto known = m_accounts.find(name); known != m_accounts.end()) {
                meet(*known, account);
                isMet = true;
            }
        }
    }
    if (isMet)
        m_offered.push_back(session);
}

SessionChoice SessionChooser::choice() const
{
    SessionChoice choice;
    std::vector<bool> isChosen(m_offered.size(), false);
    QSet<QString> told; // a name given twice is told once
    const auto settle = [&](const Meanings& meanings, const QString& name, const auto& tellMissing) {
        if (meanings.different.size() > 1) {
            if (!told.contains(name.toCaseFolded()))
                choice.ambiguous.push_back({name, meanings.different});
        } else if (meanings.sessions.empty()) {
            if (!told.contains(name.toCaseFolded()))
                tellMissing();
        } else {
            for (const std::size_t session : meanings.sessions)
                isChosen[session] = true;
        }
        told.insert(name.toCaseFolded());
    };
    for (const SessionName& name : m_names.keys)
        settle(m_keys.value({foldedHost(name.vmHostName), name.sessionId}),
               text(name.vmHostName) + QLatin1Char('/') + QString::number(name.sessionId),
               [&] { choice.unlisted.push_back(name); });
    for (const QString& account : m_names.accounts)
        settle(m_accounts.value(account.toCaseFolded()), account, [&] { choice.accountsWithoutSession << account; });
    for (std::size_t i = 0; i < m_offered.size(); ++i) {
        if (isChosen[i])
            choice.found.push_back(m_offered[i]);
    }
    return choice;
}

SessionChoice choose(const std::vector<core::Session>& listed, const SessionNames& names)
{
    SessionChooser chooser(names);
    for (const core::Session& session : listed)
        chooser.offer(session);
    return chooser.choice();
}

bool isSignedIn(const core::Session& session, const QString& account)
{
    const QString signedIn =
        account.contains(QLatin1Char('\\')) ? text(core::accountName(session)) : text(session.userName.view());
    return signedIn.toCaseFolded() == account.toCaseFolded();
}

} // namespace deskwarden::models
