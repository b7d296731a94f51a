// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::core {

/// A page of the web, over HTTPS and in no other way: https://host[:port][/path][?query]. No user, no fragment.
struct WebAddress
{
    static constexpr std::size_t longest = 2000;

    std::string host; ///< as ServerAddress has it: letters beyond ASCII stand as "xn--…"
    std::uint16_t port = 443;
    std::string path = "/"; ///< with the query; visible ASCII only

    /// Nothing if it is no such address.
    [[nodiscard]] static std::optional<WebAddress> parse(std::string_view text);
    /// Where a reference leads that was found here, as in a header Location: a whole address, or a path that begins
    /// with a slash. Nothing if it leads anywhere else.
    [[nodiscard]] std::optional<WebAddress> resolved(std::string_view reference) const;
    /// The canonical text: parse(text()) gives the same address.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const WebAddress&, const WebAddress&) = default;
};

} // namespace deskwarden::core
