// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/PolicyManual.h"

namespace deskwarden::app {

namespace {

constexpr const char* example = "  {\n"
                                "    \"actions\": [\"logoff\", \"message\"],\n"
                                "    \"largestPlan\": 200,\n"
                                "    \"requireReason\": true,\n"
                                "    \"protectedAccounts\": [\"CORP\\\\svc-*\", \"administrator\"]\n"
                                "  }\n";

FileText madeText()
{
    FileText text;
    text.name = "deskwarden-policy";
    text.summary = "what an administrator allows deskwarden to do";
    text.opening =
        "The file /etc/deskwarden/policy.json narrows what deskwarden and deskwarden-cli may do on this computer. It "
        "is\n"
        "one JSON object. Every key may be left out; no file allows every act on sessions, and none on machines. A "
        "file that cannot be understood, "
        "down\n"
        "to one unknown key, allows nothing but to look: a typing error must not open what was meant to be closed.\n\n"
        "The option --policy of deskwarden-cli names a second file for one run. It can only forbid more.";
    text.keys = {
        {"version", "NUMBER", false,
         "which version of deskwarden's policies this is; 2 is the newest, and one may leave it out. A program that\n"
         "does not know the version allows nothing but to look"},
        {"readOnly", "true|false", false, "nothing is done to any session; lists, probes and the record still work"},
        {"actions", "[TEXT, ...]", false,
         "the only acts that are allowed: logoff, disconnect, message; and on machines start, save, turn-off, pause,\n"
         "assign, free, which are off until they are named here"},
        {"largestPlan", "NUMBER", false, "the most sessions that one confirmation may be for, 1 to 1000000"},
        {"typeNumberFrom", "NUMBER", false,
         "from how many sessions on a person types their number to confirm, 1 to 1000000. Without it, and at the "
         "latest: from 26, and from 2 if somebody is at work among them"},
        {"requireReason", "true|false", false, "no act without a reason or a ticket number"},
        {"requireSystemLog", "true|false", false,
         "no act that this computer's log (journald, syslog, Windows' event log) has not taken before; its entries\n"
         "carry the hash of the act's record"},
        {"ticketPattern", "TEXT", false,
         "what a reason looks like, where one is given; the whole of it: * stands for any text, # for one digit, as in "
         "INC-####*"},
        {"protectedAccounts", "[TEXT, ...]", false,
         "users that are left out of every act: DOMAIN\\user, or user in any domain; * stands for any text"},
        {"protectedHosts", "[TEXT, ...]", false, "VM hosts whose sessions are left out; * stands for any text"},
        {"transports", "[TEXT, ...]", false,
         "the only ways to a server: https, http, wmi. A bare host name is tried in exactly the ways that are left"},
        {"forbidUpdateCheck", "true|false", false,
         "the console does not ask for a newer version, not even when it is told to. By itself it never asks"},
        {"updateAddress", "TEXT", false,
         "where the console asks for a newer version: an https:// address with a file that reads\n"
         "{\"version\": \"1.2.3\", \"date\": \"2027-01-31\", \"page\": \"https://...\"}, as latest.json beside each "
         "release. What\n"
         "stands in the preferences does not count then"},
        {"forbidHandOffs", "true|false", false, "the console starts no other program"},
        {"handOffs", "[TEXT, ...]", false,
         "the only programs that the console starts, up to 20: remote-desktop, vm-console, remote-assistance, ping, "
         "or\n"
         "NAME = PROGRAM ARGUMENTS, in which {host}, {vm}, {user}, {session}, {client} and {ticket} are filled in. A\n"
         "script of Windows is refused, as it would go through a shell"},
    };
    text.sections = {
        {"Example", example, true},
        {"Versions",
         "A key that a program does not know closes everything, so that an older program never does what a\n"
         "newer policy forbids: update the programs first, then the file. Version 1 is that of deskwarden\n"
         "0.1.0; all keys but those of 0.1.0, and version itself, came with version 2, in 0.2.0.\n"}};
    text.seeAlso = "deskwarden(1), deskwarden-cli(1)";
    return text;
}

} // namespace

const FileText& policyManual()
{
    static const FileText text = madeText();
    return text;
}

} // namespace deskwarden::app
