// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptionTable.h"

#include <algorithm>
#include <array>

namespace deskwarden::app {

namespace {

std::string usageOf(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return "list --server ADDRESS [--filter TEXT] [--state NAME]... [--host H]... [--collection C]...";
    case Verb::Logoff:
        return "logoff --server ADDRESS (--session HOST/ID... | --sessions-from FILE | --all-matching)";
    case Verb::Disconnect:
        return "disconnect --server ADDRESS (--session HOST/ID... | --sessions-from FILE | --all-matching)";
    case Verb::Message:
        return "message --server ADDRESS --title T --text T\n"
               "                             (--session HOST/ID... | --sessions-from FILE | --all-matching)";
    case Verb::Drain:
        return "drain --server ADDRESS --vm-host NAME [--message TEXT] [--grace MINUTES]";
    case Verb::Probe:
        return "probe --server ADDRESS";
    case Verb::Query:
        return "query --server ADDRESS WQL";
    case Verb::Codes:
        return "codes [CODE]";
    case Verb::Forget:
        return "forget --server ADDRESS --user U";
    case Verb::Audit:
        return "audit [--since T] | audit --verify | audit --acknowledge [--reason TEXT] |\n"
               "                             audit --rotate DAYS | audit --resolve --server ADDRESS";
    }
    return {};
}

std::string descriptionOf(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return "Lists the sessions of a broker.";
    case Verb::Logoff:
        return "Logs sessions off. Each is read again directly before the act, and afterwards until it is "
               "really gone.";
    case Verb::Disconnect:
        return "Disconnects sessions; their programs go on running.";
    case Verb::Message:
        return "Shows a message in sessions.";
    case Verb::Drain:
        return "Logs everybody off a VM host, watches for newcomers, and ends once two lists in a row show nobody. It "
               "does\n"
               "not keep people from signing in: set the host to drain mode first where your broker offers that.\n"
               "Exit code 0 says that nobody is left, 1 that somebody is, 4 that an outcome of somebody left is "
               "unknown.";
    case Verb::Probe:
        return "Tests the connection stage by stage and says what to do where it fails.";
    case Verb::Query:
        return "Prints what a WQL question answers: any class in any namespace, instances as they are.";
    case Verb::Codes:
        return "Explains a status code (decimal, 0x hexadecimal, or its name), or lists all known ones.";
    case Verb::Forget:
        return "Removes the password that the system's keychain keeps for a server and a user.";
    case Verb::Audit:
        return "Shows what was done, by whom, to whom, and what became of it. --verify checks that nobody changed, "
               "reordered or removed a record. --resolve looks up what a killed program left in flight. While the log "
               "is\n"
               "damaged nothing is done any more, until --acknowledge records that you have seen it.";
    }
    return {};
}

constexpr const char* exitCodes =
    "  0  all done, or already gone\n"
    "  1  some failed, skipped, cancelled or still signing out; a host or collection was named\n"
    "     that the server does not know; or the list is incomplete\n"
    "  2  the command line is wrong, or nobody confirmed\n"
    "  3  could not connect or list\n"
    "  4  some outcomes are unknown\n"
    "  5  refused by policy, or the audit log cannot be written or is damaged\n";

constexpr std::array verbsInOrder{Verb::List,  Verb::Logoff, Verb::Disconnect, Verb::Message, Verb::Drain,
                                  Verb::Probe, Verb::Query,  Verb::Codes,      Verb::Audit,   Verb::Forget};

ProgramText madeText()
{
    ProgramText text;
    text.name = "deskwarden-cli";
    text.summary = "see and end Windows virtual desktop sessions";
    text.opening = "Deskwarden on the command line: who is on which Windows virtual desktop, and what to do about it.";
    for (const CliOption& option : cliOptionTable())
        text.options.push_back(option.text());
    for (const Verb verb : verbsInOrder) {
        VerbText& verbText =
            text.verbs.emplace_back(VerbText{word(verb).toStdString(), usageOf(verb), descriptionOf(verb), {}});
        text.usages.push_back(text.name + ' ' + verbText.usage);
        for (const CliOption& option : cliOptionTable()) {
            if ((option.verbs & setOf(verb)) != 0)
                verbText.options.push_back(option.text());
        }
    }
    text.usages.push_back(text.name + " VERB --help");
    text.usages.push_back(text.name + " --version");
    text.sections = {{"Exit codes", exitCodes}};
    text.onlyInManual = {filesSection()};
    text.seeAlso = "deskwarden(1), deskwarden-simulator(1), deskwarden-policy(5)";
    return text;
}

} // namespace

const ProgramText& cliText()
{
    static const ProgramText text = madeText();
    return text;
}

QString cliHelp()
{
    return QString::fromStdString(helpOf(cliText()));
}

QString cliHelp(Verb verb)
{
    const auto& verbs = cliText().verbs;
    const auto found = std::ranges::find(verbs, word(verb).toStdString(), &VerbText::name);
    return found == verbs.end() ? cliHelp() : QString::fromStdString(helpOf(cliText(), *found));
}

} // namespace deskwarden::app
