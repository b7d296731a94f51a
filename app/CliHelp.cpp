// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/CliOptionTable.h"

namespace deskwarden::app {

namespace {

constexpr int helpColumn = 27;

QString usageOf(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return QStringLiteral(
            "list --server ADDRESS [--filter TEXT] [--state NAME]... [--host H]... [--collection C]...");
    case Verb::Logoff:
        return QStringLiteral("logoff --server ADDRESS (--session HOST/ID... | --sessions-from FILE | --all-matching)");
    case Verb::Disconnect:
        return QStringLiteral(
            "disconnect --server ADDRESS (--session HOST/ID... | --sessions-from FILE | --all-matching)");
    case Verb::Message:
        return QStringLiteral(
            "message --server ADDRESS --title T --text T\n"
            "                             (--session HOST/ID... | --sessions-from FILE | --all-matching)");
    case Verb::Drain:
        return QStringLiteral("drain --server ADDRESS --vm-host NAME [--message TEXT] [--grace MINUTES]");
    case Verb::Probe:
        return QStringLiteral("probe --server ADDRESS");
    case Verb::Query:
        return QStringLiteral("query --server ADDRESS WQL");
    case Verb::Codes:
        return QStringLiteral("codes [CODE]");
    case Verb::Forget:
        return QStringLiteral("forget --server ADDRESS --user U");
    case Verb::Audit:
        return QStringLiteral("audit [--since T] | audit --verify | audit --acknowledge [--reason TEXT] |\n"
                              "                             audit --rotate DAYS | audit --resolve --server ADDRESS");
    }
    return {};
}

QString descriptionOf(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return QStringLiteral("Lists the sessions of a broker.");
    case Verb::Logoff:
        return QStringLiteral(
            "Logs sessions off. Each is read again directly before the act, and afterwards until it is "
            "really gone.");
    case Verb::Disconnect:
        return QStringLiteral("Disconnects sessions; their programs go on running.");
    case Verb::Message:
        return QStringLiteral("Shows a message in sessions.");
    case Verb::Drain:
        return QStringLiteral(
            "Logs everybody off a VM host, watches for newcomers, and ends once two lists in a row show nobody. It "
            "does\n"
            "not keep people from signing in: set the host to drain mode first where your broker offers that.\n"
            "Exit code 0 says that nobody is left, 1 that somebody is, 4 that an outcome of somebody left is unknown.");
    case Verb::Probe:
        return QStringLiteral("Tests the connection stage by stage and says what to do where it fails.");
    case Verb::Query:
        return QStringLiteral("Prints what a WQL question answers: any class in any namespace, instances as they are.");
    case Verb::Codes:
        return QStringLiteral(
            "Explains a status code (decimal, 0x hexadecimal, or its name), or lists all known ones.");
    case Verb::Forget:
        return QStringLiteral("Removes the password that the system's keychain keeps for a server and a user.");
    case Verb::Audit:
        return QStringLiteral(
            "Shows what was done, by whom, to whom, and what became of it. --verify checks that nobody changed, "
            "reordered or removed a record. --resolve looks up what a killed program left in flight. While the log is\n"
            "damaged nothing is done any more, until --acknowledge records that you have seen it.");
    }
    return {};
}

QString optionLine(const CliOption& option)
{
    QString head = QStringLiteral("  ") + QString::fromLatin1(option.name);
    if (option.valueName != nullptr)
        head += QLatin1Char(' ') + QString::fromLatin1(option.valueName);
    QString text = QString::fromLatin1(option.help);
    if (option.isRepeatable)
        text += QStringLiteral("; may be repeated");
    const QString indent(helpColumn, QLatin1Char(' '));
    text.replace(QLatin1Char('\n'), QLatin1Char('\n') + indent);
    if (head.size() >= helpColumn)
        return head + QLatin1Char('\n') + indent + text + QLatin1Char('\n');
    return head.leftJustified(helpColumn) + text + QLatin1Char('\n');
}

constexpr const char* exitCodes =
    "Exit codes:\n"
    "  0  all done, or already gone\n"
    "  1  some failed, skipped, cancelled or still signing out; a host or collection was named\n"
    "     that the server does not know; or the list is incomplete\n"
    "  2  the command line is wrong, or nobody confirmed\n"
    "  3  could not connect or list\n"
    "  4  some outcomes are unknown\n"
    "  5  refused by policy, or the audit log cannot be written or is damaged\n";

} // namespace

QString cliHelp()
{
    QString text =
        QStringLiteral("Deskwarden on the command line: who is on which Windows virtual desktop, and what to do "
                       "about it.\n\nUsage:\n");
    for (const Verb verb : {Verb::List, Verb::Logoff, Verb::Disconnect, Verb::Message, Verb::Drain, Verb::Probe,
                            Verb::Query, Verb::Codes, Verb::Audit, Verb::Forget})
        text += QStringLiteral("  deskwarden-cli ") + usageOf(verb) + QLatin1Char('\n');
    text += QStringLiteral("  deskwarden-cli VERB --help\n  deskwarden-cli --version\n\nOptions:\n");
    for (const CliOption& option : cliOptionTable())
        text += optionLine(option);
    return text + QLatin1Char('\n') + QString::fromLatin1(exitCodes);
}

QString cliHelp(Verb verb)
{
    QString text = QStringLiteral("Usage: deskwarden-cli ") + usageOf(verb) + QStringLiteral(" [options]\n") +
                   descriptionOf(verb) + QStringLiteral("\n\nOptions:\n");
    for (const CliOption& option : cliOptionTable()) {
        if ((option.verbs & setOf(verb)) != 0)
            text += optionLine(option);
    }
    return text + QLatin1Char('\n') + QString::fromLatin1(exitCodes);
}

} // namespace deskwarden::app
