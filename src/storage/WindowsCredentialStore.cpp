// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/WindowsCredentialStore.h"

#include <windows.h>
// windows.h must come first
#include <QString>

#include <wincred.h>

#include <memory>

namespace deskwarden::storage {

namespace {

std::wstring entryName(const CredentialKey& key)
{
    // Neither part of the address nor an account holds a line break, so that no two keys share an entry; what the
    // Control Panel shows is the part in front of it.
    return QString::fromStdString("Deskwarden/" + key.server.address.toString() + '\n' + key.user).toStdWString();
}

core::ManagementError lastError()
{
    core::ManagementError error;
    error.kind = core::ErrorKind::SignInImpossible;
    error.code = GetLastError();
    error.detail = "Windows' Credential Manager refused";
    return error;
}

struct CredentialDeleter
{
    void operator()(CREDENTIALW* credential) const noexcept
    {
        SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
        CredFree(credential);
    }
};

template <typename Done, typename Result>
void answerLater(QObject* context, Done done, Result result)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done), result = std::move(result)] { done(result); }, Qt::QueuedConnection);
}

core::Result<> write(const CredentialKey& key, const core::Secret& secret)
{
    std::wstring name = entryName(key);
    std::wstring user = QString::fromStdString(key.user).toStdWString();
    std::string blob(secret.reveal());
    CREDENTIALW credential{};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = name.data();
    credential.UserName = user.data();
    credential.CredentialBlob = reinterpret_cast<BYTE*>(blob.data());
    credential.CredentialBlobSize = static_cast<DWORD>(blob.size());
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE; // not roaming
    const bool isWritten = CredWriteW(&credential, 0) != FALSE;
    core::Result<> result;
    if (!isWritten)
        result = core::failure(lastError());
    core::wipe(blob);
    return result;
}

core::Result<std::optional<core::Secret>> read(const CredentialKey& key)
{
    CREDENTIALW* raw = nullptr;
    if (CredReadW(entryName(key).c_str(), CRED_TYPE_GENERIC, 0, &raw) == FALSE) {
        if (GetLastError() == ERROR_NOT_FOUND)
            return std::optional<core::Secret>();
        return core::failure(lastError());
    }
    const std::unique_ptr<CREDENTIALW, CredentialDeleter> credential(raw);
    return std::optional(
        core::Secret({reinterpret_cast<const char*>(credential->CredentialBlob), credential->CredentialBlobSize}));
}

core::Result<> erase(const CredentialKey& key)
{
    if (CredDeleteW(entryName(key).c_str(), CRED_TYPE_GENERIC, 0) == FALSE && GetLastError() != ERROR_NOT_FOUND)
        return core::failure(lastError());
    return {};
}

} // namespace

void WindowsCredentialStore::save(const CredentialKey& key, core::Secret secret, QObject* context, Done done)
{
    answerLater(context, std::move(done), write(key, secret));
}

void WindowsCredentialStore::load(const CredentialKey& key, QObject* context, Loaded loaded)
{
    answerLater(context, std::move(loaded), read(key));
}

void WindowsCredentialStore::forget(const CredentialKey& key, QObject* context, Done done)
{
    answerLater(context, std::move(done), erase(key));
}

} // namespace deskwarden::storage
