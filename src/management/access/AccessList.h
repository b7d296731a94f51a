// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::management {

/// One entry of an access list, as far as it matters for somebody who wants in.
struct AccessEntry
{
    bool isAllowing = true;
    bool isConditional = false; ///< an expression decides whether it counts: only Windows can say
    std::string sid;            ///< "S-1-5-11", or two letters that stand for one of a domain ("DU")
    friend bool operator==(const AccessEntry&, const AccessEntry&) = default;
};

/// The discretionary access list of a security descriptor.
struct AccessList
{
    bool isOpen = false; ///< there is none: everybody may
    std::vector<AccessEntry> entries;

    /// Reads SDDL (MS-DTYP 2.5.1). Entries that only hand themselves on to others are left out, and the two-letter
    /// names of accounts that are the same everywhere become their SIDs.
    /// Fails: Malformed.
    [[nodiscard]] static core::Result<AccessList> parse(std::string_view sddl);

    /// Whether it lets somebody in, by the first entry that names one of the SIDs. Nothing = not known: it depends on
    /// an expression, on a domain, or on SIDs that nobody has told.
    [[nodiscard]] std::optional<bool> letsIn(const std::optional<std::set<std::string>>& sids) const;
};

} // namespace deskwarden::management
