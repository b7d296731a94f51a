// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Session.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace deskwarden::core {

enum class Transport {
    Automatic,  ///< a bare host name: HTTPS first, then HTTP with message encryption
    WsmanHttps, ///< https://host[:5986]
    WsmanHttp,  ///< http://host[:5985]
    Dcom,       ///< wmi://host, Windows only
    Demo,       ///< demo:[N], the embedded simulated broker with N sessions
};

/// Where a server is, as a person types it.
struct ServerAddress
{
    Transport transport = Transport::Automatic;
    /// As the DNS writes it: lower case, ASCII ("xn--…"), without a dot at its end; an IPv6 address in its canonical
    /// form, without brackets, with its zone if it has one ("fe80::1%eth0").
    std::string host;
    std::uint16_t port = 0;       ///< never 0 for the two HTTP transports after parse()
    std::size_t demoSessions = 0; ///< Demo only; 0 = its default size

    /// Takes an address as people copy it: with unseen marks, with WinRM's own path ("/wsman/",
    /// "/WSMAN?PSVersion=5.1"), with a dot at the end of a name, with letters beyond ASCII. Fails: InvalidInput with an
    /// InputProblem.
    [[nodiscard]] static Result<ServerAddress> parse(std::string_view typed);
    /// The same host by another transport: at the same port where one is set and serves, else at the default one.
    [[nodiscard]] ServerAddress over(Transport another) const;
    /// The canonical text: parse(text()) gives the same address. Default ports are left out.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] ServerId id() const { return ServerId{SharedString(text())}; }
    /// localhost, 127.0.0.0/8 and ::1: nothing leaves this machine. No name lookup is made: any other name is not
    /// loopback.
    [[nodiscard]] bool isLoopback() const noexcept;

    friend bool operator==(const ServerAddress&, const ServerAddress&) = default;
};

} // namespace deskwarden::core
