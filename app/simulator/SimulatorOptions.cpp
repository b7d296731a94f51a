// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/simulator/SimulatorOptions.h"

#include "core/HiddenLetters.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

namespace deskwarden::app {

namespace {

using Milliseconds = std::chrono::milliseconds;

/// Takes one argument after the other.
class Reader final
{
public:
    explicit Reader(const std::vector<std::string>& arguments)
        : m_arguments(arguments)
    {}
    [[nodiscard]] bool isAtEnd() const { return m_place >= m_arguments.size(); }
    /// The next option; `--name=value` counts as two arguments.
    std::string option()
    {
        std::string text = m_arguments[m_place++];
        const auto equals = text.find('=');
        if (text.starts_with("--") && equals != std::string::npos) {
            m_attached = text.substr(equals + 1);
            text.resize(equals);
        }
        m_option = text;
        return text;
    }
    std::string value()
    {
        if (m_attached) {
            std::string text = *std::move(m_attached);
            m_attached.reset();
            return text;
        }
        if (isAtEnd()) {
            fail(m_option + " needs a value");
            return {};
        }
        return m_arguments[m_place++];
    }
    std::uint64_t number(std::uint64_t largest) { return numberIn(value(), largest); }
    /// "A" or "A:B"
    std::pair<Milliseconds, Milliseconds> range()
    {
        const std::string text = value();
        const auto colon = text.find(':');
        constexpr std::uint64_t hour = 3'600'000;
        const std::uint64_t from = numberIn(text.substr(0, colon), hour);
        const std::uint64_t to = colon == std::string::npos ? from : numberIn(text.substr(colon + 1), hour);
        if (to < from)
            fail(m_option + " needs A:B with A not above B");
        return {Milliseconds(from), Milliseconds(to)};
    }
    double rate()
    {
        const std::string text = value();
        double rate = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
        if (error != std::errc() || stop != text.data() + text.size() || !(rate >= 0 && rate <= 100'000))
            fail(m_option + " needs a number from 0 to 100000");
        return rate;
    }
    void fail(std::string why)
    {
        if (m_problem.empty())
            m_problem = std::move(why);
    }
    [[nodiscard]] bool hasAttached() const { return m_attached.has_value(); }
    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    std::uint64_t numberIn(const std::string& text, std::uint64_t largest)
    {
        std::uint64_t number = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (text.empty() || error != std::errc() || stop != text.data() + text.size() || number > largest)
            fail(m_option + " needs a whole number up to " + std::to_string(largest) + ", not \"" +
                 core::shownText(text) + "\"");
        return number;
    }

    const std::vector<std::string>& m_arguments;
    std::size_t m_place = 0;
    std::string m_option;
    std::optional<std::string> m_attached;
    std::string m_problem;
};

SimulatorSchemes readSchemes(Reader& reader)
{
    SimulatorSchemes schemes;
    const std::string text = reader.value();
    for (std::size_t start = 0; start <= text.size();) {
        const auto comma = std::min(text.find(',', start), text.size());
        const std::string name = text.substr(start, comma - start);
        if (name == "basic")
            schemes.basic = true;
        else if (name == "ntlm")
            schemes.ntlm = true;
        else if (name == "kerberos")
            schemes.kerberos = true;
        else
            reader.fail("--auth takes basic, ntlm and kerberos, separated by commas, not \"" + core::shownText(name) +
                        "\"");
        start = comma + 1;
    }
    return schemes;
}

std::optional<Encrypt> readEncrypt(Reader& reader)
{
    const std::string text = reader.value();
    if (text == "require")
        return Encrypt::Require;
    if (text != "allow")
        reader.fail("--encrypt takes require or allow, not \"" + core::shownText(text) + "\"");
    return Encrypt::Allow;
}

std::uint32_t smallNumber(Reader& reader)
{
    constexpr std::uint64_t largest = 10'000;
    return static_cast<std::uint32_t>(reader.number(largest));
}

void readEnvelope(Reader& reader, SimulatorOptions& options)
{
    constexpr std::uint64_t smallest = 32; // as WinRM's own setting
    options.listener.envelopeKb = static_cast<std::uint32_t>(reader.number(std::uint64_t{1024} * 1024));
    if (options.listener.envelopeKb < smallest)
        reader.fail("--envelope-kb needs at least 32");
}

void readFault(Reader& reader, SimulatorOptions& options)
{
    auto fault = simulator::ScriptedFault::parse(reader.value());
    if (fault)
        options.faults.push_back(*std::move(fault));
    else
        reader.fail(fault.error().detail);
}

/// What an option is called and said to do, and how it is read.
struct SimulatorOption
{
    OptionText text;
    void (*read)(Reader& reader, SimulatorOptions& options);
};

constexpr std::array table{
    SimulatorOption{{"--port", "P", false, "port to listen on; 0 = any free one (default 0)"},
                    [](Reader& reader, SimulatorOptions& options) {
                        options.listener.port =
                            static_cast<std::uint16_t>(reader.number(std::numeric_limits<std::uint16_t>::max()));
                    }},
    SimulatorOption{
        {"--sessions", "N", false, "exactly so many sessions (default 200)"},
        [](Reader& reader, SimulatorOptions& options) { options.farm.sessions = reader.number(2'000'000); }},
    SimulatorOption{{"--hosts", "N", false, "VM hosts (default 8)"},
                    [](Reader& reader, SimulatorOptions& options) { options.farm.hosts = smallNumber(reader); }},
    SimulatorOption{{"--collections", "N", false, "collections of virtual desktops (default 6)"},
                    [](Reader& reader, SimulatorOptions& options) { options.farm.collections = smallNumber(reader); }},
    SimulatorOption{{"--seed", "S", false, "the same seed gives the same farm (default 1)"},
                    [](Reader& reader, SimulatorOptions& options) {
                        options.farm.seed = reader.number(std::numeric_limits<std::uint64_t>::max());
                    }},
    SimulatorOption{{"--latency-ms", "A[:B]", false, "time before each answer (default 0)"},
                    [](Reader& reader, SimulatorOptions& options) {
                        std::tie(options.listener.latencyShortest, options.listener.latencyLongest) = reader.range();
                    }},
    SimulatorOption{{"--logoff-ms", "A[:B]", false, "how long a logoff takes (default 300:1500)"},
                    [](Reader& reader, SimulatorOptions& options) {
                        std::tie(options.farm.logoffShortest, options.farm.logoffLongest) = reader.range();
                    }},
    SimulatorOption{{"--churn", "PER_S", false, "changes a second that nobody asked for (default 0)"},
                    [](Reader& reader, SimulatorOptions& options) { options.farm.churnPerSecond = reader.rate(); }},
    SimulatorOption{{"--auth", "LIST", false,
                     "how to sign in: basic, ntlm, kerberos, separated by commas\n(default basic)", ValueKind::Words,
                     "basic ntlm kerberos"},
                    [](Reader& reader, SimulatorOptions& options) { options.schemes = readSchemes(reader); }},
    SimulatorOption{{"--user", "U", false, "who may sign in; needs --password-stdin"},
                    [](Reader& reader, SimulatorOptions& options) { options.listener.user = reader.value(); }},
    SimulatorOption{{"--password-stdin", nullptr, false, "the first line of standard input is the password"},
                    [](Reader&, SimulatorOptions& options) { options.isPasswordOnStdin = true; }},
    SimulatorOption{{"--ntlm-users", "FILE", false,
                     "who may sign in by NTLM: lines of DOMAIN:user:password;\nwithout it, only the user of --user",
                     ValueKind::File},
                    [](Reader& reader, SimulatorOptions& options) { options.ntlmUsersFile = reader.value(); }},
    SimulatorOption{
        {"--keytab", "FILE", false, "the keys of this service's Kerberos names (HTTP/HOST)", ValueKind::File},
        [](Reader& reader, SimulatorOptions& options) { options.keytabFile = reader.value(); }},
    SimulatorOption{{"--encrypt", "WHAT", false,
                     "require: refuse unsealed messages over plain HTTP, as Windows does\n"
                     "(default as soon as --auth names ntlm or kerberos); allow: take both",
                     ValueKind::Word, "require allow"},
                    [](Reader& reader, SimulatorOptions& options) { options.encrypt = readEncrypt(reader); }},
    SimulatorOption{{"--one-line-challenge", nullptr, false, "offer all schemes in one WWW-Authenticate line"},
                    [](Reader&, SimulatorOptions& options) { options.listener.hasChallengesInOneLine = true; }},
    SimulatorOption{
        {"--tls", "CERT KEY", false, "HTTPS, with the certificate and its key in PEM files", ValueKind::File},
        [](Reader& reader, SimulatorOptions& options) {
            options.certificateFile = reader.value();
            options.keyFile = reader.value();
        }},
    SimulatorOption{{"--strict-binding", nullptr, false, "over HTTPS, only NTLM and Kerberos bound to the certificate"},
                    [](Reader&, SimulatorOptions& options) { options.isBindingStrict = true; }},
    SimulatorOption{{"--tls-client-ca", "FILE", false, "over HTTPS, let clients in by certificates of this authority",
                     ValueKind::File},
                    [](Reader& reader, SimulatorOptions& options) { options.clientAuthorityFile = reader.value(); }},
    SimulatorOption{{"--envelope-kb", "N", false, "largest message, as WinRM's MaxEnvelopeSizekb (default 500)"},
                    readEnvelope},
    SimulatorOption{{"--journal", "FILE", false, "append a line of JSON for each action carried out", ValueKind::File},
                    [](Reader& reader, SimulatorOptions& options) { options.journalFile = reader.value(); }},
    SimulatorOption{{"--fault", "SPEC", true, "something that goes wrong: WHERE[@HOST[/ID]][#NTH]=WHAT"}, readFault},
    SimulatorOption{{"--help", nullptr, false, "this text"},
                    [](Reader&, SimulatorOptions& options) { options.isHelpWanted = true; }},
    SimulatorOption{{"--version", nullptr, false, "the version and the commit"},
                    [](Reader&, SimulatorOptions& options) { options.isVersionWanted = true; }},
};

std::string problemOf(const SimulatorOptions& options)
{
    if (options.listener.user.empty() == options.isPasswordOnStdin)
        return "--user and --password-stdin go together; without both a password is made up";
    if (options.farm.hosts == 0 || options.farm.collections == 0)
        return "--hosts and --collections need at least 1";
    const bool isTls = !options.certificateFile.empty();
    if (!isTls && (options.isBindingStrict || !options.clientAuthorityFile.empty()))
        return "--strict-binding and --tls-client-ca need --tls CERT KEY";
    if (isTls && options.encrypt == Encrypt::Require)
        return "--encrypt require is about plain HTTP: --tls encrypts already";
    if (options.schemes.kerberos == options.keytabFile.empty())
        return "--auth kerberos and --keytab FILE go together";
    if (!options.schemes.ntlm && !options.ntlmUsersFile.empty())
        return "--ntlm-users needs --auth ntlm";
    return {};
}

void readOption(Reader& reader, SimulatorOptions& options)
{
    const std::string given = reader.option();
    const std::string name = given == "-h" ? "--help" : given;
    const auto* const option =
        std::ranges::find_if(table, [&name](const SimulatorOption& known) { return name == known.text.name; });
    if (option != table.end())
        option->read(reader, options);
    else
        reader.fail("unknown option " + core::shownText(given) + "; --help lists them");
    if (reader.hasAttached())
        reader.fail(given + " takes no value");
}

constexpr const char* faults = "  WHERE  identify, enumerate, pull, get, logoff, disconnect, message, any\n"
                               "  WHAT   return:CODE, fault:CODE, wmi-error:CODE, fault-after:CODE, http:STATUS,\n"
                               "         delay:MS, hang, drop-before, drop-after, garbage, truncate,\n"
                               "         no-return-value, stuck, reuse, reconnect\n"
                               "         The act was carried out all the same with fault-after, drop-after and delay.\n"
                               "  HOST   the name of one of the VM hosts, as lists show it\n";
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
    for (const SimulatorOption& option : table)
        text.options.push_back(option.text);
    text.sections = {{"Faults", faults}, {"", notes}};
    text.seeAlso = "deskwarden(1), deskwarden-cli(1)";
    return text;
}

} // namespace

core::Result<SimulatorOptions> SimulatorOptions::parse(const std::vector<std::string>& arguments)
{
    SimulatorOptions options;
    Reader reader(arguments);
    while (!reader.isAtEnd() && reader.problem().empty())
        readOption(reader, options);
    if (options.isHelpWanted || options.isVersionWanted)
        return options;
    if (std::string problem = problemOf(options); !problem.empty())
        reader.fail(std::move(problem));
    if (!reader.problem().empty())
        return core::failure(core::ErrorKind::InvalidInput, reader.problem());
    return options;
}

const ProgramText& SimulatorOptions::text()
{
    static const ProgramText text = madeText();
    return text;
}

} // namespace deskwarden::app
