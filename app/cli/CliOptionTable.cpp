// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptionTable.h"

#include "core/ConnectState.h"
#include "core/MachineState.h"
#include "core/Names.h"
#include "models/texts/Texts.h"

#include <QDateTime>
#include <QFileInfo>

#include <array>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr VerbSet report = setOf(Verb::Report);
constexpr VerbSet why = setOf(Verb::Why);
constexpr VerbSet machines = setOf(Verb::Machines);
constexpr VerbSet person = setOf(Verb::Person);
constexpr VerbSet cure = setOf(Verb::Cure);
constexpr VerbSet lookers =
    setOf(Verb::List) | machines | setOf(Verb::Hosts) | setOf(Verb::Probe) | setOf(Verb::Query) | why | report;
constexpr VerbSet asking = why | person;
constexpr VerbSet acts = setOf(Verb::Logoff) | setOf(Verb::Disconnect) | setOf(Verb::Message);
constexpr VerbSet assign = setOf(Verb::Assign);
constexpr VerbSet machineActs =
    setOf(Verb::Start) | setOf(Verb::Save) | setOf(Verb::TurnOff) | setOf(Verb::Pause) | assign | setOf(Verb::Free);
constexpr VerbSet ofMachines = machines | machineActs;
constexpr VerbSet drain = setOf(Verb::Drain);
constexpr VerbSet warned = setOf(Verb::Logoff) | drain;
constexpr VerbSet planned = acts | drain | machineActs | cure;
constexpr VerbSet audit = setOf(Verb::Audit);
constexpr VerbSet remote = lookers | planned | audit; // audit only with --resolve
constexpr VerbSet addressed = remote | setOf(Verb::Forget);
constexpr VerbSet all = addressed | person | setOf(Verb::Codes);
constexpr VerbSet selecting = setOf(Verb::List) | acts;

constexpr auto inProfile = &CliOptions::profile;
constexpr auto inSelection = &CliOptions::selection;
using Profile = core::ServerProfile;
using Directory = core::DirectorySettings;
using Selection = SessionSelection;

std::string setServer(CliOptions& options, const GivenOption& given)
{
    auto address = core::ServerAddress::parse(given.value());
    options.typedServer = given.value();
    if (address)
        options.profile.address = *std::move(address);
    else if (options.typedServer.empty())
        return given.problem(models::describe(address.error()).what.toStdString());
    else // the name of a kept one, perhaps
        options.serverProblem = given.problem(models::describe(address.error()).what.toStdString());
    return {};
}

std::string setAuth(CliOptions& options, const GivenOption& given)
{
    const auto scheme = core::authSchemeFromName(given.value());
    if (!scheme || *scheme == core::AuthScheme::Automatic)
        return given.problemWithWord();
    options.profile.auth = *scheme;
    return {};
}

std::string setServiceClass(CliOptions& options, const GivenOption& given)
{
    for (std::string& known : partsOf(given.option.words, ' ')) {
        if (core::isSameName(known, given.value())) {
            options.profile.serviceClass = std::move(known);
            return {};
        }
    }
    return given.problemWithWord();
}

template <auto... Path>
std::string setReadableFile(CliOptions& options, const GivenOption& given)
{
    const QFileInfo file(QString::fromStdString(given.value()));
    if (!file.isFile() || !file.isReadable())
        return given.problem("the file \"" + models::plainText(given.value()).toStdString() + "\" cannot be read.");
    return setText<Path...>(options, given);
}

std::string setFingerprint(CliOptions& options, const GivenOption& given)
{
    auto fingerprint = core::normalisedFingerprint(given.value());
    if (!fingerprint)
        return given.problem(models::describe(fingerprint.error()).what.toStdString());
    options.profile.fingerprint = *std::move(fingerprint);
    return {};
}

std::string setUriStyle(CliOptions& options, const GivenOption& given)
{
    options.profile.uriStyle = given.value() == "cim" ? core::UriStyle::Cim : core::UriStyle::Wmi;
    return given.problemWithWord();
}

std::string setDirectory(CliOptions& options, const GivenOption& given)
{
    const auto address = core::DirectoryAddress::parse(given.value());
    if (!address)
        return given.problem(models::describe(address.error()).what.toStdString());
    options.profile.directory.address = address->text();
    return {};
}

