// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/SystemCredentialStore.h"

#ifdef _WIN32
#include "storage/WindowsCredentialStore.h"
#else
#include "storage/KeychainCredentialStore.h"
#endif

namespace deskwarden::storage {

std::unique_ptr<CredentialStore> systemCredentialStore()
{
#ifdef _WIN32
    return std::make_unique<WindowsCredentialStore>();
#else
    return std::make_unique<KeychainCredentialStore>();
#endif
}

} // namespace deskwarden::storage
