// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/access/AccessList.h"

#include "core/Names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::string_view everyone = "S-1-1-0";
constexpr std::string_view authenticated = "S-1-5-11";

// Those aliases of MS-DTYP 2.5.1.1 that mean the same in every domain.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> wellKnown{{
    {"WD", everyone},
    {"AU", authenticated},
    {"AN", "S-1-5-7"},
    {"BA", "S-1-5-32-544"},
    {"BU", "S-1-5-32-545"},
    {"BG", "S-1-5-32-546"},
    {"RD", "S-1-5-32-555"},
    {"IU", "S-1-5-4"},
    {"NU", "S-1-5-2"},
    {"SY", "S-1-5-18"},
    {"LS", "S-1-5-19"},
    {"NS", "S-1-5-20"},
}};

std::string sidOf(std::string_view text)
{
    const auto* const known =
        std::ranges::find_if(wellKnown, [text](const auto& one) { return core::isSameName(one.first, text); });
    std::string sid(known == wellKnown.end() ? text : known->second);
    std::ranges::transform(sid, sid.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return sid;
}

std::vector<std::string_view> fieldsOf(std::string_view entry)
{
    std::vector<std::string_view> fields;
    for (;;) {
        const std::size_t end = fields.size() == 6 ? std::string_view::npos : entry.find(';');
        fields.push_back(entry.substr(0, end));
        if (end == std::string_view::npos)
            return fields;
        entry.remove_prefix(end + 1);
    }
}

/// Where the text that begins with a parenthesis ends, behind its closing one; npos if it does not.
std::size_t endOfEntry(std::string_view text)
{
    std::size_t depth = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (!isQuoted && text[i] == '(')
            ++depth;
        else if (!isQuoted && text[i] == ')' && --depth == 0)
            return i + 1;
    }
    return std::string_view::npos;
}

bool onlyHandsOn(std::string_view flags)
{
    for (; flags.size() >= 2; flags.remove_prefix(2)) {
        if (core::isSameName(flags.substr(0, 2), "IO"))
            return true;
    }
    return false;
}

/// Nothing for audits and the like, which let nobody in and keep nobody out.
std::optional<AccessEntry> entryOf(std::string_view type)
{
    const auto isOne = [type](auto... names) { return (core::isSameName(type, names) || ...); };
    if (isOne("A", "OA"))
        return AccessEntry{true, false, {}};
    if (isOne("D", "OD"))
        return AccessEntry{false, false, {}};
    if (isOne("XA", "ZA"))
        return AccessEntry{true, true, {}};
    if (isOne("XD"))
        return AccessEntry{false, true, {}};
    return std::nullopt;
}

bool isOfADomain(std::string_view sid)
{
    return sid.size() == 2;
}

tl::unexpected<core::ManagementError> unreadable()
{
    return core::failure(core::ErrorKind::Malformed, "a security descriptor that is no SDDL");
}

/// Where "D:" begins; not one inside of an owner's or group's SID, which have no colon.
std::size_t findList(std::string_view sddl)
{
    for (std::size_t at = 0; at + 1 < sddl.size();) {
        if (sddl[at] == '(') {
            const std::size_t length = endOfEntry(sddl.substr(at));
            if (length == std::string_view::npos)
                return std::string_view::npos;
            at += length;
        } else if (core::lowered(sddl[at]) == 'd' && sddl[at + 1] == ':') {
            return at + 2;
        } else {
            ++at;
        }
    }
    return std::string_view::npos;
}

} // namespace

core::Result<AccessList> AccessList::parse(std::string_view sddl)
{
    const auto isPart = [](char letter) {
        const char lower = core::lowered(letter);
        return lower == 'o' || lower == 'g' || lower == 'd' || lower == 's';
    };
    if (sddl.size() < 2 || !isPart(sddl[0]) || sddl[1] != ':')
        return unreadable();
    AccessList list;
    const std::size_t start = findList(sddl);
    if (start == std::string_view::npos) {
        list.isOpen = true;
        return list;
    }
    std::string_view rest = sddl.substr(start);
    const std::size_t firstEntry = rest.find('(');
    const std::string_view flags = rest.substr(0, std::min(firstEntry, rest.find(':')));
    if (flags.find("NO_ACCESS_CONTROL") != std::string_view::npos) {
        list.isOpen = true;
        return list;
    }
    rest.remove_prefix(std::min(firstEntry, rest.size()));
    while (rest.starts_with('(')) {
        const std::size_t length = endOfEntry(rest);
        if (length == std::string_view::npos)
            return unreadable();
        const auto fields = fieldsOf(rest.substr(1, length - 2));
        rest.remove_prefix(length);
        if (fields.size() < 6 || fields[5].empty())
            return unreadable();
        auto entry = entryOf(fields[0]);
        if (!entry || onlyHandsOn(fields[1]))
            continue;
        // Conditional entries have their expression behind the SID.
        entry->sid = sidOf(fields[5].substr(0, fields[5].find(';')));
        list.entries.push_back(*std::move(entry));
    }
    return list;
}

std::optional<bool> AccessList::letsIn(const std::optional<std::set<std::string>>& sids) const
{
    if (isOpen)
        return true;
    // What an entry would decide that may or may not be about this person.
    bool mayLetIn = false;
    bool mayKeepOut = false;
    for (const AccessEntry& entry : entries) {
        const bool isEverybody = entry.sid == everyone || entry.sid == authenticated;
        if (entry.isConditional || (!isEverybody && (!sids || isOfADomain(entry.sid))))
            (entry.isAllowing ? mayLetIn : mayKeepOut) = true;
        else if (isEverybody || sids->contains(entry.sid))
            return (entry.isAllowing ? mayKeepOut : mayLetIn) ? std::nullopt : std::optional(entry.isAllowing);
    }
    return mayLetIn ? std::nullopt : std::optional(false);
}

} // namespace deskwarden::management
