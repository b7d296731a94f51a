// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/DirectorySettings.h"

#include "core/Names.h"
#include "core/ServerAddress.h"

#include <charconv>
#include <optional>

namespace deskwarden::core {

namespace {

constexpr std::uint16_t ldapsPort = 636;
constexpr std::uint16_t ldapPort = 389;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '/'))
        text.remove_suffix(1);
    return text;
}

/// Takes ":636" off the end; nothing where it is no port.
std::optional<std::uint16_t> takePort(std::string_view& host, std::uint16_t usual)
{
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos || host.find(']', colon) != std::string_view::npos)
        return usual;
    const std::string_view number = host.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), port);
    if (problem != std::errc() || end != number.data() + number.size() || port == 0)
        return std::nullopt;
    host = host.substr(0, colon);
    return port;
}

std::string usualPortLeftOut(std::string_view scheme, const DirectoryAddress& address, std::uint16_t usual)
{
    const bool isIpv6 = address.host.find(':') != std::string::npos;
    std::string text = std::string(scheme) + (isIpv6 ? '[' + address.host + ']' : address.host);
    if (address.port != usual)
        text += ':' + std::to_string(address.port);
    return text;
}

/// As DirectoryAddress has it; empty where that is no domain of two labels at least.
std::string domainName(std::string_view text)
{
    const auto address = DirectoryAddress::parse(text);
    if (!address || address->way != DirectoryWay::Domain)
        return {};
    const std::size_t dot = address->host.rfind('.');
    const bool isNumber = address->host.find_first_not_of("0123456789", dot + 1) == std::string::npos;
    return dot == std::string::npos || isNumber ? std::string() : address->host;
}

} // namespace

Result<DirectoryAddress> DirectoryAddress::parse(std::string_view typed)
{
    DirectoryAddress address;
    std::string_view rest = trimmed(typed);
    if (startsWithName(rest, "ldaps://"))
        address.way = DirectoryWay::Ldaps;
    else if (startsWithName(rest, "ldap://"))
        address.way = DirectoryWay::StartTls;
    else if (rest.find("://") != std::string_view::npos)
        return failure(ErrorKind::InvalidInput, InputProblem::DirectorySchemeUnknown);
    if (address.way != DirectoryWay::Domain) {
        rest.remove_prefix(rest.find("//") + 2);
        const auto port = takePort(rest, address.way == DirectoryWay::Ldaps ? ldapsPort : ldapPort);
        if (!port)
            return failure(ErrorKind::InvalidInput, InputProblem::PortOutOfRange);
        address.port = *port;
    }
    auto host = ServerAddress::parse(rest);
    if (!host)
        return failure(std::move(host).error());
    if (host->transport != Transport::Automatic)
        return failure(ErrorKind::InvalidInput, InputProblem::NotAHostName);
    address.host = std::move(host->host);
    return address;
}

std::string DirectoryAddress::text() const
{
    switch (way) {
    case DirectoryWay::Domain:
        return host;
    case DirectoryWay::Ldaps:
        return usualPortLeftOut("ldaps://", *this, ldapsPort);
    case DirectoryWay::StartTls:
        return usualPortLeftOut("ldap://", *this, ldapPort);
    }
    return {};
}

bool isAsked(const DirectorySettings& settings) noexcept
{
    return settings.isOwnDomain || !settings.address.empty();
}

std::string ownDomain(std::string_view user, std::string_view host)
{
    std::string_view ofUser;
    if (const std::size_t at = user.rfind('@'); at != std::string_view::npos)
        ofUser = user.substr(at + 1);
    else if (const std::size_t slash = user.find('\\'); slash != std::string_view::npos)
        ofUser = user.substr(0, slash);
    if (std::string domain = domainName(ofUser); !domain.empty())
        return domain;
    const std::size_t dot = host.find('.');
    return dot == std::string_view::npos ? std::string() : domainName(host.substr(dot + 1));
}

std::string_view name(DirectorySignIn signIn) noexcept
{
    return signIn == DirectorySignIn::Password ? "password" : "kerberos";
}

DirectorySignIn directorySignInFromName(std::string_view text) noexcept
{
    return isSameName(text, name(DirectorySignIn::Password)) ? DirectorySignIn::Password : DirectorySignIn::Kerberos;
}

} // namespace deskwarden::core
