// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ProgramText.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace deskwarden::app {

/// A set of a program's verbs, one bit for each.
using VerbSet = unsigned;
inline constexpr VerbSet everyVerb = ~0U;

/// An option as it stands on a command line.
struct GivenOption
{
    const OptionText& option;
    std::vector<std::string> values{}; ///< one for each word of the option's valueName; none if it was left out

    [[nodiscard]] std::string value() const { return values.empty() ? std::string() : values.front(); }
    /// "--option: why"
    [[nodiscard]] std::string problem(std::string_view why) const;
    /// "--option takes WHAT not "value"."; `what` ends in a comma or a semicolon.
    [[nodiscard]] std::string refusal(std::string_view what) const;
    /// The same for a value that is none of the option's words; empty if it is one.
    [[nodiscard]] std::string problemWithWord() const;
};

/// Puts what was given where it belongs. What is wrong with the value as one sentence; empty = nothing.
template <typename Options>
using TakeOption = std::string (*)(Options& options, const GivenOption& given);

/// One option of a program, and the only place that knows it: how it is read, what is said of it, and which verbs have
/// it.
template <typename Options>
struct Option : OptionText
{
    TakeOption<Options> take;
    VerbSet verbs = everyVerb;
};

/// The argument without "=value"; -h is short for --help.
[[nodiscard]] std::string optionNameIn(const std::string& argument);
/// The sentence about an argument that is no option.
[[nodiscard]] std::string noSuchOption(const std::string& argument);
/// Takes the values of an option that `argument` names: after its "=", or from the arguments at `next` on, which moves.
/// What is wrong as one sentence; empty = nothing.
[[nodiscard]] std::string readValues(GivenOption& given, const std::string& argument,
                                     const std::vector<std::string>& arguments, std::size_t& next);
/// Reads a whole number between the limits. The problem as one sentence; empty = none.
[[nodiscard]] std::string readNumber(const GivenOption& given, std::string_view text, std::uint64_t least,
                                     std::uint64_t most, std::uint64_t& number);

/// What a command line says.
template <typename Options>
struct ReadArguments
{
    Options options;
    std::set<const Option<Options>*> given; ///< in the order of the table
    std::string problem;                    ///< the first, as one sentence, with which the reading ended; empty = none
};

/// What happens if an option that is not repeatable is given twice.
enum class GivenTwice { IsRefused, LastOneCounts };

/// Reads the arguments after the program's name. `readOther` is asked about each that names no option of the table; the
/// problem as one sentence, empty = none.
template <typename Options>
[[nodiscard]] ReadArguments<Options> readArguments(
    std::span<const Option<Options>> table, const std::vector<std::string>& arguments, GivenTwice twice,
    std::string (*readOther)(Options& options, const std::string& argument) =
        [](Options&, const std::string& argument) { return noSuchOption(argument); })
{
    ReadArguments<Options> line;
    for (std::size_t next = 0; next < arguments.size() && line.problem.empty();) {
        const std::string& argument = arguments[next++];
        const auto option = std::ranges::find(table, optionNameIn(argument), &Option<Options>::name);
        if (option == table.end()) {
            line.problem = readOther(line.options, argument);
            continue;
        }
        GivenOption given{*option};
        if (!line.given.insert(&*option).second && !option->isRepeatable && twice == GivenTwice::IsRefused)
            line.problem = std::string(option->name) + " is given twice.";
        else
            line.problem = readValues(given, argument, arguments, next);
        if (line.problem.empty())
            line.problem = option->take(line.options, given);
    }
    return line;
}

/// What is said of the options that any of the verbs has.
template <typename Options>
[[nodiscard]] std::vector<OptionText> textsOf(std::span<const Option<Options>> table, VerbSet verbs = everyVerb)
{
    std::vector<OptionText> texts;
    for (const Option<Options>& option : table) {
        const OptionText& text = option;
        if ((option.verbs & verbs) != 0)
            texts.push_back(text);
    }
    return texts;
}

// How most options are taken: setText<&Options::profile, &Profile::user> sets options.profile.user.

template <auto... Path, typename Options>
[[nodiscard]] auto& memberOf(Options& options)
{
    return (options.*....*Path);
}

template <auto... Path, typename Options>
std::string setFlag(Options& options, const GivenOption&)
{
    memberOf<Path...>(options) = true;
    return {};
}

/// A std::string, or what has fromStdString().
template <typename Text>
[[nodiscard]] Text textFrom(const std::string& text)
{
    if constexpr (std::is_same_v<Text, std::string>)
        return text;
    else
        return Text::fromStdString(text);
}

template <auto... Path, typename Options>
std::string setText(Options& options, const GivenOption& given)
{
    auto& target = memberOf<Path...>(options);
    target = textFrom<std::remove_cvref_t<decltype(target)>>(given.value());
    return {};
}

[[nodiscard]] std::string problemWithNothing(const GivenOption& given);

/// A text that must not be empty.
template <auto... Path, typename Options>
std::string setFilledText(Options& options, const GivenOption& given)
{
    setText<Path...>(options, given);
    return problemWithNothing(given);
}

/// One more of a list of texts that must not be empty.
template <auto... Path, typename Options>
std::string addFilledText(Options& options, const GivenOption& given)
{
    auto& targets = memberOf<Path...>(options);
    targets.push_back(textFrom<typename std::remove_cvref_t<decltype(targets)>::value_type>(given.value()));
    return problemWithNothing(given);
}

/// A number, or a duration in units of its type.
template <std::uint64_t Least, std::uint64_t Most, auto... Path, typename Options>
std::string setNumber(Options& options, const GivenOption& given)
{
    std::uint64_t number = 0;
    std::string problem = readNumber(given, given.value(), Least, Most, number);
    auto& target = memberOf<Path...>(options);
    if (problem.empty())
        target = static_cast<std::remove_cvref_t<decltype(target)>>(number);
    return problem;
}

} // namespace deskwarden::app
