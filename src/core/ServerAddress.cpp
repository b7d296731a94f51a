// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerAddress.h"

#include "core/Value.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace deskwarden::core {

namespace {

constexpr std::uint16_t httpsPort = 5986; // winrm's default listeners
constexpr std::uint16_t httpPort = 5985;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool isHostLetter(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
           letter == '_' || byte >= 0x80;
}

bool isIpv6Letter(char letter)
{
    return (letter >= 'a' && letter <= 'f') || (letter >= '0' && letter <= '9') || letter == ':' || letter == '.' ||
           letter == '%';
}

template <typename Number>
std::optional<Number> number(std::string_view text)
{
    Number value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

/// The number of an IPv4 address in its only unambiguous form: four decimal parts without leading zeros.
std::optional<std::uint32_t> ipv4In(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 1;; ++part) {
        const auto end = text.find('.');
        const std::string_view piece = text.substr(0, end);
        const auto value = number<std::uint8_t>(piece);
        const bool isLast = end == std::string_view::npos;
        if (!value || (piece.size() > 1 && piece.front() == '0') || isLast != (part == 4))
            return std::nullopt;
        address = address << 8U | *value;
        if (isLast)
            return address;
        text.remove_prefix(end + 1);
    }
}

std::uint16_t defaultPort(Transport transport)
{
    switch (transport) {
    case Transport::WsmanHttps:
        return httpsPort;
    case Transport::WsmanHttp:
        return httpPort;
    case Transport::Automatic:
    case Transport::Dcom:
    case Transport::Demo:
        break;
    }
    return 0;
}

std::string_view scheme(Transport transport)
{
    switch (transport) {
    case Transport::WsmanHttps:
        return "https://";
    case Transport::WsmanHttp:
        return "http://";
    case Transport::Dcom:
        return "wmi://";
    case Transport::Demo:
        return "demo:";
    case Transport::Automatic:
        break;
    }
    return {};
}

Result<ServerAddress> parseDemo(std::string_view rest)
{
    ServerAddress address;
    address.transport = Transport::Demo;
    if (rest.empty())
        return address;
    const auto sessions = number<std::size_t>(rest);
    if (!sessions || *sessions > 1'000'000)
        return failure(ErrorKind::InvalidInput,
                       "After demo: type the number of sessions, at most 1000000, or nothing.");
    address.demoSessions = *sessions;
    return address;
}

/// Splits "host[:port]" or "[ipv6][:port]".
Result<ServerAddress> parseHostAndPort(Transport transport, std::string_view rest)
{
    ServerAddress address;
    address.transport = transport;
    std::string_view port;
    bool hasPort = false;
    if (rest.starts_with('[')) {
        const auto bracket = rest.find(']');
        if (bracket == std::string_view::npos)
            return failure(ErrorKind::InvalidInput, "The address has an opening [ without its ].");
        address.host = lowered(rest.substr(1, bracket - 1));
        if (address.host.empty() || !std::ranges::all_of(address.host, isIpv6Letter))
            return failure(ErrorKind::InvalidInput, "Between [ and ] an IPv6 address is expected.");
        rest.remove_prefix(bracket + 1);
        if (!rest.empty() && !rest.starts_with(':'))
            return failure(ErrorKind::InvalidInput, "After the ] only a port such as :5986 may follow.");
        hasPort = !rest.empty();
        port = hasPort ? rest.substr(1) : std::string_view();
    } else {
        const auto colon = rest.find(':');
        if (colon != std::string_view::npos && rest.find(':', colon + 1) != std::string_view::npos)
            return failure(ErrorKind::InvalidInput, "Put an IPv6 address into brackets: [::1].");
        address.host = lowered(rest.substr(0, colon));
        hasPort = colon != std::string_view::npos;
        port = hasPort ? rest.substr(colon + 1) : std::string_view();
        if (address.host.empty())
            return failure(ErrorKind::InvalidInput, "Type the broker's full name, such as broker.example.com.");
        if (!std::ranges::all_of(address.host, isHostLetter))
            return failure(ErrorKind::InvalidInput, "A server name has letters, digits, dots and hyphens only.");
    }
    if (hasPort && (transport == Transport::Dcom || transport == Transport::Automatic))
        return failure(ErrorKind::InvalidInput, "A port needs https:// or http:// in front of the name.");
    const auto parsedPort = hasPort ? number<std::uint16_t>(port) : std::optional(defaultPort(transport));
    if (!parsedPort || (hasPort && *parsedPort == 0))
        return failure(ErrorKind::InvalidInput, "A port is a number from 1 to 65535.");
    address.port = *parsedPort;
    return address;
}

} // namespace

Result<ServerAddress> ServerAddress::parse(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return failure(ErrorKind::InvalidInput, "Type the broker's full name, such as broker.example.com.");
    if (text.size() > 512)
        return failure(ErrorKind::InvalidInput, "The address is too long for a server name.");
    const std::string lower = lowered(text.substr(0, 8));
    for (const Transport transport : {Transport::WsmanHttps, Transport::WsmanHttp, Transport::Dcom, Transport::Demo}) {
        const std::string_view prefix = scheme(transport);
        if (!lower.starts_with(prefix))
            continue;
        std::string_view rest = text.substr(prefix.size());
        if (transport == Transport::Demo)
            return parseDemo(rest);
        // What a person copies from elsewhere may end in a slash or in WinRM's own path.
        if (rest.ends_with("/wsman"))
            rest.remove_suffix(6);
        if (rest.ends_with('/'))
            rest.remove_suffix(1);
        return parseHostAndPort(transport, rest);
    }
    if (text.find("://") != std::string_view::npos)
        return failure(ErrorKind::InvalidInput,
                       "An address starts with https://, http:// or wmi://, or is a bare server name.");
    return parseHostAndPort(Transport::Automatic, text);
}

std::string ServerAddress::text() const
{
    std::string result(scheme(transport));
    if (transport == Transport::Demo)
        return demoSessions == 0 ? result : result + std::to_string(demoSessions);
    const bool isIpv6 = host.find(':') != std::string::npos;
    result += isIpv6 ? '[' + host + ']' : host;
    if (port != defaultPort(transport))
        result += ':' + std::to_string(port);
    return result;
}

bool ServerAddress::isLoopback() const noexcept
{
    if (transport == Transport::Demo || host == "localhost" || host == "::1")
        return true;
    const auto address = ipv4In(host); // what merely looks like one is a name, and may lead anywhere
    return address && (*address >> 24) == 127;
}

} // namespace deskwarden::core
