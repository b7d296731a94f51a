// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/CallContext.h"
#include "wsman/tls/PeerVerifier.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::wsman {

class WireObserver;

struct HttpOptions
{
    bool isTls = true;
    std::string host; ///< an IPv6 address without brackets
    std::uint16_t port = 0;
    std::string path = "/wsman";
    bool isForThisMachineOnly = false; ///< connects to a loopback address or not at all, wherever the name leads
    bool usesProxy = false;            ///< one that the environment names; false for the local network
    std::string caFile;
    std::string fingerprint;
    std::string clientCertificate; ///< PEM file; empty = none is shown
    std::string clientKey;         ///< PEM file
    std::chrono::milliseconds connectTimeout{20'000};
    std::size_t maxAnswer = std::size_t{16} * 1024 * 1024;
    std::shared_ptr<WireObserver> observer = nullptr; ///< told of each request that goes out; null = nobody

    [[nodiscard]] std::string url() const;
};

struct HttpAnswer
{
    long status = 0;
    std::string contentType;
    std::vector<std::string> wwwAuthenticate; ///< header values as sent, those of the last status line only
    std::string body;
    bool isAuthentic = true;   ///< false: it came in the clear where sealed answers are expected
    std::string location = {}; ///< of a redirection; nobody follows it
};

/// How far the last connection attempt got.
enum class ConnectionPhase { Nothing, NameResolved, Connected, Ready };

/// What is known about the connection that was tried last.
struct ConnectionFacts
{
    ConnectionPhase phase = ConnectionPhase::Nothing;
    std::string address; ///< numeric
    std::shared_ptr<const core::PeerCertificate> certificate;
    std::string channelBinding; ///< of that certificate; empty without TLS
};

/// One HTTP/1.1 connection to one server, on which one POST follows the other. Made on demand, and kept: with an
/// authenticated connection it is the connection that is signed in.
/// Thread: created, used and destroyed on one thread.
/// Blocks: post() and get() return within 200 ms of a stop request or its deadline, also while a name is looked up.
/// Fails: an HTTP status is no failure. Delivery is NotSent only if certainly nothing of the request went out. A kept
/// connection that died is ConnectionLost: a POST is never sent again silently.
class HttpChannel final
{
public:
    explicit HttpChannel(HttpOptions options);
    HttpChannel(const HttpChannel&) = delete;
    HttpChannel& operator=(const HttpChannel&) = delete;
    ~HttpChannel();

    /// `headers` are whole lines ("Authorization: …"); their memory is wiped afterwards.
    [[nodiscard]] core::Result<HttpAnswer> post(std::string_view body, const std::vector<std::string>& headers,
                                                const management::CallContext& context);
    /// The same, but a GET without a body.
    [[nodiscard]] core::Result<HttpAnswer> get(const management::CallContext& context);
    /// The last answer came over a connection that is kept, so the next POST uses it or fails.
    [[nodiscard]] bool isConnected() const noexcept;
    /// The next POST makes a new connection.
    void disconnect() noexcept;
    [[nodiscard]] ConnectionFacts facts() const;
    [[nodiscard]] const HttpOptions& options() const noexcept;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace deskwarden::wsman
