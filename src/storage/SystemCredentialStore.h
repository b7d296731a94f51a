// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/CredentialStore.h"

#include <memory>

namespace deskwarden::storage {

/// This system's own store of passwords: Windows' Credential Manager, else the keychain that QtKeychain finds.
[[nodiscard]] std::unique_ptr<CredentialStore> systemCredentialStore();

} // namespace deskwarden::storage
