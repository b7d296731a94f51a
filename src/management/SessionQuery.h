// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"
#include "management/Mailbox.h"
#include "management/ManagementConnection.h"
#include "management/SessionSnapshot.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace deskwarden::management {

struct SessionQueryOptions
{
    std::string nameSpace{core::rdmsNamespace};
    std::chrono::milliseconds interval{10'000}; ///< 0 = on demand only
    std::chrono::milliseconds callTimeout{60'000};
    std::chrono::milliseconds firstBackOff{2'000};
    std::chrono::milliseconds longestBackOff{60'000};
};

/// The background query thread of one server: enumerates its sessions at an interval and on demand, and keeps the last
/// good list when asking fails. Thread: its methods may be called from any thread; `wake` is called on the query's own
/// thread whenever the mailbox has something new, and must only pass the word on. Owner: whoever shows the sessions;
/// the destructor ends the thread within 200 ms, whatever the server does.
class SessionQuery final
{
public:
    SessionQuery(core::ServerId server, Connector connector, SessionQueryOptions options, std::function<void()> wake);
    SessionQuery(const SessionQuery&) = delete;
    SessionQuery& operator=(const SessionQuery&) = delete;
    ~SessionQuery();

    /// Asks now, cutting an interval or a back-off short. While an enumeration runs, one more follows it.
    void refresh();
    /// Ends the enumeration that is running now, if any: its snapshot comes as Stale with a Cancelled error.
    void cancelRunning();
    void setInterval(std::chrono::milliseconds interval);
    /// Starts to end the thread, without waiting. For closing many at once.
    void requestStop();

    /// The newest snapshot since the last call, or nothing. Older ones are superseded.
    [[nodiscard]] SnapshotPointer takeSnapshot();
    [[nodiscard]] const core::ServerId& server() const noexcept { return m_server; }

private:
    void run(const std::stop_token& stop);

    const core::ServerId m_server;
    const Connector m_connector;
    const SessionQueryOptions m_options;
    const std::function<void()> m_wake;
    Mailbox<SnapshotPointer> m_mailbox;
    core::StringPool m_pool;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::chrono::milliseconds m_interval; // guarded by m_mutex
    bool m_isAsked = true;                // guarded by m_mutex
    std::stop_source m_running;           // guarded by m_mutex: ends the enumeration that runs now
    std::jthread m_thread;                // last: uses all above
};

} // namespace deskwarden::management
