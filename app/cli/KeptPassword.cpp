// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/KeptPassword.h"

#include "models/texts/Texts.h"
#include "storage/SystemCredentialStore.h"

#include <QEventLoop>
#include <QMetaObject>
#include <QObject>

#include <memory>
#include <optional>
#include <utility>

namespace deskwarden::app {

namespace {

using storage::CredentialKey;
using storage::CredentialStore;

CredentialKey keyOf(const core::ServerProfile& profile)
{
    return {profile.address.id(), profile.user};
}

QString noKeychain()
{
#if defined(_WIN32)
    const auto place = QStringLiteral("Windows' Credential Manager does not answer");
#elif defined(__APPLE__)
    const auto place = QStringLiteral("the login keychain does not answer");
#else
    const auto place = QStringLiteral("no Secret Service answers");
#endif
    return QStringLiteral("There is no keychain here (%1), so that no password can be kept. Use --password-stdin.")
        .arg(place);
}

/// Starts one request and waits for its answer; nothing if the stop came first.
template <typename Answer, typename Start>
std::optional<core::Result<Answer>> waitFor(const std::stop_token& stop, Start&& start)
{
    std::optional<core::Result<Answer>> given;
    QEventLoop loop;
    const std::stop_callback wake(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    start(&loop, [&](core::Result<Answer> answer) {
        given = std::move(answer);
        loop.quit();
    });
    if (!given && !stop.stop_requested())
        loop.exec();
    return given;
}

/// What went wrong, if anything did.
template <typename Answer>
QString problemOf(const std::optional<core::Result<Answer>>& answer, const CredentialStore& store)
{
    if (!answer)
        return QStringLiteral("The keychain did not answer before the program was interrupted.");
    if (!store.isPersistent())
        return noKeychain();
    if (!*answer)
        return QStringLiteral("The keychain refused: %1").arg(models::plainText(answer->error().detail, 500));
    return {};
}

} // namespace

tl::expected<core::Secret, QString> keptPassword(const core::ServerProfile& profile, const std::stop_token& stop)
{
    const auto store = storage::systemCredentialStore();
    auto answer = waitFor<std::optional<core::Secret>>(
        stop, [&](QObject* context, auto done) { store->load(keyOf(profile), context, std::move(done)); });
    if (const QString problem = problemOf(answer, *store); !problem.isEmpty())
        return tl::unexpected<QString>(problem);
    std::optional<core::Secret>& kept = **answer;
    if (!kept)
        return tl::unexpected<QString>(
            QStringLiteral(
                "The keychain keeps no password of %1 for %2. Give it once with --password-stdin and --save.")
                .arg(models::plainText(profile.user), models::plainText(profile.address.text())));
    return *std::move(kept);
}

tl::expected<void, QString> keepPassword(const core::ServerProfile& profile, const core::Secret& password,
                                         const std::stop_token& stop)
{
    const auto store = storage::systemCredentialStore();
    const auto answer = waitFor<void>(
        stop, [&](QObject* context, auto done) { store->save(keyOf(profile), password, context, std::move(done)); });
    const QString problem = problemOf(answer, *store);
    return problem.isEmpty() ? tl::expected<void, QString>() : tl::unexpected<QString>(problem);
}

tl::expected<void, QString> forgetPassword(const core::ServerProfile& profile, const std::stop_token& stop)
{
    const auto store = storage::systemCredentialStore();
    const auto answer = waitFor<void>(
        stop, [&](QObject* context, auto done) { store->forget(keyOf(profile), context, std::move(done)); });
    const QString problem = problemOf(answer, *store);
    return problem.isEmpty() ? tl::expected<void, QString>() : tl::unexpected<QString>(problem);
}

} // namespace deskwarden::app
