// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerAddress.h"

#include "core/CopiedText.h"
#include "core/InternationalName.h"
#include "core/Names.h"
#include "core/NumericHost.h"
#include "core/TransportSpec.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace deskwarden::core {

namespace {

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
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-' ||
           letter == '_';
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

auto refused(InputProblem problem)
{
    return failure(ErrorKind::InvalidInput, problem);
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

constexpr std::size_t longestScheme =
    std::ranges::max(transportSpecs, {}, [](const TransportSpec& spec) { return spec.scheme.size(); }).scheme.size();

Result<ServerAddress> parseDemo(std::string_view rest)
{
    ServerAddress address;
    address.transport = Transport::Demo;
    if (rest.empty())
        return address;
    const auto sessions = number<std::size_t>(rest);
    if (!sessions || *sessions > 1'000'000)
        return refused(InputProblem::DemoSizeUnusable);
    address.demoSessions = *sessions;
    return address;
}

/// A name as the DNS writes it: lower case, ASCII, without the dot that only says that nothing is to be appended.
Result<std::string> hostName(std::string_view text)
{
    std::string name = lowered(text);
    if (!isAscii(name)) {
        auto ascii = asciiName(name);
        if (!ascii)
            return refused(InputProblem::NotAHostName);
        name = lowered(*ascii);
    }
    if (name.ends_with('.'))
        name.pop_back();
    const bool hasEmptyLabel =
        name.empty() || name.starts_with('.') || name.ends_with('.') || name.find("..") != std::string::npos;
    if (hasEmptyLabel || !std::ranges::all_of(name, isHostLetter))
        return refused(InputProblem::NotAHostName);
    return name;
}

struct Authority
{
    std::string host;
    std::optional<std::string_view> port;
};

/// "[ipv6][:port]"
Result<Authority> bracketed(std::string_view text)
{
    const auto bracket = text.find(']');
    if (bracket == std::string_view::npos)
        return refused(InputProblem::BracketNotClosed);
    auto host = canonicalIpv6(text.substr(1, bracket - 1));
    if (!host)
        return refused(InputProblem::NotIpv6);
    text.remove_prefix(bracket + 1);
    if (text.empty())
        return Authority{*std::move(host), {}};
    if (!text.starts_with(':'))
        return refused(InputProblem::TextAfterBracket);
    return Authority{*std::move(host), text.substr(1)};
}

/// "host[:port]"
Result<Authority> named(std::string_view text)
{
    const auto colon = text.find(':');
    const bool hasPort = colon != std::string_view::npos;
    if (hasPort && text.find(':', colon + 1) != std::string_view::npos)
        return refused(InputProblem::BracketsMissing);
    const std::string_view name = text.substr(0, colon);
    if (name.empty())
        return refused(InputProblem::AddressMissing);
    auto host = hostName(name);
    if (!host)
        return failure(std::move(host.error()));
    return Authority{*std::move(host), hasPort ? std::optional(text.substr(colon + 1)) : std::nullopt};
}

/// What may follow the server: nothing, or WinRM's own path and query, as PowerShell and its errors write them.
bool isWinrmsPath(std::string_view rest)
{
    const std::string path = lowered(rest.substr(0, rest.find('?')));
    const std::string query = lowered(rest.substr(std::min(path.size(), rest.size())));
    bool isSeen = false;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view segment = std::string_view(path).substr(at, end - at);
        if (!segment.empty() && (isSeen || segment != "wsman"))
            return false;
        isSeen = isSeen || !segment.empty();
        at = end + 1;
    }
    return query.size() <= 1 || query.starts_with("?psversion=");
}

/// Splits "host[:port][/wsman]" or "[ipv6][:port][/wsman]".
Result<ServerAddress> parseHostAndPort(Transport transport, std::string_view rest)
{
    const auto end = std::min(rest.find_first_of("/?#"), rest.size());
    const std::string_view server = rest.substr(0, end);
    if (server.find('@') != std::string_view::npos)
        return refused(InputProblem::UserInAddress);
    const auto parts = server.starts_with('[') ? bracketed(server) : named(server);
    if (!parts)
        return failure(parts.error());
    if (!isWinrmsPath(rest.substr(end)))
        return refused(InputProblem::PathInAddress);
    const std::uint16_t usual = specOf(transport).defaultPort;
    if (parts->port && usual == 0)
        return refused(InputProblem::PortNeedsScheme);
    const auto port = parts->port ? number<std::uint16_t>(*parts->port) : std::optional(usual);
    if (!port || (parts->port && *port == 0))
        return refused(InputProblem::PortOutOfRange);
    ServerAddress address;
    address.transport = transport;
    address.host = parts->host;
    address.port = *port;
    return address;
}

} // namespace

Result<ServerAddress> ServerAddress::parse(std::string_view typed)
{
    if (typed.size() > 512)
        return refused(trimmed(typed).empty() ? InputProblem::AddressMissing : InputProblem::AddressTooLong);
    const std::string seen = withoutUnseenMarks(typed);
    const std::string_view text = trimmed(seen);
    if (text.empty())
        return refused(InputProblem::AddressMissing);
    const std::string lower = lowered(text.substr(0, longestScheme));
    bool isNearScheme = text.find("://") != std::string_view::npos;
    for (const TransportSpec& spec : transportSpecs) {
        const std::string_view scheme = spec.scheme;
        if (scheme.empty())
            continue;
        isNearScheme = isNearScheme || lower.starts_with(scheme.substr(0, scheme.find(':') + 1));
        if (!lower.starts_with(scheme))
            continue;
        const std::string_view rest = text.substr(scheme.size());
        return spec.transport == Transport::Demo ? parseDemo(rest) : parseHostAndPort(spec.transport, rest);
    }
    if (isNearScheme)
        return refused(InputProblem::SchemeUnknown);
    return parseHostAndPort(Transport::Automatic, text);
}

ServerAddress ServerAddress::over(Transport another) const
{
    ServerAddress address = *this;
    address.transport = another;
    const std::uint16_t usual = specOf(another).defaultPort;
    if (usual == 0 || port == 0)
        address.port = usual;
    return address;
}

std::string ServerAddress::text() const
{
    std::string result(specOf(transport).scheme);
    if (transport == Transport::Demo)
        return demoSessions == 0 ? result : result + std::to_string(demoSessions);
    const bool isIpv6 = host.find(':') != std::string::npos;
    result += isIpv6 ? bracketedIpv6(host) : host;
    if (port != specOf(transport).defaultPort)
        result += ':' + std::to_string(port);
    return result;
}

bool ServerAddress::isLoopback() const noexcept
{
    if (transport == Transport::Demo || host == "localhost" || withoutZone(host) == "::1")
        return true;
    const auto address = ipv4In(host); // what merely looks like one is a name, and may lead anywhere
    return address && (*address >> 24) == 127;
}

} // namespace deskwarden::core
