// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "management/machines/MachineQuery.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace deskwarden::desk {

/// Lists the virtual machines of every connected server, for as long as somebody looks at them: each has a query of its
/// own beside that of its sessions. Thread: GUI. Owner: what shows them; outlived by the servers. Blocks: never; its
/// queries end beside the window.
class MachineWatch final : public QObject
{
    Q_OBJECT

public:
    explicit MachineWatch(const ConnectedServers& servers, QObject* parent = nullptr);
    ~MachineWatch() override;

    /// Of each server the last one that arrived; servers that have told none yet are not among them.
    [[nodiscard]] std::vector<management::MachineSnapshotPointer> lists() const;
    /// A server has not told its first list yet.
    [[nodiscard]] bool isAsking() const;
    void refresh();
    /// Nothing is asked until it ends; then what is overdue, and servers that have come meanwhile. refresh() still
    /// asks.
    void setResting(bool isResting);

signals:
    /// A list came, or a server has gone.
    void listsChanged();

private:
    void follow();
    void forget(const core::ServerId& server);
    void take();

    /// Rings on the GUI thread for as long as the watch is there; queries that are ending may still ring.
    struct Bell;
    struct Watched
    {
        std::unique_ptr<management::MachineQuery> query;
        management::MachineSnapshotPointer list;
    };
    const ConnectedServers& m_servers;
    const std::shared_ptr<QueryEndings> m_endings; ///< may outlive the servers, as this may in a window that goes
    const std::shared_ptr<Bell> m_bell;
    bool m_isResting = false;
    std::map<core::ServerId, Watched> m_watched;
};

} // namespace deskwarden::desk
