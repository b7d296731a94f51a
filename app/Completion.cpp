// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Completion.h"

#include "app/CompletionTemplates.h"
#include "app/ManualPage.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::app {

namespace {

std::string functionName(const ProgramText& program)
{
    std::string name = "_" + program.name;
    std::ranges::replace(name, '-', '_');
    return name;
}

/// The program's template with its tables put in.
std::string filled(std::string text, const ProgramText& program,
                   const std::vector<std::pair<std::string_view, std::string>>& tables)
{
    const auto put = [&text](std::string_view mark, std::string_view value) {
        for (std::size_t place = 0; (place = text.find(mark, place)) != std::string::npos; place += value.size())
            text.replace(place, mark.size(), value);
    };
    for (const auto& [mark, table] : tables)
        put(mark, table);
    put("@FUNCTION@", functionName(program));
    put("@PROGRAM@", program.name);
    return text;
}

/// A text between single quotes, in which a quote is written as that shell wants it.
std::string quoted(std::string_view text, std::string_view quote)
{
    std::string result = "'";
    for (const char letter : text)
        result += letter == '\'' ? std::string(quote) : std::string(1, letter);
    return result + '\'';
}

std::string namesOf(const std::vector<OptionText>& options)
{
    std::string names;
    for (const OptionText& option : options)
        names += std::string(names.empty() ? "" : " ") + option.name;
    return names;
}

std::string verbsOf(const ProgramText& program, std::string_view separator)
{
    std::string names;
    for (const VerbText& verb : program.verbs)
        names += (names.empty() ? std::string() : std::string(separator)) + verb.name;
    return names;
}

bool mustHaveValue(const OptionText& option)
{
    return option.valueName != nullptr && *option.valueName != '[';
}

std::string spaced(const OptionText& option)
{
    return option.words == nullptr ? std::string() : std::string(option.words);
}

std::string bash(const ProgramText& program)
{
    const auto valueOf = [](const OptionText& option) -> std::string {
        switch (option.kind) {
        case ValueKind::Text:
            return "return";
        case ValueKind::Word:
        case ValueKind::Words:
            return "found=(" + spaced(option) + ")";
        case ValueKind::File:
            return "compopt -o filenames; mapfile -t found < <(compgen -f -- \"$current\")";
        case ValueKind::Folder:
            return "compopt -o filenames; mapfile -t found < <(compgen -d -- \"$current\")";
        case ValueKind::Server:
            return "mapfile -t found < <(@PROGRAM@ --complete servers 2>/dev/null)";
        case ValueKind::VmHost:
            return "mapfile -t found < <(@PROGRAM@ --complete hosts \"$server\" 2>/dev/null)";
        case ValueKind::Session:
            return "compopt -o nospace; mapfile -t found < <(@PROGRAM@ --complete hosts \"$server\" 2>/dev/null); "
                   "found=(\"${found[@]/%//}\")";
        }
        return {};
    };
    std::string values;
    for (const OptionText& option : program.options) {
        if (mustHaveValue(option))
            values += std::string("    ") + option.name + ") " + valueOf(option) + " ;;\n";
    }
    std::string options;
    for (const VerbText& verb : program.verbs)
        options += "        " + verb.name + ") found=(" + namesOf(verb.options) + ") ;;\n";
    options += "        *) found=(" + verbsOf(program, " ") + ' ' + namesOf(program.options) + ") ;;\n";
    const std::string verbs = program.verbs.empty() ? "''" : verbsOf(program, "|");
    return filled(std::string(bashTemplate), program,
                  {{"@VALUES@", values}, {"@OPTIONS@", options}, {"@VERBS@", verbs}});
}

std::string zsh(const ProgramText& program)
{
    const auto escaped = [](std::string_view text) {
        std::string result;
        for (const char letter : text) {
            if (letter == '[' || letter == ']' || letter == ':' || letter == '\\')
                result += '\\';
            result += letter;
        }
        return result;
    };
    const auto actionOf = [](const OptionText& option) -> std::string {
        switch (option.kind) {
        case ValueKind::Text:
            return " ";
        case ValueKind::Word:
            return "(" + spaced(option) + ")";
        case ValueKind::Words:
            return "_values -s , word " + spaced(option);
        case ValueKind::File:
            return "_files";
        case ValueKind::Folder:
            return "_files -/";
        case ValueKind::Server:
            return " @FUNCTION@_known servers";
        case ValueKind::VmHost:
            return " @FUNCTION@_known hosts";
        case ValueKind::Session:
            return " @FUNCTION@_known hosts -S /";
        }
        return {};
    };
    const auto specifications = [&](const std::vector<OptionText>& options) {
        std::string lines;
        for (const OptionText& option : options) {
            std::string line = std::string(option.isRepeatable ? "*" : "") + option.name;
            line += mustHaveValue(option) ? "=" : "";
            // Piece by piece: GCC 12 sees overlaps in "text" + std::string that are not there (its bug 105651).
            line.append("[").append(escaped(firstSentence(option.help))).append("]");
            if (option.valueName != nullptr && *option.valueName == '[')
                line.append("::").append(escaped(option.valueName)).append(": ");
            for (const std::string& value :
                 mustHaveValue(option) ? partsOf(option.valueName, ' ') : std::vector<std::string>())
                line.append(":").append(escaped(value)).append(":").append(actionOf(option));
            lines.append("        ").append(quoted(line, "'\\''")).append("\n");
        }
        return lines;
    };
    std::string options;
    std::string verbs;
    for (const VerbText& verb : program.verbs) {
        options += "    " + verb.name + ") known=(\n" + specifications(verb.options) + "        ) ;;\n";
        verbs += "        " + quoted(verb.name + ':' + firstSentence(verb.description), "'\\''") + '\n';
    }
    options += "    *) known=(\n" + specifications(program.options) + "        ) ;;\n";
    return filled(std::string(zshTemplate), program,
                  {{"@OPTIONS@", options},
                   {"@VERBS@", verbs},
                   {"@WORDS@", program.verbs.empty() ? "''" : verbsOf(program, "|")}});
}

std::string fish(const ProgramText& program)
{
    const auto valueOf = [](const OptionText& option) -> std::string {
        if (!mustHaveValue(option))
            return {};
        switch (option.kind) {
        case ValueKind::Text:
            return " -x";
        case ValueKind::Word:
        case ValueKind::Words:
            return " -x -a " + quoted(spaced(option), "\\'");
        case ValueKind::File:
            return " -r -F";
        case ValueKind::Folder:
            return " -x -a '(__fish_complete_directories)'";
        case ValueKind::Server:
            return " -x -a '(@PROGRAM@ --complete servers 2>/dev/null)'";
        case ValueKind::VmHost:
            return " -x -a '(@PROGRAM@ --complete hosts (@FUNCTION@_server) 2>/dev/null)'";
        case ValueKind::Session:
            return " -x -a '(@PROGRAM@ --complete hosts (@FUNCTION@_server) 2>/dev/null)/'";
        }
        return {};
    };
    std::string lines;
    for (const VerbText& verb : program.verbs)
        lines += "complete -c @PROGRAM@ -n '@FUNCTION@_lacks_verb' -a " + verb.name + " -d " +
                 quoted(firstSentence(verb.description), "\\'") + '\n';
    for (const OptionText& option : program.options) {
        std::string takers;
        for (const VerbText& verb : program.verbs) {
            const bool takes = std::ranges::any_of(verb.options, [&option](const OptionText& other) {
                return std::string_view(other.name) == option.name;
            });
            takers += takes ? ' ' + verb.name : std::string();
        }
        const std::string condition =
            program.verbs.empty() || takers.empty() ? std::string() : " -n '@FUNCTION@_verb_is" + takers + "'";
        lines += "complete -c @PROGRAM@" + condition + " -l " + (option.name + 2) + valueOf(option) + " -d " +
                 quoted(firstSentence(option.help), "\\'") + '\n';
    }
    return filled(std::string(fishTemplate), program, {{"@LINES@", lines}, {"@VERBS@", verbsOf(program, " ")}});
}

std::string powerShell(const ProgramText& program)
{
    const auto list = [](const std::string& words) {
        std::string result;
        for (const std::string& word : partsOf(words, ' '))
            result += (result.empty() ? "" : ", ") + quoted(word, "''");
        return "@(" + result + ")";
    };
    std::string options;
    for (const VerbText& verb : program.verbs)
        options += "        " + quoted(verb.name, "''") + " = " + list(namesOf(verb.options)) + '\n';
    options +=
        "        '' = " + list((program.verbs.empty() ? "" : verbsOf(program, " ") + ' ') + namesOf(program.options)) +
        '\n';
    std::string values;
    std::string kinds;
    for (const OptionText& option : program.options) {
        if (!mustHaveValue(option))
            continue;
        if (option.words != nullptr)
            values += "        " + quoted(option.name, "''") + " = " + list(spaced(option)) + '\n';
        else if (option.kind == ValueKind::Server)
            kinds += "        " + quoted(option.name, "''") + " = 'servers'\n";
        else if (option.kind == ValueKind::VmHost || option.kind == ValueKind::Session)
            kinds += "        " + quoted(option.name, "''") + " = 'hosts'\n";
    }
    std::string tips;
    for (const VerbText& verb : program.verbs)
        tips += "        " + quoted(verb.name, "''") + " = " + quoted(firstSentence(verb.description), "''") + '\n';
    for (const OptionText& option : program.options)
        tips += "        " + quoted(option.name, "''") + " = " + quoted(firstSentence(option.help), "''") + '\n';
    const std::string verbs = program.verbs.empty() ? "@()" : list(verbsOf(program, " "));
    return filled(
        std::string(powerShellTemplate), program,
        {{"@OPTIONS@", options}, {"@VALUES@", values}, {"@KINDS@", kinds}, {"@TIPS@", tips}, {"@VERBS@", verbs}});
}

} // namespace

std::optional<Shell> shellFromName(std::string_view name)
{
    constexpr std::array known{
        std::pair{std::string_view("bash"), Shell::Bash}, std::pair{std::string_view("zsh"), Shell::Zsh},
        std::pair{std::string_view("fish"), Shell::Fish}, std::pair{std::string_view("powershell"), Shell::PowerShell}};
    for (const auto& [word, shell] : known) {
        if (name == word)
            return shell;
    }
    return std::nullopt;
}

std::string completionOf(const ProgramText& program, Shell shell)
{
    switch (shell) {
    case Shell::Bash:
        return bash(program);
    case Shell::Zsh:
        return zsh(program);
    case Shell::Fish:
        return fish(program);
    case Shell::PowerShell:
        return powerShell(program);
    }
    return {};
}

std::optional<std::string> printedFor(const ProgramText& program, const std::vector<std::string>& arguments)
{
    if (arguments.size() == 1 && arguments[0] == "--print-man")
        return manualPage(program);
    if (arguments.size() != 2 || arguments[0] != "--print-completion")
        return std::nullopt;
    const auto shell = shellFromName(arguments[1]);
    return shell ? std::optional(completionOf(program, *shell)) : std::nullopt;
}

} // namespace deskwarden::app
