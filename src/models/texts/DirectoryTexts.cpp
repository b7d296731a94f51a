// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/DirectoryTexts.h"

#include "models/texts/Translate.h"

#include <QStringList>

#include <array>
#include <optional>

namespace deskwarden::models {

namespace {

/// Why there is no conversation with the directory at all.
Sentence describeReach(core::DirectoryProblem problem)
{
    using enum core::DirectoryProblem;
    switch (problem) {
    case NoServer:
        return {translate("Texts", "The DNS names no directory server of this domain."),
                translate("Texts", "Check the domain's name, or type the address of a server, as in "
                                   "ldaps://dc1.corp.example.")};
    case HostUnknown:
        return {translate("Texts", "No directory server of this name is known."),
                translate("Texts", "Check the name. Type it in full, as in dc1.corp.example. Is the VPN up?")};
    case Silent:
        return {translate("Texts", "The directory does not answer."),
                translate("Texts", "Is the VPN up? Does a firewall let ports 636 and 389 through?")};
    case Lost:
        return {translate("Texts", "The connection to the directory broke."), translate("Texts", "Try again.")};
    case Unprotected:
        return {translate("Texts", "No secure connection to the directory came about, so nothing was asked."),
                translate("Texts", "The server needs a certificate for LDAPS or StartTLS. Check the port: 636 with "
                                   "ldaps://, 389 with ldap://.")};
    case Untrusted:
        return {translate("Texts", "The directory's certificate is not trusted here, or made out for another name."),
                translate("Texts", "Use the server's full name, or choose the file with your organisation's "
                                   "certificate authority.")};
    case SignInRefused:
    case NoTicket:
    case NoPassword:
    case MethodMissing:
    case TooWeak:
    case NoRights:
    case Elsewhere:
    case BaseMissing:
    case Busy:
    case AccountUnknown:
    case Refused:
    case Unreadable:
        break;
    }
    return {};
}

Sentence describeSignIn(core::DirectoryProblem problem)
{
    using enum core::DirectoryProblem;
    switch (problem) {
    case SignInRefused:
        return {translate("Texts", "The directory refused the sign-in."),
                translate("Texts", "Check user name (DOMAIN\\user) and password. Repeated attempts can lock the "
                                   "account.")};
    case NoTicket:
        return {translate("Texts", "No sign-in to the directory by Kerberos could be prepared on this computer."),
                translate("Texts", "Get a ticket (kinit), check the clock, and use the server's full name.")};
    case NoPassword:
        return {translate("Texts", "The directory needs user and password of the server's connection, and there is "
                                   "none."),
                translate("Texts", "Type them in the connection, or sign in to the directory by Kerberos.")};
    case MethodMissing:
        return {translate("Texts", "This computer or the directory lacks the sign-in by Kerberos."),
                translate("Texts", "On Debian install libsasl2-modules-gssapi-mit.")};
    case TooWeak:
        return {translate("Texts", "The directory wants a stronger sign-in."),
                translate("Texts", "Sign in by Kerberos, over ldaps://.")};
    case NoServer:
    case HostUnknown:
    case Silent:
    case Lost:
    case Unprotected:
    case Untrusted:
    case NoRights:
    case Elsewhere:
    case BaseMissing:
    case Busy:
    case AccountUnknown:
    case Refused:
    case Unreadable:
        break;
    }
    return describeReach(problem);
}

QString stateWord(std::size_t state)
{
    switch (state) {
    case 0:
        return translate("Texts", "Disabled");
    case 1:
        return translate("Texts", "Account expired");
    case 2:
        return translate("Texts", "Locked");
    default:
        return translate("Texts", "Password expired");
    }
}

const char* symbol(management::Acquaintance acquaintance)
{
    switch (acquaintance) {
    case management::Acquaintance::Known:
        return "known";
    case management::Acquaintance::NotThere:
        return "not_there";
    case management::Acquaintance::OfOtherDomain:
        return "other_domain";
    case management::Acquaintance::Ambiguous:
        return "ambiguous";
    }
    return "";
}

} // namespace

Sentence describe(core::DirectoryProblem problem, const core::ManagementError& error)
{
    using enum core::DirectoryProblem;
    switch (problem) {
    case NoServer:
    case HostUnknown:
    case Silent:
    case Lost:
    case Unprotected:
    case Untrusted:
    case SignInRefused:
    case NoTicket:
    case NoPassword:
    case MethodMissing:
    case TooWeak:
        return describeSignIn(problem);
    case NoRights:
        return {translate("Texts", "The directory does not let this account read."),
                translate("Texts", "Have the account allowed to read users, or sign in as another.")};
    case Elsewhere:
        return {translate("Texts", "The directory refers to another server. Nobody went there."),
                translate("Texts", "Type the address of a server of the users' own domain.")};
    case BaseMissing:
        return {translate("Texts", "The directory has nothing of the name below which people are sought."),
                translate("Texts", "Correct the base, or leave it out.")};
    case Busy:
        return {translate("Texts", "The directory is overloaded or shutting down."),
                translate("Texts", "Try again in a minute.")};
    case AccountUnknown:
        return {translate("Texts", "The directory tells of no single account of that name in its domain."),
                translate("Texts", "Check the spelling, and whether the directory is of the user's domain.")};
    case Refused:
        return {translate("Texts", "The directory said no (LDAP result %1).").arg(error.code),
                translate("Texts", "Its own words stand in the details.")};
    case Unreadable:
        return {translate("Texts", "The directory's answer could not be understood, or is larger than this program "
                                   "accepts."),
                translate("Texts", "Report it with the details.")};
    }
    return {};
}

QString accountStateText(const management::Person& person)
{
    const std::array<std::optional<bool>, 4> states{person.isDisabled, person.isExpired, person.isLocked,
                                                    person.isPasswordExpired};
    QStringList found;
    bool isAllKnown = true;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states.at(i).value_or(false))
            found << stateWord(i);
        isAllKnown = isAllKnown && states.at(i).has_value();
    }
    if (!found.isEmpty())
        return found.join(QStringLiteral(", "));
    return isAllKnown ? translate("Texts", "In order") : translate("Texts", "Not known");
}

