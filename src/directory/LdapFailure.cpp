// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapFailure.h"

#include "directory/LdapLibrary.h"

#include <utility>

namespace deskwarden::directory {

namespace {

using core::DirectoryProblem;
using core::ErrorKind;

struct Verdict
{
    ErrorKind kind;
    DirectoryProblem problem;
};

/// The library could not go on by itself.
Verdict localVerdict(LdapStage stage)
{
    switch (stage) {
    case LdapStage::Connecting:
        return {ErrorKind::HostUnreachable, DirectoryProblem::Silent};
    case LdapStage::Protecting:
        return {ErrorKind::TlsFailed, DirectoryProblem::Unprotected};
    case LdapStage::SigningIn:
        return {ErrorKind::SignInImpossible, DirectoryProblem::NoTicket};
    case LdapStage::Asking:
        break;
    }
    return {ErrorKind::ConnectionLost, DirectoryProblem::Lost};
}

Verdict refusalVerdict(LdapStage stage, int code)
{
    constexpr int noRights = 50; // the two libraries have two names for it
    switch (code) {
    case LDAP_INVALID_CREDENTIALS:
    case LDAP_INAPPROPRIATE_AUTH:
        return {ErrorKind::SignInRefused, DirectoryProblem::SignInRefused};
    case noRights:
        return {ErrorKind::Fault, DirectoryProblem::NoRights};
    case LDAP_REFERRAL:
        return {ErrorKind::Fault, DirectoryProblem::Elsewhere};
    case LDAP_NO_SUCH_OBJECT:
    case LDAP_INVALID_DN_SYNTAX:
        return {ErrorKind::Fault, DirectoryProblem::BaseMissing};
    case LDAP_BUSY:
    case LDAP_UNAVAILABLE:
        if (stage != LdapStage::Protecting)
            return {ErrorKind::Fault, DirectoryProblem::Busy};
        break;
    case LDAP_STRONG_AUTH_REQUIRED:
    case LDAP_CONFIDENTIALITY_REQUIRED:
        return {ErrorKind::EncryptionRequired, DirectoryProblem::TooWeak};
    case LDAP_AUTH_METHOD_NOT_SUPPORTED:
        return {ErrorKind::SchemeNotOffered, DirectoryProblem::MethodMissing};
    // Active Directory says so of questions that come before the sign-in.
    case LDAP_OPERATIONS_ERROR:
        return {ErrorKind::Fault, DirectoryProblem::NoRights};
    default:
        break;
    }
    if (stage == LdapStage::Protecting)
        return {ErrorKind::TlsFailed, DirectoryProblem::Unprotected};
    return {ErrorKind::Fault, DirectoryProblem::Refused};
}

Verdict verdictOf(LdapStage stage, int code)
{
    switch (code) {
    case LDAP_TIMEOUT:
    case LDAP_TIMELIMIT_EXCEEDED:
        return {ErrorKind::TimedOut, DirectoryProblem::Silent};
    case LDAP_SERVER_DOWN:
        if (stage == LdapStage::SigningIn)
            return {ErrorKind::ConnectionLost, DirectoryProblem::Lost};
        return localVerdict(stage);
    case LDAP_CONNECT_ERROR:
    case LDAP_LOCAL_ERROR:
        return localVerdict(stage);
    case LDAP_AUTH_UNKNOWN:
        return {ErrorKind::SchemeNotOffered, DirectoryProblem::MethodMissing};
    case LDAP_DECODING_ERROR:
    case LDAP_ENCODING_ERROR:
        return {ErrorKind::Malformed, DirectoryProblem::Unreadable};
    default:
        return refusalVerdict(stage, code);
    }
}

} // namespace

core::ManagementError ldapError(LdapStage stage, int code, std::string words)
{
    const Verdict verdict = verdictOf(stage, code);
    core::ManagementError error;
    error.kind = verdict.kind;
    error.reason = verdict.problem;
    error.detail = std::move(words);
    if (code > 0)
        error.code = static_cast<std::uint32_t>(code);
    return error;
}

tl::unexpected<core::ManagementError> ldapFailure(ErrorKind kind, DirectoryProblem problem, std::string words)
{
    return core::failure(kind, problem, std::move(words));
}

tl::unexpected<core::ManagementError> endedFailure(ErrorKind kind)
{
    return ldapFailure(kind, DirectoryProblem::Silent);
}

} // namespace deskwarden::directory
