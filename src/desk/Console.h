// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ActDesk.h"
#include "desk/ConnectedServers.h"
#include "desk/Conversations.h"
#include "desk/CrashRecovery.h"
#include "desk/SeenKeeper.h"
#include "desk/Services.h"
#include "models/activity/ActivityModel.h"
#include "models/table/SessionTableModel.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace deskwarden::desk {

/// Why a server cannot be closed yet.
enum class CloseRefusal {
    UsersWereTold,      ///< that they will be logged off, and the time runs
    HostIsBeingDrained, ///< a VM host of this server
    WavesGoOn,          ///< acts on this server wait for their wave
    GhostsAreBeingCured ///< the next step of a cure is still to come
};

/// A running console without its window: the servers, what they list, and what becomes of acts, told to all who need it
/// in one order.
/// Thread: GUI. Owner: the window. Blocks: never; stop() starts to end all calls, which end within 300 ms.
class Console final : public QObject
{
    Q_OBJECT

public:
    explicit Console(Services services);
    ~Console() override;

    [[nodiscard]] Services& services() noexcept { return m_services; }
    [[nodiscard]] models::SessionTableModel& sessions() noexcept { return m_sessions; }
    [[nodiscard]] models::ActivityModel& activity() noexcept { return m_activity; }
    [[nodiscard]] ConnectedServers& servers() noexcept { return m_servers; }
    [[nodiscard]] ActDesk& acts() noexcept { return m_acts; }
    [[nodiscard]] const PeopleCache& people() const noexcept { return m_people; }
    [[nodiscard]] const Conversations& conversations() const noexcept { return m_conversations; }
    [[nodiscard]] const ConnectedServers::Links& links() const noexcept { return m_servers.links(); }
    /// What people call the servers that are connected.
    [[nodiscard]] const models::ServerNames& serverNames() const { return m_sessions.serverNames(); }
    /// The lists that have arrived, of each server the last one.
    [[nodiscard]] std::vector<management::SnapshotPointer> lists() const;

    /// Connects, and remembers the server. Fails: as Services::connectorFor.
    [[nodiscard]] core::Result<> open(const core::ServerProfile& profile, const core::Secret& password);
    /// Nothing: it is closed.
    [[nodiscard]] std::optional<CloseRefusal> close(const core::ServerId& server);
    /// The program speaks another language: says anew what stands in models.
    void retranslate();
    /// How often lists are asked for, from now on and after the next start; 0 = on demand only.
    void setInterval(std::chrono::seconds interval);
    /// While it is true no list is asked for by itself, but of servers whose users wait or whose hosts are being
    /// drained: those go on.
    void setResting(bool isResting);
    /// What became of acts whose outcome is unknown, on all servers.
    void lookAgain();
    /// Keeps what a later run needs to know, and starts to end everything, without waiting.
    void stop();
    /// Waits for that. What ends only now is still heard by those who listen; nothing follows from it any more.
    void end();

signals:
    /// A list has gone to all who need it.
    void listTaken();
    /// What an earlier run has left in flight on a server is being looked up.
    void leftBehindFound(std::size_t acts);

private:
    void recallOrders();
    void keepOrders(const storage::FileQueue::Written& written = {});
    void takeSnapshot(const management::SnapshotPointer& snapshot);
    void nameServers();

    Services m_services;
    models::SessionTableModel m_sessions;
    models::ActivityModel m_activity;
    ConnectedServers m_servers;
    ActDesk m_acts;
    CrashRecovery m_recovery;
    SeenKeeper m_seen;
    Conversations m_conversations;
    PeopleCache m_people;
};

} // namespace deskwarden::desk
