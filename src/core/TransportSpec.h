// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerAddress.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace deskwarden::core {

/// What a way to a server is, apart from its sentences (models/texts/TransportTexts.cpp) and from what connects by it
/// (app/Connectors.cpp).
struct TransportSpec
{
    Transport transport;
    std::string_view scheme;   ///< its addresses begin with it; a bare host name has none
    const char* word;          ///< in a policy, never changed; nullptr = no policy names it, and it is always allowed
    std::uint16_t defaultPort; ///< 0 = no port can be named
    bool mayUseTls;            ///< there may be a certificate to judge
    bool servesBareNames;      ///< tried for a bare host name, in the order of the table
};

#ifdef _WIN32
inline constexpr bool hasDcom = true;
#else
inline constexpr bool hasDcom = false;
#endif

/// One entry for each, in the order of Transport. The ports are those of winrm's default listeners.
inline constexpr std::array transportSpecs{
    TransportSpec{Transport::Automatic, "", nullptr, 0, true, false},
    TransportSpec{Transport::WsmanHttps, "https://", "https", 5986, true, true},
    TransportSpec{Transport::WsmanHttp, "http://", "http", 5985, false, true},
    TransportSpec{Transport::Dcom, "wmi://", "wmi", 0, false, hasDcom},
    TransportSpec{Transport::Demo, "demo:", nullptr, 0, false, false},
};

/// Whether the entries of a table with one for each transport stand in the order of Transport, none missing.
template <typename Table>
[[nodiscard]] constexpr bool hasEachTransport(const Table& table)
{
    std::size_t place = 0;
    return table.size() == transportSpecs.size() && std::ranges::all_of(table, [&place](const auto& entry) {
               return static_cast<std::size_t>(entry.transport) == place++;
           });
}
static_assert(hasEachTransport(transportSpecs));

[[nodiscard]] constexpr const TransportSpec& specOf(Transport transport) noexcept
{
    return transportSpecs[static_cast<std::size_t>(transport)];
}

/// The transport with that word in a policy. Fails: nothing, if none has it.
[[nodiscard]] constexpr std::optional<Transport> transportFrom(std::string_view word) noexcept
{
    const auto* const spec = std::ranges::find_if(
        transportSpecs, [word](const TransportSpec& one) { return one.word != nullptr && word == one.word; });
    return spec == transportSpecs.end() ? std::nullopt : std::optional(spec->transport);
}

} // namespace deskwarden::core
