// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ScriptedServer.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace deskwarden::tests {

/// Stands between an HTTP client and its server on loopback: records every byte, and does to the answers what a test
/// says.
class MiddleMan final
{
public:
    struct Exchange
    {
        int number = 0;     ///< of the request on its connection, from 1
        int connection = 0; ///< from 1
        ScriptedServer::Request request;
        std::string head; ///< of the answer: status line and headers, with the blank line
        std::string body;
        bool isDropped = false; ///< set: the client's connection is closed instead
    };
    /// Called when the answer is there. What it leaves goes to the client, with a Content-Length that fits.
    using Alter = std::function<void(Exchange&)>;
    /// Called before the request goes on. False: the client's connection is closed, and the server sees nothing.
    using Admit = std::function<bool(const Exchange&)>;

    explicit MiddleMan(std::uint16_t serverPort);

    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }
    void setAlter(Alter alter);
    void setAdmit(Admit admit);
    /// Called before the request goes on. True: it is never answered, though the connection stays open.
    void setIgnore(Admit ignore);
    /// Called before the request goes on. True: the client gets a bare 401, and the server sees nothing and loses the
    /// connection, with what was signed in on it: so does HTTP.sys when it forgets a sign-in.
    void setForget(Admit forget);
    /// Set: each request goes to the server twice, and the client gets the second answer.
    void setRepeating(bool isRepeating);
    /// All that went over the wire so far, both ways.
    [[nodiscard]] std::string recorded() const;
    /// Requests that carried an Authorization header.
    [[nodiscard]] int signInRequests() const;

private:
    void serve(ScriptedServer::Connection& client);

    const std::uint16_t m_serverPort;
    mutable std::mutex m_mutex;
    Alter m_alter;              // guarded by m_mutex
    Admit m_admit;              // guarded by m_mutex
    Admit m_ignore;             // guarded by m_mutex
    Admit m_forget;             // guarded by m_mutex
    std::string m_recorded;     // guarded by m_mutex
    int m_signIns = 0;          // guarded by m_mutex
    bool m_isRepeating = false; // guarded by m_mutex
    ScriptedServer m_server;    // last: its threads use the rest
};

} // namespace deskwarden::tests
