// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "core/Session.h"
#include "management/people/PeopleQuery.h"
#include "management/sessions/SessionSnapshot.h"
#include "models/table/PersonNames.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace deskwarden::desk {

/// How a server's directory is asked for more; nothing: it has none; an error: what keeps it from being asked at all.
using DirectoryOfServer = std::optional<core::Result<management::DirectoryConnector>>;

/// Gives the connector of a profile's directory; an empty one where the profile has none.
using DirectoryFactory =
    std::function<core::Result<management::DirectoryConnector>(const core::ServerProfile&, core::Secret)>;

/// Knows the users of all servers' sessions, as far as their directories have told; in memory, with an age. Lists
/// never wait for it: a name appears when it is known, and a directory that fails takes none away.
/// Thread: GUI; each directory is asked on a thread of its own. Owner: the console. Blocks: close() and the destructor
/// for at most 200 ms a directory.
class PeopleCache final : public QObject
{
    Q_OBJECT

public:
    explicit PeopleCache(DirectoryFactory factory, QObject* parent = nullptr);
    ~PeopleCache() override;

    /// A server was connected; its directory is asked from its first list on, if its profile has one.
    void open(const core::ServerProfile& profile, const core::Secret& password);
    void close(const core::ServerId& server);
    /// A list has come: those in it who are not known, or were asked for long ago, are asked for.
    void take(const management::SnapshotPointer& snapshot);
    /// Starts to end everything, without waiting.
    void requestStop();

    /// Null: not known.
    [[nodiscard]] std::shared_ptr<const management::Person> find(const core::Session& session) const;
    [[nodiscard]] DirectoryOfServer directoryOf(const core::ServerId& server) const;
    /// Why the directory of a server does not tell now; nothing while it does.
    [[nodiscard]] std::optional<core::ManagementError> problemOf(const core::ServerId& server) const;

signals:
    /// More is known; told a few times a second at most.
    void learnt(const deskwarden::core::ServerId& server, const deskwarden::models::PersonNamesPointer& names);
    void problemChanged(const deskwarden::core::ServerId& server);

private:
    struct Source;

    void takeNews(const core::ServerId& server);
    void takeSoon(const core::ServerId& server);
    void takeParts();
    void publish();

    const DirectoryFactory m_factory;
    std::map<core::ServerId, std::unique_ptr<Source>> m_sources;
    QTimer m_taking;
    QTimer m_publishing;
};

} // namespace deskwarden::desk
