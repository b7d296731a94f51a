// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Targets.h"
#include "models/table/SessionChoice.h"

#include <QString>
#include <QStringDecoder>

#include <string>

namespace deskwarden::fuzz {

using models::BareUsers;
using models::SessionNames;

namespace {

QString listOf(const SessionNames& names)
{
    QString list(u'\n'); // a mark at the very start would be taken for the byte order's
    for (const models::SessionName& key : names.keys)
        list += QString::fromStdString(key.vmHostName) + u'/' + QString::number(key.sessionId) + u'\n';
    for (const QString& account : names.accounts)
        list += account + u'\n';
    return list;
}

bool isUtf16(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// A zero byte is no letter of a list.
bool isUtf8(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    static_cast<void>(text);
    return !decoder.hasError() && bytes.find('\0') == std::string_view::npos;
}

SessionNames check(const QString& list, BareUsers bareUsers)
{
    const SessionNames names = models::readSessionNames(list, bareUsers);
    const auto count = names.keys.size() + static_cast<std::size_t>(names.accounts.size()) + names.unreadable.size();
    demand(count <= static_cast<std::size_t>(list.size()), "a list names no more than it has letters");
    demand(names.unreadable.empty() == models::problemOf(names).isEmpty(), "an unreadable line is a problem");
    for (const QString& account : names.accounts)
        demand(bareUsers == BareUsers::Allowed || account.contains(u'\\'), "a bare user is taken only where allowed");
    const SessionNames again = models::readSessionNames(listOf(names), bareUsers);
    demand(again.keys == names.keys, "keys are read back");
    demand(again.accounts == names.accounts, "accounts are read back");
    demand(again.unreadable.empty(), "what was readable stays readable");

    // Each key finds exactly its session.
    core::Session session;
    session.key.vmHostName = core::SharedString("hv-1");
    session.key.sessionId = 7;
    session.userName = core::SharedString("bob");
    session.domainName = core::SharedString("CORP");
    const auto choice = models::choose({session}, names);
    bool isNamed = false;
    for (const models::SessionName& key : names.keys)
        isNamed = isNamed || (QString::fromStdString(key.vmHostName).toCaseFolded() == QLatin1String("hv-1") &&
                              key.sessionId == 7);
    for (const QString& account : names.accounts) {
        const QString folded = account.toCaseFolded();
        isNamed = isNamed || folded == QLatin1String("corp\\bob") || folded == QLatin1String("bob");
    }
    demand(choice.found.size() == (isNamed ? 1U : 0U), "a session is chosen if and only if it is named");
    return names;
}

} // namespace

/// A pasted list of sessions.
void readSessionLists(std::string_view bytes)
{
    const QString list = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    for (const BareUsers bareUsers : {BareUsers::Refused, BareUsers::Allowed}) {
        const SessionNames pasted = check(list, bareUsers);
        const SessionNames ofFile = models::readSessionList(bytes, bareUsers);
        // What is not UTF-8 has the sign for that in the pasted text.
        if (isUtf8(bytes) && !isUtf16(bytes))
            demand(ofFile.keys == pasted.keys && ofFile.accounts == pasted.accounts &&
                       ofFile.unreadable == pasted.unreadable,
                   "a file means what its text means when it is pasted");
        else
            demand(isUtf16(bytes) ||
                       (ofFile.keys.empty() && ofFile.accounts.isEmpty() && ofFile.unreadable.size() == 1),
                   "nothing is taken from a file whose letters are unknown");
    }
}

} // namespace deskwarden::fuzz
