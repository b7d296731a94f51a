// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/ComProcess.h"

#include "wmicom/ComError.h"
#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

ComProcess::ComProcess()
{
    // Not paired with CoDecrementMTAUsage: a thread left behind in a call may still need it when the process ends.
    CO_MTA_USAGE_COOKIE cookie{};
    if (const HRESULT status = CoIncrementMTAUsage(&cookie); status < 0) {
        m_state = core::failure(comError(status));
        return;
    }
    const HRESULT status = CoInitializeSecurity(nullptr, -1, nullptr, nullptr, RPC_C_AUTHN_LEVEL_PKT_PRIVACY,
                                                RPC_C_IMP_LEVEL_IMPERSONATE, nullptr, EOAC_NONE, nullptr);
    if (status < 0)
        m_state = core::failure(comError(status));
}

} // namespace deskwarden::wmicom
