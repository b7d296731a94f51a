// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerAddress.h"

#include <QObject>

#include <functional>
#include <optional>
#include <string>

namespace deskwarden::storage {

/// The server and user that a password is for: one entry for each.
struct CredentialKey
{
    core::ServerId server;
    std::string user;
};

/// Passwords that a person asked to keep. Never in a file of ours.
/// Thread: the one that made it; it needs that thread's event loop. Answers come later, and not at all once the context
/// object is gone.
/// Fails: AccessDenied reads as SignInImpossible with the keychain's words.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(core::Result<>)>;
    using Loaded = std::function<void(core::Result<std::optional<core::Secret>>)>;

    using QObject::QObject;

    virtual void save(const CredentialKey& key, core::Secret secret, QObject* context, Done done) = 0;
    /// Gives nothing if there is no entry.
    virtual void load(const CredentialKey& key, QObject* context, Loaded loaded) = 0;
    /// Forgetting what is not there is no failure.
    virtual void forget(const CredentialKey& key, QObject* context, Done done) = 0;
    /// False once it is known that this machine offers no keychain: passwords then live until the program ends.
    [[nodiscard]] virtual bool isPersistent() const = 0;

signals:
    /// No keychain answered, and passwords are kept in memory from now on.
    void persistenceLost();
};

} // namespace deskwarden::storage
