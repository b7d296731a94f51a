// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HandOff.h"

#include "core/HiddenLetters.h"
#include "core/Names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace deskwarden::core {

namespace {

struct PlaceholderEntry
{
    Placeholder placeholder;
    const char* word;
    std::string HandOffFacts::*fact;
};

constexpr std::array placeholders{
    PlaceholderEntry{Placeholder::Host, "host", &HandOffFacts::host},
    PlaceholderEntry{Placeholder::Machine, "vm", &HandOffFacts::machine},
    PlaceholderEntry{Placeholder::User, "user", &HandOffFacts::user},
    PlaceholderEntry{Placeholder::Session, "session", &HandOffFacts::session},
    PlaceholderEntry{Placeholder::Client, "client", &HandOffFacts::client},
    PlaceholderEntry{Placeholder::Ticket, "ticket", &HandOffFacts::ticket},
};

tl::unexpected<HandOffRefusal> refusal(HandOffProblem problem, std::string_view what)
{
    return tl::unexpected(HandOffRefusal{problem, std::string(what)});
}

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t';
}

std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// What nobody sees, and what is no UTF-8, is told apart from the text by being shown.
bool hasHidden(std::string_view text)
{
    return shownText(text, text.size() + 1) != text;
}

/// At blanks, but not between quotation marks.
HandOffResult<std::vector<std::string>> split(std::string_view text)
{
    std::vector<std::string> words;
    bool isQuoted = false;
    bool isInWord = false;
    for (const char letter : text) {
        if (letter == '"') {
            isQuoted = !isQuoted;
            if (!isInWord)
                words.emplace_back();
            isInWord = true;
        } else if (isBlank(letter) && !isQuoted) {
            isInWord = false;
        } else {
            if (!isInWord)
                words.emplace_back();
            isInWord = true;
            words.back() += letter;
        }
    }
    if (isQuoted)
        return refusal(HandOffProblem::OpenQuote, text);
    return words;
}

/// The word between the first braces from a place on, with where it begins; nothing if there are none.
struct Braces
{
    std::size_t begin = 0;
    std::string_view word;
};

std::optional<Braces> bracesIn(std::string_view text, std::size_t from)
{
    const std::size_t begin = text.find('{', from);
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
    if (end == std::string_view::npos)
        return std::nullopt;
    return Braces{begin, text.substr(begin + 1, end - begin - 1)};
}

const PlaceholderEntry* entryOf(std::string_view word)
{
    const auto* const found = std::ranges::find(placeholders, word, &PlaceholderEntry::word);
    return found == placeholders.end() ? nullptr : found;
}

bool endsWithName(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && isSameName(text.substr(text.size() - end.size()), end);
}

/// Windows cuts blanks and dots off the end of a name before it looks what kind of file it is.
bool isScript(std::string_view program)
{
    while (!program.empty() && (program.back() == '.' || program.back() == ' '))
        program.remove_suffix(1);
    return endsWithName(program, ".bat") || endsWithName(program, ".cmd");
}

/// Names of machines and sessions, as the name server and Windows know them.
bool isNameLetter(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    const bool isWord = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                        (letter >= '0' && letter <= '9') || byte >= 0x80;
    return isWord || letter == '-' || letter == '.' || letter == '_' || letter == ':';
}

/// What a shell or a program's own reading of its line could take for more than a letter.
bool isPlainLetter(char letter)
{
    return std::string_view("\"'`$%&|<>^!*?;(){}[]~#\n").find(letter) == std::string_view::npos;
}

bool isFit(Placeholder placeholder, std::string_view value)
{
    switch (placeholder) {
    case Placeholder::Host:
    case Placeholder::Machine:
    case Placeholder::Client:
        return std::ranges::all_of(value, isNameLetter);
    case Placeholder::Session:
        return std::ranges::all_of(value, [](char letter) { return letter >= '0' && letter <= '9'; });
    case Placeholder::User:
        return std::ranges::all_of(value, isPlainLetter);
    case Placeholder::Ticket: // "#4711" is a usual one
        return std::ranges::all_of(value, [](char letter) { return letter == '#' || isPlainLetter(letter); });
    }
    return false;
}

/// With `isAtStart` the value is what the program sees first of the argument.
std::optional<HandOffRefusal> problemOf(const PlaceholderEntry& entry, std::string_view value, bool isAtStart)
{
    const auto problem = [&entry](HandOffProblem what) { return HandOffRefusal{what, entry.word}; };
    if (withoutBlanks(value).empty())
        return problem(HandOffProblem::Missing);
    if (value.size() > longestHandOffValue)
        return problem(HandOffProblem::TooLong);
    if (hasHidden(value))
        return problem(HandOffProblem::Hidden);
    if (!isFit(entry.placeholder, value))
        return problem(HandOffProblem::Unfit);
    // mstsc reads "/", most programs "-", xfreerdp "+", and some take "@" for a file of arguments.
    if (isAtStart && std::string_view("-/+@ ").find(value.front()) != std::string_view::npos)
        return problem(HandOffProblem::Option);
    return std::nullopt;
}

