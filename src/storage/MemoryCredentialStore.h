// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/CredentialStore.h"

#include <map>
#include <utility>

namespace deskwarden::storage {

/// Keeps passwords until the program ends.
class MemoryCredentialStore final : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void save(const CredentialKey& key, core::Secret secret, QObject* context, Done done) override;
    void load(const CredentialKey& key, QObject* context, Loaded loaded) override;
    void forget(const CredentialKey& key, QObject* context, Done done) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    std::map<std::pair<core::ServerId, std::string>, core::Secret> m_secrets;
};

} // namespace deskwarden::storage
