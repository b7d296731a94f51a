// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/StatusCode.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace deskwarden::core {

namespace {

using enum StatusFamily;
using enum StatusMeaning;

// Why a fault proves that its act was not carried out (StatusCode::whyNotDone).
constexpr std::string_view rightsFirst = "rights are checked before the method runs";
constexpr std::string_view refusedValue = "values are checked before the method runs";
constexpr std::string_view notOffered = "the server has no such method for this object, or it is switched off";
constexpr std::string_view noSuchClass = "without the class there is no method that could run";
constexpr std::string_view neverExecuted = "RPC says of the call itself that it was not executed (DNE)";
constexpr std::string_view turnedAway = "quotas turn a request away before it is handed on (MS-WSMV 2.2.4.43)";

constexpr std::array codes{
    StatusCode{0, "S_OK", Return, Accepted},
    StatusCode{5, "ERROR_ACCESS_DENIED", Win32, Failed, rightsFirst},
    StatusCode{2, "ERROR_FILE_NOT_FOUND", Win32, Gone},
    StatusCode{21, "ERROR_NOT_READY", Win32, Failed},
    StatusCode{50, "ERROR_NOT_SUPPORTED", Win32, Failed, notOffered},
    StatusCode{53, "ERROR_BAD_NETPATH", Win32, Failed},
    StatusCode{64, "ERROR_NETNAME_DELETED", Win32, StatusMeaning::Unknown},
    StatusCode{87, "ERROR_INVALID_PARAMETER", Win32, Failed, refusedValue},
    StatusCode{121, "ERROR_SEM_TIMEOUT", Win32, StatusMeaning::Unknown},
    StatusCode{1168, "ERROR_NOT_FOUND", Win32, Gone},
    StatusCode{1311, "ERROR_NO_LOGON_SERVERS", Win32, Failed},
    StatusCode{1312, "ERROR_NO_SUCH_LOGON_SESSION", Win32, Failed},
    StatusCode{1314, "ERROR_PRIVILEGE_NOT_HELD", Win32, Failed, rightsFirst},
    StatusCode{1326, "ERROR_LOGON_FAILURE", Win32, Failed},
    StatusCode{1327, "ERROR_ACCOUNT_RESTRICTION", Win32, Failed},
    StatusCode{1330, "ERROR_PASSWORD_EXPIRED", Win32, Failed},
    StatusCode{1331, "ERROR_ACCOUNT_DISABLED", Win32, Failed},
    StatusCode{1355, "ERROR_NO_SUCH_DOMAIN", Win32, Failed},
    StatusCode{1385, "ERROR_LOGON_TYPE_NOT_GRANTED", Win32, Failed},
    StatusCode{1398, "ERROR_TIME_SKEW", Win32, Failed},
    StatusCode{1460, "ERROR_TIMEOUT", Win32, StatusMeaning::Unknown},
    StatusCode{1722, "RPC_S_SERVER_UNAVAILABLE", Win32, Failed},
    StatusCode{1723, "RPC_S_SERVER_TOO_BUSY", Win32, Failed},
    StatusCode{1726, "RPC_S_CALL_FAILED", Win32, StatusMeaning::Unknown},
    StatusCode{1727, "RPC_S_CALL_FAILED_DNE", Win32, Failed, neverExecuted},
    StatusCode{1753, "EPT_S_NOT_REGISTERED", Win32, Failed},
    StatusCode{1789, "ERROR_TRUSTED_RELATIONSHIP_FAILURE", Win32, Failed},
    StatusCode{1907, "ERROR_PASSWORD_MUST_CHANGE", Win32, Failed},
    StatusCode{1909, "ERROR_ACCOUNT_LOCKED_OUT", Win32, Failed},
    StatusCode{1937, "ERROR_NTLM_BLOCKED", Win32, Failed},
    StatusCode{7007, "ERROR_CTX_CLOSE_PENDING", Win32, Pending},
    StatusCode{7022, "ERROR_CTX_WINSTATION_NOT_FOUND", Win32, Gone},
    StatusCode{7024, "ERROR_CTX_WINSTATION_BUSY", Win32, Failed},
    StatusCode{7045, "ERROR_CTX_WINSTATION_ACCESS_DENIED", Win32, Failed, rightsFirst},
    StatusCode{0x80041001, "WBEM_E_FAILED", Wmi, Failed},
    StatusCode{0x80041002, "WBEM_E_NOT_FOUND", Wmi, Gone},
    StatusCode{0x80041003, "WBEM_E_ACCESS_DENIED", Wmi, Failed, rightsFirst},
    StatusCode{0x80041004, "WBEM_E_PROVIDER_FAILURE", Wmi, Failed},
    StatusCode{0x80041006, "WBEM_E_OUT_OF_MEMORY", Wmi, Failed},
    StatusCode{0x80041008, "WBEM_E_INVALID_PARAMETER", Wmi, Failed, refusedValue},
    StatusCode{0x80041009, "WBEM_E_NOT_AVAILABLE", Wmi, Failed},
    StatusCode{0x8004100C, "WBEM_E_NOT_SUPPORTED", Wmi, Failed, notOffered},
    StatusCode{0x8004100E, "WBEM_E_INVALID_NAMESPACE", Wmi, Failed, noSuchClass},
    StatusCode{0x8004100F, "WBEM_E_INVALID_OBJECT", Wmi, Failed},
    StatusCode{0x80041010, "WBEM_E_INVALID_CLASS", Wmi, Failed, noSuchClass},
    StatusCode{0x80041011, "WBEM_E_PROVIDER_NOT_FOUND", Wmi, Failed},
    StatusCode{0x80041013, "WBEM_E_PROVIDER_LOAD_FAILURE", Wmi, Failed},
    StatusCode{0x80041014, "WBEM_E_INITIALIZATION_FAILURE", Wmi, Failed},
    StatusCode{0x80041015, "WBEM_E_TRANSPORT_FAILURE", Wmi, StatusMeaning::Unknown},
    StatusCode{0x80041017, "WBEM_E_INVALID_QUERY", Wmi, Failed},
    StatusCode{0x80041024, "WBEM_E_PROVIDER_NOT_CAPABLE", Wmi, Failed, notOffered},
    StatusCode{0x80041032, "WBEM_E_CALL_CANCELLED", Wmi, StatusMeaning::Unknown},
    StatusCode{0x80041033, "WBEM_E_SHUTTING_DOWN", Wmi, Failed},
    StatusCode{0x80041045, "WBEM_E_SERVER_TOO_BUSY", Wmi, Failed},
    StatusCode{0x80041055, "WBEM_E_METHOD_NOT_IMPLEMENTED", Wmi, Failed, notOffered},
    StatusCode{0x80041056, "WBEM_E_METHOD_DISABLED", Wmi, Failed, notOffered},
    StatusCode{0x80041062, "WBEM_E_PRIVILEGE_NOT_HELD", Wmi, Failed, rightsFirst},
    StatusCode{0x80041064, "WBEM_E_LOCAL_CREDENTIALS", Wmi, Failed},
    StatusCode{0x80041069, "WBEM_E_TIMED_OUT", Wmi, StatusMeaning::Unknown},
    StatusCode{0x8004106C, "WBEM_E_QUOTA_VIOLATION", Wmi, Failed},
    StatusCode{0x80041071, "WBEM_E_CONNECTION_FAILED", Wmi, Failed},
    StatusCode{0x40004, "WBEM_S_TIMEDOUT", Wmi, Pending},
    StatusCode{0x40009, "WBEM_S_ACCESS_DENIED", Wmi, Incomplete},
    StatusCode{0x40010, "WBEM_S_PARTIAL_RESULTS", Wmi, Incomplete},
    StatusCode{0x40017, "WBEM_S_SOURCE_NOT_AVAILABLE", Wmi, Incomplete},
    StatusCode{0x80070005, "E_ACCESSDENIED", HResult, Failed, rightsFirst},
    StatusCode{0x8007052E, "HRESULT_FROM_WIN32(ERROR_LOGON_FAILURE)", HResult, Failed},
    StatusCode{0x800706BA, "HRESULT_FROM_WIN32(RPC_S_SERVER_UNAVAILABLE)", HResult, Failed},
    StatusCode{0x80080005, "CO_E_SERVER_EXEC_FAILURE", HResult, Failed},
    StatusCode{0x80010108, "RPC_E_DISCONNECTED", HResult, StatusMeaning::Unknown},
    StatusCode{0x8001011F, "RPC_E_TIMEOUT", HResult, StatusMeaning::Unknown},
    StatusCode{0x8009030A, "SEC_E_QOP_NOT_SUPPORTED", HResult, Failed},
    StatusCode{0x8009030C, "SEC_E_LOGON_DENIED", HResult, Failed},
    StatusCode{0x80090303, "SEC_E_TARGET_UNKNOWN", HResult, Failed},
    StatusCode{0x8009030E, "SEC_E_NO_CREDENTIALS", HResult, Failed},
    StatusCode{0x80090311, "SEC_E_NO_AUTHENTICATING_AUTHORITY", HResult, Failed},
    StatusCode{0x80090317, "SEC_E_CONTEXT_EXPIRED", HResult, Failed},
    StatusCode{0x80090322, "SEC_E_WRONG_PRINCIPAL", HResult, Failed},
    StatusCode{0x80090324, "SEC_E_TIME_SKEW", HResult, Failed},
    StatusCode{0x80338012, "ERROR_WSMAN_DESTINATION_UNREACHABLE", WinRm, Failed},
    StatusCode{0x80338029, "ERROR_WSMAN_OPERATION_TIMEDOUT", WinRm, StatusMeaning::Unknown},
    StatusCode{0x80338048, "ERROR_WSMAN_MAX_ENVELOPE_SIZE_EXCEEDED", WinRm, Failed},
    StatusCode{0x80338026, "ERROR_WSMAN_ENVELOPE_TOO_LARGE", WinRm, Failed},
    StatusCode{0x80338035, "ERROR_WSMAN_ENCODING_LIMIT", WinRm, Failed},
    StatusCode{0x80338049, "ERROR_WSMAN_SERVER_ENVELOPE_LIMIT", WinRm, Failed},
    StatusCode{0x8033801B, "ERROR_WSMAN_ENUMERATE_INVALID_ENUMERATION_CONTEXT", WinRm, Failed},
    StatusCode{0x80338007, "ERROR_WSMAN_ENUMERATION_CLOSED", WinRm, Failed},
    StatusCode{0x80338084, "ERROR_WSMAN_ENUMERATION_INVALID", WinRm, Failed},
    StatusCode{0x80338104, "ERROR_WSMAN_WMI_SVC_ACCESS_DENIED", WinRm, Failed, rightsFirst},
    StatusCode{0x80338105, "ERROR_WSMAN_WMI_PROVIDER_ACCESS_DENIED", WinRm, Failed, rightsFirst},
    StatusCode{0x80338106, "ERROR_WSMAN_WMI_CANNOT_CONNECT_ACCESS_DENIED", WinRm, Failed, rightsFirst},
    StatusCode{0x803380E4, "ERROR_WSMAN_SERVER_NOT_TRUSTED", WinRm, Failed},
    StatusCode{0x803381A6, "ERROR_WSMAN_QUOTA_MAX_OPERATIONS", WinRm, Failed, turnedAway},
    StatusCode{0x803381DD, "ERROR_WSMAN_SERVICE_REMOTE_ACCESS_DISABLED", WinRm, Failed},
    StatusCode{0x803381A5, "ERROR_WSMAN_QUOTA_MAX_SHELLS", WinRm, Failed},
    StatusCode{0x803381A7, "ERROR_WSMAN_QUOTA_USER", WinRm, Failed, turnedAway},
    StatusCode{0x803381A8, "ERROR_WSMAN_QUOTA_SYSTEM", WinRm, Failed, turnedAway},
    StatusCode{0x803381E8, "ERROR_WSMAN_QUOTA_MAX_OPERATIONS_USER_PPQ", WinRm, Failed, turnedAway},
    StatusCode{0x8033803F, "ERROR_WSMAN_QUOTA_LIMIT", WinRm, Failed, turnedAway},
    StatusCode{0x80338000, "ERROR_WSMAN_RESOURCE_NOT_FOUND", WinRm, Gone},
    StatusCode{0x8033805B, "ERROR_WSMAN_UNEXPECTED_SELECTORS", WinRm, Gone},
    StatusCode{0x8033801A, "ERROR_WSMAN_ENUMERATE_CANNOT_PROCESS_FILTER", WinRm, Failed},
};

const StatusCode* findExactly(std::uint32_t value) noexcept
{
    const auto* found = std::ranges::find(codes, value, &StatusCode::value);
    return found == codes.end() ? nullptr : found;
}

} // namespace

std::span<const StatusCode> knownStatusCodes() noexcept
{
    return codes;
}

const StatusCode* findStatusCode(std::uint32_t value) noexcept
{
    if (const StatusCode* exact = findExactly(value))
        return exact;
    // HRESULT_FROM_WIN32: severity 1, facility 7, the Win32 code in the lower half.
    constexpr std::uint32_t win32Facility = 0x80070000;
    if ((value & 0xFFFF0000) == win32Facility)
        return findExactly(value & 0xFFFF);
    return nullptr;
}

bool provesNotDone(std::uint32_t status) noexcept
{
    const StatusCode* known = findStatusCode(status);
    return known && !known->whyNotDone.empty();
}

std::string hexText(std::uint32_t value)
{
    std::array<char, 11> text{};
    std::snprintf(text.data(), text.size(), "0x%08X", static_cast<unsigned>(value));
    return text.data();
}

} // namespace deskwarden::core
