// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/PersonReader.h"

#include "core/TextEncoding.h"
#include "directory/SidText.h"

#include <charconv>
#include <limits>

namespace deskwarden::directory {

namespace {

// MS-ADTS 2.2.16: bits of userAccountControl, the last two only in msDS-User-Account-Control-Computed
constexpr std::int64_t accountDisabled = 0x2;
constexpr std::int64_t accountLocked = 0x10;
constexpr std::int64_t passwordNeverExpires = 0x10000;
constexpr std::int64_t passwordExpired = 0x800000;

std::optional<bool> hasBit(std::optional<std::int64_t> bits, std::int64_t bit)
{
    if (!bits)
        return std::nullopt;
    return (*bits & bit) != 0;
}

/// Without the computed attribute only the time tells, together with how long a lock lasts.
std::optional<bool> lockedByTime(std::optional<std::int64_t> since, const DomainRules& rules, std::int64_t now)
{
    if (!since)
        return std::nullopt;
    if (*since <= 0)
        return false;
    if (!rules.lockoutDuration)
        return std::nullopt;
    // 0 and the least number: until an administrator unlocks it
    if (*rules.lockoutDuration >= 0 || *rules.lockoutDuration == std::numeric_limits<std::int64_t>::min())
        return true;
    return now - *since < -*rules.lockoutDuration;
}

/// How old a password may become is decided by policies that are not read here.
std::optional<bool> expiredBySet(std::optional<std::int64_t> bits, std::optional<std::int64_t> lastSet)
{
    if (hasBit(bits, passwordNeverExpires).value_or(false))
        return false;
    if (lastSet && *lastSet == 0)
        return true; // it must be changed at the next sign-in
    return std::nullopt;
}

std::optional<bool> isPast(std::optional<std::int64_t> end, std::int64_t now)
{
    if (!end)
        return std::nullopt;
    return *end > 0 && *end < now; // 0 and the greatest number: never
}

bool isPicture(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("\x89PNG\r\n\x1A\n");
}

} // namespace

const std::vector<std::string>& personAttributes()
{
    static const std::vector<std::string> names{
        "sAMAccountName",  "displayName", "department",         "title",
        "telephoneNumber", "mail",        "userAccountControl", "msDS-User-Account-Control-Computed",
        "lockoutTime",     "pwdLastSet",  "accountExpires",     "objectSid"};
    return names;
}

const std::string& photoAttribute()
{
    static const std::string name = "thumbnailPhoto";
    return name;
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::string boundedText(std::string_view text, std::size_t longest)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string bounded;
    while (!text.empty()) {
        const std::size_t length = core::firstLength(text);
        const std::string_view next = length == 0 ? replacement : text.substr(0, length);
        if (bounded.size() + next.size() > longest)
            break;
        bounded += next;
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return bounded;
}

management::Person readPerson(const LdapEntry& entry, const DomainRules& rules, std::int64_t now)
{
    const auto number = [&entry](std::string_view name) { return numberOf(entry.first(name)); };
    management::Person person;
    person.account = boundedText(entry.first("sAMAccountName"));
    person.fullName = boundedText(entry.first("displayName"));
    person.department = boundedText(entry.first("department"));
    person.title = boundedText(entry.first("title"));
    person.phone = boundedText(entry.first("telephoneNumber"));
    person.mail = boundedText(entry.first("mail"));
    person.sid = sidText(entry.first("objectSid"));
    const auto bits = number("userAccountControl");
    const auto computed = number("msDS-User-Account-Control-Computed");
    person.isDisabled = hasBit(bits, accountDisabled);
    person.isLocked = computed ? hasBit(computed, accountLocked) : lockedByTime(number("lockoutTime"), rules, now);
    person.isPasswordExpired = computed ? hasBit(computed, passwordExpired) : expiredBySet(bits, number("pwdLastSet"));
    person.isExpired = isPast(number("accountExpires"), now);
    const std::string_view photo = entry.first(photoAttribute());
    person.isPhotoTooLarge = photo.size() > largestPhoto;
    if (!person.isPhotoTooLarge && isPicture(photo))
        person.photo = photo;
    return person;
}

} // namespace deskwarden::directory
