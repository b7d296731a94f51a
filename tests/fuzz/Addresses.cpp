// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Base64.h"
#include "core/Names.h"
#include "core/ServerAddress.h"
#include "core/ServerProfile.h"
#include "fuzz/Targets.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

namespace deskwarden::fuzz {

namespace {

/// Whether the host is one of 127.0.0.0/8, by the system's strict reader: two readers have to agree.
bool isLoopbackBySystem(const std::string& host)
{
    in_addr address{};
    return inet_pton(AF_INET, host.c_str(), &address) == 1 && (ntohl(address.s_addr) >> 24) == 127;
}

void checkAddress(std::string_view bytes)
{
    const auto address = core::ServerAddress::parse(bytes);
    if (!address) {
        demand(address.error().kind == core::ErrorKind::InvalidInput && address.error().reason != core::ErrorReason(),
               "a refused address says what is wrong with it");
        return;
    }
    const std::string text = address->text();
    const auto again = core::ServerAddress::parse(text);
    demand(again.has_value() && *again == *address, "the canonical text of an address is that address");
    demand(again->text() == text, "the canonical text of an address is canonical");
    demand(std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' '; }),
           "no address holds blanks or control characters");
    demand(core::lowered(address->host) == address->host || address->host.find(':') != std::string::npos,
           "a host is kept in lower case");
    const bool isWsman =
        address->transport == core::Transport::WsmanHttps || address->transport == core::Transport::WsmanHttp;
    demand(isWsman == (address->port != 0), "an address has a port exactly where one is used");
    if (address->transport == core::Transport::Demo)
        return;
    demand(!address->host.empty(), "an address has a host");
    if (address->host != "localhost" && address->host.find(':') == std::string::npos)
        demand(address->isLoopback() == isLoopbackBySystem(address->host),
               "127.0.0.0/8 is loopback, no other number is");
    for (const core::Transport way : {core::Transport::WsmanHttps, core::Transport::WsmanHttp, core::Transport::Dcom}) {
        const core::ServerAddress other = address->over(way);
        const auto read = core::ServerAddress::parse(other.text());
        demand(read.has_value() && *read == other, "the address by another transport is an address");
    }
}

} // namespace

void readAddresses(std::string_view bytes)
{
    checkAddress(bytes);
    if (const auto fingerprint = core::normalisedFingerprint(bytes)) {
        demand(fingerprint->size() == 64 && core::normalisedFingerprint(*fingerprint) == *fingerprint,
               "a fingerprint is 64 digits, and stays as it is");
    }
    if (const auto scheme = core::authSchemeFromName(bytes))
        demand(core::authSchemeFromName(core::name(*scheme)) == *scheme, "a scheme is read back from its name");
    demand(core::fromBase64(core::toBase64(bytes)) == std::string(bytes), "base64 is read back");
    if (const auto plain = core::fromBase64(bytes))
        demand(core::fromBase64(core::toBase64(*plain)) == *plain, "what base64 said is written and read back");
}

} // namespace deskwarden::fuzz
