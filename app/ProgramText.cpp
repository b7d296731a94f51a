// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProgramText.h"

#include <algorithm>

namespace deskwarden::app {

namespace {

constexpr std::size_t helpColumn = 27;

/// What follows a line's end starts in that column.
std::string indented(std::string_view text, std::size_t column)
{
    std::string result;
    for (const char letter : text) {
        result += letter;
        if (letter == '\n')
            result.append(column, ' ');
    }
    return result;
}

std::string optionLine(const OptionText& option)
{
    std::string head = std::string("  ") + option.name;
    if (option.valueName != nullptr)
        head += std::string(" ") + option.valueName;
    std::string text = option.help;
    if (option.isRepeatable)
        text += "; may be repeated";
    if (head.size() >= helpColumn)
        head += '\n' + std::string(helpColumn, ' ');
    else
        head.resize(helpColumn, ' ');
    return head + indented(text, helpColumn) + '\n';
}

std::string optionsAndSections(const ProgramText& program, const std::vector<OptionText>& options)
{
    std::string text = "\nOptions:\n";
    for (const OptionText& option : options)
        text += optionLine(option);
    for (const TextSection& section : program.sections)
        text += '\n' + (section.title.empty() ? std::string() : section.title + ":\n") + section.text;
    return text;
}

} // namespace

TextSection filesSection()
{
    return {"Files", "  /etc/deskwarden/policy.json  what an administrator allows; see deskwarden-policy(5)\n"
                     "  ~/.config/deskwarden/servers.json  servers that were used before, without passwords\n"
                     "  ~/.config/deskwarden/preferences.ini  what was set in the console\n"
                     "  ~/.local/share/deskwarden/audit.sqlite  every act with its outcome, chained by hashes\n"};
}

std::string helpOf(const ProgramText& program)
{
    std::string text = program.opening + "\n\nUsage:\n";
    for (const std::string& usage : program.usages)
        text += "  " + usage + '\n';
    return text + optionsAndSections(program, program.options);
}

std::string helpOf(const ProgramText& program, const VerbText& verb)
{
    return "Usage: " + program.name + ' ' + verb.usage + " [options]\n" + verb.description + '\n' +
           optionsAndSections(program, verb.options);
}

std::vector<std::string> partsOf(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(separator, start), text.size());
        parts.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

std::string firstSentence(std::string_view text)
{
    std::string sentence;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const bool isLast = place + 1 == text.size() || text[place + 1] == ' ' || text[place + 1] == '\n';
        if (text[place] == '.' && isLast)
            break;
        sentence += text[place] == '\n' ? ' ' : text[place];
    }
    return sentence;
}

} // namespace deskwarden::app
