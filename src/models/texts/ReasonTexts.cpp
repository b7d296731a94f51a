// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

namespace deskwarden::models {

namespace {

Sentence sentenceAlone(const QString& what)
{
    return {what, {}};
}

} // namespace

Sentence describe(core::InputProblem problem, const core::ManagementError& error)
{
    const QString file = plainText(error.detail, 300);
    using enum core::InputProblem;
    switch (problem) {
    case AddressMissing:
        return sentenceAlone(translate("Texts", "Type the broker's full name, such as broker.example.com."));
    case AddressTooLong:
        return sentenceAlone(translate("Texts", "The address is too long for a server name."));
    case SchemeUnknown:
        return sentenceAlone(
            translate("Texts", "An address starts with https://, http:// or wmi://, or is a bare server name."));
    case DemoSizeUnusable:
        return sentenceAlone(
            translate("Texts", "After demo: type the number of sessions, at most 1000000, or nothing."));
    case BracketNotClosed:
        return sentenceAlone(translate("Texts", "The address has an opening [ without its ]."));
    case NotIpv6:
        return sentenceAlone(translate("Texts", "Between [ and ] an IPv6 address is expected."));
    case TextAfterBracket:
        return sentenceAlone(translate("Texts", "After the ] only a port such as :5986 may follow."));
    case BracketsMissing:
        return sentenceAlone(translate("Texts", "Put an IPv6 address into brackets: [::1]."));
    case NotAHostName:
        return sentenceAlone(translate("Texts", "A server name has letters, digits, dots and hyphens only."));
    case UserInAddress:
        return sentenceAlone(
            translate("Texts", "An address holds no user and no password: give the user apart from it."));
    case PathInAddress:
        return sentenceAlone(translate("Texts", "After the server's name and port only /wsman may follow."));
    case PortNeedsScheme:
        return sentenceAlone(translate("Texts", "A port needs https:// or http:// in front of the name."));
    case PortOutOfRange:
        return sentenceAlone(translate("Texts", "A port is a number from 1 to 65535."));
    case FingerprintLetters:
        return sentenceAlone(translate("Texts", "A fingerprint has hexadecimal digits, colons and spaces only."));
    case FingerprintLength:
        return sentenceAlone(
            translate("Texts", "A SHA-256 fingerprint has 64 hexadecimal digits; this one has %1.").arg(error.code));
    case FingerprintIsSha1:
        return sentenceAlone(translate("Texts",
                                       "This is a SHA-1 thumbprint, which Windows shows; type the SHA-256 fingerprint "
                                       "of 64 hexadecimal digits."));
    case SchemeNameUnknown:
        return sentenceAlone(
            translate("Texts", "The ways to sign in are negotiate, kerberos, ntlm, basic and certificate."));
    case ColonInUserName:
        return {translate("Texts", "Basic allows no colon in a user name."),
                translate("Texts", "Choose another way to sign in.")};
    case LinkUnusable:
        return sentenceAlone(translate("Texts",
                                       "A link looks like deskwarden://find?user=NAME&server=NAME&ticket=TEXT; "
                                       "this one does not, or is too long, and nothing of it is used."));
    case CertificateNeedsTls:
        return {translate("Texts", "Signing in by a certificate needs a secure connection."),
                translate("Texts", "Let the address start with https://.")};
    case ClientCertificateMissing:
        return {translate("Texts", "No certificate to sign in with was chosen."),
                translate("Texts", "Choose the file with your certificate.")};
    case NoSchemeOverDcom:
        return {translate("Texts", "DCOM does not have this way to sign in."),
                translate("Texts", "Choose Automatic, Negotiate, Kerberos or NTLM.")};
    case DcomNeedsWindows:
        return {translate("Texts", "DCOM (wmi://) is there on Windows only."),
                translate("Texts", "Use https:// or http:// with the broker's name.")};
    case AuthoritiesUnreadable:
        return {translate("Texts", "The file with the certificate authorities cannot be read: %1.").arg(file),
                translate("Texts", "Check its name and your rights on it.")};
    case AuthoritiesMissing:
        return {translate("Texts", "The file with the certificate authorities holds no certificate: %1.").arg(file),
                translate("Texts", "Choose a file in PEM or DER form (.pem, .crt, .cer).")};
    case ClientCertificateUnreadable:
        return {translate("Texts", "The file with your certificate cannot be read: %1.").arg(file),
                translate("Texts", "Check its name, your rights on it, and its form: PEM, on Windows PFX.")};
    case ClientKeyUnreadable:
        return {translate("Texts", "The private key of your certificate cannot be read: %1.").arg(file),
                translate("Texts", "Check its name, your rights on it, and its form: PEM, on Windows PFX.")};
    case ClientKeyLocked:
        return {
            translate("Texts", "The private key of your certificate is encrypted: %1.").arg(file),
            translate("Texts",
                      "Take its passphrase away, in a copy that only you can read: openssl pkey -in OLD -out NEW.")};
    case DirectorySchemeUnknown:
        return sentenceAlone(translate(
            "Texts", "A directory's address starts with ldaps:// or ldap://, or is the domain's name in the DNS."));
    case OwnDomainUnknown:
        return {translate("Texts", "Neither the user nor the server's name tells the domain of the directory."),
                translate("Texts", "Type the domain, or the full names: user@corp.example, broker.corp.example.")};
    case ClientKeyOfAnother:
        return {translate("Texts", "The private key belongs to another certificate: %1.").arg(file),
                translate("Texts", "Choose the key that was made for your certificate.")};
    }
    return {};
}

Sentence describe(core::TlsProblem problem)
{
    using enum core::TlsProblem;
    switch (problem) {
    case NotTls:
        return {translate("Texts", "What answers at this port does not speak TLS."),
                translate("Texts", "Is this really the HTTPS port (5986)? For 5985 the address starts with http://.")};
    case VersionTooOld:
        return {translate("Texts", "The server offers only old versions of TLS (1.0 or 1.1), which are not safe."),
                translate("Texts", "Have TLS 1.2 switched on at the server.")};
    case NoCommonCipher:
        return {translate("Texts", "The server and this computer have no cipher in common that is safe."),
                translate("Texts", "Have the ciphers and the certificate's key of the server renewed.")};
    case NameUnknown:
        return {translate("Texts", "The server does not know itself by this name."),
                translate("Texts", "Connect by the name that stands in its certificate.")};
    case ClientCertificateMissing:
        return {translate("Texts", "The server wants a client certificate, and none was shown."),
                translate("Texts", "Choose the sign-in method Certificate with your certificate (on the command line: "
                                   "--client-cert), or have the server not ask for one.")};
    case ClientCertificateRefused:
        return {translate("Texts", "The server does not accept your client certificate."),
                translate("Texts", "Check that it is still valid and that the server trusts the authority that issued "
                                   "it.")};
    }
    return {};
}

} // namespace deskwarden::models
