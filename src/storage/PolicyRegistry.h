// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/Policy.h"

#include <QString>

#include <windows.h>

namespace deskwarden::storage {

/// Where group policy writes.
inline constexpr const wchar_t* policyKey = L"Software\\Policies\\Deskwarden";

/// Reads a policy from the registry: the names of the policy file as values of a key, flags and numbers as DWORD, lists
/// as REG_MULTI_SZ (REG_SZ for a single entry). No key means that everything is allowed; a key that cannot be read or
/// understood means read-only, as with the file.
[[nodiscard]] management::Policy readPolicyRegistry(HKEY root, const QString& key);

} // namespace deskwarden::storage
