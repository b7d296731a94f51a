// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace deskwarden::wsman {

/// Replaces the words of a text: the same word by the same other one, whatever its case, which stays; so that the parts
/// of `DOMAIN\\user`, `user@realm` and of short and full host names stay recognisable as the same. A word is a run of
/// letters or of digits; what separates words stays. Replacements are as long as what they replace, in letters and in
/// bytes of UTF-8, so that no size changes. A learnt word is found inside longer ones, too.
/// First everything is learnt, then masked: no replacement is then a word that was there.
/// Thread: one.
class NameMask final
{
public:
    /// The same seed and the same texts give the same replacements.
    explicit NameMask(std::uint64_t seed);

    /// Words that stand for somebody or something: looked for inside longer words.
    void learn(std::string_view names);
    /// Words that are there, so that none of them is made up for another.
    void note(std::string_view text);
    /// Every word replaced; IPv4 and IPv6 addresses, GUIDs and SIDs stay what they are. A byte that is not UTF-8
    /// becomes a question mark.
    [[nodiscard]] std::string masked(std::string_view text);
    /// Only learnt words replaced, also as parts of words written LikeThis.
    [[nodiscard]] std::string withoutLearnt(std::string_view identifier);

private:
    using Letters = std::vector<char32_t>;

    [[nodiscard]] std::string maskedLetters(std::string_view run);
    [[nodiscard]] std::string replacementFor(std::string_view word);
    [[nodiscard]] std::string replacementOf(std::string_view key, const std::function<std::string()>& draw);
    [[nodiscard]] std::string fromCycle(std::string_view word, char first, unsigned base);
    [[nodiscard]] std::string drawn(std::string_view word);
    [[nodiscard]] std::string maskedAddress(std::string_view address);
    [[nodiscard]] std::string maskedHex(std::string_view text);
    [[nodiscard]] std::string maskedSid(std::string_view sid);
    [[nodiscard]] char32_t alike(char32_t letter);
    [[nodiscard]] unsigned below(unsigned limit);

    std::mt19937_64 m_random;
    std::map<std::pair<char, std::size_t>, std::vector<unsigned>> m_cycles; ///< of short words: the next of each
    std::unordered_set<std::string> m_learnt;                               ///< in lower case, from three letters
    std::unordered_set<std::string> m_taken;                                ///< words that are there, and replacements
    std::unordered_map<std::string, std::string> m_replacements;            ///< by the word in lower case
};

} // namespace deskwarden::wsman
