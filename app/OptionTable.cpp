// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/OptionTable.h"

#include "core/HiddenLetters.h"

#include <charconv>
#include <optional>

namespace deskwarden::app {

namespace {

/// Blanks around a number and a plus before it are let through: "wc -l" pads what it counts.
std::optional<std::uint64_t> numberFrom(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\r";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text = text.substr(0, text.find_last_not_of(blanks) + 1);
    if (text.starts_with('+'))
        text.remove_prefix(1);
    std::uint64_t number = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && stop == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// "a, b or c"
std::string alternatives(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t place = 0; place < words.size(); ++place)
        text.append(place == 0 ? "" : place + 1 < words.size() ? ", " : " or ").append(words[place]);
    return text;
}

} // namespace

std::string GivenOption::problem(std::string_view why) const
{
    return std::string(option.name).append(": ").append(why);
}

std::string GivenOption::refusal(std::string_view what) const
{
    return std::string(option.name).append(" takes ").append(what) + " not \"" + core::shownText(value()) + "\".";
}

std::string GivenOption::problemWithWord() const
{
    const std::vector<std::string> words = partsOf(option.words, ' ');
    return std::ranges::count(words, value()) > 0 ? std::string() : refusal(alternatives(words) + ',');
}

std::string optionNameIn(const std::string& argument)
{
    return argument == "-h" ? "--help" : argument.substr(0, argument.find('='));
}

std::string noSuchOption(const std::string& argument)
{
    return "There is no option " + core::shownText(optionNameIn(argument)) + ".";
}

std::string readValues(GivenOption& given, const std::string& argument, const std::vector<std::string>& arguments,
                       std::size_t& next)
{
    const OptionText& option = given.option;
    const std::size_t equals = argument.find('=');
    if (option.valueName == nullptr)
        return equals == std::string::npos ? std::string() : std::string(option.name) + " takes no value.";
    if (equals != std::string::npos)
        given.values.push_back(argument.substr(equals + 1));
    // What may be left out is a number: any other word is the next option.
    if (*option.valueName == '[') {
        if (given.values.empty() && next < arguments.size() && numberFrom(arguments[next]))
            given.values.push_back(arguments[next++]);
        return {};
    }
    const std::size_t wanted = partsOf(option.valueName, ' ').size();
    while (given.values.size() < wanted && next < arguments.size())
        given.values.push_back(arguments[next++]);
    return given.values.size() == wanted
               ? std::string()
               : std::string(option.name) + " needs a value: " + option.name + ' ' + option.valueName + '.';
}

std::string readNumber(const GivenOption& given, std::string_view text, std::uint64_t least, std::uint64_t most,
                       std::uint64_t& number)
{
    const auto read = numberFrom(text);
    number = read.value_or(0);
    if (read && number >= least && number <= most)
        return {};
    return given.refusal("a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ',');
}

std::string problemWithNothing(const GivenOption& given)
{
    return given.value().empty() ? std::string(given.option.name) + " must not be empty." : std::string();
}

} // namespace deskwarden::app