QJsonObject toJson(const management::AccountName& name, const management::PersonAnswer& answer)
{
    const auto text = [](const std::string& value) { return QJsonValue(QString::fromStdString(value)); };
    const auto state = [](std::optional<bool> value) { return value ? QJsonValue(*value) : QJsonValue(); };
    const management::Person& person = answer.person;
    return {{QStringLiteral("account"), text(name.domain.empty() ? name.user : name.domain + '\\' + name.user)},
            {QStringLiteral("found"), QString::fromLatin1(symbol(answer.acquaintance))},
            {QStringLiteral("name"), text(person.fullName)},
            {QStringLiteral("department"), text(person.department)},
            {QStringLiteral("title"), text(person.title)},
            {QStringLiteral("phone"), text(person.phone)},
            {QStringLiteral("mail"), text(person.mail)},
            {QStringLiteral("sid"), text(person.sid)},
            {QStringLiteral("disabled"), state(person.isDisabled)},
            {QStringLiteral("locked"), state(person.isLocked)},
            {QStringLiteral("expired"), state(person.isExpired)},
            {QStringLiteral("passwordExpired"), state(person.isPasswordExpired)}};
}

Sentence describe(management::Acquaintance acquaintance)
{
    switch (acquaintance) {
    case management::Acquaintance::Known:
        return {};
    case management::Acquaintance::NotThere:
        return {translate("Texts", "The directory has no such account, or does not show it to you."),
                translate("Texts", "Check the spelling.")};
    case management::Acquaintance::OfOtherDomain:
        return {translate("Texts", "The account is of another domain than the directory."),
                translate("Texts", "Ask a directory of that domain.")};
    case management::Acquaintance::Ambiguous:
        return {translate("Texts", "The directory has several accounts of that name."),
                translate("Texts", "Narrow the base.")};
    }
    return {};
}

} // namespace deskwarden::models
