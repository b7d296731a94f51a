// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ErrorReason.h"
#include "core/PeerCertificate.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace deskwarden::core {

/// What went wrong, as data. models::Texts words each kind; a new kind does not compile until it is worded.
enum class ErrorKind {
    Cancelled,            ///< the caller's stop was honoured
    TimedOut,             ///< the deadline passed; `code` is 0, or the server's own time-out code
    InvalidInput,         ///< something typed is not usable (address, file, selector); `reason` says which
    NameNotResolved,      ///< DNS does not know the host
    ConnectionRefused,    ///< nothing listens on the port
    HostUnreachable,      ///< no answer to the connection attempt: host down, firewall, wrong network
    ConnectionLost,       ///< the connection broke in the middle
    TlsFailed,            ///< no TLS handshake: a plain port, or no common version
    CertificateUntrusted, ///< the certificate is not trusted, expired, or for another name; `certificate` is set if
                          ///< known
    CertificateChanged,   ///< the certificate is not the pinned one; `certificate` is the one that was shown
    TlsRequired,          ///< the port speaks TLS, and we spoke plain HTTP
    SignInRefused,        ///< the server refused the credentials (it gives no reason)
    SignInImpossible, ///< no context could be built here: no ticket, unknown realm, clock skew; `code` is the GSS/SSPI
                      ///< status
    SchemeNotOffered, ///< the server does not offer the scheme asked for; `offered` lists what it offers
    UnprotectedRefused, ///< we refuse to send a password or a payload unprotected over plain HTTP
    EncryptionRequired, ///< the server refuses unencrypted messages
    MessageTampered,    ///< a sealed message does not unseal, or a plain answer came to a sealed request
    NotWsman,           ///< something else than WS-Management answered
    HttpStatus,         ///< an HTTP status without a SOAP body; `code` is the status
    Malformed,          ///< the answer is not understandable; `detail` says where
    TooLarge,           ///< the answer is larger than we accept
    Endless,            ///< the enumeration makes no progress
    Fault,              ///< the server said no; `code` is its WSManFault, HRESULT or Win32 code
    PolicyRefused,      ///< this computer's policy forbids it; `reason` is the rule
    NotSupported,       ///< this transport cannot do it, or not on this platform
    LedgerUnwritable,   ///< the intent could not be recorded, so nothing was done
    LedgerDamaged,      ///< the record does not end as it was left, so nothing was done until somebody has looked
    OutOfResources,     ///< too few threads, memory or abandoned calls still running here
};

/// Whether the request can have reached the server. Decides between Failed and Unknown after a lost answer.
enum class Delivery {
    NotSent,   ///< certainly not acted upon: nothing went out, or the answer proves that nothing was carried out
    MaybeSent, ///< bytes went out, and nothing proves that the server has not acted
};

/// One failure. `detail` and the texts in it come from elsewhere and are untrusted plain text; they never hold a
/// secret.
struct ManagementError
{
    ErrorKind kind = ErrorKind::Malformed;
    std::uint32_t code = 0;         ///< outermost status, 0 if there is none
    std::uint32_t providerCode = 0; ///< innermost status, where the server sent another one inside; else 0
    std::string detail;             ///< the server's or the library's words, for the details pane
    Delivery delivery = Delivery::NotSent;
    std::vector<std::string> offered; ///< SchemeNotOffered, SignInRefused: schemes the server offers
    std::shared_ptr<const PeerCertificate> certificate = nullptr; ///< the Certificate… kinds
    /// What its sentence names: of a Fault the class that was asked for; of an HttpStatus that is a redirection its
    /// target, and of one to a sign-in that was too large the size of its token in bytes. Empty if that is not known.
    std::string subject = {};
    ErrorReason reason = {}; ///< InvalidInput, TlsFailed, PolicyRefused, NotSupported, all of a directory: what exactly

    [[nodiscard]] bool isCancelled() const noexcept { return kind == ErrorKind::Cancelled; }
    /// The status that describes the cause best: the inner one where there is one.
    [[nodiscard]] std::uint32_t status() const noexcept { return providerCode != 0 ? providerCode : code; }

    friend bool operator==(const ManagementError&, const ManagementError&) = default;
};

/// A short stable English name for logs, JSON and tests ("timed_out"); never shown as the sentence.
[[nodiscard]] const char* symbol(ErrorKind kind) noexcept;

} // namespace deskwarden::core
