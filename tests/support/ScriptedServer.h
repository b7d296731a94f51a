// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::tests {

/// A TCP or TLS server on loopback that does exactly what a test's script says, right or wrong. The script runs once
/// per connection, on a thread of its own. Owner: the test; the destructor cuts all connections and joins.
class ScriptedServer final
{
public:
    struct Request
    {
        std::string head;
        std::string body;
    };

    /// One accepted connection, as its script sees it.
    class Connection
    {
    public:
        Connection() = default;
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;
        virtual ~Connection() = default;

        /// Counts from 1 over the server's life.
        [[nodiscard]] virtual int number() const = 0;
        /// The next HTTP request; nothing when the peer has closed, or has not spoken HTTP.
        virtual std::optional<Request> read() = 0;
        virtual void write(std::string_view bytes) = 0;
        /// Does nothing until the peer closes.
        virtual void hang() = 0;

        void answer(std::string_view body, int status = 200, std::string_view moreHeaders = {},
                    std::string_view contentType = "application/soap+xml;charset=UTF-8");
    };

    struct TlsFiles
    {
        std::string certificate = {}; ///< PEM; empty = no TLS
        std::string key = {};
        int newestVersion = 0;         ///< as TLS1_1_VERSION of OpenSSL; 0 = all that it knows
        std::string ciphers = {};      ///< up to TLS 1.2, in OpenSSL's words; empty = its usual ones
        bool wantsCertificate = false; ///< of its clients, and takes none
    };

    using Script = std::function<void(Connection&)>;

    explicit ScriptedServer(Script script);
    ScriptedServer(Script script, const TlsFiles& tls);
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;
    ~ScriptedServer();

    [[nodiscard]] std::uint16_t port() const;
    /// All that was read so far, in order.
    [[nodiscard]] std::vector<Request> requests() const;
    /// Connections whose script has ended, so that they are closed.
    [[nodiscard]] int closedConnections() const;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace deskwarden::tests
