// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/SspiStatus.h"

#include "core/StatusCode.h"
#include "core/WideText.h"
#include "wsman/tls/SspiHeaders.h"

#include <algorithm>
#include <array>
#include <string>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;

constexpr std::uint32_t noCredentials = 0x8009030E;
constexpr std::uint32_t noAuthority = 0x80090311;
constexpr std::uint32_t logonDenied = 0x8009030C;

struct Cause
{
    std::uint32_t status; ///< what SSPI says; written as numbers, because MinGW's headers do not have all of them
    ErrorKind kind;
    std::uint32_t code; ///< by which it is worded
};

constexpr std::array causes{
    Cause{0x8009030C, ErrorKind::SignInRefused, logonDenied},      // SEC_E_LOGON_DENIED
    Cause{0xC000006D, ErrorKind::SignInRefused, logonDenied},      // STATUS_LOGON_FAILURE
    Cause{0xC000006A, ErrorKind::SignInRefused, logonDenied},      // STATUS_WRONG_PASSWORD
    Cause{0xC0000064, ErrorKind::SignInRefused, logonDenied},      // STATUS_NO_SUCH_USER
    Cause{0x8007052E, ErrorKind::SignInRefused, logonDenied},      // ERROR_LOGON_FAILURE
    Cause{0xC0000071, ErrorKind::SignInRefused, 1330},             // STATUS_PASSWORD_EXPIRED
    Cause{0x80070532, ErrorKind::SignInRefused, 1330},             // ERROR_PASSWORD_EXPIRED
    Cause{0xC0000072, ErrorKind::SignInRefused, 1331},             // STATUS_ACCOUNT_DISABLED
    Cause{0x80070533, ErrorKind::SignInRefused, 1331},             // ERROR_ACCOUNT_DISABLED
    Cause{0x8009030D, ErrorKind::SignInImpossible, noCredentials}, // SEC_E_UNKNOWN_CREDENTIALS
    Cause{0x80090304, ErrorKind::SignInImpossible, noAuthority},   // SEC_E_INTERNAL_ERROR: the LSA is not reached
    Cause{0x80090350, ErrorKind::SignInImpossible, noAuthority},   // SEC_E_DOWNGRADE_DETECTED: no domain controller
    Cause{0x80090363, ErrorKind::SignInImpossible, noAuthority},   // SEC_E_KDC_UNABLE_TO_REFER: unknown realm
    Cause{0xC000005E, ErrorKind::SignInImpossible, noAuthority},   // STATUS_NO_LOGON_SERVERS
};

std::string wordsOf(std::uint32_t status)
{
    wchar_t* text = nullptr;
    const DWORD size =
        FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS,
                       nullptr, status, 0, reinterpret_cast<wchar_t*>(&text), 0, nullptr);
    std::string words = core::utf8FromWide({text, size});
    LocalFree(text);
    words.erase(words.find_last_not_of(" \r\n") + 1);
    return words;
}

} // namespace

core::ManagementError errorFromSspi(std::int32_t status, const char* call)
{
    const auto raw = static_cast<std::uint32_t>(status);
    const auto* cause = std::ranges::find(causes, raw, &Cause::status);
    const bool isKnown = cause != causes.end();
    core::ManagementError error;
    error.kind = isKnown ? cause->kind : ErrorKind::SignInImpossible;
    error.code = isKnown ? cause->code : raw;
    error.detail = std::string(call) + ": " + core::hexText(raw);
    if (const std::string words = wordsOf(raw); !words.empty())
        error.detail += ' ' + words;
    return error;
}

} // namespace deskwarden::wsman
