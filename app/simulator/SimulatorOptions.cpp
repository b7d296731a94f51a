// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/simulator/SimulatorOptions.h"

#include "app/OptionTable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr auto inFarm = &SimulatorOptions::farm;
constexpr auto inListener = &SimulatorOptions::listener;
using Farm = simulator::FarmOptions;
using Listener = simulator::ListenerOptions;

/// "A" or "A:B", in milliseconds.
template <auto Part, auto Shortest, auto Longest>
std::string setRange(SimulatorOptions& options, const GivenOption& given)
{
    constexpr std::uint64_t hour = 3'600'000;
    const std::string text = given.value();
    const auto colon = std::min(text.find(':'), text.size());
    std::uint64_t from = 0;
    std::uint64_t to = 0;
    std::string problem = readNumber(given, text.substr(0, colon), 0, hour, from);
    if (problem.empty())
        problem = readNumber(given, colon == text.size() ? text : text.substr(colon + 1), 0, hour, to);
    (options.*Part).*Shortest = std::chrono::milliseconds(from);
    (options.*Part).*Longest = std::chrono::milliseconds(to);
    return problem.empty() && to < from ? given.refusal("A:B with A not above B,") : problem;
}

std::string setChurn(SimulatorOptions& options, const GivenOption& given)
{
    const std::string text = given.value();
    double& rate = options.farm.churnPerSecond;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    const bool isGood = error == std::errc() && stop == text.data() + text.size() && rate >= 0 && rate <= 100'000;
    return isGood ? std::string() : given.refusal("a number from 0 to 100000,");
}

std::string setSchemes(SimulatorOptions& options, const GivenOption& given)
{
    options.schemes = {};
    for (const std::string& name : partsOf(given.value(), ',')) {
        if (name == "basic")
            options.schemes.basic = true;
        else if (name == "ntlm")
            options.schemes.ntlm = true;
        else if (name == "kerberos")
            options.schemes.kerberos = true;
        else
            return given.refusal("basic, ntlm and kerberos, separated by commas,");
    }
    return {};
}

std::string setEncrypt(SimulatorOptions& options, const GivenOption& given)
{
    options.encrypt = given.value() == "require" ? Encrypt::Require : Encrypt::Allow;
    return given.problemWithWord();
}

std::string setTls(SimulatorOptions& options, const GivenOption& given)
{
    options.certificateFile = given.values.at(0);
    options.keyFile = given.values.at(1);
    return {};
}

std::string addFault(SimulatorOptions& options, const GivenOption& given)
{
    auto fault = simulator::ScriptedFault::parse(given.value());
    if (!fault)
        return fault.error().detail;
    options.faults.push_back(*std::move(fault));
    return {};
}

std::string addTrouble(SimulatorOptions& options, const GivenOption& given)
{
    auto trouble = simulator::Trouble::parse(given.value());
    if (!trouble)
        return trouble.error().detail;
    options.farm.troubles.push_back(*std::move(trouble));
    return {};
}

constexpr std::uint64_t anyPort = std::numeric_limits<std::uint16_t>::max();
constexpr std::uint64_t anyNumber = std::numeric_limits<std::uint64_t>::max();

