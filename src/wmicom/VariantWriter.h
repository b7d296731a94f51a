// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Value.h"
#include "wmicom/ScopedVariant.h"
#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

/// The VARIANT in which WMI takes a value of that CIM type: uint32 as VT_I4, 64-bit numbers as text. Texts that spell a
/// number are taken for numeric types. Fails: InvalidInput for a value that is none of that type.
[[nodiscard]] core::Result<ScopedVariant> writeVariant(const core::Value& value, CIMTYPE type);

} // namespace deskwarden::wmicom
