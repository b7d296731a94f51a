// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/ServerAddress.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::core {

/// What a link asks a console to show: "deskwarden://find?user=CORP%5Cbob&server=broker.example&ticket=INC42". Anybody
/// may have written it. It holds words to be filled in, and has no way to say that anything be done.
struct ConsoleLink
{
    static constexpr std::string_view scheme = "deskwarden:";
    static constexpr std::size_t longest = 2048;     ///< bytes of a whole link
    static constexpr std::size_t longestValue = 200; ///< bytes of the user and of the ticket

    std::string user;                    ///< to be looked for; empty = nobody
    std::optional<ServerAddress> server; ///< never Transport::Demo, which would start something
    std::string ticket;                  ///< why, for the next act that a person confirms; empty = none

    /// Reads a link by RFC 3986: a plus sign is a plus sign. Refuses what it does not know by name, a part that is
    /// there twice, and letters that nobody sees. Fails: InvalidInput with InputProblem::LinkUnusable, or that of the
    /// address.
    [[nodiscard]] static Result<ConsoleLink> parse(std::string_view link);
    /// Whether an argument is meant to be a link, usable or not.
    [[nodiscard]] static bool isMeant(std::string_view text);
    /// The link that says this: parse(text()) gives the same.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const ConsoleLink&, const ConsoleLink&) = default;
};

} // namespace deskwarden::core
