// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"
#include "desk/ActDesk.h"
#include "desk/ConnectedServers.h"
#include "management/sessions/SessionSnapshot.h"

#include <QObject>

#include <cstddef>
#include <map>
#include <optional>
#include <unordered_set>

namespace deskwarden::desk {

/// Writes what a running console does to the log, in the program's own words: which servers, how their lists fare, what
/// became of acts. It writes neither who sits in a session, nor what an operator has typed but the servers' addresses.
/// Thread: GUI. Owner: the window; outlived by what it listens to.
class ConsoleLog final : public QObject
{
    Q_OBJECT

public:
    ConsoleLog(const ConnectedServers& servers, const ActDesk& acts, QObject* parent = nullptr);

    /// A file of the program's own that could not be written, and the like.
    static void noteFailure(const char* what, const core::ManagementError& error);

private:
    void noteLinks();
    void noteClosed(const core::ServerId& server);
    void noteList(const management::SessionSnapshot& list);
    void noteActs(const std::vector<management::ActionRequest>& requests);
    void noteReports(const std::vector<management::ActionReport>& reports);

    struct Known
    {
        management::SnapshotHealth health = management::SnapshotHealth::Filling;
        std::optional<core::ErrorKind> error = std::nullopt;
        std::size_t sessions = 0;
    };
    const ConnectedServers& m_servers;
    std::map<core::ServerId, Known> m_known;
    std::unordered_set<std::uint64_t> m_acts; ///< that have not ended
};

} // namespace deskwarden::desk
