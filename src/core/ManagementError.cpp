// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ManagementError.h"

namespace deskwarden::core {

const char* symbol(ErrorKind kind) noexcept
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::TimedOut:
        return "timed_out";
    case ErrorKind::InvalidInput:
        return "invalid_input";
    case ErrorKind::NameNotResolved:
        return "name_not_resolved";
    case ErrorKind::ConnectionRefused:
        return "connection_refused";
    case ErrorKind::HostUnreachable:
        return "host_unreachable";
    case ErrorKind::ConnectionLost:
        return "connection_lost";
    case ErrorKind::TlsFailed:
        return "tls_failed";
    case ErrorKind::CertificateUntrusted:
        return "certificate_untrusted";
    case ErrorKind::CertificateChanged:
        return "certificate_changed";
    case ErrorKind::TlsRequired:
        return "tls_required";
    case ErrorKind::SignInRefused:
        return "sign_in_refused";
    case ErrorKind::SignInImpossible:
        return "sign_in_impossible";
    case ErrorKind::SchemeNotOffered:
        return "scheme_not_offered";
    case ErrorKind::UnprotectedRefused:
        return "unprotected_refused";
    case ErrorKind::EncryptionRequired:
        return "encryption_required";
    case ErrorKind::MessageTampered:
        return "message_tampered";
    case ErrorKind::NotWsman:
        return "not_wsman";
    case ErrorKind::HttpStatus:
        return "http_status";
    case ErrorKind::Malformed:
        return "malformed";
    case ErrorKind::TooLarge:
        return "too_large";
    case ErrorKind::Endless:
        return "endless";
    case ErrorKind::Fault:
        return "fault";
    case ErrorKind::PolicyRefused:
        return "policy_refused";
    case ErrorKind::NotSupported:
        return "not_supported";
    case ErrorKind::LedgerUnwritable:
        return "ledger_unwritable";
    case ErrorKind::LedgerDamaged:
        return "ledger_damaged";
    case ErrorKind::OutOfResources:
        return "out_of_resources";
    }
    return "unknown";
}

} // namespace deskwarden::core
