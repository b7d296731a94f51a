// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/WebAddress.h"

#include "core/Names.h"
#include "core/NumericHost.h"
#include "core/ServerAddress.h"

#include <algorithm>

namespace deskwarden::core {

namespace {

constexpr std::string_view webScheme = "https://";

/// What RFC 3986 lets stand in a path or query; what it lets stand nowhere may mean something to the program that opens
/// it.
bool isPathLetter(char letter)
{
    return letter > ' ' && letter <= '~' && std::string_view("\"<>\\^`{|}#").find(letter) == std::string_view::npos;
}

} // namespace

std::optional<WebAddress> WebAddress::parse(std::string_view text)
{
    if (text.size() > longest || lowered(text.substr(0, webScheme.size())) != webScheme)
        return std::nullopt;
    text.remove_prefix(webScheme.size());
    const std::size_t end = std::min(text.find_first_of("/?#\\"), text.size());
    const std::string authority(text.substr(0, end));
    std::string path(text.substr(end));
    if (path.empty() || path.front() == '?')
        path.insert(path.begin(), '/');
    if (!std::ranges::all_of(path, isPathLetter))
        return std::nullopt;
    const std::size_t bracket = authority.find(']');
    const bool hasPort = authority.find(':', bracket == std::string::npos ? 0 : bracket) != std::string::npos;
    // The same rules for hosts as for servers; only the usual port is another one.
    const auto server = ServerAddress::parse(std::string(webScheme) + authority + (hasPort ? "" : ":443"));
    if (!server)
        return std::nullopt;
    return WebAddress{server->host, server->port, std::move(path)};
}

std::optional<WebAddress> WebAddress::resolved(std::string_view reference) const
{
    reference = reference.substr(0, reference.find('#'));
    if (reference.starts_with('/') && !reference.starts_with("//")) {
        WebAddress beside = *this;
        beside.path = reference;
        return parse(beside.text());
    }
    return parse(reference);
}

std::string WebAddress::text() const
{
    std::string result(webScheme);
    result += host.find(':') != std::string::npos ? bracketedIpv6(host) : host;
    if (port != 443)
        result += ':' + std::to_string(port);
    return result + path;
}

} // namespace deskwarden::core
