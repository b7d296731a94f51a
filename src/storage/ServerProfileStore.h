// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/ServerProfile.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace deskwarden::storage {

/// A server that was connected to before.
struct KnownServer
{
    core::ServerProfile profile;
    std::chrono::system_clock::time_point lastUsed{};
};

/// The servers a person has connected to, latest first, in one JSON file that holds no secret.
/// Thread: one thread, the GUI thread in the console. Owner: the program's composition.
/// Fails: InvalidInput with the reason in `detail`; what is in memory stays usable then.
class ServerProfileStore final
{
public:
    /// Reads the file. A missing file is an empty list. A damaged one is kept aside as FILE.damaged, what could be read
    /// of it is used, and loadError() tells.
    explicit ServerProfileStore(QString file);

    [[nodiscard]] const std::vector<KnownServer>& servers() const noexcept { return m_servers; }
    [[nodiscard]] const std::optional<core::ManagementError>& loadError() const noexcept { return m_loadError; }

    /// Puts the profile first; it replaces an older one for the same address. The embedded demonstration is not kept.
    core::Result<> remember(const core::ServerProfile& profile,
                            std::chrono::system_clock::time_point when = std::chrono::system_clock::now());
    /// What is known of a profile's address, for the user that the profile names, if it names one; the profile itself
    /// for an address that is not known.
    [[nodiscard]] core::ServerProfile completed(const core::ServerProfile& asked) const;
    core::Result<> forget(const core::ServerId& server);

private:
    void load();
    void keepAside(const QString& why);
    [[nodiscard]] core::Result<> save() const;

    QString m_file;
    std::vector<KnownServer> m_servers; // latest first
    std::optional<core::ManagementError> m_loadError;
};

} // namespace deskwarden::storage
