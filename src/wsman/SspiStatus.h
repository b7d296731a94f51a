// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <cstdint>

namespace deskwarden::wsman {

/// A failure of SSPI as a value: SignInRefused where the password was the reason, SignInImpossible otherwise. The code
/// stays what it was.
[[nodiscard]] core::ManagementError errorFromSspi(std::int32_t status, const char* call);

} // namespace deskwarden::wsman
