// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "core/StatusCode.h"
#include "management/seam/RdmsSchema.h"
#include "models/texts/DirectoryTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <variant>

namespace deskwarden::models {

namespace {

QString offeredText(const core::ManagementError& error)
{
    QStringList names;
    for (const std::string& scheme : error.offered)
        names << plainText(scheme, 40);
    return names.join(QStringLiteral(", "));
}

Sentence signInRefused(const core::ManagementError& error)
{
    Sentence sentence{
        translate("Texts", "The server refused the sign-in; it does not say why."),
        translate("Texts", "Check user name (DOMAIN\\user), password, and that the account may use remote management "
                           "on this server. Repeated attempts can lock the account.")};
    if (error.status() != 0 && core::findStatusCode(error.status()) != nullptr)
        sentence = {codeMeaning(error.status()), codeNextStep(error.status())};
    return sentence;
}

Sentence signInImpossible(const core::ManagementError& error)
{
    if (error.status() != 0 && core::findStatusCode(error.status()) != nullptr)
        return {codeMeaning(error.status()), codeNextStep(error.status())};
    return {translate("Texts", "No sign-in could be prepared on this computer."),
            translate("Texts", "Type user name and password, or get a ticket (kinit). Check the clock and use the "
                               "server's full name.")};
}

Sentence schemeNotOffered(const core::ManagementError& error)
{
    if (error.offered.empty())
        return {translate("Texts", "The server does not say by which ways it lets people sign in."),
                translate("Texts",
                          "Name one: as the sign-in method of the connection, or by --auth negotiate, kerberos, "
                          "ntlm or basic.")};
    return {translate("Texts", "The server does not offer the chosen way to sign in."),
            translate("Texts", "It offers: %1. Choose one of these, or Automatic.").arg(offeredText(error))};
}

Sentence certificateUntrusted(const core::ManagementError& error)
{
    const QString remedy = translate("Texts", "Have the server's owner confirm the fingerprint and pin it, or choose "
                                              "the file with your organisation's certificate authority.");
    if (error.certificate == nullptr || error.certificate->whyUntrusted.empty())
        return {translate("Texts", "The server's certificate is not trusted here."), remedy};
    if (error.certificate->hasOtherName)
        return {translate("Texts", "The server's certificate is made out for another name: %1.")
                    .arg(plainText(error.certificate->alternativeNames.empty() ? error.certificate->subject
                                                                               : error.certificate->alternativeNames,
                                   200)),
                translate("Texts", "Connect by a name that stands in it, or have the server's owner confirm the "
                                   "fingerprint and pin it.")};
    return {translate("Texts", "The server's certificate is not trusted here: %1.")
                .arg(plainText(error.certificate->whyUntrusted, 200)),
            remedy};
}

Sentence invalidInput(const core::ManagementError& error)
{
    if (const auto* problem = std::get_if<core::InputProblem>(&error.reason))
        return describe(*problem, error);
    if (error.detail.empty())
        return {translate("Texts", "Something that was typed cannot be used."), translate("Texts", "Correct it.")};
    return {translate("Texts", "This cannot be used: %1").arg(plainText(error.detail, 300)),
            translate("Texts", "Correct it.")};
}

Sentence tlsFailed(const core::ManagementError& error)
{
    if (const auto* problem = std::get_if<core::TlsProblem>(&error.reason))
        return describe(*problem);
    return {translate("Texts", "No secure connection came about."),
            translate("Texts", "Check the port (5986). The details say what the TLS library makes of it.")};
}

Sentence policyRefused(const core::ManagementError& error)
{
    const auto* rule = std::get_if<core::PolicyRefusal>(&error.reason);
    management::Policy policy;
    policy.isReadOnly = true;
    policy.largestPlan = error.code;
    return describe(rule ? *rule : core::PolicyRefusal::ReadOnly, policy);
}

Sentence notSupported(const core::ManagementError& error)
{
    if (const auto* problem = std::get_if<core::InputProblem>(&error.reason))
        return describe(*problem, error);
    return {translate("Texts", "This cannot be done over this kind of connection, or not on this computer."),
            translate("Texts", "Choose another kind of connection.")};
}

Sentence timedOut(const core::ManagementError& error)
{
    if (error.delivery == core::Delivery::MaybeSent)
        return {translate("Texts", "No answer came in time; the server may have acted all the same."),
                translate("Texts", "Refresh before trying again.")};
    return {translate("Texts", "No answer came in time."),
            translate("Texts", "Try again; if it happens often, allow more time for a call in the connection.")};
}

Sentence connectionLost(const core::ManagementError& error)
{
    if (const auto* problem = std::get_if<core::TlsProblem>(&error.reason))
        return describe(*problem);
    if (error.delivery == core::Delivery::MaybeSent)
        return {translate("Texts", "The connection broke before the answer came; the server may have acted."),
                translate("Texts", "Refresh before trying again.")};
    return {translate("Texts", "The connection broke."), translate("Texts", "Try again.")};
}

Sentence redirected(const core::ManagementError& error)
{
    return {translate("Texts", "The server refers to another address: %1 (HTTP %2). Nobody went there.")
                .arg(plainText(error.subject, 200), QString::number(error.code)),
            translate("Texts", "If it is the right one, connect to it.")};
}

Sentence httpStatus(const core::ManagementError& error)
{
    const bool isRedirection = error.code >= 300 && error.code < 400;
    if (isRedirection && !error.subject.empty())
        return redirected(error);
    if (!error.subject.empty()) // of a sign-in
        return {translate("Texts", "The server refused the sign-in as too large: its token has %1 bytes (HTTP %2).")
                    .arg(plainText(error.subject, 20), QString::number(error.code)),
                translate("Texts", "Accounts in hundreds of groups have large tokens. Have MaxFieldLength and "
                                   "MaxRequestBytes raised on the server, or use an account in fewer groups.")};
    switch (error.code) {
    case 401:
        return {translate("Texts", "The server no longer knew the sign-in, which it had accepted (HTTP 401)."),
                translate("Texts",
                          "Refresh. If it happens often, have the server and what stands in between looked at; "
                          "the password is not the cause.")};
    case 400:
        return {
            translate("Texts", "The server refused the request as malformed or too long (HTTP 400)."),
            translate("Texts", "Look whether something in between changes requests, and report it with the details.")};
    case 413:
        return {translate("Texts", "The server refused the request as too large (HTTP 413)."),
                translate("Texts", "Have MaxEnvelopeSizekb raised in the WinRM settings of the server.")};
    case 403:
        return {translate("Texts", "The server forbids remote management to this account (HTTP 403)."),
                translate("Texts", "Have the account added to Remote Management Users on the server.")};
    case 407:
        return {translate("Texts", "A proxy stands in between and wants a sign-in of its own (HTTP 407)."),
                translate("Texts", "Have the server's name excepted from the proxy.")};
    case 503:
        return {translate("Texts", "The server's remote management is overloaded or stopped (HTTP 503)."),
                translate("Texts", "Try again in a minute; then have the WinRM service checked.")};
    default:
        return {translate("Texts", "The server answered with HTTP status %1 and no explanation.").arg(error.code),
                translate("Texts", "Look whether a proxy or another web server stands in between.")};
    }
}

/// The broker's own sentence for it is about sessions.
Sentence classMissing(const core::ManagementError& error)
{
    const QString remedy = translate("Texts", "Check the spelling and the namespace.");
    if (error.subject.empty())
        return {translate("Texts", "The server does not know the class that was asked for."), remedy};
    return {translate("Texts", "The server does not know the class %1.").arg(plainText(error.subject, 100)), remedy};
}

Sentence fault(const core::ManagementError& error)
{
    constexpr std::uint32_t invalidClass = 0x80041010;
    if (error.status() == invalidClass && !core::isSameName(error.subject, management::sessionClass))
        return classMissing(error);
    // ERROR_ACCESS_DENIED, whose own sentence is about an act: here nothing but asking was denied.
    constexpr std::uint32_t noNamespaceRights = 0x80041003;
    if (error.status() == 5 || error.status() == 0x80070005)
        return {codeMeaning(noNamespaceRights), codeNextStep(noNamespaceRights)};
    if (error.status() == 0)
        return {translate("Texts", "The server said no and gave no code."),
                translate("Texts", "Its own words stand in the details.")};
    return {codeMeaning(error.status()), codeNextStep(error.status())};
}

} // namespace

Sentence describe(const core::ManagementError& error)
{
    using enum core::ErrorKind;
    if (const auto* problem = std::get_if<core::DirectoryProblem>(&error.reason); problem && error.kind != Cancelled)
        return describe(*problem, error);
    switch (error.kind) {
    case Cancelled:
        return {translate("Texts", "It was cancelled."), QString()};
    case TimedOut:
        return timedOut(error);
    case InvalidInput:
        return invalidInput(error);
    case NameNotResolved:
        return {translate("Texts", "No computer of that name was found."),
                translate("Texts", "Check the spelling, DNS and the VPN.")};
    case ConnectionRefused:
        return {translate("Texts", "The computer answers, but remote management does not."),
                translate("Texts", "Check the port (5986 or 5985). On the server: winrm quickconfig.")};
    case HostUnreachable:
        return {translate("Texts", "The server does not answer."),
                translate("Texts", "Is it on? Is the VPN up? Does a firewall let ports 5985 and 5986 through?")};
    case ConnectionLost:
        return connectionLost(error);
    case TlsFailed:
        return tlsFailed(error);
    case CertificateUntrusted:
        return certificateUntrusted(error);
    case CertificateChanged:
        return {translate("Texts", "The server shows another certificate than the one that was pinned."),
                translate("Texts", "Ask the server's owner whether it was renewed. Until then do not sign in.")};
    case TlsRequired:
        return {translate("Texts", "This port wants a secure connection."),
                translate("Texts", "Let the address start with https://.")};
    case SignInRefused:
        return signInRefused(error);
    case SignInImpossible:
        return signInImpossible(error);
    case SchemeNotOffered:
        return schemeNotOffered(error);
    case UnprotectedRefused:
        return {translate("Texts", "The password would have gone over the network unprotected, so it was not sent."),
                translate("Texts", "Use https://, or another sign-in method than Basic.")};
    case EncryptionRequired:
        return {translate("Texts", "The server refuses messages that are not encrypted."),
                translate("Texts", "Use https://, or sign in with Negotiate, Kerberos or NTLM.")};
    case MessageTampered:
        return {translate("Texts", "An answer was not protected as agreed; something in between may have changed it."),
                translate("Texts", "Do not go on over this network. Use https:// and tell your security people.")};
    case NotWsman:
        if (error.code == 0x80338113) // HTTP_NOT_FOUND_STATUS
            return {translate("Texts", "There is no remote management at this address (HTTP 404)."),
                    translate("Texts", "Check the port: 5986 for HTTPS, 5985 for HTTP. On the server: winrm "
                                       "quickconfig.")};
        return {translate("Texts", "Something else than Windows remote management answers at this address."),
                translate("Texts", "Check name and port: 5986 for HTTPS, 5985 for HTTP.")};
    case HttpStatus:
        return httpStatus(error);
    case Malformed:
        return {error.delivery == core::Delivery::MaybeSent
                    ? translate("Texts", "The answer could not be understood; the server may have acted.")
                    : translate("Texts", "The server's answer could not be understood."),
                translate("Texts", "Refresh. If it stays so, report it with the details.")};
    case TooLarge:
        return {translate("Texts", "The server's answer is larger than this program accepts."),
                translate("Texts", "Report it with the details.")};
    case Endless:
        return {translate("Texts", "The server goes on sending a list that does not end."),
                translate("Texts", "Try again; then have the RDMS service on the broker restarted.")};
    case Fault:
        return fault(error);
    case NotSupported:
        return notSupported(error);
    case PolicyRefused:
        return policyRefused(error);
    case LedgerUnwritable:
        if (std::holds_alternative<core::PolicyRefusal>(error.reason))
            return policyRefused(error);
        return {translate("Texts", "The audit log could not be written, so nothing was done."),
                translate("Texts", "Free some disk space or check the rights on the audit log, then try again.")};
    case LedgerDamaged:
        return {translate("Texts", "The audit log was tampered with or damaged, so nothing was done."),
                translate("Texts", "Keep a copy of it and report it. Acts go out again once an operator has "
                                   "acknowledged the damage: in the audit log's window after Verify, or by "
                                   "deskwarden-cli audit --acknowledge.")};
    case OutOfResources:
        return {translate("Texts",
                          "This computer is short of memory or of open files, or too many calls are still hanging."),
                translate("Texts", "Wait for the running calls, or start the program anew.")};
    }
    return {};
}

Sentence describe(management::SkipReason reason)
{
    switch (reason) {
    case management::SkipReason::UserChanged:
        return {translate("Texts", "Nothing was done: another user has this session now."),
                translate("Texts", "Refresh, and choose again if you still need to.")};
    case management::SkipReason::VirtualMachineChanged:
        return {translate("Texts", "Nothing was done: the session now belongs to another virtual machine."),
                translate("Texts", "Refresh, and choose again if you still need to.")};
    case management::SkipReason::InUseAgain:
        return {translate("Texts", "Nothing was done: the user has come back and is working again."),
                translate("Texts", "Call or message the user first.")};
    case management::SkipReason::NotTold:
        return {translate("Texts", "Nothing was done: the message has not reached the user for certain."),
                translate("Texts", "Call the user, or log off without waiting for the message.")};
    case management::SkipReason::HostUnknown:
        return {translate("Texts", "Nothing was done: the server knows no VM host of this name."),
                translate("Texts", "Give the name as the list shows it.")};
    case management::SkipReason::MachineGone:
        return {translate("Texts", "Nothing was done: the server knows no such machine."),
                translate("Texts", "Give the name as the list shows it.")};
    case management::SkipReason::MachineMoved:
        return {translate("Texts", "Nothing was done: the machine is on another VM host now."),
                translate("Texts", "Refresh, and choose again if you still need to.")};
    case management::SkipReason::MachineChanging:
        return {translate("Texts", "Nothing was done: the machine is on its way into another state."),
                translate("Texts", "Wait a minute, then look again.")};
    case management::SkipReason::AlreadySo:
        return {translate("Texts", "Nothing was done: the machine is so already."), QString()};
    case management::SkipReason::OwnerChanged:
        return {translate("Texts", "Nothing was done: the desktop belongs to somebody else now, or to nobody."),
                translate("Texts", "Refresh, and choose again if you still need to.")};
    }
    return {};
}

} // namespace deskwarden::models
