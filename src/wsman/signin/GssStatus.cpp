// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/GssStatus.h"

#include <krb5/krb5.h>

#include <string>
#include <utility>

namespace deskwarden::wsman {

using core::ErrorKind;

namespace {

// SSPI's codes for the same causes (winerror.h).
constexpr std::uint32_t targetUnknown = 0x80090303;
constexpr std::uint32_t logonDenied = 0x8009030C;
constexpr std::uint32_t noCredentials = 0x8009030E;
constexpr std::uint32_t noAuthority = 0x80090311;
constexpr std::uint32_t contextExpired = 0x80090317;
constexpr std::uint32_t wrongPrincipal = 0x80090322;
constexpr std::uint32_t timeSkew = 0x80090324;
constexpr std::uint32_t noSuchDomain = 1355;
constexpr std::uint32_t passwordExpired = 1330;
constexpr std::uint32_t accountDisabled = 1331;

struct Cause
{
    ErrorKind kind = ErrorKind::SignInImpossible;
    std::uint32_t code = 0;
};

Cause causeFromKerberos(krb5_error_code minor)
{
    switch (minor) {
    case KRB5KDC_ERR_PREAUTH_FAILED:
    case KRB5KRB_AP_ERR_BAD_INTEGRITY:
    case KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN:
        return {ErrorKind::SignInRefused, logonDenied};
    case KRB5KDC_ERR_KEY_EXP:
        return {ErrorKind::SignInRefused, passwordExpired};
    case KRB5KDC_ERR_CLIENT_REVOKED:
        return {ErrorKind::SignInRefused, accountDisabled};
    case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
        return {ErrorKind::SignInImpossible, targetUnknown};
    case KRB5_REALM_UNKNOWN:
    case KRB5_ERR_HOST_REALM_UNKNOWN:
        return {ErrorKind::SignInImpossible, noSuchDomain};
    case KRB5_KDC_UNREACH:
    case KRB5_REALM_CANT_RESOLVE:
    case KRB5_CONFIG_NODEFREALM:
        return {ErrorKind::SignInImpossible, noAuthority};
    case KRB5KRB_AP_ERR_SKEW:
    case KRB5KRB_AP_ERR_TKT_NYV:
    case KRB5_KDCREP_SKEW:
        return {ErrorKind::SignInImpossible, timeSkew};
    case KRB5KRB_AP_ERR_TKT_EXPIRED:
        return {ErrorKind::SignInImpossible, contextExpired};
    case KRB5KRB_AP_ERR_MODIFIED:
    case KRB5KRB_AP_ERR_NOKEY:
    case KRB5KRB_AP_ERR_BADKEYVER:
    case KRB5KRB_AP_ERR_NOT_US:
    case KRB5KRB_AP_WRONG_PRINC:
        return {ErrorKind::SignInImpossible, wrongPrincipal};
    case KRB5_FCC_NOFILE:
    case KRB5_CC_NOTFOUND:
        return {ErrorKind::SignInImpossible, noCredentials};
    default:
        return {};
    }
}

std::string words(OM_uint32 status, int type, gss_OID mechanism)
{
    std::string text;
    OM_uint32 more = 0;
    do {
        OM_uint32 minor = 0;
        gss_buffer_desc piece = GSS_C_EMPTY_BUFFER;
        if (GSS_ERROR(gss_display_status(&minor, status, type, mechanism, &more, &piece)))
            break;
        if (!text.empty())
            text += ' ';
        text.append(static_cast<const char*>(piece.value), piece.length);
        gss_release_buffer(&minor, &piece);
    } while (more != 0);
    return text;
}

} // namespace

core::ManagementError errorFromGss(OM_uint32 major, OM_uint32 minor, gss_OID mechanism)
{
    Cause cause = causeFromKerberos(static_cast<krb5_error_code>(minor));
    if (cause.code == 0) {
        const OM_uint32 routine = GSS_ROUTINE_ERROR(major);
        if (routine == GSS_S_CREDENTIALS_EXPIRED || routine == GSS_S_CONTEXT_EXPIRED)
            cause.code = contextExpired;
        else if (routine == GSS_S_NO_CRED || routine == GSS_S_DEFECTIVE_CREDENTIAL)
            cause.code = noCredentials;
        else if (routine == GSS_S_BAD_NAME)
            cause.code = targetUnknown;
    }
    core::ManagementError error;
    error.kind = cause.kind;
    error.code = cause.code != 0 ? cause.code : static_cast<std::uint32_t>(major);
    error.detail = words(major, GSS_C_GSS_CODE, GSS_C_NO_OID);
    if (minor != 0)
        error.detail += ' ' + words(minor, GSS_C_MECH_CODE, mechanism);
    return error;
}

core::ManagementError errorFromKerberos(OM_uint32 minor, std::string words)
{
    const Cause cause = causeFromKerberos(static_cast<krb5_error_code>(minor));
    core::ManagementError error;
    error.kind = cause.kind;
    error.code = cause.code;
    error.detail = std::move(words);
    return error;
}

std::optional<core::ManagementError> errorInToken(std::string_view serverToken)
{
    // Its two bytes of type follow the mechanism's OID, wherever SPNEGO has put both.
    constexpr std::string_view errorToken("\x2a\x86\x48\x86\xf7\x12\x01\x02\x02\x03\x00", 11);
    const auto at = serverToken.find(errorToken);
    krb5_context context = nullptr;
    if (at == std::string_view::npos || krb5_init_context(&context) != 0)
        return std::nullopt;
    std::string encoded(serverToken.substr(at + errorToken.size()));
    const krb5_data data{KV5M_DATA, static_cast<unsigned>(encoded.size()), encoded.data()};
    krb5_error* told = nullptr;
    std::optional<core::ManagementError> error;
    if (krb5_rd_error(context, &data, &told) == 0) {
        const auto code = static_cast<krb5_error_code>(ERROR_TABLE_BASE_krb5 + static_cast<long>(told->error));
        krb5_free_error(context, told);
        const char* words = krb5_get_error_message(context, code);
        error = errorFromKerberos(static_cast<OM_uint32>(code), std::string("the server says: ") + words);
        krb5_free_error_message(context, words);
    }
    krb5_free_context(context);
    return error;
}

bool isKerberosOutOfReach(OM_uint32 minor)
{
    switch (static_cast<krb5_error_code>(minor)) {
    case KRB5_KDC_UNREACH:
    case KRB5_REALM_UNKNOWN:
    case KRB5_REALM_CANT_RESOLVE:
    case KRB5_CONFIG_NODEFREALM:
    case KRB5_PARSE_MALFORMED:
    case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
    case KRB5_ERR_HOST_REALM_UNKNOWN:
        return true;
    default:
        return false;
    }
}

bool isUnknownPrincipal(OM_uint32 minor)
{
    return static_cast<krb5_error_code>(minor) == KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN;
}

} // namespace deskwarden::wsman
