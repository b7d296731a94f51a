// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "simulator/ListenerOptions.h"
#include "simulator/SimulatedBroker.h"

#include <cstdint>
#include <memory>
#include <string>

namespace deskwarden::simulator {

/// Serves a simulated broker over WS-Management on 127.0.0.1, as WinRM does: HTTP or HTTPS, signing in, Identify,
/// Enumerate, Pull, Release, Get and Invoke, and carries out what faults order for the connection.
/// Thread: any; each connection is served by a thread of its own, so that one that waits holds up no other.
/// Owner: the program or test that needs the server; the broker must outlive it. The destructor ends it within 200 ms,
/// answers or not.
class WsmanListener final
{
public:
    /// Fails: InvalidInput, if the port is taken, the certificate is unusable, or there is no user to sign in as.
    [[nodiscard]] static core::Result<std::unique_ptr<WsmanListener>> start(SimulatedBroker& broker,
                                                                            ListenerOptions options);
    WsmanListener(const WsmanListener&) = delete;
    WsmanListener& operator=(const WsmanListener&) = delete;
    ~WsmanListener();

    [[nodiscard]] std::uint16_t port() const noexcept;
    /// "http://127.0.0.1:40123", as a console takes it.
    [[nodiscard]] std::string address() const;

private:
    class Server;
    explicit WsmanListener(std::unique_ptr<Server> server);

    std::unique_ptr<Server> m_server;
};

} // namespace deskwarden::simulator
