// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "desk/ConnectorFactory.h"
#include "desk/QueryEndings.h"
#include "desk/ServerLink.h"
#include "management/acting/ActLedger.h"

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

namespace deskwarden::desk {

/// The links to all servers that are worked with together; one that fails does not disturb the others.
/// Thread: GUI. Blocks: closing one takes as long as ServerLink's destructor; all of them are told to stop first.
class ConnectedServers final : public QObject
{
    Q_OBJECT

public:
    using Links = std::vector<std::unique_ptr<ServerLink>>;

    using Options = std::function<LinkOptions()>;

    /// `options` is asked for each server that is opened; of its interval only the first counts, and setInterval(). The
    /// ledger outlives it.
    ConnectedServers(ConnectorFactory connectorFor, management::ActLedger& ledger, Options options,
                     QObject* parent = nullptr);
    ~ConnectedServers() override;

    /// Starts to ask the server; a link to the same address is replaced. Fails: as connectorFor.
    [[nodiscard]] core::Result<> open(const core::ServerProfile& profile, const core::Secret& password);
    void close(const core::ServerId& server);
    /// At the end of the program: reports still come, but nobody is told of closed servers.
    void closeAll();
    [[nodiscard]] const Links& links() const noexcept { return m_links; }
    /// Where queries end that others ask these servers by.
    [[nodiscard]] const std::shared_ptr<QueryEndings>& endings() const noexcept { return m_endings; }
    /// Null if there is none.
    [[nodiscard]] ServerLink* linkTo(const core::ServerId& server) const;

    void refresh();
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const noexcept { return m_interval; }
    /// Each request goes to its own server.
    void submit(std::vector<management::ActionRequest> requests);
    /// Thread: any, while no server is opened or closed.
    void cancelQueued();
    void cancel(const std::unordered_set<std::uint64_t>& requests);
    void setPaused(bool isPaused);
    /// Starts to end everything, without waiting. Thread: any, while no server is opened or closed.
    void requestStop();

signals:
    void linksChanged();
    void closed(const deskwarden::core::ServerId& server);
    void snapshotArrived(const deskwarden::management::SnapshotPointer& snapshot);
    void reportsArrived(const std::vector<deskwarden::management::ActionReport>& reports);

private:
    const ConnectorFactory m_connectorFor;
    management::ActLedger& m_ledger;
    const Options m_options;
    std::chrono::milliseconds m_interval;
    const std::shared_ptr<QueryEndings> m_endings;
    Links m_links;
};

} // namespace deskwarden::desk