HandOffResult<std::string> filledIn(std::string_view argument, const HandOffFacts& facts)
{
    std::string text;
    std::size_t place = 0;
    while (const auto braces = bracesIn(argument, place)) {
        const PlaceholderEntry* const entry = entryOf(braces->word);
        if (entry == nullptr)
            return refusal(HandOffProblem::UnknownPlaceholder, braces->word);
        text += argument.substr(place, braces->begin - place);
        const std::string& value = facts.*(entry->fact);
        if (auto problem = problemOf(*entry, value, text.empty()))
            return tl::unexpected(*std::move(problem));
        text += value;
        place = braces->begin + braces->word.size() + 2;
    }
    return text += argument.substr(place);
}

/// One word that an argument has in braces and nothing is known for; nothing if all are known.
std::optional<std::string> unknownIn(std::string_view argument)
{
    std::size_t place = 0;
    while (const auto braces = bracesIn(argument, place)) {
        if (entryOf(braces->word) == nullptr)
            return std::string(braces->word);
        place = braces->begin + braces->word.size() + 2;
    }
    return std::nullopt;
}

/// As the C runtime of Windows takes a line apart.
std::string windowsQuoted(std::string_view argument)
{
    if (!argument.empty() && argument.find_first_of(" \t\"") == std::string_view::npos)
        return std::string(argument);
    std::string quoted = "\"";
    std::size_t backslashes = 0;
    for (const char letter : argument) {
        if (letter == '\\') {
            ++backslashes;
            continue;
        }
        quoted.append(letter == '"' ? 2 * backslashes + 1 : backslashes, '\\');
        backslashes = 0;
        quoted += letter;
    }
    quoted.append(2 * backslashes, '\\');
    return quoted += '"';
}

std::string unixQuoted(std::string_view argument)
{
    const auto isSafe = [](char letter) { return isNameLetter(letter) || letter == '/' || letter == '='; };
    if (!argument.empty() && std::ranges::all_of(argument, isSafe))
        return std::string(argument);
    std::string quoted = "'";
    for (const char letter : argument) {
        if (letter == '\'')
            quoted += "'\\''";
        else
            quoted += letter;
    }
    return quoted += '\'';
}

} // namespace

std::span<const HandOff> builtInHandOffs(Platform platform)
{
    static const std::array windows{
        HandOff{"remote-desktop", "Remote Desktop", "mstsc.exe", {"/v:{vm}"}},
        HandOff{"vm-console", "VM console", "vmconnect.exe", {"{host}", "{vm}"}},
        HandOff{"remote-assistance", "Remote assistance", "msra.exe", {"/offerra", "{vm}"}},
        HandOff{"ping", "Ping", "ping.exe", {"-n", "4", "{vm}"}},
    };
    static const std::array others{
        HandOff{"remote-desktop", "Remote Desktop", "xfreerdp", {"/v:{vm}"}},
        HandOff{"ping", "Ping", "ping", {"-c", "4", "{vm}"}},
    };
    return platform == Platform::Windows ? std::span<const HandOff>(windows) : std::span<const HandOff>(others);
}

HandOffResult<HandOff> parseHandOff(std::string_view line, Platform platform)
{
    line = withoutBlanks(line);
    if (line.size() > longestHandOff)
        return refusal(HandOffProblem::TooLong, line.substr(0, 40));
    if (hasHidden(line))
        return refusal(HandOffProblem::Hidden, line);
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) {
        // One that another platform has is no mistake of a policy for both.
        for (const Platform each : {platform, Platform::Windows, Platform::Unix}) {
            const auto known = builtInHandOffs(each);
            const auto found = std::ranges::find(known, line, &HandOff::id);
            if (found != known.end())
                return *found;
        }
        return refusal(HandOffProblem::NoProgram, line);
    }
    HandOff handOff;
    handOff.name = std::string(withoutBlanks(line.substr(0, equals)));
    if (handOff.name.empty())
        return refusal(HandOffProblem::NoName, line);
    auto words = split(line.substr(equals + 1));
    if (!words)
        return tl::unexpected(words.error());
    if (words->empty() || withoutBlanks(words->front()).empty())
        return refusal(HandOffProblem::NoProgram, line);
    handOff.program = words->front();
    handOff.arguments.assign(words->begin() + 1, words->end());
    if (handOff.program.find_first_of("{}") != std::string::npos)
        return refusal(HandOffProblem::InProgram, handOff.program);
    if (platform == Platform::Windows && isScript(handOff.program))
        return refusal(HandOffProblem::Script, handOff.program);
    for (const std::string& argument : handOff.arguments) {
        if (const auto unknown = unknownIn(argument))
            return refusal(HandOffProblem::UnknownPlaceholder, *unknown);
    }
    return handOff;
}

HandOffResult<ProgramCall> callOf(const HandOff& handOff, const HandOffFacts& facts)
{
    ProgramCall call;
    call.program = handOff.program;
    for (const std::string& argument : handOff.arguments) {
        auto filled = filledIn(argument, facts);
        if (!filled)
            return tl::unexpected(std::move(filled).error());
        call.arguments.push_back(*std::move(filled));
    }
    return call;
}

std::string commandText(const ProgramCall& call, Platform platform)
{
    const auto quoted = platform == Platform::Windows ? windowsQuoted : unixQuoted;
    std::string text = quoted(call.program);
    for (const std::string& argument : call.arguments)
        text += ' ' + quoted(argument);
    return text;
}

const char* word(Placeholder placeholder) noexcept
{
    return std::ranges::find(placeholders, placeholder, &PlaceholderEntry::placeholder)->word;
}

} // namespace deskwarden::core
