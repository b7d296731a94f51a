// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/KnownNames.h"

#include "core/Names.h"
#include "core/Value.h"
#include "management/seam/RdmsSchema.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::size_t longestCompared = 255; // of a DNS name

/// What people put around a host's name: \\host, host., blanks.
std::string_view bare(std::string_view name)
{
    name = core::collapsed(name);
    while (!name.empty() && (name.front() == '\\' || name.front() == '/'))
        name.remove_prefix(1);
    while (!name.empty() && (name.back() == '.' || name.back() == '\\'))
        name.remove_suffix(1);
    return name;
}

/// How many letters must be changed, put in, left out or swapped with their neighbour; nothing if more than `most`.
std::optional<std::size_t> distance(std::string_view left, std::string_view right, std::size_t most)
{
    const std::size_t apart = std::max(left.size(), right.size()) - std::min(left.size(), right.size());
    if (apart > most || std::max(left.size(), right.size()) > longestCompared)
        return std::nullopt;
    // Optimal string alignment, by rows: two before, one before, this one.
    std::array<std::vector<std::size_t>, 3> rows;
    rows.fill(std::vector<std::size_t>(right.size() + 1));
    for (std::size_t column = 0; column <= right.size(); ++column)
        rows[1][column] = column;
    for (std::size_t row = 1; row <= left.size(); ++row) {
        rows[2][0] = row;
        for (std::size_t column = 1; column <= right.size(); ++column) {
            const bool isSame = left[row - 1] == right[column - 1];
            std::size_t best = std::min({rows[1][column] + 1, rows[2][column - 1] + 1, rows[1][column - 1] + !isSame});
            const bool canSwap =
                row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
            if (canSwap)
                best = std::min(best, rows[0][column - 2] + 1);
            rows[2][column] = best;
        }
        std::rotate(rows.begin(), rows.begin() + 1, rows.end());
    }
    return rows[1].back() <= most ? std::optional(rows[1].back()) : std::nullopt;
}

/// Smaller is nearer; nothing if nobody would mix them up. Both are in lower case.
std::optional<std::size_t> strangeness(std::string_view asked, std::string_view known)
{
    if (asked.empty())
        return std::nullopt;
    if (asked == known || core::firstLabel(asked) == core::firstLabel(known))
        return 0;
    const auto tolerated = [](std::string_view text) { return std::clamp<std::size_t>(text.size() / 3, 1, 3); };
    const auto whole = distance(asked, known, tolerated(asked));
    const auto machine = distance(core::firstLabel(asked), core::firstLabel(known), tolerated(core::firstLabel(asked)));
    return whole && machine ? std::min(whole, machine) : whole ? whole : machine;
}

core::Result<> addFrom(KnownNames& names, std::string_view className, std::string_view property,
                       ManagementConnection& connection, const std::string& nameSpace, const CallContext& context)
{
    const auto take = [&names, property](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            if (const core::Value* const name = instance.find(property))
                names.add(name->text().view());
        }
    };
    const auto end = connection.enumerate(Query{nameSpace, selectAll(className)}, take, context);
    if (!end)
        return core::failure(end.error());
    return {};
}

} // namespace

void KnownNames::add(std::string_view name)
{
    if (!name.empty())
        m_names.try_emplace(core::lowered(name), name);
}

bool KnownNames::knows(std::string_view name) const
{
    return m_names.contains(core::lowered(name));
}

std::vector<std::string> KnownNames::near(std::string_view name, std::size_t most) const
{
    const std::string asked = core::lowered(bare(name));
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const auto& [lower, written] : m_names) {
        if (const auto strange = strangeness(asked, lower))
            found.emplace_back(*strange, written);
    }
    std::ranges::sort(found);
    std::vector<std::string> nearest;
    for (const auto& [strange, written] : found) {
        if (nearest.size() == most)
            break;
        nearest.emplace_back(written);
    }
    return nearest;
}

core::Result<> addJoinedNodes(KnownNames& hosts, ManagementConnection& connection, const std::string& nameSpace,
                              const CallContext& context)
{
    return addFrom(hosts, joinedNodeClass, "FQDN", connection, nameSpace, context);
}

core::Result<> addDesktopHosts(KnownNames& hosts, ManagementConnection& connection, const std::string& nameSpace,
                               const CallContext& context)
{
    return addFrom(hosts, virtualDesktopClass, "HostName", connection, nameSpace, context);
}

} // namespace deskwarden::management
