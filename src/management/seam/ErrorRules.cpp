// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/ErrorRules.h"

#include "core/StatusCode.h"

#include <algorithm>
#include <array>

namespace deskwarden::management {

namespace {

// Win32 logon failures; each also comes wrapped as HRESULT_FROM_WIN32.
constexpr std::array<std::uint32_t, 8> accountCodes{1326, 1327, 1330, 1331, 1385, 1907, 1909, 1793};
constexpr std::uint32_t logonDenied = 0x8009030C; // SEC_E_LOGON_DENIED
constexpr std::uint32_t win32Facility = 0x80070000;

bool isAccountCode(std::uint32_t code) noexcept
{
    if (code == logonDenied)
        return true;
    const std::uint32_t win32 = (code & 0xFFFF0000) == win32Facility ? code & 0xFFFF : code;
    return std::ranges::find(accountCodes, win32) != accountCodes.end();
}

// ENUMERATE_INVALID_ENUMERATION_CONTEXT, and what Pull answers for a context that timed out or whose last Pull failed.
bool isExpiredContext(std::uint32_t code) noexcept
{
    return code == 0x8033801B || code == 0x80338007 || code == 0x80338084;
}

} // namespace

bool isAccountRefused(const core::ManagementError& error) noexcept
{
    if (error.kind == core::ErrorKind::SignInRefused)
        return true;
    const bool hasStatus = error.kind == core::ErrorKind::Fault || error.kind == core::ErrorKind::SignInImpossible;
    return hasStatus && (isAccountCode(error.code) || isAccountCode(error.providerCode));
}

bool isLedgerBroken(const core::ManagementError& error) noexcept
{
    return error.kind == core::ErrorKind::LedgerUnwritable || error.kind == core::ErrorKind::LedgerDamaged;
}

bool concernsEveryAct(const core::ManagementError& error) noexcept
{
    return isLedgerBroken(error) || isAccountRefused(error);
}

bool isEnumerationExpired(const core::ManagementError& error) noexcept
{
    return error.kind == core::ErrorKind::Fault &&
           (isExpiredContext(error.code) || isExpiredContext(error.providerCode));
}

bool isAnswerTooLarge(const core::ManagementError& error) noexcept
{
    // ENVELOPE_TOO_LARGE, ENCODING_LIMIT, MAX_ENVELOPE_SIZE_EXCEEDED, SERVER_ENVELOPE_LIMIT
    static constexpr std::array<std::uint32_t, 4> codes{0x80338026, 0x80338035, 0x80338048, 0x80338049};
    return error.kind == core::ErrorKind::Fault && std::ranges::find(codes, error.code) != codes.end();
}

bool isSignInLost(const core::ManagementError& error) noexcept
{
    return error.kind == core::ErrorKind::HttpStatus && error.code == 401;
}

bool mayListAnew(const core::ManagementError& error, unsigned repeats) noexcept
{
    constexpr unsigned mostRepeats = 4; // for the size: an eighth of the elements each time
    if (isEnumerationExpired(error))
        return repeats == 0;
    return (isAnswerTooLarge(error) || isSignInLost(error)) && repeats < mostRepeats;
}

bool isServerBusy(const core::ManagementError& error) noexcept
{
    // QUOTA_LIMIT, QUOTA_MAX_OPERATIONS, QUOTA_USER, QUOTA_SYSTEM, QUOTA_MAX_OPERATIONS_USER_PPQ; HTTP 503.
    static constexpr std::array<std::uint32_t, 5> quotas{0x8033803F, 0x803381A6, 0x803381A7, 0x803381A8, 0x803381E8};
    if (error.kind == core::ErrorKind::HttpStatus)
        return error.code == 503 && error.delivery == core::Delivery::NotSent;
    return error.kind == core::ErrorKind::Fault && std::ranges::find(quotas, error.code) != quotas.end();
}

bool provesNotDone(const core::ManagementError& fault) noexcept
{
    const core::StatusCode* outer = core::findStatusCode(fault.code);
    const bool isLost = outer && outer->meaning == core::StatusMeaning::Unknown;
    return !isLost && core::provesNotDone(fault.status());
}

bool isGone(const core::ManagementError& error) noexcept
{
    if (error.kind != core::ErrorKind::Fault)
        return false;
    for (const std::uint32_t status : {error.providerCode, error.code}) {
        if (const core::StatusCode* known = status == 0 ? nullptr : core::findStatusCode(status))
            return known->meaning == core::StatusMeaning::Gone;
    }
    return false;
}

} // namespace deskwarden::management
