// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Targets.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace deskwarden::fuzz {

std::span<const Target> targets() noexcept
{
    static constexpr std::array<Target, 17> all{{
        {"addresses", &readAddresses},
        {"audit-heads", &readAuditHeads},
        {"audit-records", &keepAuditRecords},
        {"challenges", &readChallenges},
        {"envelopes", &readEnvelopes},
        {"faults", &readFaults},
        {"json-lines", &writeJsonLines},
        {"links", &readLinks},
        {"mime", &readMime},
        {"policies", &readPolicies},
        {"profiles", &readProfiles},
        {"releases", &readReleases},
        {"requests", &answerRequests},
        {"rows", &readRows},
        {"session-lists", &readSessionLists},
        {"wql", &askWql},
        {"written-requests", &writeRequests},
    }};
    return all;
}

void demand(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

} // namespace deskwarden::fuzz
