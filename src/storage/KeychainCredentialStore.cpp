// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/KeychainCredentialStore.h"

#include <QPointer>
#include <qt6keychain/keychain.h>

namespace deskwarden::storage {

namespace {

const QString service = QStringLiteral("Deskwarden");

QString entryName(const CredentialKey& key)
{
    // A line break cannot occur in either part, so that no two keys share an entry.
    return QString::fromStdString(key.server.address.toString() + '\n' + key.user);
}

core::ManagementError errorOf(const QKeychain::Job& job)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::SignInImpossible;
    error.detail = job.errorString().toStdString();
    return error;
}

/// Runs `answer` when the job is done, unless the context is gone by then.
template <typename Answer>
void whenFinished(QKeychain::Job* job, QObject* context, Answer answer)
{
    const QPointer<QObject> guard(context);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [guard, answer = std::move(answer)](QKeychain::Job* finished) {
                         if (guard)
                             answer(*finished);
                     });
}

} // namespace

KeychainCredentialStore::KeychainCredentialStore(QObject* parent)
    : CredentialStore(parent)
{}

void KeychainCredentialStore::start(QKeychain::Job* job, const CredentialKey& key)
{
    job->setInsecureFallback(false);
    job->setKey(entryName(key));
    job->start(); // deletes itself when it is done
}

bool KeychainCredentialStore::losePersistence(const QKeychain::Job& job)
{
    if (job.error() != QKeychain::NoBackendAvailable && job.error() != QKeychain::NotImplemented &&
        job.error() != QKeychain::OtherError)
        return false;
    if (m_isPersistent) {
        m_isPersistent = false;
        emit persistenceLost();
    }
    return true;
}

void KeychainCredentialStore::save(const CredentialKey& key, core::Secret secret, QObject* context, Done done)
{
    if (!m_isPersistent) {
        m_memory.save(key, std::move(secret), context, std::move(done));
        return;
    }
    auto* job = new QKeychain::WritePasswordJob(service, this);
    QByteArray bytes(secret.reveal().data(), static_cast<qsizetype>(secret.reveal().size()));
    job->setBinaryData(bytes);

    whenFinished(
        job, context,
        [this, key, secret = std::move(secret), context, done = std::move(done)](const QKeychain::Job& finished) {
            if (losePersistence(finished))
                m_memory.save(key, secret, context, done);
            else if (finished.error() != QKeychain::NoError)
                done(core::failure(errorOf(finished)));
            else
                done({});
        });
    start(job, key);
}

void KeychainCredentialStore::load(const CredentialKey& key, QObject* context, Loaded loaded)
{
    if (!m_isPersistent) {
        m_memory.load(key, context, std::move(loaded));
        return;
    }
    auto* job = new QKeychain::ReadPasswordJob(service, this);
    whenFinished(job, context, [this, key, context, loaded = std::move(loaded)](const QKeychain::Job& finished) {
        if (finished.error() == QKeychain::EntryNotFound) {
            loaded(std::optional<core::Secret>());
        } else if (losePersistence(finished)) {
            m_memory.load(key, context, loaded);
        } else if (finished.error() != QKeychain::NoError) {
            loaded(core::failure(errorOf(finished)));
        } else {
            const QByteArray bytes = static_cast<const QKeychain::ReadPasswordJob&>(finished).binaryData();
            loaded(std::optional(
                core::Secret(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))));
        }
    });
    start(job, key);
}

void KeychainCredentialStore::forget(const CredentialKey& key, QObject* context, Done done)
{
    if (!m_isPersistent) {
        m_memory.forget(key, context, std::move(done));
        return;
    }
    auto* job = new QKeychain::DeletePasswordJob(service, this);
    whenFinished(job, context, [this, key, context, done = std::move(done)](const QKeychain::Job& finished) {
        if (finished.error() == QKeychain::NoError || finished.error() == QKeychain::EntryNotFound)
            done({});
        else if (losePersistence(finished))
            m_memory.forget(key, context, done);
        else
            done(core::failure(errorOf(finished)));
    });
    start(job, key);
}

} // namespace deskwarden::storage
