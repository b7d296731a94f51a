// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace deskwarden::support {

/// Stands between a client and a server on loopback and hands all bytes on, until it is told otherwise. Port 0 as the
/// server: nobody ever answers. Thread: its own. Owner: the test; the destructor cuts all connections and joins.
class StallingWire final
{
public:
    explicit StallingWire(std::uint16_t serverPort);
    StallingWire(const StallingWire&) = delete;
    StallingWire& operator=(const StallingWire&) = delete;
    ~StallingWire();

    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    /// From now on hands on only so many bytes more of the server's, and then none: the connection stays open.
    void stallAfter(std::int64_t bytes) noexcept { m_left = bytes; }
    /// Hands on all again.
    void goOn() noexcept
    {
        m_left = unlimited;
        m_cutLeft = unlimited;
    }
    /// Breaks every connection as soon as `bytes` more of the server's went through.
    void cutAfter(std::int64_t bytes) noexcept { m_cutLeft = bytes; }
    /// All that clients have sent so far.
    [[nodiscard]] std::string sentByClients() const;
    [[nodiscard]] int connections() const noexcept { return m_connections; }

private:
    static constexpr std::int64_t unlimited = INT64_MAX / 2;

    void run();
    [[nodiscard]] bool handOn(int from, int to, std::int64_t most, bool isOfClient);

    const std::uint16_t m_serverPort;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<std::int64_t> m_left{unlimited};
    std::atomic<std::int64_t> m_cutLeft{unlimited};
    std::atomic<int> m_connections{0};
    std::atomic<bool> m_isOver{false};
    mutable std::mutex m_mutex;
    std::string m_sent; // guarded by m_mutex
    std::thread m_thread;
};

} // namespace deskwarden::support
