// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ConsoleLink.h"

#include "core/HiddenLetters.h"
#include "core/Names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace deskwarden::core {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";

auto unusable()
{
    return failure(ErrorKind::InvalidInput, InputProblem::LinkUnusable);
}

/// Letters that stand for themselves in a value (RFC 3986, section 2.3).
bool isUnreserved(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '.' || letter == '_' || letter == '~';
}

/// Nothing if a percent sign is not followed by two pair (RFC 3986, section 2.1).
std::optional<std::string> decoded(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            plain += text[at];
            continue;
        }
        unsigned int byte = 0;
        const std::string_view pair = text.substr(at + 1, 2);
        const auto [stop, error] = std::from_chars(pair.data(), pair.data() + pair.size(), byte, 16);
        if (pair.size() != 2 || error != std::errc() || stop != pair.data() + pair.size())
            return std::nullopt;
        plain += static_cast<char>(byte);
        at += 2;
    }
    return plain;
}

std::string encoded(std::string_view plain)
{
    std::string text;
    for (const char letter : plain) {
        if (isUnreserved(letter)) {
            text += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        text += '%';
        text += hexDigits[byte >> 4U];
        text += hexDigits[byte & 0xFU];
    }
    return text;
}

/// One line of UTF-8 in which everything can be seen.
bool isPlain(std::string_view value)
{
    return shownText(value, value.size()) == value;
}

/// The part of the link behind "find?" and before the next "&".
std::string_view takePart(std::string_view& query)
{
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view part = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    return part;
}

} // namespace

bool ConsoleLink::isMeant(std::string_view text)
{
    return lowered(text.substr(0, scheme.size())) == scheme;
}

Result<ConsoleLink> ConsoleLink::parse(std::string_view link)
{
    if (link.size() > longest || !isMeant(link))
        return unusable();
    link.remove_prefix(scheme.size());
    const std::size_t mark = std::min(link.find('?'), link.size());
    const std::string place = lowered(link.substr(0, mark)); // browsers write a slash behind the host
    if (place != "//find" && place != "//find/")
        return unusable();
    link.remove_prefix(std::min(mark + 1, link.size()));

    ConsoleLink result;
    std::string server;
    struct Part
    {
        std::string_view name;
        std::string* value;
        bool isThere = false;
    };
    std::array parts{Part{"user", &result.user}, Part{"server", &server}, Part{"ticket", &result.ticket}};
    while (!link.empty()) {
        const std::string_view text = takePart(link);
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos)
            return unusable();
        const auto part =
            std::ranges::find_if(parts, [&](const Part& known) { return known.name == text.substr(0, equals); });
        auto value = decoded(text.substr(equals + 1));
        if (part == parts.end() || part->isThere || !value || !isPlain(*value))
            return unusable();
        part->isThere = true;
        *part->value = *std::move(value);
    }
    if (result.user.size() > longestValue || result.ticket.size() > longestValue)
        return unusable();
    if (!server.empty()) {
        auto address = ServerAddress::parse(server);
        if (!address)
            return failure(std::move(address.error()));
        if (address->transport == Transport::Demo)
            return unusable();
        result.server = *std::move(address);
    }
    return result;
}

std::string ConsoleLink::text() const
{
    std::string link = std::string(scheme) + "//find";
    char separator = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        if (value.empty())
            return;
        link += separator;
        link += std::string(name) + '=' + encoded(value);
        separator = '&';
    };
    add("user", user);
    add("server", server ? server->text() : std::string());
    add("ticket", ticket);
    return link;
}

} // namespace deskwarden::core
