// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ManualPage.h"

#include "app/ProgramVersion.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace deskwarden::app {

namespace {

/// Text as it is: troff(1) reads backslashes, hyphens, and dots and quotes at the start of a line otherwise.
std::string literal(std::string_view text)
{
    std::string result;
    for (const char letter : text) {
        if (letter == '\\')
            result += "\\e";
        else if (letter == '-')
            result += "\\-";
        else if (letter == '"')
            result += "\\(dq";
        else if (letter == '\'')
            result += "\\(aq";
        else if (letter == '~')
            result += "\\(ti";
        else if (letter == '^')
            result += "\\(ha";
        else if (letter == '`')
            result += "\\(ga";
        else
            result += letter;
    }
    return result.starts_with('.') ? "\\&" + result : result;
}

/// Lines flow together; one that starts with a blank stays a line, and an empty one parts paragraphs.
std::string flowing(std::string_view text)
{
    std::string result;
    for (const std::string& line : partsOf(text, '\n')) {
        const std::size_t start = line.find_first_not_of(' ');
        if (start == std::string::npos) {
            result += result.empty() ? "" : ".PP\n";
            continue;
        }
        if (start > 0)
            result += ".br\n";
        result += literal(std::string_view(line).substr(start)) + '\n';
    }
    while (result.ends_with(".PP\n"))
        result.resize(result.size() - 4);
    return result;
}

/// A list in which each line that starts with two blanks has a term, blanks, and what it means.
std::string sectionText(std::string_view text)
{
    std::string result;
    for (const std::string& line : partsOf(text, '\n')) {
        const std::size_t start = line.find_first_not_of(' ');
        const std::size_t gap = start == std::string::npos ? start : line.find("  ", start);
        if (start == 2 && gap != std::string::npos)
            result += ".TP\n.B " + literal(std::string_view(line).substr(2, gap - 2)) + '\n' +
                      literal(std::string_view(line).substr(line.find_first_not_of(' ', gap))) + '\n';
        else
            result += flowing(start == std::string::npos ? std::string_view() : std::string_view(line).substr(start));
    }
    return result;
}

std::string upperCase(std::string_view text)
{
    std::string upper;
    for (const char letter : text)
        upper += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return upper;
}

std::string heading(std::string_view title)
{
    return ".SH \"" + upperCase(title) + "\"\n";
}

std::string opened(const std::string& name, const char* section, const std::string& summary)
{
    return ".\\\" Printed by the program itself: --print-man\n.TH " + literal(upperCase(name)) + ' ' + section +
           " \"\" \"Deskwarden " + literal(versionNumber()) + "\"\n.nh\n.ad l\n" + heading("Name") + literal(name) +
           " \\- " + literal(summary) + '\n';
}

std::string optionEntry(const OptionText& option)
{
    std::string text = ".TP\n\\fB" + literal(option.name) + "\\fR";
    if (option.valueName != nullptr)
        text += " \\fI" + literal(option.valueName) + "\\fR";
    text += '\n' + flowing(std::string(option.help) + (option.isRepeatable ? "; may be repeated" : ""));
    const auto words = option.words == nullptr ? std::vector<std::string>() : partsOf(option.words, ' ');
    const auto isTold = [&option](const std::string& word) {
        return std::string_view(option.help).find(word) != std::string_view::npos;
    };
    if (!std::ranges::all_of(words, isTold)) {
        text += ".br\nOne of:";
        for (const std::string& word : words)
            text += " \\fB" + literal(word) + "\\fR";
        text += '\n';
    }
    return text;
}

std::string sections(const std::vector<TextSection>& all)
{
    std::string text;
    for (const TextSection& section : all)
        text += heading(section.title.empty() ? "Notes" : section.title) +
                (section.isVerbatim ? ".nf\n" + literal(section.text) + ".fi\n" : sectionText(section.text));
    return text;
}

} // namespace

std::string manualPage(const ProgramText& program)
{
    std::string text = opened(program.name, "1", program.summary) + heading("Synopsis");
    for (const std::string& usage : program.usages) {
        std::string line;
        for (const std::string& part : partsOf(usage, '\n'))
            line.append(line.empty() ? "" : " ")
                .append(part.substr(std::min(part.find_first_not_of(' '), part.size())));
        text += "\\fB" + literal(line.substr(0, program.name.size())) + "\\fR" +
                literal(line.substr(program.name.size())) + "\n.br\n";
    }
    text += heading("Description") + flowing(program.opening);
    if (!program.verbs.empty()) {
        text += heading("Verbs");
        for (const VerbText& verb : program.verbs)
            text += ".TP\n\\fB" + literal(verb.name) + "\\fR\n" + flowing(verb.description);
    }
    text += heading("Options");
    for (const OptionText& option : program.options)
        text += optionEntry(option);
    return text + sections(program.sections) + sections(program.onlyInManual) + heading("See also") +
           literal(program.seeAlso) + '\n';
}

std::string manualPage(const FileText& file)
{
    std::string text =
        opened(file.name, "5", file.summary) + heading("Description") + flowing(file.opening) + heading("Keys");
    for (const OptionText& key : file.keys)
        text += optionEntry(key);
    return text + sections(file.sections) + heading("See also") + literal(file.seeAlso) + '\n';
}

} // namespace deskwarden::app
