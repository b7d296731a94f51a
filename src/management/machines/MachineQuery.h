// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"
#include "core/StartThread.h"
#include "management/machines/MachineSnapshot.h"
#include "management/seam/AskingThread.h"
#include "management/seam/Mailbox.h"
#include "management/seam/ManagementConnection.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace deskwarden::management {

class MachineCollector;

struct MachineQueryOptions
{
    std::string nameSpace{core::rdmsNamespace};
    std::chrono::milliseconds interval{60'000}; ///< 0 = on demand only
    std::chrono::milliseconds callTimeout{60'000};
    std::chrono::milliseconds listTimeout{600'000}; ///< for a whole list, which takes many calls on the wire
    std::chrono::milliseconds firstBackOff{2'000};
    std::chrono::milliseconds longestBackOff{60'000};
    std::size_t listsPerCollectionQuery = 10; ///< the collections' names are asked again every so many lists
    core::StartThread startThread = core::startThread;
};

/// The background query thread for the machines of one server, of the same contract as SessionQuery: it lists at an
/// interval and on demand, and keeps the last good list when asking fails. A first list comes whole.
/// Thread: its methods may be called from any thread; `wake` is called on the query's own thread whenever the mailbox
/// has something new, and must only pass the word on. Owner: whatever shows machines, for as long as it does; the
/// destructor ends the thread within 200 ms, whatever the server does.
class MachineQuery final
{
public:
    MachineQuery(core::ServerId server, Connector connector, MachineQueryOptions options, std::function<void()> wake);
    MachineQuery(const MachineQuery&) = delete;
    MachineQuery& operator=(const MachineQuery&) = delete;
    ~MachineQuery();

    /// Asks now, cutting an interval or a back-off short. While an enumeration runs, one more follows it.
    void refresh() { m_asking.refresh(); }
    /// Ends the enumeration that is running now, if any: its snapshot comes as Stale with a Cancelled error.
    void cancelRunning() { m_asking.cancelRunning(); }
    void setInterval(std::chrono::milliseconds interval) { m_asking.setInterval(interval); }
    /// Starts to end the thread, without waiting. For closing many at once.
    void requestStop() { m_asking.requestStop(); }

    /// The newest snapshot since the last call, or nothing. Older ones are superseded.
    [[nodiscard]] MachineSnapshotPointer takeSnapshot() { return m_mailbox.take(); }
    [[nodiscard]] const core::ServerId& server() const noexcept { return m_server; }

private:
    void ask(const std::stop_token& stop);
    [[nodiscard]] core::Result<> connect(const std::stop_token& stop);
    [[nodiscard]] core::Result<EnumerationEnd> list(MachineCollector& collector, const std::stop_token& stop);
    void askCollections(const std::stop_token& stop);
    void publishList(MachineCollector& collector, const EnumerationEnd& end);
    void publishFailure(core::ManagementError error);
    void publish(MachineSnapshot snapshot);

    const core::ServerId m_server;
    const Connector m_connector;
    const MachineQueryOptions m_options;
    const std::function<void()> m_wake;
    Mailbox<MachineSnapshotPointer> m_mailbox;
    core::StringPool m_pool;

    // Used on the query's own thread only.
    std::unique_ptr<ManagementConnection> m_connection;
    MachineSnapshotPointer m_lastGood;
    std::vector<CollectionName> m_collections;
    std::size_t m_listsUntilCollections = 0;
    std::uint64_t m_sequence = 0;

    AskingThread m_asking; // last: its thread uses all above
};

} // namespace deskwarden::management
