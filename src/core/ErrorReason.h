// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <variant>

namespace deskwarden::core {

/// What is wrong with something that was typed or chosen. models::Texts words each.
enum class InputProblem {
    AddressMissing,
    AddressTooLong,
    SchemeUnknown,    ///< neither https:// nor http:// nor wmi://
    DemoSizeUnusable, ///< demo: is followed by something else than a number of sessions
    BracketNotClosed, ///< "[" without its "]"
    NotIpv6,          ///< between brackets stands no IPv6 address
    TextAfterBracket, ///< after "]" comes something else than a port
    BracketsMissing,  ///< an IPv6 address without them
    NotAHostName,     ///< letters that no name of a host has
    UserInAddress,    ///< "user@host"
    PathInAddress,    ///< a path or query that is not WinRM's
    PortNeedsScheme,  ///< a port after a bare name
    PortOutOfRange,   ///< no number from 1 to 65535
    FingerprintLetters,
    FingerprintLength, ///< `code` is the number of digits
    FingerprintIsSha1, ///< 40 digits: the thumbprint that Windows shows
    SchemeNameUnknown, ///< no such way to sign in
    ColonInUserName,   ///< Basic has no way to write it
    LinkUnusable,      ///< no link of ours, or one that says more than it may
    CertificateNeedsTls,
    ClientCertificateMissing, ///< none was chosen
    NoSchemeOverDcom,         ///< DCOM does not have that way to sign in
    DcomNeedsWindows,
    AuthoritiesUnreadable, ///< `detail` is the file, as for all that follow
    AuthoritiesMissing,    ///< the file holds no certificate
    ClientCertificateUnreadable,
    ClientKeyUnreadable,
    ClientKeyLocked,        ///< it is encrypted, and nobody is asked for its passphrase
    ClientKeyOfAnother,     ///< it belongs to another certificate
    DirectorySchemeUnknown, ///< a directory's address with neither ldaps:// nor ldap://
    OwnDomainUnknown,       ///< the own domain was chosen, and neither the user nor the server tells one
};

/// Why no TLS connection came about.
enum class TlsProblem {
    NotTls,        ///< what answers does not speak TLS
    VersionTooOld, ///< the server knows nothing newer than TLS 1.1
    NoCommonCipher,
    NameUnknown,              ///< the server has no certificate for this name
    ClientCertificateMissing, ///< the server wants one, and none was shown
    ClientCertificateRefused, ///< one was shown, and the server does not take it
};

/// Why policy does not let an act, or a connection, be.
enum class PolicyRefusal {
    ReadOnly,            ///< nothing may be done at all
    ActionForbidden,     ///< not this action
    PlanTooLarge,        ///< more sessions at once than allowed
    ReasonMissing,       ///< a reason must be given
    ReasonUnfit,         ///< the reason that was given does not look as reasons must
    TransportForbidden,  ///< not over this transport
    SystemLogUnwritable, ///< the system's log, which must have every act, does not take it
};

/// Why a directory does not tell. Every error of a directory has one: its sentence is another than a broker's.
enum class DirectoryProblem {
    NoServer,    ///< the DNS names no server of the domain
    HostUnknown, ///< no server of that name is known
    Silent,      ///< it does not answer
    Lost,        ///< the connection broke
    Unprotected, ///< no TLS came about, and nothing is said without
    Untrusted,   ///< its certificate is not trusted, or made out for another name
    SignInRefused,
    NoTicket,      ///< Kerberos could not be prepared here
    NoPassword,    ///< an empty one would sign nobody in, and look as if it had
    MethodMissing, ///< this computer lacks what signs in by Kerberos
    TooWeak,       ///< it wants a stronger sign-in or protection
    NoRights,
    Elsewhere,   ///< it refers to another server, where nobody went
    BaseMissing, ///< there is nothing of that name to search below
    Busy,
    AccountUnknown, ///< it tells of no single account of that name in its domain
    Refused,        ///< for another reason: `code` is its LDAP result code
    Unreadable,     ///< the answer is not understandable, or longer than is accepted
};

/// What exactly is wrong, where the kind of an error leaves it open.
using ErrorReason = std::variant<std::monostate, InputProblem, TlsProblem, PolicyRefusal, DirectoryProblem>;

} // namespace deskwarden::core
