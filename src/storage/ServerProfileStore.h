// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/ServerProfile.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace deskwarden::storage {

class FileQueue;

/// A server that a person works with.
struct KnownServer
{
    core::ServerProfile profile;
    std::chrono::system_clock::time_point lastUsed{}; ///< the epoch = never
};

/// The servers that a person works with, in the person's order, in one JSON file that holds no secret. A file without
/// names is one of an earlier version.
/// Thread: one thread, the GUI thread in the console. Owner: the program's composition.
/// Fails: InvalidInput with the reason in `detail`; what is in memory stays usable then. With a queue that one writes,
/// and tells what could not be written.
class ServerProfileStore final
{
public:
    /// Reads the file. A missing file is an empty list. A damaged one is kept aside as FILE.damaged, what could be read
    /// of it is used, and loadError() tells.
    /// A queue outlives it.
    explicit ServerProfileStore(QString file, FileQueue* queue = nullptr);

    [[nodiscard]] const std::vector<KnownServer>& servers() const noexcept { return m_servers; }
    [[nodiscard]] const std::optional<core::ManagementError>& loadError() const noexcept { return m_loadError; }

    /// The one that was connected to last; null if there is none.
    [[nodiscard]] const KnownServer* latest() const noexcept;

    /// Keeps what was connected to. It takes the place of the one with its address and name, or else of one with its
    /// address if it has no name; a new one comes first. The embedded demonstration is not kept.
    core::Result<> remember(const core::ServerProfile& profile,
                            std::chrono::system_clock::time_point when = std::chrono::system_clock::now());
    /// What is known of a profile's address, for the user that the profile names, if it names one; the profile itself
    /// for an address that is not known. Of several the one of that user counts, or else the one used last.
    [[nodiscard]] core::ServerProfile completed(const core::ServerProfile& asked) const
    {
        return completed(m_servers, asked);
    }
    [[nodiscard]] static core::ServerProfile completed(const std::vector<KnownServer>& servers,
                                                       const core::ServerProfile& asked);
    /// Makes this the list; the embedded demonstration is left out.
    core::Result<> setServers(std::vector<KnownServer> servers);
    core::Result<> forget(const core::ServerId& server);

    /// Servers as a file to be handed on: what connects to them, not when that was done.
    [[nodiscard]] static QByteArray exported(const std::vector<KnownServer>& servers);
    /// What exported() or the store has written, all or nothing. Fails: InvalidInput with the reason in `detail`.
    [[nodiscard]] static core::Result<std::vector<KnownServer>> imported(const QByteArray& bytes);

private:
    void load();
    void keepAside(const QString& why);
    [[nodiscard]] core::Result<> save() const;

    QString m_file;
    FileQueue* m_queue;
    std::vector<KnownServer> m_servers;
    std::optional<core::ManagementError> m_loadError;
};

} // namespace deskwarden::storage
