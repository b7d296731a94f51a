// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/ComError.h"

#include "management/seam/ErrorRules.h"
#include "wmicom/ComText.h"
#include "wmicom/WindowsHeaders.h"
#include "wmicom/WmiObject.h"

#include <algorithm>
#include <array>
#include <span>

namespace deskwarden::wmicom {

namespace {

using core::Delivery;
using core::ErrorKind;
using Microsoft::WRL::ComPtr;

// Written as numbers: the headers spell them as casts, and not all of them are in MinGW's.
constexpr std::uint32_t accessDenied = 0x80070005;
constexpr std::uint32_t wmiTransportFailure = 0x80041015;

struct KindOfStatus
{
    std::uint32_t status;
    ErrorKind kind;
};

constexpr std::array kinds{
    KindOfStatus{0x800706BA, ErrorKind::HostUnreachable}, // RPC_S_SERVER_UNAVAILABLE
    KindOfStatus{0x800706BF, ErrorKind::ConnectionLost},  // RPC_S_CALL_FAILED_DNE
    KindOfStatus{0x800706BE, ErrorKind::ConnectionLost},  // RPC_S_CALL_FAILED
    KindOfStatus{0x800706A9, ErrorKind::NameNotResolved}, // RPC_S_INVALID_NET_ADDR
    KindOfStatus{0x80070035, ErrorKind::NameNotResolved}, // ERROR_BAD_NETPATH
    KindOfStatus{0x80072AF9, ErrorKind::NameNotResolved}, // WSAHOST_NOT_FOUND
    KindOfStatus{0x80010108, ErrorKind::ConnectionLost},  // RPC_E_DISCONNECTED
    KindOfStatus{0x80010007, ErrorKind::ConnectionLost},  // RPC_E_SERVER_DIED
    KindOfStatus{0x80010012, ErrorKind::ConnectionLost},  // RPC_E_SERVER_DIED_DNE
    KindOfStatus{0x800401FD, ErrorKind::ConnectionLost},  // CO_E_OBJNOTCONNECTED
    KindOfStatus{wmiTransportFailure, ErrorKind::ConnectionLost},
    KindOfStatus{0x80041071, ErrorKind::ConnectionLost},   // WBEM_E_CONNECTION_FAILED
    KindOfStatus{0x8001011F, ErrorKind::TimedOut},         // RPC_E_TIMEOUT
    KindOfStatus{0x80041069, ErrorKind::TimedOut},         // WBEM_E_TIMED_OUT
    KindOfStatus{0x800705B4, ErrorKind::TimedOut},         // ERROR_TIMEOUT
    KindOfStatus{0x80010002, ErrorKind::Cancelled},        // RPC_E_CALL_CANCELED
    KindOfStatus{0x8007000E, ErrorKind::OutOfResources},   // E_OUTOFMEMORY
    KindOfStatus{0x8009030C, ErrorKind::SignInRefused},    // SEC_E_LOGON_DENIED
    KindOfStatus{0x80090303, ErrorKind::SignInImpossible}, // SEC_E_TARGET_UNKNOWN
    KindOfStatus{0x80090308, ErrorKind::SignInImpossible}, // SEC_E_INVALID_TOKEN
    KindOfStatus{0x80090311, ErrorKind::SignInImpossible}, // SEC_E_NO_AUTHENTICATING_AUTHORITY
    KindOfStatus{0x80090322, ErrorKind::SignInImpossible}, // SEC_E_WRONG_PRINCIPAL
    KindOfStatus{0x80090324, ErrorKind::SignInImpossible}, // SEC_E_TIME_SKEW
    KindOfStatus{0x800706FD, ErrorKind::SignInImpossible}, // ERROR_TRUSTED_RELATIONSHIP_FAILURE
    KindOfStatus{0x8007051F, ErrorKind::SignInImpossible}, // ERROR_NO_LOGON_SERVERS
};

// ERROR_LOGON_FAILURE and its neighbours, as HRESULTs
constexpr std::array<std::uint32_t, 8> logonFailures{0x8007052E, 0x8007052F, 0x80070530, 0x80070531,
                                                     0x80070532, 0x80070533, 0x80070569, 0x80070775};

// COM's own statuses which say that the call itself was not executed. Those of RPC and of WMI stand in the table of
// codes: a provider can hand them on from a call of its own (RPC_S_SERVER_UNAVAILABLE), and then they prove nothing.
constexpr std::array<std::uint32_t, 5> neverExecuted{
    0x80010001, // RPC_E_CALL_REJECTED
    0x8001010A, // RPC_E_SERVERCALL_RETRYLATER
    0x80010012, // RPC_E_SERVER_DIED_DNE
    0x800401FD, // CO_E_OBJNOTCONNECTED
    0x800401F0, // CO_E_NOTINITIALIZED
};

bool isOneOf(std::uint32_t status, std::span<const std::uint32_t> set)
{
    return std::ranges::find(set, status) != set.end();
}

/// IErrorInfo, and behind it WMI's __ExtendedStatus with the provider's own status.
void readErrorInfo(core::ManagementError& error)
{
    ComPtr<IErrorInfo> information;
    if (GetErrorInfo(0, information.GetAddressOf()) != S_OK || !information)
        return;
    Bstr words;
    if (information->GetDescription(words.put()) >= 0)
        error.detail = core::utf8FromWide(words.view());
    ComPtr<IWbemClassObject> extended;
    if (information.As(&extended) < 0 || !extended)
        return;
    const WmiObject object(extended.Get());
    if (const auto status = object.property(L"StatusCode").toUint32(); status && *status != error.code)
        error.providerCode = *status;
    for (const auto* name : {L"Description", L"ProviderName", L"Operation", L"ParameterInfo"}) {
        const core::SharedString text = object.property(name).text();
        if (!text.isEmpty() && error.detail.find(text.view()) == std::string::npos)
            error.detail += (error.detail.empty() ? "" : "; ") + text.toString();
    }
}

} // namespace

core::ErrorKind kindOf(HRESULT status) noexcept
{
    const auto code = static_cast<std::uint32_t>(status);
    const auto known = std::ranges::find(kinds, code, &KindOfStatus::status);
    if (known != kinds.end())
        return known->kind;
    return isOneOf(code, logonFailures) ? ErrorKind::SignInRefused : ErrorKind::Fault;
}

core::ManagementError comError(HRESULT status, core::Delivery delivery)
{
    core::ManagementError error;
    error.kind = kindOf(status);
    error.code = static_cast<std::uint32_t>(status);
    error.delivery = delivery;
    readErrorInfo(error);
    return error;
}

core::ManagementError methodError(HRESULT status)
{
    core::ManagementError error = comError(status, Delivery::MaybeSent);
    if (isOneOf(error.code, neverExecuted) || management::provesNotDone(error))
        error.delivery = Delivery::NotSent;
    return error;
}

core::ManagementError signInError(HRESULT status)
{
    core::ManagementError error = comError(status);
    if (error.code == accessDenied)
        error.kind = ErrorKind::SignInRefused;
    else if (error.code == wmiTransportFailure)
        error.kind = ErrorKind::HostUnreachable;
    return error;
}

} // namespace deskwarden::wmicom
