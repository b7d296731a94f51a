// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/UpdateTexts.h"

#include "models/texts/Translate.h"

namespace deskwarden::models {

namespace {

QString checkAddress()
{
    return translate("UpdateTexts", "Check the address in the preferences.");
}

Sentence webStatus(const core::ManagementError& error)
{
    if (!error.subject.empty())
        return {translate("UpdateTexts", "The address leads to another one, where nobody went: %1")
                    .arg(plainText(error.subject, 200)),
                translate("UpdateTexts", "Only addresses that begin with https:// are followed.")};
    if (error.code == 404)
        return {translate("UpdateTexts", "There is nothing at this address (HTTP 404)."), checkAddress()};
    return {translate("UpdateTexts", "The address answered with HTTP status %1.").arg(error.code),
            translate("UpdateTexts", "Try again later.")};
}

Sentence webCertificate(const core::ManagementError& error)
{
    const QString nextStep =
        translate("UpdateTexts", "Nothing was asked. Something in between may have shown a certificate of its own.");
    if (error.certificate == nullptr || error.certificate->whyUntrusted.empty())
        return {translate("UpdateTexts", "The certificate at this address is not trusted here."), nextStep};
    return {translate("UpdateTexts", "The certificate at this address is not trusted here: %1.")
                .arg(plainText(error.certificate->whyUntrusted, 200)),
            nextStep};
}

} // namespace

Sentence updateFailure(const core::ManagementError& error)
{
    using enum core::ErrorKind;
    switch (error.kind) {
    case HttpStatus:
        return webStatus(error);
    case TooLarge:
    case Malformed:
    case NotWsman:
        return {translate("UpdateTexts", "What stands at this address tells of no version."), checkAddress()};
    case TimedOut:
    case ConnectionRefused:
    case HostUnreachable:
    case ConnectionLost:
        return {translate("UpdateTexts", "Nothing answers at this address."),
                translate("UpdateTexts", "Look whether this computer reaches the internet. A proxy is taken from the "
                                         "environment (https_proxy).")};
    case TlsFailed:
    case TlsRequired:
        return {translate("UpdateTexts", "No secure connection came about."),
                translate("UpdateTexts", "Without one nothing is asked.")};
    case CertificateUntrusted:
    case CertificateChanged:
        return webCertificate(error);
    case NameNotResolved:
        return {translate("UpdateTexts", "No computer of that name was found."),
                translate("UpdateTexts", "Look whether this computer reaches the internet. A proxy is taken from the "
                                         "environment (https_proxy).")};
    case Cancelled:
    case InvalidInput:
    case SignInRefused:
    case SignInImpossible:
    case SchemeNotOffered:
    case UnprotectedRefused:
    case EncryptionRequired:
    case MessageTampered:
    case Endless:
    case Fault:
    case PolicyRefused:
    case NotSupported:
    case LedgerUnwritable:
    case LedgerDamaged:
    case OutOfResources:
        break;
    }
    return describe(error);
}

} // namespace deskwarden::models
