// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/SimulatorOptions.h"

#include <algorithm>
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
            fail(m_option + " needs a whole number up to " + std::to_string(largest) + ", not \"" + text + "\"");
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
            reader.fail("--auth takes basic, ntlm and kerberos, separated by commas, not \"" + name + "\"");
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
        reader.fail("--encrypt takes require or allow, not \"" + text + "\"");
    return Encrypt::Allow;
}

bool readFarmOption(const std::string& option, Reader& reader, simulator::FarmOptions& farm)
{
    constexpr std::uint64_t manySessions = 2'000'000;
    constexpr std::uint64_t manyHosts = 10'000;
    if (option == "--sessions")
        farm.sessions = reader.number(manySessions);
    else if (option == "--hosts")
        farm.hosts = static_cast<std::uint32_t>(reader.number(manyHosts));
    else if (option == "--collections")
        farm.collections = static_cast<std::uint32_t>(reader.number(manyHosts));
    else if (option == "--seed")
        farm.seed = reader.number(std::numeric_limits<std::uint64_t>::max());
    else if (option == "--logoff-ms")
        std::tie(farm.logoffShortest, farm.logoffLongest) = reader.range();
    else if (option == "--churn")
        farm.churnPerSecond = reader.rate();
    else
        return false;
    return true;
}

bool readListenerOption(const std::string& option, Reader& reader, SimulatorOptions& options)
{
    simulator::ListenerOptions& listener = options.listener;
    constexpr std::uint64_t smallestEnvelope = 32; // as WinRM's own setting
    if (option == "--port") {
        listener.port = static_cast<std::uint16_t>(reader.number(std::numeric_limits<std::uint16_t>::max()));
    } else if (option == "--latency-ms") {
        std::tie(listener.latencyShortest, listener.latencyLongest) = reader.range();
    } else if (option == "--user") {
        listener.user = reader.value();
    } else if (option == "--tls") {
        options.certificateFile = reader.value();
        options.keyFile = reader.value();
    } else if (option == "--envelope-kb") {
        listener.envelopeKb = static_cast<std::uint32_t>(reader.number(std::uint64_t{1024} * 1024));
        if (listener.envelopeKb < smallestEnvelope)
            reader.fail("--envelope-kb needs at least 32");
    } else {
        return false;
    }
    return true;
}

bool readSignInOption(const std::string& option, Reader& reader, SimulatorOptions& options)
{
    if (option == "--auth")
        options.schemes = readSchemes(reader);
    else if (option == "--ntlm-users")
        options.ntlmUsersFile = reader.value();
    else if (option == "--keytab")
        options.keytabFile = reader.value();
    else if (option == "--encrypt")
        options.encrypt = readEncrypt(reader);
    else if (option == "--strict-binding")
        options.isBindingStrict = true;
    else if (option == "--one-line-challenge")
        options.listener.hasChallengesInOneLine = true;
    else if (option == "--tls-client-ca")
        options.clientAuthorityFile = reader.value();
    else
        return false;
    return true;
}

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
    const std::string option = reader.option();
    if (option == "--help" || option == "-h") {
        options.isHelpWanted = true;
    } else if (option == "--version") {
        options.isVersionWanted = true;
    } else if (option == "--password-stdin") {
        options.isPasswordOnStdin = true;
    } else if (option == "--journal") {
        options.journalFile = reader.value();
    } else if (option == "--fault") {
        auto fault = simulator::ScriptedFault::parse(reader.value());
        if (fault)
            options.faults.push_back(*std::move(fault));
        else
            reader.fail(fault.error().detail);
    } else if (!readFarmOption(option, reader, options.farm) && !readListenerOption(option, reader, options) &&
               !readSignInOption(option, reader, options))
    {
        reader.fail("unknown option " + option + "; --help lists them");
    }
    if (reader.hasAttached())
        reader.fail(option + " takes no value");
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

std::string_view SimulatorOptions::help() noexcept
{
    return R"(deskwarden-simulator: a made-up RD Connection Broker to train on and to test against.
It serves WS-Management on 127.0.0.1 only, and prints "listening on ADDRESS" when it is ready.

  --port P              port to listen on; 0 = any free one (default 0)
  --sessions N          exactly so many sessions (default 200)
  --hosts N             VM hosts (default 8)
  --collections N       collections of virtual desktops (default 6)
  --seed S              the same seed gives the same farm (default 1)
  --latency-ms A[:B]    time before each answer (default 0)
  --logoff-ms A[:B]     how long a logoff takes (default 300:1500)
  --churn PER_S         changes a second that nobody asked for (default 0)
  --auth LIST           how to sign in: basic, ntlm, kerberos, separated by commas
                        (default basic)
  --user U              who may sign in; needs --password-stdin
  --password-stdin      the first line of standard input is the password
  --ntlm-users FILE     who may sign in by NTLM: lines of DOMAIN:user:password;
                        without it, only the user of --user
  --keytab FILE         the keys of this service's Kerberos names (HTTP/HOST)
  --encrypt WHAT        require: refuse unsealed messages over plain HTTP, as Windows does
                        (default as soon as --auth names ntlm or kerberos); allow: take both
  --one-line-challenge  offer all schemes in one WWW-Authenticate line
  --tls CERT KEY        HTTPS, with the certificate and its key in PEM files
  --strict-binding      over HTTPS, only NTLM and Kerberos bound to the certificate
  --tls-client-ca FILE  over HTTPS, let clients in by certificates of this authority
  --envelope-kb N       largest message, as WinRM's MaxEnvelopeSizekb (default 500)
  --journal FILE        append a line of JSON for each action carried out
  --fault SPEC          something that goes wrong, may be given often:
                        WHERE[@HOST[/ID]][#NTH]=WHAT
      WHERE  identify, enumerate, pull, get, logoff, disconnect, message, any
      WHAT   return:CODE, fault:CODE, wmi-error:CODE, fault-after:CODE, http:STATUS,
             delay:MS, hang, drop-before, drop-after, garbage, truncate,
             no-return-value, stuck, reuse, reconnect
             The act was carried out all the same with fault-after, drop-after and delay.
      HOST   the name of one of the VM hosts, as lists show it
  --help                this text
  --version             the version and the commit

Without --user the user is "trainer", and a password, if one is used, is made up for this
run; both are printed on standard error as "sign in as USER with password PASSWORD".
SIGUSR1 prints the journal to standard output. SIGINT and SIGTERM end the program.
Exit: 0 ended by a signal, 2 wrong usage, 3 could not listen or write the journal.
)";
}

} // namespace deskwarden::app
