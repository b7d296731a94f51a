// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/farm/Random.h"
#include "simulator/ListenerOptions.h"
#include "simulator/signin/Acceptor.h"
#include "simulator/WsmanService.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

struct MHD_Connection;
struct MHD_Response;

namespace deskwarden::simulator {

/// What all connections of one listener share. Thread: any.
class HttpContext final
{
public:
    HttpContext(const ListenerOptions& options, WsmanService& service);

    [[nodiscard]] const ListenerOptions& options() const noexcept { return m_options; }
    [[nodiscard]] WsmanService& service() noexcept { return m_service; }
    /// Ends every wait now and from now on.
    void stop();
    [[nodiscard]] bool isStopping();
    /// Waits that long. Returns false if the listener is ending.
    bool pause(std::chrono::milliseconds duration);
    /// How long the next answer is on its way.
    [[nodiscard]] std::chrono::milliseconds nextLatency();

private:
    const ListenerOptions& m_options;
    WsmanService& m_service;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isStopping = false; // guarded by m_mutex
    Random m_random;           // guarded by m_mutex
};

/// One TCP connection: who has signed in on it.
struct HttpConnection
{
    explicit HttpConnection(const ListenerOptions& options)
    {
        for (const AcceptorMaker& make : options.acceptors)
            acceptors.push_back(make());
    }
    std::vector<std::unique_ptr<Acceptor>> acceptors;
    Acceptor* bound = nullptr; ///< the scheme that keeps the connection signed in, once it does
};

/// One request and its answer, on the thread of its connection.
class HttpExchange final
{
public:
    HttpExchange(HttpContext& context, std::string_view url, std::string_view method);

    void receive(std::string_view piece);
    /// Answers. Returns false if the connection is to break instead.
    [[nodiscard]] bool respond(MHD_Connection* connection);

private:
    enum class SignIn { Accepted, Continue, Refused };
    struct Challenge
    {
        SignIn state = SignIn::Refused;
        std::string token; // a whole WWW-Authenticate value; empty = none
    };

    [[nodiscard]] Challenge signIn(MHD_Connection* connection, HttpConnection& state) const;
    [[nodiscard]] bool challenge(MHD_Connection* connection, const HttpConnection& state, const Challenge& leg);
    [[nodiscard]] bool serve(MHD_Connection* connection, ServiceAnswer answer, const std::string& contentType,
                             const std::string& token);
    [[nodiscard]] bool sendToken(MHD_Connection* connection, const std::string& token);
    [[nodiscard]] bool sendStatus(MHD_Connection* connection, unsigned status);
    [[nodiscard]] bool send(MHD_Connection* connection, unsigned status, MHD_Response* response) const;
    [[nodiscard]] MHD_Response* responseOf(std::string body, bool isTruncated);
    void hang(MHD_Connection* connection);
    [[nodiscard]] unsigned refusalOf(MHD_Connection* connection) const;

    HttpContext& m_context;
    const std::string m_url;
    const std::string m_method;
    std::string m_body;
    bool m_isTooLarge = false;
};

} // namespace deskwarden::simulator
