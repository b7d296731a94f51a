// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::app {

/// What a shell offers for a value.
enum class ValueKind {
    Text,  ///< nothing: only a person knows
    Word,  ///< one of a few words
    Words, ///< some of them, separated by commas
    File,
    Folder,
    Server, ///< an address that was used before
    VmHost, ///< a VM host on which something was done before
    Session ///< HOST/ID on such a host
};

/// What is said of one option, by --help, by the manual page and by the shells. The tables that the programs parse with
/// hold it.
struct OptionText
{
    const char* name;      ///< with its dashes
    const char* valueName; ///< nullptr = takes none; in brackets it may be left out
    bool isRepeatable;
    const char* help; ///< lines of --help; a line that starts with a blank stays one in the manual page
    ValueKind kind = ValueKind::Text;
    const char* words = nullptr; ///< of Word and Words, separated by blanks
};

/// What is said of one verb.
struct VerbText
{
    std::string name;
    std::string usage; ///< without the program's name
    std::string description;
    std::vector<OptionText> options;
};

/// A part of the help that is neither usage nor options; a line that starts with a blank stays one in the manual page.
struct TextSection
{
    std::string title;
    std::string text;
    bool isVerbatim = false; ///< every line stays as it is
};

/// Where the console and the command line keep what they keep, for the manual.
[[nodiscard]] TextSection filesSection();

/// Everything that is said of one program. Its help, its manual page and what shells know are printed from it alone.
struct ProgramText
{
    std::string name;
    std::string summary;             ///< what it is, in a few words: the manual page's NAME
    std::string opening;             ///< first lines of the help
    std::vector<std::string> usages; ///< each with the program's name
    std::vector<OptionText> options; ///< of all verbs
    std::vector<VerbText> verbs;
    std::vector<TextSection> sections;
    std::vector<TextSection> onlyInManual;
    std::string seeAlso; ///< "deskwarden-cli(1), …"
};

/// The text of --help: of the program, or of one verb.
[[nodiscard]] std::string helpOf(const ProgramText& program);
[[nodiscard]] std::string helpOf(const ProgramText& program, const VerbText& verb);

/// The parts of a text between the separators.
[[nodiscard]] std::vector<std::string> partsOf(std::string_view text, char separator);
/// The first sentence of a text, without its full stop.
[[nodiscard]] std::string firstSentence(std::string_view text);

} // namespace deskwarden::app