constexpr auto entries = std::to_array<Option<SimulatorOptions>>({
    {{"--port", "P", false, "port to listen on; 0 = any free one (default 0)"},
     setNumber<0, anyPort, inListener, &Listener::port>},
    {{"--sessions", "N", false, "exactly so many sessions (default 200)"},
     setNumber<0, 2'000'000, inFarm, &Farm::sessions>},
    {{"--hosts", "N", false, "VM hosts (default 8)"}, setNumber<1, 10'000, inFarm, &Farm::hosts>},
    {{"--collections", "N", false, "collections of virtual desktops (default 6)"},
     setNumber<1, 10'000, inFarm, &Farm::collections>},
    {{"--broker", "NAME", false, "what the deployment calls this broker (default RDCB-01.nordwind.example)"},
     setFilledText<inFarm, &Farm::broker>},
    {{"--seed", "S", false, "the same seed gives the same farm (default 1)"},
     setNumber<0, anyNumber, inFarm, &Farm::seed>},
    {{"--latency-ms", "A[:B]", false, "time before each answer (default 0)"},
     setRange<inListener, &Listener::latencyShortest, &Listener::latencyLongest>},
    {{"--logoff-ms", "A[:B]", false, "how long a logoff takes (default 300:1500)"},
     setRange<inFarm, &Farm::logoffShortest, &Farm::logoffLongest>},
    {{"--churn", "PER_S", false, "changes a second that nobody asked for (default 0)"}, setChurn},
    {{"--auth", "LIST", false, "how to sign in: basic, ntlm, kerberos, separated by commas\n(default basic)",
      ValueKind::Words, "basic ntlm kerberos"},
     setSchemes},
    {{"--user", "U", false, "who may sign in; needs --password-stdin"}, setText<inListener, &Listener::user>},
    {{"--password-stdin", nullptr, false, "the first line of standard input is the password"},
     setFlag<&SimulatorOptions::isPasswordOnStdin>},
    {{"--ntlm-users", "FILE", false,
      "who may sign in by NTLM: lines of DOMAIN:user:password;\nwithout it, only the user of --user", ValueKind::File},
     setText<&SimulatorOptions::ntlmUsersFile>},
    {{"--keytab", "FILE", false, "the keys of this service's Kerberos names (HTTP/HOST)", ValueKind::File},
     setText<&SimulatorOptions::keytabFile>},
    {{"--encrypt", "WHAT", false,
      "require: refuse unsealed messages over plain HTTP, as Windows does\n"
      "(default as soon as --auth names ntlm or kerberos); allow: take both",
      ValueKind::Word, "require allow"},
     setEncrypt},
    {{"--one-line-challenge", nullptr, false, "offer all schemes in one WWW-Authenticate line"},
     setFlag<inListener, &Listener::hasChallengesInOneLine>},
    {{"--tls", "CERT KEY", false, "HTTPS, with the certificate and its key in PEM files", ValueKind::File}, setTls},
    {{"--strict-binding", nullptr, false, "over HTTPS, only NTLM and Kerberos bound to the certificate"},
     setFlag<&SimulatorOptions::isBindingStrict>},
    {{"--tls-client-ca", "FILE", false, "over HTTPS, let clients in by certificates of this authority",
      ValueKind::File},
     setText<&SimulatorOptions::clientAuthorityFile>},
    {{"--envelope-kb", "N", false, "largest message, as WinRM's MaxEnvelopeSizekb (default 500)"},
     setNumber<32, 1024 * 1024, inListener, &Listener::envelopeKb>},
    {{"--journal", "FILE", false, "append a line of JSON for each action carried out", ValueKind::File},
     setText<&SimulatorOptions::journalFile>},
    {{"--fault", "SPEC", true, "something that goes wrong: WHERE[@HOST[/ID]][#NTH]=WHAT"}, addFault},
    {{"--trouble", "KIND:DOMAIN\\user", true, "what keeps that person out (see below)"}, addTrouble},
    {{"--help", nullptr, false, "this text"}, setFlag<&SimulatorOptions::isHelpWanted>},
    {{"--version", nullptr, false, "the version and the commit"}, setFlag<&SimulatorOptions::isVersionWanted>},
});
constexpr std::span<const Option<SimulatorOptions>> table(entries);

std::string problemOf(const SimulatorOptions& options)
{
    if (options.listener.user.empty() == options.isPasswordOnStdin)
        return "--user and --password-stdin go together; without both a password is made up.";
    const bool isTls = !options.certificateFile.empty();
    if (!isTls && (options.isBindingStrict || !options.clientAuthorityFile.empty()))
        return "--strict-binding and --tls-client-ca need --tls CERT KEY.";
    if (isTls && options.encrypt == Encrypt::Require)
        return "--encrypt require is about plain HTTP: --tls encrypts already.";
    if (options.schemes.kerberos == options.keytabFile.empty())
        return "--auth kerberos and --keytab FILE go together.";
    if (!options.schemes.ntlm && !options.ntlmUsersFile.empty())
        return "--ntlm-users needs --auth ntlm.";
    return {};
}

constexpr const char* faults =
    "  WHERE  identify, enumerate, pull, get, ask, logoff, disconnect, message, set-state, assign, free,\n"
    "         any; ask is a method that only tells something, such as a machine's state\n"
    "  WHAT   return:CODE, fault:CODE, wmi-error:CODE, fault-after:CODE, http:STATUS,\n"
    "         delay:MS, hang, drop-before, drop-after, garbage, truncate,\n"
    "         no-return-value, stuck, reuse, reconnect\n"
    "         The act was carried out all the same with fault-after, drop-after and delay.\n"
    "  HOST   the name of one of the VM hosts, as lists show it\n";
constexpr const char* troubles =
    "  KIND   ghost, stuck, elsewhere, machine-off, machine-paused, machine-starting, host-silent,\n"
    "         desktop-of-another, no-desktop, closed-collection, patching, passive-broker\n"
    "         Each has a collection and a machine of its own, WHY-KIND-N.\n";
constexpr const char* notes =
    "Without --user the user is \"trainer\", and a password, if one is used, is made up for this\n"
    "run; both are printed on standard error as \"sign in as USER with password PASSWORD\".\n"
    "SIGUSR1 prints the journal to standard output. SIGINT and SIGTERM end the program.\n"
    "Exit: 0 ended by a signal, 2 wrong usage, 3 could not listen or write the journal.\n";

ProgramText madeText()
{
    ProgramText text;
    text.name = "deskwarden-simulator";
    text.summary = "simulated broker of Windows virtual desktops";
    text.opening = "deskwarden-simulator: a made-up RD Connection Broker to train on and to test against.\n"
                   "It serves WS-Management on 127.0.0.1 only, and prints \"listening on ADDRESS\" when it is ready.";
    text.usages = {"deskwarden-simulator [options]"};
    text.options = textsOf(table);
    text.sections = {{"Faults", faults}, {"Troubles", troubles}, {"", notes}};
    text.seeAlso = "deskwarden(1), deskwarden-cli(1)";
    return text;
}

} // namespace

core::Result<SimulatorOptions> SimulatorOptions::parse(const std::vector<std::string>& arguments)
{
    auto [options, given, problem] = readArguments(table, arguments, GivenTwice::LastOneCounts);
    if (options.isHelpWanted || options.isVersionWanted)
        return std::move(options);
    if (problem.empty())
        problem = problemOf(options);
    if (!problem.empty())
        return core::failure(core::ErrorKind::InvalidInput, std::move(problem));
    return std::move(options);
}

const ProgramText& SimulatorOptions::text()
{
    static const ProgramText text = madeText();
    return text;
}

} // namespace deskwarden::app
