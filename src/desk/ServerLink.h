// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "management/acting/ActionRunner.h"
#include "management/sessions/SessionQuery.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <unordered_set>
#include <vector>

namespace deskwarden::desk {

struct LinkOptions
{
    bool asksForLists = true;                   ///< false: it is there for acts alone
    bool asksActiveBroker = false;              ///< whether another broker is the active one
    std::chrono::milliseconds interval{10'000}; ///< 0 = on demand only
    std::size_t connections = 4;                ///< acts at once on this server
    std::size_t perVmHost = 2;                  ///< acts at once on one VM host
    std::chrono::milliseconds verifyPatience{60'000};
    std::chrono::milliseconds doubtPatience{3'000};
};

/// One server as the console sees it: its query and its acts, with their news delivered on the GUI thread.
/// Thread: GUI. Blocks: the destructor takes up to 200 ms beyond the slowest call's stop; when closing several, call
/// requestStop() on all first. Snapshots are latest-wins; reports all arrive, in order, several at once.
class ServerLink final : public QObject
{
    Q_OBJECT

public:
    /// The ledger outlives the link.
    ServerLink(core::ServerProfile profile, const management::Connector& connector, management::ActLedger& ledger,
               const LinkOptions& options, QObject* parent = nullptr);
    ~ServerLink() override;

    [[nodiscard]] const core::ServerProfile& profile() const { return m_profile; }
    [[nodiscard]] const core::ServerId& server() const { return m_server; }
    /// For what else there is to ask this server.
    [[nodiscard]] const management::Connector& connector() const { return m_connector; }
    /// The last one that arrived; may be null.
    [[nodiscard]] const management::SnapshotPointer& snapshot() const { return m_snapshot; }

    /// When that was.
    [[nodiscard]] std::chrono::system_clock::time_point heardAt() const { return m_heardAt; }

    void refresh();
    /// The profile's own interval comes first.
    void setInterval(std::chrono::milliseconds interval);
    /// Lists come on demand only, until it ends; one that is overdue then is asked for at once.
    void setResting(bool isResting);
    void cancelRunning();
    void submit(std::vector<management::ActionRequest> requests);
    /// Thread: any.
    void cancelQueued();
    void cancel(const std::unordered_set<std::uint64_t>& requests);
    void setPaused(bool isPaused);
    /// Starts to end everything, without waiting. Thread: any.
    void requestStop();

signals:
    void snapshotArrived(const deskwarden::management::SnapshotPointer& snapshot);
    void reportsArrived(const std::vector<deskwarden::management::ActionReport>& reports);

private:
    struct Reports;
    void takeSnapshot();
    void takeReports();

    const core::ServerProfile m_profile;
    const core::ServerId m_server;
    const management::Connector m_connector;
    std::chrono::milliseconds m_interval; ///< when it does not rest
    bool m_isResting = false;
    management::SnapshotPointer m_snapshot;
    std::chrono::system_clock::time_point m_heardAt{};
    std::unique_ptr<Reports> m_reports;
    std::unique_ptr<management::SessionQuery> m_query; ///< nullptr: it asks for no lists
    std::unique_ptr<management::ActionRunner> m_runner;
};

} // namespace deskwarden::desk
