// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/SspiStatus.h"

#include "core/StatusCode.h"
#include "wsman/SspiHeaders.h"

#include <string>

namespace deskwarden::wsman {

core::ManagementError errorFromSspi(std::int32_t status, const char* call)
{
    core::ManagementError error;
    error.kind = status == SEC_E_LOGON_DENIED ? core::ErrorKind::SignInRefused : core::ErrorKind::SignInImpossible;
    error.code = static_cast<std::uint32_t>(status);
    error.detail = std::string(call) + ": " + core::hexText(error.code);
    return error;
}

} // namespace deskwarden::wsman
