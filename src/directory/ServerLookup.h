// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::directory {

/// One SRV record (RFC 2782).
struct ServiceRecord
{
    std::uint16_t priority = 0;
    std::uint16_t weight = 0;
    std::uint16_t port = 0;
    std::string host;
    friend bool operator==(const ServiceRecord&, const ServiceRecord&) = default;
};

/// Asks the DNS for the SRV records of a name. None is an empty list.
/// Blocks: as the system's resolver; to be called abandonably. Thread: any.
using ServiceLookup = std::function<std::vector<ServiceRecord>(const std::string& name)>;
[[nodiscard]] std::vector<ServiceRecord> lookUpService(const std::string& name);

/// Whether a name, or a number, leads to any computer. What cannot be told now is taken for known.
/// Blocks: as the system's resolver; to be called abandonably. Thread: any.
[[nodiscard]] bool isHostKnown(const std::string& host);

/// The servers of a domain's directory, best first: its domain controllers, else whatever it names for LDAP. The DNS is
/// not to be trusted: a name outside of the domain is left out, as its owner could have a good certificate for it.
/// Fails: NameNotResolved, NoServer.
[[nodiscard]] core::Result<std::vector<ServiceRecord>> findServers(std::string_view domain,
                                                                   const ServiceLookup& lookup);

} // namespace deskwarden::directory
