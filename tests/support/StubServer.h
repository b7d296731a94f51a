// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <atomic>
#include <cstdint>
#include <thread>

namespace deskwarden::support {

/// A TCP server on loopback that is no broker: it reads a little of each connection and answers the same bytes to all,
/// or nothing and stays silent.
/// Thread: serves on one of its own.
class StubServer final
{
public:
    enum class Manner {
        AnswerThenClose,
        StaySilent, ///< accepts and never says a word
        CloseAtOnce,
    };

    StubServer(Manner manner, QByteArray answer);
    StubServer(const StubServer&) = delete;
    StubServer& operator=(const StubServer&) = delete;
    ~StubServer();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// Connections seen so far.
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve();

    const Manner m_manner;
    const QByteArray m_answer;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_isStopping{false};
    std::atomic<int> m_connections{0};
    std::thread m_thread; // last: uses all above
};

/// A port on loopback on which nothing listens.
[[nodiscard]] std::uint16_t closedPort();

} // namespace deskwarden::support
