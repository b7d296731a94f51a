// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"
#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

/// The value by its CIM type: WMI carries uint32 as VT_I4 and 64-bit numbers as text, so that the VARIANT alone would
/// lie. VT_NULL and VT_EMPTY are NULL; a value that does not fit its type is kept as its text.
[[nodiscard]] core::Value readVariant(const VARIANT& variant, CIMTYPE type);

} // namespace deskwarden::wmicom
