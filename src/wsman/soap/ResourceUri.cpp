// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/ResourceUri.h"

#include "core/Names.h"
#include "wsman/soap/ProtocolNames.h"

#include <algorithm>

namespace deskwarden::wsman {

namespace {

constexpr std::string_view whiteSpace = " \t\r\n";

/// The next word of the text, which loses it.
std::string_view takeWord(std::string_view& text) noexcept
{
    const auto start = std::min(text.find_first_not_of(whiteSpace), text.size());
    text.remove_prefix(start);
    const auto end = std::min(text.find_first_of(whiteSpace), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

} // namespace

std::string slashedNamespace(std::string_view nameSpace)
{
    std::string slashed(nameSpace);
    std::ranges::replace(slashed, '\\', '/');
    return slashed;
}

std::string resourceUri(core::UriStyle style, std::string_view nameSpace, std::string_view className)
{
    std::string uri;
    switch (style) {
    case core::UriStyle::Wmi:
        uri.append(names::wmiResource).append(slashedNamespace(nameSpace)).append("/");
        break;
    case core::UriStyle::Cim:
        uri.append(names::cimResource);
        break;
    }
    return uri.append(className);
}

std::string_view lastSegment(std::string_view uri) noexcept
{
    const auto slash = uri.find_last_of('/');
    return slash == std::string_view::npos ? uri : uri.substr(slash + 1);
}

std::string_view classNameOf(std::string_view wql) noexcept
{
    while (!wql.empty()) {
        if (core::isSameName(takeWord(wql), "FROM"))
            return takeWord(wql);
    }
    return {};
}

} // namespace deskwarden::wsman
