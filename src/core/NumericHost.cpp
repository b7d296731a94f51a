// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/NumericHost.h"

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

#include <algorithm>
#include <array>

namespace deskwarden::core {

namespace {

/// What a URL may hold unescaped (RFC 6874, section 2), which covers the names of network interfaces.
bool isZoneLetter(char letter) noexcept
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '.' || letter == '-' || letter == '_' || letter == '~';
}

/// Whether "%25" stands for "%" there: it is followed by a zone. "%25" alone is the zone 25.
bool isEscaped(std::string_view zone) noexcept
{
    return zone.size() > 2 && zone.starts_with("25");
}

} // namespace

std::optional<std::string> canonicalIpv6(std::string_view text)
{
    const auto percent = text.find('%');
    std::array<unsigned char, 16> bytes{};
    const std::string address(text.substr(0, percent));
    if (address.find('\0') != std::string::npos || inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1)
        return std::nullopt;
    std::array<char, 64> canonical{};
    if (!inet_ntop(AF_INET6, bytes.data(), canonical.data(), canonical.size()))
        return std::nullopt;
    std::string result = canonical.data();
    if (percent == std::string_view::npos)
        return result;
    std::string_view zone = text.substr(percent + 1);
    if (isEscaped(zone))
        zone.remove_prefix(2);
    if (zone.empty() || !std::ranges::all_of(zone, isZoneLetter))
        return std::nullopt;
    return result.append("%").append(zone);
}

std::string_view withoutZone(std::string_view host) noexcept
{
    return host.find(':') == std::string_view::npos ? host : host.substr(0, host.find('%'));
}

std::string bracketedIpv6(std::string_view address)
{
    const auto percent = address.find('%');
    std::string result = "[";
    result += address.substr(0, percent);
    if (percent != std::string_view::npos) {
        const std::string_view zone = address.substr(percent + 1);
        result.append(isEscaped(zone) ? "%25" : "%").append(zone);
    }
    return result + ']';
}

} // namespace deskwarden::core
