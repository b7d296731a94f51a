// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

/// A raw interface pointer whose reference is ours, as a ComPtr. Not by ComPtr::Attach: MinGW's adds a reference, the
/// Windows SDK's does not.
template <typename T>
[[nodiscard]] Microsoft::WRL::ComPtr<T> adopted(T* object)
{
    Microsoft::WRL::ComPtr<T> pointer;
    *pointer.GetAddressOf() = object;
    return pointer;
}

} // namespace deskwarden::wmicom