std::string setDirectorySignIn(CliOptions& options, const GivenOption& given)
{
    options.profile.directory.signIn = core::directorySignInFromName(given.value());
    return given.problemWithWord();
}

/// The state of a session or of a machine: the verb may come later.
std::string addState(CliOptions& options, const GivenOption& given)
{
    const auto state = core::connectStateFromName(given.value());
    const auto machineState = core::machineStateFromName(given.value());
    if (state)
        options.selection.states.push_back(*state);
    else
        options.noSessionState = given.value();
    if (machineState)
        options.machineStates.push_back(*machineState);
    else
        options.noMachineState = given.value();
    if (state || machineState)
        return {};
    return "--state does not know \"" + models::plainText(given.value()).toStdString() +
           "\": the states of sessions are Active, Connected, ConnectQuery, Shadow, Disconnected, Idle, Listen, Reset, "
           "Down and Init, those of machines Running, Off, Paused, Saved, Starting, Saving, Stopping, Pausing, "
           "Resuming "
           "and Unknown, or a number.";
}

std::string setWhere(CliOptions& options, const GivenOption& given)
{
    auto where = WhereClause::parse(QString::fromStdString(given.value()));
    if (!where)
        return given.problem(where.error().toStdString());
    options.selection.where = *std::move(where);
    return {};
}

std::string addSession(CliOptions& options, const GivenOption& given)
{
    auto session = parseSessionName(QString::fromStdString(given.value()));
    if (!session)
        return given.problem(session.error().toStdString());
    options.sessions.push_back(*std::move(session));
    return {};
}

/// A point in time (UTC unless it says otherwise), or how long ago: 45m, 12h, 7d.
std::string setSince(CliOptions& options, const GivenOption& given)
{
    const QString value = QString::fromStdString(given.value());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    bool isNumber = false;
    const qint64 count = value.chopped(value.isEmpty() ? 0 : 1).toLongLong(&isNumber);
    const bool isCount = isNumber && count >= 0 && count < 1'000'000;
    QDateTime since;
    if (isCount && value.endsWith(QLatin1Char('m')))
        since = now.addSecs(-count * 60);
    else if (isCount && value.endsWith(QLatin1Char('h')))
        since = now.addSecs(-count * 3600);
    else if (isCount && value.endsWith(QLatin1Char('d')))
        since = now.addDays(-count);
    else
        since = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!since.isValid())
        return given.refusal("a time such as 2026-11-22 or 2026-11-22T13:45:00Z, or how long ago: 45m, 12h, 7d;");
    if (since.timeSpec() == Qt::LocalTime)
        since.setTimeSpec(Qt::UTC);
    options.since = since.toUTC().toString(Qt::ISODateWithMs);
    return {};
}

template <auto... Path>
std::string setDuration(CliOptions& options, const GivenOption& given)
{
    const auto duration = durationFrom(QString::fromStdString(given.value()));
    memberOf<Path...>(options) = duration;
    return duration ? std::string() : given.refusal("how long: 45m, 4h or 2d, up to 366d;");
}

std::string setNotBetween(CliOptions& options, const GivenOption& given)
{
    options.notBetween = dailySpanFrom(QString::fromStdString(given.value()));
    return options.notBetween ? std::string() : given.refusal("two times of the day, such as 08:00-18:00;");
}

/// The next such time of the day, or so long from now.
std::string setUntil(CliOptions& options, const GivenOption& given)
{
    const QString value = QString::fromStdString(given.value());
    const QDateTime now = QDateTime::currentDateTime();
    QDateTime until;
    if (const auto duration = durationFrom(value))
        until = now.addSecs(duration->count());
    else if (const QTime time = QTime::fromString(value, QStringLiteral("HH:mm")); time.isValid())
        until = QDateTime(time > now.time() ? now.date() : now.date().addDays(1), time);
    if (!until.isValid())
        return given.refusal("a time of the day such as 18:00, or how long: 45m, 4h;");
    options.until = std::chrono::system_clock::time_point(std::chrono::milliseconds(until.toMSecsSinceEpoch()));
    return {};
}

