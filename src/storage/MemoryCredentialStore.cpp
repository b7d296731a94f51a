// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/MemoryCredentialStore.h"

namespace deskwarden::storage {

void MemoryCredentialStore::save(const CredentialKey& key, core::Secret secret, QObject* context, Done done)
{
    m_secrets.insert_or_assign({key.server, key.user}, std::move(secret));
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryCredentialStore::load(const CredentialKey& key, QObject* context, Loaded loaded)
{
    std::optional<core::Secret> secret;
    if (const auto found = m_secrets.find({key.server, key.user}); found != m_secrets.end())
        secret = found->second;
    QMetaObject::invokeMethod(
        context, [loaded = std::move(loaded), secret = std::move(secret)] { loaded(secret); }, Qt::QueuedConnection);
}

void MemoryCredentialStore::forget(const CredentialKey& key, QObject* context, Done done)
{
    m_secrets.erase({key.server, key.user});
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace deskwarden::storage
