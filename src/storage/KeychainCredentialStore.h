// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/CredentialStore.h"
#include "storage/MemoryCredentialStore.h"

namespace QKeychain {
class Job;
} // namespace QKeychain

namespace deskwarden::storage {

/// The operating system's keychain through QtKeychain (Secret Service, KWallet), without its insecure fallback: where
/// no keychain answers, passwords stay in memory, and isPersistent() says so.
class KeychainCredentialStore final : public CredentialStore
{
    Q_OBJECT

public:
    explicit KeychainCredentialStore(QObject* parent = nullptr);

    void save(const CredentialKey& key, core::Secret secret, QObject* context, Done done) override;
    void load(const CredentialKey& key, QObject* context, Loaded loaded) override;
    void forget(const CredentialKey& key, QObject* context, Done done) override;
    [[nodiscard]] bool isPersistent() const override { return m_isPersistent; }

private:
    void start(QKeychain::Job* job, const CredentialKey& key);
    /// True if the job failed because there is no keychain: then memory serves from now on.
    bool losePersistence(const QKeychain::Job& job);

    bool m_isPersistent = true;
    MemoryCredentialStore m_memory;
};

} // namespace deskwarden::storage