constexpr auto table = std::to_array<CliOption>({
    {{"--server", "ADDRESS", false,
      "the broker: https://host[:5986], http://host[:5985], a bare host name, the name of a server\n"
      "that the console keeps, or demo:[N] for an embedded simulated broker with N sessions.\n"
      "What the console keeps of it (transport, port, certificate, user, password in the\n"
      "keychain) is used where no option says otherwise",
      ValueKind::Server},
     setServer,
     addressed | person},
    {{"--as-typed", nullptr, false, "use nothing of what the console keeps of the server"},
     setFlag<&CliOptions::isAsTyped>,
     addressed | person},
    {{"--user", "U", false,
      "sign in as DOMAIN\\user, user@REALM or user; without it, as who you are here\n"
      "(by your Kerberos ticket). Of why: the person who does not get in"},
     setFilledText<inProfile, &Profile::user>,
     addressed | person},
    {{"--sign-in-as", "U", false, "sign in as this user, where --user names somebody else"},
     setFilledText<&CliOptions::signInUser>,
     why},
    {{"--machine", "NAME", true, "act on this machine; of why: the machine that the person tries"},
     addFilledText<&CliOptions::machines>,
     why | machineActs},
    {{"--owner", "DOMAIN\\user", false, "to whom the desktop is given"}, setFilledText<&CliOptions::owner>, assign},
    {{"--password-stdin", nullptr, false,
      "read the password from the first line of stdin; without it a terminal asks.\n"
      "A password is never taken from the command line"},
     setFlag<&CliOptions::isPasswordOnStdin>,
     remote | person},
    {{"--saved", nullptr, false, "take the password of --user from the system's keychain"},
     setFlag<&CliOptions::usesSaved>,
     remote | person},
    {{"--save", nullptr, false,
      "keep the password of --user in the system's keychain, once the server has taken it;\n"
      "deskwarden-cli forget removes it"},
     setFlag<&CliOptions::isToBeSaved>,
     remote},
    {{"--auth", "SCHEME", false,
      "negotiate, kerberos, ntlm, basic or certificate; if not given, the strongest that the\n"
      "server offers. Basic goes over TLS or to this machine only",
      ValueKind::Word, "negotiate kerberos ntlm basic certificate"},
     setAuth,
     remote},
    {{"--service-class", "CLASS", false, "first part of the server's Kerberos name: HTTP (if not given), WSMAN or HOST",
      ValueKind::Word, "HTTP WSMAN HOST"},
     setServiceClass,
     remote},
    {{"--client-cert", "FILE", false, "sign in by this certificate (PEM; PFX on Windows), over https:// only",
      ValueKind::File},
     setReadableFile<inProfile, &Profile::clientCertificate>,
     remote},
    {{"--client-key", "FILE", false, "its private key (PEM), if it is not in the same file", ValueKind::File},
     setReadableFile<inProfile, &Profile::clientKey>,
     remote},
    {{"--tls-ca", "FILE", false, "trust the certificate authorities in this PEM or DER file", ValueKind::File},
     setReadableFile<inProfile, &Profile::caFile>,
     remote},
    {{"--tls-fingerprint", "SHA256", false,
      "trust exactly the certificate with this fingerprint (64 hexadecimal digits)"},
     setFingerprint,
     remote},
    {{"--timeout", "S", false, "seconds that one call may take, 1 to 3600; 60 if not given"},
     setNumber<1, 3600, inProfile, &Profile::timeout>,
     remote | person},
    {{"--namespace", "NS", false, "the WMI namespace; root\\cimv2\\rdms if not given"},
     setFilledText<inProfile, &Profile::nameSpace>,
     remote},
    {{"--uri-style", "STYLE", false, "wmi (Windows, if not given) or cim (DMTF class URIs, for OMI servers)",
      ValueKind::Word, "wmi cim"},
     setUriStyle,
     remote},
    {{"--directory", "ADDRESS", false,
      "the directory that knows the users: ldaps://host[:636], ldap://host[:389] (StartTLS), or the\n"
      "domain's name, whose servers the DNS names; without it, that of the server's profile"},
     setDirectory,
     asking},
    {{"--directory-sign-in", "WAY", false,
      "kerberos (your ticket, if not given) or password (user and password as for the server)", ValueKind::Word,
      "kerberos password"},
     setDirectorySignIn,
     asking},
    {{"--directory-base", "DN", false, "look for users below this name only"},
     setFilledText<inProfile, &Profile::directory, &Directory::base>,
     asking},
    {{"--directory-domain", "NAME", false,
      "what Windows writes in front of the directory's users; if not given, as the directory tells"},
     setFilledText<inProfile, &Profile::directory, &Directory::domain>,
     asking},
    {{"--directory-ca", "FILE", false, "trust the certificate authorities in this PEM file for the directory",
      ValueKind::File},
     setReadableFile<inProfile, &Profile::directory, &Directory::caFile>,
     asking},
    {{"--filter", "TEXT", false, "only sessions with TEXT in any column, whatever its case"},
     setText<inSelection, &Selection::text>,
     selecting},
    {{"--where", "FILTER", false,
      "only sessions that the filter shows, in the language of the console's filter field:\n"
      "'user:ann state:disconnected -machine:test'. Names are whole words or have a *; accents count"},
     setWhere,
     selecting},
    {{"--state", "NAME", true,
      "only sessions in this state, such as Disconnected, or its number; of machines: Running,\n"
      "Off, Paused, Saved, Starting, Saving, Stopping, Pausing, Resuming or Unknown",
      ValueKind::Word,
      "Active Connected ConnectQuery Shadow Disconnected Idle Listen Reset Down Init Running Off Paused Saved "
      "Starting Saving Stopping Pausing Resuming Unknown"},
     addState,
     selecting | ofMachines},
    {{"--host", "H", true, "only sessions, or machines, on this VM host", ValueKind::VmHost},
     addFilledText<inSelection, &Selection::hosts>,
     selecting | ofMachines | cure},
    {{"--collection", "C", true,
      "only sessions, or machines, of this collection, by name or alias; of why: the one that\n"
      "the person tries"},
     addFilledText<inSelection, &Selection::collections>,
     selecting | ofMachines | cure | why},
    {{"--session", "HOST/ID", true, "act on this session", ValueKind::Session}, addSession, acts | cure},
    {{"--sessions-from", "FILE", false,
      "act on the sessions in this file (- = stdin): HOST/ID or DOMAIN\\user, one a line", ValueKind::File},
     setFilledText<&CliOptions::sessionsFile>,
     acts},
    {{"--all-matching", nullptr, false,
      "act on all sessions, or machines, that --filter, --where, --state, --host and\n--collection leave"},
     setFlag<&CliOptions::isAllMatching>,
     acts | machineActs | cure},
    {{"--disconnected-for", "TIME", false,
      "only sessions that have been disconnected so long: 45m, 4h, 2d. A session of which the\n"
      "broker does not tell since when is left alone and counted"},
     setDuration<&CliOptions::disconnectedFor>,
     acts},
    {{"--idle-for", "TIME", false, "only sessions that nobody has used so long, likewise"},
     setDuration<&CliOptions::idleFor>,
     acts},
    {{"--not-between", "FROM-TO", false,
      "do nothing at these times of the day, such as 08:00-18:00 (local time); what has not\n"
      "begun when they come is cancelled"},
     setNotBetween,
     acts},
    {{"--at-most", "N", false,
      "act on so many sessions, the longest disconnected or idle first; the others are counted"},
     setNumber<1, 1'000'000, &CliOptions::atMost>,
     acts},
    {{"--expect-user", "DOMAIN\\user", false,
      "skip a session in which somebody else is signed in, or a machine; of free: a desktop that\n"
      "belongs to somebody else"},
     setFilledText<&CliOptions::expectedUser>,
     acts | (machineActs & ~assign) | cure},
    {{"--waves", nullptr, false,
      "one session first, then 5, then 25, then the rest. Once more of a wave failed, are\n"
      "unknown or still signing out than --wave-limit says, or all, or its users come back,\n"
      "nothing more is begun, and the reason is said"},
     setFlag<&CliOptions::isInWaves>,
     acts},
    {{"--wave-limit", "N", false, "so many bad ones may be in a wave, 0 to 1000; 0 if not given"},
     setNumber<0, 1000, &CliOptions::waveLimit>,
     acts},
    {{"--wave-watch", "S", false,
      "seconds after each wave in which users who come back are looked for, 0 to 3600; 60 if\n"
      "not given"},
     setNumber<0, 3600, &CliOptions::waveWatch>,
     acts},
    {{"--when-disconnected-for", "TIME", false,
      "log each session off as soon as lists have shown it disconnected for so long without a\n"
      "gap: 45m, 4h; never another user, never after --until"},
     setDuration<&CliOptions::whenDisconnectedFor>,
     setOf(Verb::Logoff)},
    {{"--until", "TIME", false, "with --when-disconnected-for: 18:00 (local time), or how long from now: 45m, 4h"},
     setUntil,
     setOf(Verb::Logoff)},
    {{"--vm-host", "NAME", false, "the VM host to empty, by its name in the list", ValueKind::VmHost},
     setFilledText<&CliOptions::vmHost>,
     drain},
    {{"--settle", "S", false, "seconds that a machine gets after its start, 0 to 3600; 10 if not given"},
     setNumber<0, 3600, &CliOptions::settleTime>,
     cure},
    {{"--interval", "S", false, "seconds between two looks at the host, 1 to 3600; 10 if not given"},
     setNumber<1, 3600, &CliOptions::interval>,
     drain},
    {{"--message", "TEXT", false,
      "tell the users first, then wait; {user}, {minutes}, {vm} and {ticket} (the --reason)\n"
      "are filled in. Ctrl-C while it waits: nothing is done, and they are told so"},
     setFilledText<&CliOptions::warning>,
     warned},
    {{"--grace", "MINUTES", false, "how long each user has after the --message, 0 to 1440; 5 if not given"},
     setNumber<0, 1440, &CliOptions::graceTime>,
     warned},
    {{"--title", "T", false, "title of the message"}, setFilledText<&CliOptions::title>, setOf(Verb::Message) | warned},
    {{"--text", "T", false, "text of the message"}, setFilledText<&CliOptions::text>, setOf(Verb::Message)},
    {{"--reason", "TEXT", false, "why, or a ticket number, for the record"},
     setFilledText<&CliOptions::reason>,
     planned | audit},
    {{"--dry-run", nullptr, false, "show what would be done to whom, do nothing"},
     setFlag<&CliOptions::isDryRun>,
     planned},
    {{"--yes", nullptr, false, "do not ask; without it a terminal asks, and without a terminal nothing is done"},
     setFlag<&CliOptions::isConfirmed>,
     planned},
    {{"--parallel", "N", false, "acts at once, 1 to 64; 4 if not given"},
     setNumber<1, 64, &CliOptions::parallel>,
     planned},
    {{"--verify-timeout", "S", false,
      "seconds to wait until an accepted act has taken effect, 0 to 86400; 60 if not given"},
     setNumber<0, 86'400, &CliOptions::verifyTimeout>,
     planned},
    {{"--policy", "FILE", false, "keep to this policy too; it can only forbid more than the system's does",
      ValueKind::File},
     setReadableFile<&CliOptions::policyFile>,
     remote},
    {{"--to", "FILE", false, "save the report in this new file too, for you alone", ValueKind::File},
     setFilledText<&CliOptions::reportFile>,
     report},
    {{"--since", "T", false, "only acts since then: 2026-11-22, 2026-11-22T13:45:00Z (UTC), or 45m, 12h, 7d ago"},
     setSince,
     audit},
    {{"--verify", nullptr, false, "check every record, and that none is missing"},
     setFlag<&CliOptions::isVerify>,
     audit},
    {{"--acknowledge", nullptr, false,
      "record that you have seen the damage that --verify finds: acts go out again, and the\n"
      "damage stays to be seen; with --reason TEXT"},
     setFlag<&CliOptions::isAcknowledge>,
     audit},
    {{"--rotate", "DAYS", false,
      "remove acts older than so many days, 1 to 36500, whose outcome is on record; a\n"
      "checkpoint signs off what was removed"},
     setNumber<1, 36500, &CliOptions::rotateDays>,
     audit},
    {{"--resolve", nullptr, false,
      "look up on --server what a killed program left in flight, and record what is found"},
     setFlag<&CliOptions::isResolve>,
     audit},
    {{"--json", nullptr, false, "one JSON object a line on stdout"}, setFlag<&CliOptions::isJson>, all & ~report},
    {{"--help", nullptr, false, "this text"}, setFlag<&CliOptions::wantsHelp>, all},
});

} // namespace

std::span<const CliOption> cliOptionTable()
{
    return table;
}

} // namespace deskwarden::app
