// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"
#include "core/StartThread.h"
#include "management/seam/AskingThread.h"
#include "management/seam/Mailbox.h"
#include "management/seam/ManagementConnection.h"
#include "management/sessions/SessionSnapshot.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace deskwarden::management {

class SessionCollector;

struct SessionQueryOptions
{
    std::string nameSpace{core::rdmsNamespace};
    std::chrono::milliseconds interval{10'000}; ///< 0 = on demand only
    std::chrono::milliseconds callTimeout{60'000};
    std::chrono::milliseconds listTimeout{600'000}; ///< for a whole list, which takes many calls on the wire
    std::chrono::milliseconds firstBackOff{2'000};
    std::chrono::milliseconds longestBackOff{60'000};
    std::chrono::milliseconds fillPause{100};     ///< at least that long between two snapshots of a first list
    std::size_t listsPerCollectionQuery = 10;     ///< the collections' names are asked again every so many lists
    std::string brokerHost;                       ///< the host that is asked, to know it for a passive broker; empty =
                                                  ///< nobody wants to know
    std::chrono::milliseconds factsPause{60'000}; ///< between two looks at the machines and the times, at least
    std::chrono::milliseconds refusedPause{600'000}; ///< until a class that could not be read is asked again
    core::StartThread startThread = core::startThread;
};

/// The background query thread of one server: enumerates its sessions at an interval and on demand, and keeps the last
/// good list when asking fails. After a refused sign-in it asks again only on demand, because repeating it would lock
/// the account.
/// Thread: its methods may be called from any thread; `wake` is called on the query's own thread whenever the mailbox
/// has something new, and must only pass the word on. Where no thread can be started, the list has failed with
/// OutOfResources, told on the thread that made the query or asked it to refresh, which tries again. Owner: ServerLink;
/// the destructor ends the thread within 200 ms, whatever the server does.
class SessionQuery final
{
public:
    SessionQuery(core::ServerId server, Connector connector, SessionQueryOptions options, std::function<void()> wake);
    SessionQuery(const SessionQuery&) = delete;
    SessionQuery& operator=(const SessionQuery&) = delete;
    ~SessionQuery();

    /// Asks now, cutting an interval or a back-off short. While an enumeration runs, one more follows it.
    void refresh() { m_asking.refresh(); }
    /// Ends the enumeration that is running now, if any: its snapshot comes as Stale with a Cancelled error.
    void cancelRunning() { m_asking.cancelRunning(); }
    void setInterval(std::chrono::milliseconds interval) { m_asking.setInterval(interval); }
    /// Starts to end the thread, without waiting. For closing many at once.
    void requestStop() { m_asking.requestStop(); }

    /// The newest snapshot since the last call, or nothing. Older ones are superseded.
    [[nodiscard]] SnapshotPointer takeSnapshot();
    [[nodiscard]] const core::ServerId& server() const noexcept { return m_server; }

private:
    using Clock = std::chrono::steady_clock;

    void ask(const std::stop_token& stop);
    [[nodiscard]] core::Result<> connect(const std::stop_token& stop);
    [[nodiscard]] core::Result<EnumerationEnd> list(SessionCollector& collector, const std::stop_token& stop);
    [[nodiscard]] core::Result<EnumerationEnd> listOnce(SessionCollector& collector, const std::stop_token& stop);
    void publishFilling(const SessionCollector& collector);
    void publishList(SessionCollector& collector, const EnumerationEnd& end);
    void publishFailure(core::ManagementError error);
    void askCollections(const std::stop_token& stop);
    void askActiveBroker(const std::stop_token& stop);
    void askFacts(const std::stop_token& stop);
    template <typename Sink>
    void askNeighbour(std::string_view nameSpace, std::string_view className, const Sink& sink, Clock::time_point& due,
                      const std::stop_token& stop);
    void publish(SessionSnapshot snapshot);

    const core::ServerId m_server;
    const Connector m_connector;
    const SessionQueryOptions m_options;
    const std::function<void()> m_wake;
    Mailbox<SnapshotPointer> m_mailbox;
    core::StringPool m_pool;

    // Used on the query's own thread only.
    std::unique_ptr<ManagementConnection> m_connection;
    SnapshotPointer m_lastGood;
    std::vector<CollectionName> m_collections;
    std::string m_activeBroker; ///< another one than this
    std::size_t m_listsUntilCollections = 0;
    std::shared_ptr<const SessionFacts> m_facts;
    Clock::time_point m_desktopsDue; // when to ask for Win32_RDMSVirtualDesktop again
    Clock::time_point m_timesDue;    // and for Win32_SessionDirectorySessionEx
    std::uint64_t m_sequence = 0;
    std::size_t m_filled = 0; // rows in the last Filling snapshot
    Clock::time_point m_filledAt;

    AskingThread m_asking; // last: its thread uses all above
};

} // namespace deskwarden::management
