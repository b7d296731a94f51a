// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/ConsoleOptions.h"

#include "app/OptionTable.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace deskwarden::app {

namespace {

tl::unexpected<QString> usageError(const QString& sentence)
{
    return tl::unexpected<QString>(sentence);
}

/// The options as they come from the table: what --user says is for every server, wherever it stands.
struct ConsoleLine
{
    ConsoleOptions options;
    std::string user;
    std::vector<std::string> addresses;
};

constexpr auto inOptions = &ConsoleLine::options;

constexpr auto entries = std::to_array<Option<ConsoleLine>>({
    {{"--server", "ADDRESS", true,
      "open this broker: https://host[:5986], http://host[:5985], a bare\n"
      "host name, or demo:[N]. Each is offered in turn, with what was used\n"
      "for it last",
      ValueKind::Server},
     [](ConsoleLine& line, const GivenOption& given) {
         line.addresses.push_back(given.value());
         return std::string();
     }},
    {{"--user", "U", false,
      "sign in as DOMAIN\\user, user@REALM or user; the console asks for the\n"
      "password"},
     setText<&ConsoleLine::user>},
    {{"--connect", nullptr, false, "show the dialog that connects to a broker"},
     setFlag<inOptions, &ConsoleOptions::isToConnect>},
    {{"--demo", "[N]", true, "open an embedded simulated broker with N sessions"},
     [](ConsoleLine& line, const GivenOption& given) {
         line.addresses.push_back("demo:" + given.value());
         return std::string();
     }},
    {{"--tour", "FOLDER", false, "play a short tour and save its pictures in that folder", ValueKind::Folder},
     setText<inOptions, &ConsoleOptions::tourFolder>},
    {{"--help", nullptr, false, "this text"}, setFlag<inOptions, &ConsoleOptions::wantsHelp>},
    {{"--version", nullptr, false, "the version and the commit"}, setFlag<inOptions, &ConsoleOptions::wantsVersion>},
});
constexpr std::span<const Option<ConsoleLine>> table(entries);

tl::expected<ConsoleOptions, QString> linkAlone(const QStringList& arguments)
{
    if (arguments.size() != 1)
        return usageError(QStringLiteral("A link stands alone."));
    auto link = core::ConsoleLink::parse(arguments.front().toStdString());
    if (!link)
        return usageError(models::describe(link.error()).what);
    ConsoleOptions options;
    options.link = *std::move(link);
    return options;
}

ProgramText madeText()
{
    ProgramText text;
    text.name = "deskwarden";
    text.summary = "console for Windows virtual desktop sessions";
    text.opening = "Deskwarden: who is on which Windows virtual desktop, and what to do about it.";
    text.usages = {"deskwarden [--server ADDRESS]... [--user U] [--connect] [--demo [N]] [--tour FOLDER]",
                   "deskwarden \"deskwarden://find?user=NAME&server=ADDRESS&ticket=TEXT\""};
    text.options = textsOf(table);
    text.onlyInManual = {
        {"Links",
         "A link goes to the running console of the same person, or opens one. It fills in: the user into the filter, "
         "the\n"
         "ticket into the reason of the next act, the server into the connection dialog. It never acts, connects to\n"
         "nothing by itself, and of a server that was never used the console asks first. Values are "
         "percent-encoded.\n"},
        filesSection()};
    text.seeAlso = "deskwarden-cli(1), deskwarden-simulator(1), deskwarden-policy(5)";
    return text;
}

} // namespace

tl::expected<ConsoleOptions, QString> parseConsole(const QStringList& arguments)
{
    // A link comes from anywhere, and what calls the program with it may not keep it in one piece.
    if (std::ranges::any_of(arguments,
                            [](const QString& text) { return core::ConsoleLink::isMeant(text.toStdString()); }))
        return linkAlone(arguments);
    std::vector<std::string> words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    auto [line, given, problem] = readArguments(table, words, GivenTwice::LastOneCounts);
    if (!problem.empty())
        return usageError(QString::fromStdString(problem));
    for (const std::string& text : line.addresses) {
        auto address = core::ServerAddress::parse(text);
        if (!address)
            return usageError(models::describe(address.error()).what);
        core::ServerProfile profile;
        profile.address = *std::move(address);
        profile.user = line.user;
        line.options.servers.push_back(std::move(profile));
    }
    if (line.options.servers.empty() && !line.user.empty())
        return usageError(QStringLiteral("--user needs --server."));
    return std::move(line.options);
}

const ProgramText& consoleText()
{
    static const ProgramText text = madeText();
    return text;
}

} // namespace deskwarden::app
