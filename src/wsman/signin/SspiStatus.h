// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <cstdint>

namespace deskwarden::wsman {

/// A failure of SSPI as a value: SignInRefused where the account or its password was the reason, SignInImpossible
/// otherwise. What means the same for a helpdesk gets the same code as from GSSAPI (GssStatus.h), so that it is worded
/// once; every other code stays what it was. The detail holds Windows' own words.
[[nodiscard]] core::ManagementError errorFromSspi(std::int32_t status, const char* call);

} // namespace deskwarden::wsman
