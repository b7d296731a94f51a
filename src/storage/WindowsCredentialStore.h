// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/CredentialStore.h"

namespace deskwarden::storage {

/// Windows' Credential Manager: generic entries named "Deskwarden/SERVER/USER", kept for this user on this machine,
/// seen and removed by him in the Control Panel. Thread, Fails: as CredentialStore says.
class WindowsCredentialStore final : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void save(const CredentialKey& key, core::Secret secret, QObject* context, Done done) override;
    void load(const CredentialKey& key, QObject* context, Loaded loaded) override;
    void forget(const CredentialKey& key, QObject* context, Done done) override;
    [[nodiscard]] bool isPersistent() const override { return true; }
};

} // namespace deskwarden::storage
