// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliVerbs.h"

#include "app/cli/CliOptionTable.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace deskwarden::app {

namespace {

using management::ActionKind;

/// One verb, and the only place that knows it, beside its options and what it does.
struct VerbEntry
{
    Verb verb;
    const char* word;
    std::optional<ActionKind> act;
    const char* usage; ///< after the word
    const char* description;
};

// In the order of the help.
constexpr auto verbTable = std::to_array<VerbEntry>({
    {Verb::List,
     "list",
     {},
     "--server ADDRESS [--filter TEXT] [--where FILTER] [--state NAME]... [--host H]...\n"
     "                             [--collection C]...",
     "Lists the sessions of a broker."},
    {Verb::Logoff, "logoff", ActionKind::Logoff,
     "--server ADDRESS (--session HOST/ID... | --sessions-from FILE | --all-matching)",
     "Logs sessions off. Each is read again directly before the act, and afterwards until it is really gone."},
    {Verb::Disconnect, "disconnect", ActionKind::Disconnect,
     "--server ADDRESS (--session HOST/ID... | --sessions-from FILE | --all-matching)",
     "Disconnects sessions; their programs go on running."},
    {Verb::Message, "message", ActionKind::Message,
     "--server ADDRESS --title T --text T\n"
     "                             (--session HOST/ID... | --sessions-from FILE | --all-matching)",
     "Shows a message in sessions."},
    {Verb::Drain,
     "drain",
     {},
     "--server ADDRESS --vm-host NAME [--message TEXT] [--grace MINUTES]",
     "Logs everybody off a VM host, watches for newcomers, and ends once two lists in a row show nobody. It does\n"
     "not keep people from signing in: set the host to drain mode first where your broker offers that.\n"
     "Exit code 0 says that nobody is left, 1 that somebody is, 4 that an outcome of somebody left is unknown."},
    {Verb::Probe,
     "probe",
     {},
     "--server ADDRESS",
     "Tests the connection stage by stage and says what to do where it fails."},
    {Verb::Why,
     "why",
     {},
     "--server ADDRESS --user DOMAIN\\user [--machine NAME] [--collection C] [--directory ADDRESS]",
     "Looks for what keeps a person out: a ghost or stuck session, a machine that is off or paused, a VM host that\n"
     "does not answer, a desktop that belongs to somebody else, an access list, a patch window. With --directory also\n"
     "an account that is disabled, locked or expired, and who the access list lets in. Changes nothing.\n"
     "Ends with a text for the ticket. What could not be read is \"Not known\", never fine. Exit code 0 says that\n"
     "something was found or that everything is known, 1 that nothing was found and not everything is known."},
    {Verb::Machines,
     "machines",
     {},
     "--server ADDRESS [--state NAME]... [--host H]... [--collection C]...",
     "Lists the virtual machines of a broker, running or not: state, to whom each is assigned, whose session it has."},
    {Verb::Person,
     "person",
     {},
     "(--directory ADDRESS | --server NAME) DOMAIN\\user...",
     "Asks a directory, such as Active Directory, for people: full name, department, title, telephone, mail, and\n"
     "whether the account is disabled, locked or expired, or its password. What the directory does not tell is\n"
     "\"Not known\". Nothing is said without TLS. Exit code 0 says that all of them are known, 1 that somebody is "
     "not."},
    {Verb::Start, "start", ActionKind::Start, "--server ADDRESS (--machine NAME... | --all-matching)",
     "Starts virtual machines: saved and paused ones go on where they were. Acts on machines are off until policy\n"
     "names them (deskwarden-policy(5)); on demo: they are on."},
    {Verb::Save, "save", ActionKind::Save, "--server ADDRESS (--machine NAME... | --all-matching)",
     "Saves the memory of virtual machines to disk and stops them."},
    {Verb::TurnOff, "turn-off", ActionKind::TurnOff, "--server ADDRESS (--machine NAME... | --all-matching)",
     "Turns virtual machines off, as if the power failed. Sessions on them end with all that is not saved."},
    {Verb::Pause, "pause", ActionKind::Pause, "--server ADDRESS (--machine NAME... | --all-matching)",
     "Halts virtual machines in memory."},
    {Verb::Assign, "assign", ActionKind::Assign, "--server ADDRESS --machine NAME --owner DOMAIN\\user",
     "Gives a personal desktop to a user. One that belongs to somebody has to be freed first."},
    {Verb::Free, "free", ActionKind::Free, "--server ADDRESS (--machine NAME... | --all-matching)",
     "Takes personal desktops from their owners."},
    {Verb::Cure,
     "cure",
     {},
     "--server ADDRESS (--session HOST/ID... | --all-matching)",
     "Cures ghosts: sessions that are listed although their machine is off or saved. Starts the machine, gives it\n"
     "time, logs the session off, and saves the machine again if it was saved. Each step is an act of its own in\n"
     "the record; the first that fails ends the cure of that session, and is named. Policy has to allow start,\n"
     "logoff and save."},
    {Verb::Hosts,
     "hosts",
     {},
     "--server ADDRESS",
     "Lists the VM hosts of a broker with sessions, load and machines, and the servers of the deployment with their\n"
     "roles and the certificates that these lack. What could not be read is said, and stands as \"-\"; the exit\n"
     "code is 1 then."},
    {Verb::Query,
     "query",
     {},
     "--server ADDRESS WQL",
     "Prints what a WQL question answers: any class in any namespace, instances as they are."},
    {Verb::Report,
     "report",
     {},
     "--server ADDRESS [--to FILE]",
     "Asks a broker for all that this program reads of one, changes nothing, and shows the conversation with every\n"
     "name, address and time replaced: for those who mend this program and cannot reach your broker. The same\n"
     "name is always replaced by the same one; codes, sizes and the order stay. It holds no password and nothing\n"
     "that proves who you are. Read it before you give it away."},
    {Verb::Codes,
     "codes",
     {},
     "[CODE]",
     "Explains a status code (decimal, 0x hexadecimal, or its name), or lists all known ones."},
    {Verb::Audit,
     "audit",
     {},
     "[--since T] | audit --verify | audit --acknowledge [--reason TEXT] |\n"
     "                             audit --rotate DAYS | audit --resolve --server ADDRESS",
     "Shows what was done, by whom, to whom, and what became of it. --verify checks that nobody changed, "
     "reordered or removed a record. --resolve looks up what a killed program left in flight. While the log is\n"
     "damaged nothing is done any more, until --acknowledge records that you have seen it."},
    {Verb::Forget,
     "forget",
     {},
     "--server ADDRESS --user U",
     "Removes the password that the system's keychain keeps for a server and a user."},
});

constexpr const char* exitCodes =
    "  0  all done, or already gone\n"
    "  1  some failed, skipped, cancelled or still signing out; a host or collection was named\n"
    "     that the server does not know; or the list is incomplete\n"
    "  2  the command line is wrong, or nobody confirmed\n"
    "  3  could not connect or list\n"
    "  4  some outcomes are unknown\n"
    "  5  refused by policy, or the audit log cannot be written or is damaged\n";

const VerbEntry& entryOf(Verb verb)
{
    return *std::ranges::find(verbTable, verb, &VerbEntry::verb);
}

ProgramText madeText()
{
    ProgramText text;
    text.name = "deskwarden-cli";
    text.summary = "see and end Windows virtual desktop sessions";
    text.opening = "Deskwarden on the command line: who is on which Windows virtual desktop, and what to do about it.";
    text.options = textsOf(cliOptionTable());
    for (const VerbEntry& entry : verbTable) {
        const std::string usage = std::string(entry.word) + ' ' + entry.usage;
        text.verbs.push_back({entry.word, usage, entry.description, textsOf(cliOptionTable(), setOf(entry.verb))});
        text.usages.push_back(text.name + ' ' + usage);
    }
    text.usages.push_back(text.name + " VERB --help");
    text.usages.push_back(text.name + " --version");
    text.sections = {{"Exit codes", exitCodes}};
    text.onlyInManual = {filesSection()};
    text.seeAlso = "deskwarden(1), deskwarden-simulator(1), deskwarden-policy(5)";
    return text;
}

} // namespace

QString word(Verb verb)
{
    return QString::fromLatin1(entryOf(verb).word);
}

std::optional<Verb> verbFrom(std::string_view word)
{
    const auto* const entry = std::ranges::find(verbTable, word, &VerbEntry::word);
    return entry == verbTable.end() ? std::nullopt : std::optional(entry->verb);
}

std::string allVerbs(std::string_view conjunction)
{
    std::string text;
    for (const VerbEntry& entry : verbTable) {
        if (&entry == &verbTable.back())
            text.append(" ").append(conjunction).append(" ");
        else if (!text.empty())
            text += ", ";
        text += entry.word;
    }
    return text;
}

std::optional<management::ActionKind> actionOf(Verb verb)
{
    return entryOf(verb).act;
}

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
    return QString::fromStdString(
        helpOf(cliText(), *std::ranges::find(cliText().verbs, entryOf(verb).word, &VerbText::name)));
}

} // namespace deskwarden::app
