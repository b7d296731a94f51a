// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/report/NameMask.h"

#include "core/HiddenLetters.h"
#include "core/Names.h"
#include "core/TextEncoding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace deskwarden::wsman {

namespace {

constexpr std::size_t shortestLearnt = 3; // shorter ones are in too many words by chance

bool isDigit(char letter)
{
    return letter >= '0' && letter <= '9';
}

bool isAsciiLetter(char letter)
{
    return core::lowered(letter) >= 'a' && core::lowered(letter) <= 'z';
}

bool isHexDigit(char letter)
{
    return isDigit(letter) || (core::lowered(letter) >= 'a' && core::lowered(letter) <= 'f');
}

char32_t decoded(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    if (bytes.size() == 1)
        return first;
    char32_t value = first & (0xFFU >> (bytes.size() + 1));
    for (const char byte : bytes.substr(1))
        value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    return value;
}

void appendUtf8(std::string& text, char32_t letter)
{
    const auto byte = [&text](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (letter < 0x80) {
        byte(letter);
    } else if (letter < 0x800) {
        byte(0xC0U | (letter >> 6U));
        byte(0x80U | (letter & 0x3FU));
    } else if (letter < 0x10000) {
        byte(0xE0U | (letter >> 12U));
        byte(0x80U | ((letter >> 6U) & 0x3FU));
        byte(0x80U | (letter & 0x3FU));
    } else {
        byte(0xF0U | (letter >> 18U));
        byte(0x80U | ((letter >> 12U) & 0x3FU));
        byte(0x80U | ((letter >> 6U) & 0x3FU));
        byte(0x80U | (letter & 0x3FU));
    }
}

bool isSeparator(char32_t letter)
{
    return core::isHidden(letter) || letter < 0xA9 || (letter >= 0x2000 && letter <= 0x206F) || letter == 0x3000 ||
           letter == 0xFFFD;
}

/// How many bytes of a run of letters stand at the beginning.
std::size_t lettersAt(std::string_view text)
{
    std::size_t place = 0;
    while (place < text.size()) {
        if (isAsciiLetter(text[place])) {
            ++place;
            continue;
        }
        const std::size_t length = core::firstLength(text.substr(place));
        if (length < 2 || isSeparator(decoded(text.substr(place, length))))
            break;
        place += length;
    }
    return place;
}

template <typename Predicate>
std::size_t runAt(std::string_view text, Predicate isPart)
{
    return static_cast<std::size_t>(std::ranges::find_if_not(text, isPart) - text.begin());
}

bool isWordByte(char letter)
{
    return isDigit(letter) || isAsciiLetter(letter) || static_cast<unsigned char>(letter) >= 0x80;
}

/// A dotted quad at the beginning, that nothing goes on with; 0 if there is none.
std::size_t ipv4At(std::string_view text)
{
    const std::size_t length = runAt(text, [](char letter) { return isDigit(letter) || letter == '.'; });
    if (length < text.size() && isWordByte(text[length]))
        return 0;
    std::size_t parts = 0;
    for (std::size_t place = 0; place <= length; ++parts) {
        const std::size_t digits = runAt(text.substr(place, length - place), isDigit);
        if (digits == 0 || digits > 3 || (digits == 3 && text.substr(place, 3) > "255"))
            return 0;
        place += digits + 1;
        if (place <= length && text[place - 1] != '.')
            return 0;
    }
    return parts == 4 ? length : 0;
}

std::size_t ipv6At(std::string_view text)
{
    const std::size_t length = runAt(text, [](char letter) { return isHexDigit(letter) || letter == ':'; });
    const auto colons = std::ranges::count(text.substr(0, length), ':');
    const bool goesOn = length < text.size() && isWordByte(text[length]);
    return colons >= 2 && colons <= 8 && length >= 3 && !goesOn ? length : 0;
}

std::size_t guidAt(std::string_view text)
{
    constexpr std::size_t length = 36;
    if (text.size() < length || (text.size() > length && isWordByte(text[length])))
        return 0;
    for (std::size_t place = 0; place < length; ++place) {
        const bool isDash = place == 8 || place == 13 || place == 18 || place == 23;
        if (isDash ? text[place] != '-' : !isHexDigit(text[place]))
            return 0;
    }
    return length;
}

/// A security identifier as text ([MS-DTYP] 2.4.2.1).
std::size_t sidAt(std::string_view text)
{
    if (!core::startsWithName(text, "S-1-"))
        return 0;
    const std::size_t length = 2 + runAt(text.substr(2), [](char letter) { return isDigit(letter) || letter == '-'; });
    return length < text.size() && isWordByte(text[length]) ? 0 : length;
}

} // namespace

NameMask::NameMask(std::uint64_t seed)
    : m_random(seed)
{}

unsigned NameMask::below(unsigned limit)
{
    return static_cast<unsigned>(m_random() % limit);
}

void NameMask::note(std::string_view text)
{
    while (!text.empty()) {
        std::size_t length = lettersAt(text);
        if (length == 0)
            length = runAt(text, isDigit);
        if (length > 0)
            m_taken.insert(core::lowered(text.substr(0, length)));
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

void NameMask::learn(std::string_view names)
{
    note(names);
    while (!names.empty()) {
        const std::size_t length = lettersAt(names);
        if (length >= shortestLearnt)
            m_learnt.insert(core::lowered(names.substr(0, length)));
        names.remove_prefix(std::max<std::size_t>(length, 1));
    }
}

std::string NameMask::masked(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    bool isAtStart = true; // of something that nothing goes before
    while (!text.empty()) {
        std::size_t length = 0;
        if (isAtStart && (length = sidAt(text)) > 0) {
            result += maskedSid(text.substr(0, length));
        } else if (isAtStart && (length = guidAt(text)) > 0) {
            result += maskedHex(text.substr(0, length));
        } else if (isAtStart && (length = ipv4At(text)) > 0) {
            result += maskedAddress(text.substr(0, length));
        } else if (isAtStart && (length = ipv6At(text)) > 0) {
            result += maskedHex(text.substr(0, length));
        } else if ((length = lettersAt(text)) > 0) {
            result += maskedLetters(text.substr(0, length));
        } else if ((length = runAt(text, isDigit)) > 0) {
            result += replacementFor(text.substr(0, length));
        } else {
            length = core::firstLength(text);
            if (length > 0)
                result += text.substr(0, length);
            else
                result += text.front() == '\0' ? '\0' : '?';
            length = std::max<std::size_t>(length, 1);
        }
        isAtStart = !isWordByte(text[length - 1]);
        text.remove_prefix(length);
    }
    return result;
}

/// A learnt word inside is replaced as it is where it stands alone; what is left on both sides likewise.
std::string NameMask::maskedLetters(std::string_view run)
{
    const std::string key = core::lowered(run);
    for (std::size_t length = key.size() - 1; length >= shortestLearnt && length < key.size(); --length) {
        for (std::size_t place = 0; place + length <= key.size(); ++place) {
            if (!m_learnt.contains(key.substr(place, length)))
                continue;
            std::string result;
            if (place > 0)
                result += maskedLetters(run.substr(0, place));
            result += maskedLetters(run.substr(place, length));
            if (place + length < run.size())
                result += maskedLetters(run.substr(place + length));
            return result;
        }
    }
    return replacementFor(run);
}

/// Of so few letters there are so few words that each may be there: one random cycle through all of them (Sattolo's)
/// leaves no two alike, and none itself.
std::string NameMask::fromCycle(std::string_view word, char first, unsigned base)
{
    unsigned count = 1;
    unsigned index = 0;
    for (const char letter : word) {
        count *= base;
        index = index * base + static_cast<unsigned>(letter - first);
    }
    std::vector<unsigned>& cycle = m_cycles[{first, word.size()}];
    if (cycle.empty()) {
        for (unsigned number = 0; number < count; ++number)
            cycle.push_back(number);
        for (unsigned last = count - 1; last > 0; --last)
            std::swap(cycle[last], cycle[below(last)]);
    }
    index = cycle[index];
    std::string made(word.size(), first);
    for (std::size_t place = made.size(); place-- > 0; index /= base)
        made[place] = static_cast<char>(first + static_cast<char>(index % base));
    return made;
}

/// With the case of each letter.
std::string NameMask::replacementFor(std::string_view word)
{
    const std::string key = core::lowered(word);
    std::string result;
    if (key.size() <= 3 && std::ranges::all_of(key, isDigit))
        result = fromCycle(key, '0', 10);
    else if (key.size() <= 2 && std::ranges::all_of(key, isAsciiLetter))
        result = fromCycle(key, 'a', 26);
    else
        result = replacementOf(key, [&] { return drawn(key); });
    for (std::size_t place = 0; place < result.size(); ++place) {
        if (word[place] != core::lowered(word[place]) && isAsciiLetter(result[place]))
            result[place] = static_cast<char>(result[place] - 'a' + 'A');
    }
    return result;
}

std::string NameMask::replacementOf(std::string_view key, const std::function<std::string()>& draw)
{
    if (const auto known = m_replacements.find(std::string(key)); known != m_replacements.end())
        return known->second;
    std::string made = draw();
    // Where nearly all of so few letters are taken, any other one has to do.
    for (int tries = 0; tries < 2000 && (m_taken.contains(made) || made == key); ++tries)
        made = draw();
    m_taken.insert(made);
    return m_replacements.emplace(key, std::move(made)).first->second;
}

/// Lower case, as many letters of as many bytes each.
std::string NameMask::drawn(std::string_view word)
{
    constexpr std::string_view consonants = "bcdfghjklmnpqrstvwxz";
    constexpr std::string_view vowels = "aeiouy";
    std::string made;
    bool isVowel = below(3) == 0;
    while (!word.empty()) {
        const std::size_t length = std::max<std::size_t>(core::firstLength(word), 1);
        if (length > 1) {
            appendUtf8(made, alike(decoded(word.substr(0, length))));
        } else if (isDigit(word.front())) {
            const bool mayBeZero = !made.empty() || word.front() == '0';
            made += static_cast<char>('0' + static_cast<char>(mayBeZero ? below(10) : 1 + below(9)));
        } else {
            const std::string_view letters = isVowel ? vowels : consonants;
            made += letters[below(static_cast<unsigned>(letters.size()))];
            isVowel = !isVowel;
        }
        word.remove_prefix(length);
    }
    return made;
}

/// A letter of as many bytes, of the same script where that is one of the usual ones.
char32_t NameMask::alike(char32_t letter)
{
    struct Script
    {
        char32_t first, last; // of what is replaced
        char32_t from;        // by one of `count` from here
        unsigned count;
    };
    constexpr std::array scripts{
        Script{0xA9, 0x24F, 0xE0, 23},        Script{0x370, 0x3FF, 0x3B1, 17},
        Script{0x400, 0x52F, 0x430, 32},      Script{0x5D0, 0x5EA, 0x5D0, 27},
        Script{0x600, 0x6FF, 0x628, 19},      Script{0x80, 0x7FF, 0x250, 90},
        Script{0x3040, 0x30FF, 0x3042, 78},   Script{0xAC00, 0xD7A3, 0xAC00, 11172},
        Script{0x800, 0xFFFF, 0x4E00, 20000}, Script{0x10000, 0x10FFFF, 0x20000, 40000},
    };
    const auto* const script = std::ranges::find_if(
        scripts, [letter](const Script& each) { return letter >= each.first && letter <= each.last; });
    return script->from + below(script->count);
}

std::string NameMask::maskedAddress(std::string_view address)
{
    std::string result;
    while (!address.empty()) {
        const std::string octet(address.substr(0, runAt(address, isDigit)));
        result += replacementOf("octet " + octet, [&]() -> std::string {
            if (octet.size() == 1)
                return fromCycle(octet, '0', 10);
            return std::to_string(octet.size() == 2 ? 10 + below(90) : 100 + below(156));
        });
        address.remove_prefix(octet.size());
        if (!address.empty())
            result += '.';
        address.remove_prefix(std::min<std::size_t>(address.size(), 1));
    }
    return result;
}

/// GUIDs and IPv6 addresses: each group of digits by another one of hexadecimal digits.
std::string NameMask::maskedHex(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::string group = core::lowered(text.substr(0, runAt(text, isHexDigit)));
        if (group.empty()) {
            result += text.front();
            text.remove_prefix(1);
            continue;
        }
        const std::string made = replacementOf("hex " + group, [&] {
            std::string digits;
            for (const char digit : group)
                digits += isDigit(digit) ? static_cast<char>('0' + static_cast<char>(below(10)))
                                         : static_cast<char>('a' + static_cast<char>(below(6)));
            return digits;
        });
        for (std::size_t place = 0; place < group.size(); ++place)
            result += text[place] != group[place] ? static_cast<char>(std::toupper(made[place])) : made[place];
        text.remove_prefix(group.size());
    }
    return result;
}

/// The first parts of a SID, and those of well-known accounts, are the same everywhere.
std::string NameMask::maskedSid(std::string_view sid)
{
    std::string result(sid.substr(0, 2));
    sid.remove_prefix(2);
    while (!sid.empty()) {
        const std::size_t digits = runAt(sid, isDigit);
        const std::string_view part = sid.substr(0, digits);
        result += digits > 3 ? replacementFor(part) : std::string(part);
        sid.remove_prefix(digits);
        result += sid.substr(0, 1);
        sid.remove_prefix(std::min<std::size_t>(sid.size(), 1));
    }
    return result;
}

std::string NameMask::withoutLearnt(std::string_view identifier)
{
    std::string result;
    while (!identifier.empty()) {
        const std::size_t run = std::max<std::size_t>(lettersAt(identifier), 1);
        std::string_view letters = identifier.substr(0, run);
        identifier.remove_prefix(run);
        if (m_learnt.contains(core::lowered(letters))) {
            result += maskedLetters(letters);
            continue;
        }
        while (!letters.empty()) { // LikeThis
            std::size_t length = 1;
            while (length < letters.size() && letters[length] == core::lowered(letters[length]))
                ++length;
            const std::string_view part = letters.substr(0, length);
            result += m_learnt.contains(core::lowered(part)) ? maskedLetters(part) : std::string(part);
            letters.remove_prefix(length);
        }
    }
    return result;
}

} // namespace deskwarden::wsman
