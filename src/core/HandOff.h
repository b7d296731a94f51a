// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Programs that take over what the console does not do itself. They are started without a shell: what is handed to
/// them is a list of arguments, split before anything is filled in, so that no value can add one.
namespace deskwarden::core {

enum class Platform { Windows, Unix };
#ifdef _WIN32
inline constexpr Platform ownPlatform = Platform::Windows;
#else
inline constexpr Platform ownPlatform = Platform::Unix;
#endif

/// What can be filled in: {host}, {vm}, {user}, {session}, {client}, {ticket}.
enum class Placeholder { Host, Machine, User, Session, Client, Ticket };

/// What is known of the session that is handed over. Text of others.
struct HandOffFacts
{
    std::string host;
    std::string machine;
    std::string user; ///< "DOMAIN\user"
    std::string session;
    std::string client;
    std::string ticket;
};

/// A program that takes over, as it is written: its arguments may have placeholders.
struct HandOff
{
    std::string id;   ///< of those that come with this program: "ping"; empty for a person's own
    std::string name; ///< as it stands in the menu; of those that come with it the ui knows a better one
    std::string program;
    std::vector<std::string> arguments;
    friend bool operator==(const HandOff&, const HandOff&) = default;
};

/// A program with all that it is told, ready to be started.
struct ProgramCall
{
    std::string program;
    std::vector<std::string> arguments;
    friend bool operator==(const ProgramCall&, const ProgramCall&) = default;
};

enum class HandOffProblem {
    NoName,             ///< of a line: nothing stands before the "="
    NoProgram,          ///< nothing stands after it
    OpenQuote,          ///< a quotation mark has no second one
    UnknownPlaceholder, ///< a word in braces that nothing is known for
    InProgram,          ///< a placeholder in the program's name, which others could then choose
    Script,             ///< Windows would hand a .bat or .cmd to a shell
    Hidden,             ///< a control character, or another one that nobody sees
    TooLong,
    Missing, ///< nothing is known of what is to be filled in
    Unfit,   ///< the value has characters that such a name cannot have
    Option,  ///< the value would be taken for an option
};

/// What is wrong, and with what: a placeholder's word, or the text itself. `what` may be text of others.
struct HandOffRefusal
{
    HandOffProblem problem = HandOffProblem::NoProgram;
    std::string what;
    friend bool operator==(const HandOffRefusal&, const HandOffRefusal&) = default;
};

template <typename T>
using HandOffResult = tl::expected<T, HandOffRefusal>;

inline constexpr std::size_t mostHandOffs = 20;     ///< of a person, or of a policy
inline constexpr std::size_t longestHandOff = 1000; ///< bytes of a line
inline constexpr std::size_t longestHandOffValue = 256;

/// Those that come with this program for a platform, signed off one by one.
[[nodiscard]] std::span<const HandOff> builtInHandOffs(Platform platform = ownPlatform);
/// "Name = program argument "argument with blanks" {host}", or the id of one that comes with this program.
[[nodiscard]] HandOffResult<HandOff> parseHandOff(std::string_view line, Platform platform = ownPlatform);
/// Fills in what the arguments ask for. Fails: what is missing or hostile is refused, never changed.
[[nodiscard]] HandOffResult<ProgramCall> callOf(const HandOff& handOff, const HandOffFacts& facts);
/// The call as a person would type it there, for a tip and the log: each argument quoted as the platform's rules want.
[[nodiscard]] std::string commandText(const ProgramCall& call, Platform platform = ownPlatform);
[[nodiscard]] const char* word(Placeholder placeholder) noexcept; ///< "host"

} // namespace deskwarden::core
