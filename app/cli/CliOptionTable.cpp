// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptionTable.h"

#include "core/ConnectState.h"
#include "models/texts/Texts.h"

#include <QDateTime>
#include <QFileInfo>

#include <array>

namespace deskwarden::app {

namespace {

constexpr VerbSet lookers = setOf(Verb::List) | setOf(Verb::Probe) | setOf(Verb::Query);
constexpr VerbSet acts = setOf(Verb::Logoff) | setOf(Verb::Disconnect) | setOf(Verb::Message);
constexpr VerbSet drain = setOf(Verb::Drain);
constexpr VerbSet warned = setOf(Verb::Logoff) | drain;
constexpr VerbSet planned = acts | drain;
constexpr VerbSet audit = setOf(Verb::Audit);
constexpr VerbSet remote = lookers | planned | audit; // audit only with --resolve
constexpr VerbSet addressed = remote | setOf(Verb::Forget);
constexpr VerbSet all = addressed | setOf(Verb::Codes);
constexpr VerbSet selecting = setOf(Verb::List) | acts;

/// A whole number within limits; `what` starts the sentence.
QString setNumber(const QString& value, int least, int most, int& target, const QString& what)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return QStringLiteral("%1 takes a whole number from %2 to %3, not \"%4\".")
            .arg(what)
            .arg(least)
            .arg(most)
            .arg(models::plainText(value));
    target = number;
    return {};
}

QString setText(const QString& value, std::string& target, const QString& what)
{
    if (value.isEmpty())
        return QStringLiteral("%1 must not be empty.").arg(what);
    target = value.toStdString();
    return {};
}

QString setServer(CliOptions& options, const QString& value)
{
    auto address = core::ServerAddress::parse(value.toStdString());
    if (!address)
        return QStringLiteral("--server: %1").arg(models::describe(address.error()).what);
    options.profile.address = *std::move(address);
    return {};
}

QString setAuth(CliOptions& options, const QString& value)
{
    const auto scheme = core::authSchemeFromName(value.toStdString());
    if (!scheme || *scheme == core::AuthScheme::Automatic)
        return QStringLiteral("--auth takes negotiate, kerberos, ntlm, basic or certificate, not \"%1\".")
            .arg(models::plainText(value));
    options.profile.auth = *scheme;
    return {};
}

QString setServiceClass(CliOptions& options, const QString& value)
{
    for (const char* known : {"HTTP", "WSMAN", "HOST"}) {
        if (value.compare(QLatin1String(known), Qt::CaseInsensitive) == 0) {
            options.profile.serviceClass = known;
            return {};
        }
    }
    return QStringLiteral("--service-class takes HTTP, WSMAN or HOST, not \"%1\".").arg(models::plainText(value));
}

QString setFile(const QString& value, std::string& target, const QString& what)
{
    const QFileInfo file(value);
    if (!file.isFile() || !file.isReadable())
        return QStringLiteral("%1: the file \"%2\" cannot be read.").arg(what, models::plainText(value));
    target = value.toStdString();
    return {};
}

QString setCaFile(CliOptions& options, const QString& value)
{
    return setFile(value, options.profile.caFile, QStringLiteral("--tls-ca"));
}

QString setClientCertificate(CliOptions& options, const QString& value)
{
    return setFile(value, options.profile.clientCertificate, QStringLiteral("--client-cert"));
}

QString setClientKey(CliOptions& options, const QString& value)
{
    return setFile(value, options.profile.clientKey, QStringLiteral("--client-key"));
}

QString setFingerprint(CliOptions& options, const QString& value)
{
    auto fingerprint = core::normalisedFingerprint(value.toStdString());
    if (!fingerprint)
        return QStringLiteral("--tls-fingerprint: %1").arg(models::describe(fingerprint.error()).what);
    options.profile.fingerprint = *std::move(fingerprint);
    return {};
}

QString setTimeout(CliOptions& options, const QString& value)
{
    int seconds = 0;
    const QString problem = setNumber(value, 1, 3600, seconds, QStringLiteral("--timeout"));
    if (problem.isEmpty())
        options.profile.timeout = std::chrono::seconds(seconds);
    return problem;
}

QString setUriStyle(CliOptions& options, const QString& value)
{
    if (value != QLatin1String("wmi") && value != QLatin1String("cim"))
        return QStringLiteral("--uri-style takes wmi or cim, not \"%1\".").arg(models::plainText(value));
    options.profile.uriStyle = value == QLatin1String("cim") ? core::UriStyle::Cim : core::UriStyle::Wmi;
    return {};
}

QString addState(CliOptions& options, const QString& value)
{
    const auto state = core::connectStateFromName(value.toStdString());
    if (!state)
        return QStringLiteral("--state does not know \"%1\": the states are Active, Connected, ConnectQuery, Shadow, "
                              "Disconnected, Idle, Listen, Reset, Down and Init, or a number.")
            .arg(models::plainText(value));
    options.selection.states.push_back(*state);
    return {};
}

QString addSession(CliOptions& options, const QString& value)
{
    auto session = parseSessionName(value);
    if (!session)
        return QStringLiteral("--session: %1").arg(session.error());
    options.sessions.push_back(*std::move(session));
    return {};
}

QString setVerifyTimeout(CliOptions& options, const QString& value)
{
    int seconds = 0;
    const QString problem = setNumber(value, 0, 86'400, seconds, QStringLiteral("--verify-timeout"));
    if (problem.isEmpty())
        options.verifyTimeout = std::chrono::seconds(seconds);
    return problem;
}

QString setGraceTime(CliOptions& options, const QString& value)
{
    int minutes = 0;
    const QString problem = setNumber(value, 0, 1440, minutes, QStringLiteral("--grace"));
    if (problem.isEmpty())
        options.graceTime = std::chrono::minutes(minutes);
    return problem;
}

/// A point in time (UTC unless it says otherwise), or how long ago: 45m, 12h, 7d.
QString setSince(CliOptions& options, const QString& value)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    bool isNumber = false;
    const qint64 count = value.chopped(value.isEmpty() ? 0 : 1).toLongLong(&isNumber);
    QDateTime since;
    if (isNumber && count >= 0 && count < 1'000'000 && value.endsWith(QLatin1Char('m')))
        since = now.addSecs(-count * 60);
    else if (isNumber && count >= 0 && count < 1'000'000 && value.endsWith(QLatin1Char('h')))
        since = now.addSecs(-count * 3600);
    else if (isNumber && count >= 0 && count < 1'000'000 && value.endsWith(QLatin1Char('d')))
        since = now.addDays(-count);
    else
        since = QDateTime::fromString(value, Qt::ISODateWithMs);
    if (!since.isValid())
        return QStringLiteral("--since takes a time such as 2026-11-22 or 2026-11-22T13:45:00Z, or how long ago: 45m, "
                              "12h, 7d; not \"%1\".")
            .arg(models::plainText(value));
    if (since.timeSpec() == Qt::LocalTime)
        since.setTimeSpec(Qt::UTC);
    options.since = since.toUTC().toString(Qt::ISODateWithMs);
    return {};
}

QString setPolicy(CliOptions& options, const QString& value)
{
    const QFileInfo file(value);
    if (!file.isFile() || !file.isReadable())
        return QStringLiteral("--policy: the file \"%1\" cannot be read.").arg(models::plainText(value));
    options.policyFile = value;
    return {};
}

QString addTo(QStringList& list, const QString& value, const QString& what)
{
    if (value.isEmpty())
        return QStringLiteral("%1 must not be empty.").arg(what);
    list << value;
    return {};
}

QString setInterval(CliOptions& options, const QString& value)
{
    int seconds = 0;
    const QString problem = setNumber(value, 1, 3600, seconds, QStringLiteral("--interval"));
    if (problem.isEmpty())
        options.interval = std::chrono::seconds(seconds);
    return problem;
}

QString setDuration(const QString& value, std::optional<std::chrono::seconds>& target, const QString& what)
{
    target = durationFrom(value);
    return target ? QString()
                  : QStringLiteral("%1 takes how long: 45m, 4h or 2d, up to 366d; not \"%2\".")
                        .arg(what, models::plainText(value));
}

QString setNotBetween(CliOptions& options, const QString& value)
{
    options.notBetween = dailySpanFrom(value);
    return options.notBetween
               ? QString()
               : QStringLiteral("--not-between takes two times of the day, such as 08:00-18:00; not \"%1\".")
                     .arg(models::plainText(value));
}

constexpr std::array table{
    CliOption{"--server", "ADDRESS", addressed, false,
              "the broker: https://host[:5986], http://host[:5985], a bare host name, or\n"
              "demo:[N] for an embedded simulated broker with N sessions",
              setServer, ValueKind::Server},
    CliOption{"--user", "U", addressed, false,
              "sign in as DOMAIN\\user, user@REALM or user; without it, as who you are here\n"
              "(by your Kerberos ticket)",
              [](CliOptions& o, const QString& v) { return setText(v, o.profile.user, QStringLiteral("--user")); }},
    CliOption{"--password-stdin", nullptr, remote, false,
              "read the password from the first line of stdin; without it a terminal asks.\n"
              "A password is never taken from the command line",
              [](CliOptions& o, const QString&) {
                  o.isPasswordOnStdin = true;
                  return QString();
              }},
    CliOption{"--saved", nullptr, remote, false, "take the password of --user from the system's keychain",
              [](CliOptions& o, const QString&) {
                  o.usesSaved = true;
                  return QString();
              }},
    CliOption{"--save", nullptr, remote, false,
              "keep the password of --user in the system's keychain, once the server has taken it;\n"
              "deskwarden-cli forget removes it",
              [](CliOptions& o, const QString&) {
                  o.isToBeSaved = true;
                  return QString();
              }},
    CliOption{"--auth", "SCHEME", remote, false,
              "negotiate, kerberos, ntlm, basic or certificate; if not given, the strongest that the\n"
              "server offers. Basic goes over TLS or to this machine only",
              setAuth, ValueKind::Word, "negotiate kerberos ntlm basic certificate"},
    CliOption{"--service-class", "CLASS", remote, false,
              "first part of the server's Kerberos name: HTTP (if not given), WSMAN or HOST", setServiceClass,
              ValueKind::Word, "HTTP WSMAN HOST"},
    CliOption{"--client-cert", "FILE", remote, false,
              "sign in by this certificate (PEM; PFX on Windows), over https:// only", setClientCertificate,
              ValueKind::File},
    CliOption{"--client-key", "FILE", remote, false, "its private key (PEM), if it is not in the same file",
              setClientKey, ValueKind::File},
    CliOption{"--tls-ca", "FILE", remote, false, "trust the certificate authorities in this PEM or DER file", setCaFile,
              ValueKind::File},
    CliOption{"--tls-fingerprint", "SHA256", remote, false,
              "trust exactly the certificate with this fingerprint (64 hexadecimal digits)", setFingerprint},
    CliOption{"--timeout", "S", remote, false, "seconds that one call may take, 1 to 3600; 60 if not given",
              setTimeout},
    CliOption{
        "--namespace", "NS", remote, false, "the WMI namespace; root\\cimv2\\rdms if not given",
        [](CliOptions& o, const QString& v) { return setText(v, o.profile.nameSpace, QStringLiteral("--namespace")); }},
    CliOption{"--uri-style", "STYLE", remote, false,
              "wmi (Windows, if not given) or cim (DMTF class URIs, for OMI servers)", setUriStyle, ValueKind::Word,
              "wmi cim"},
    CliOption{"--filter", "TEXT", selecting, false, "only sessions with TEXT in any column, whatever its case",
              [](CliOptions& o, const QString& v) {
                  o.selection.text = v;
                  return QString();
              }},
    CliOption{"--state", "NAME", selecting, true, "only sessions in this state, such as Disconnected, or its number",
              addState, ValueKind::Word,
              "Active Connected ConnectQuery Shadow Disconnected Idle Listen Reset Down Init"},
    CliOption{"--host", "H", selecting, true, "only sessions on this VM host",
              [](CliOptions& o, const QString& v) { return addTo(o.selection.hosts, v, QStringLiteral("--host")); },
              ValueKind::VmHost},
    CliOption{"--collection", "C", selecting, true, "only sessions of this collection, by name or alias",
              [](CliOptions& o, const QString& v) {
                  return addTo(o.selection.collections, v, QStringLiteral("--collection"));
              }},
    CliOption{"--session", "HOST/ID", acts, true, "act on this session", addSession, ValueKind::Session},
    CliOption{"--sessions-from", "FILE", acts, false,
              "act on the sessions in this file (- = stdin): HOST/ID or DOMAIN\\user, one a line",
              [](CliOptions& o, const QString& v) {
                  o.sessionsFile = v;
                  return v.isEmpty() ? QStringLiteral("--sessions-from must not be empty.") : QString();
              },
              ValueKind::File},
    CliOption{"--all-matching", nullptr, acts, false,
              "act on all sessions that --filter, --state, --host and --collection leave",
              [](CliOptions& o, const QString&) {
                  o.isAllMatching = true;
                  return QString();
              }},
    CliOption{"--disconnected-for", "TIME", acts, false,
              "only sessions that have been disconnected so long: 45m, 4h, 2d. A session of which the\n"
              "broker does not tell since when is left alone and counted",
              [](CliOptions& o, const QString& v) {
                  return setDuration(v, o.disconnectedFor, QStringLiteral("--disconnected-for"));
              }},
    CliOption{"--idle-for", "TIME", acts, false, "only sessions that nobody has used so long, likewise",
              [](CliOptions& o, const QString& v) { return setDuration(v, o.idleFor, QStringLiteral("--idle-for")); }},
    CliOption{"--not-between", "FROM-TO", acts, false,
              "do nothing at these times of the day, such as 08:00-18:00 (local time); what has not\n"
              "begun when they come is cancelled",
              setNotBetween},
    CliOption{"--at-most", "N", acts, false,
              "act on so many sessions, the longest disconnected or idle first; the others are counted",
              [](CliOptions& o, const QString& v) {
                  return setNumber(v, 1, 1'000'000, o.atMost, QStringLiteral("--at-most"));
              }},
    CliOption{
        "--expect-user", "DOMAIN\\user", acts, false, "skip a session in which somebody else is signed in",
        [](CliOptions& o, const QString& v) { return setText(v, o.expectedUser, QStringLiteral("--expect-user")); }},
    CliOption{"--vm-host", "NAME", drain, false, "the VM host to empty, by its name in the list",
              [](CliOptions& o, const QString& v) {
                  o.vmHost = v;
                  return v.isEmpty() ? QStringLiteral("--vm-host must not be empty.") : QString();
              },
              ValueKind::VmHost},
    CliOption{"--interval", "S", drain, false, "seconds between two looks at the host, 1 to 3600; 10 if not given",
              setInterval},
    CliOption{"--message", "TEXT", warned, false,
              "tell the users first, then wait; {user}, {minutes}, {vm} and {ticket} (the --reason)\n"
              "are filled in. Ctrl-C while it waits: nothing is done, and they are told so",
              [](CliOptions& o, const QString& v) { return setText(v, o.warning, QStringLiteral("--message")); }},
    CliOption{"--grace", "MINUTES", warned, false,
              "how long each user has after the --message, 0 to 1440; 5 if not given", setGraceTime},
    CliOption{"--title", "T", setOf(Verb::Message) | warned, false, "title of the message",
              [](CliOptions& o, const QString& v) { return setText(v, o.title, QStringLiteral("--title")); }},
    CliOption{"--text", "T", setOf(Verb::Message), false, "text of the message",
              [](CliOptions& o, const QString& v) { return setText(v, o.text, QStringLiteral("--text")); }},
    CliOption{"--reason", "TEXT", planned | audit, false, "why, or a ticket number, for the record",
              [](CliOptions& o, const QString& v) { return setText(v, o.reason, QStringLiteral("--reason")); }},
    CliOption{"--dry-run", nullptr, planned, false, "show what would be done to whom, do nothing",
              [](CliOptions& o, const QString&) {
                  o.isDryRun = true;
                  return QString();
              }},
    CliOption{"--yes", nullptr, planned, false,
              "do not ask; without it a terminal asks, and without a terminal nothing is done",
              [](CliOptions& o, const QString&) {
                  o.isConfirmed = true;
                  return QString();
              }},
    CliOption{
        "--parallel", "N", planned, false, "acts at once, 1 to 64; 4 if not given",
        [](CliOptions& o, const QString& v) { return setNumber(v, 1, 64, o.parallel, QStringLiteral("--parallel")); }},
    CliOption{"--verify-timeout", "S", planned, false,
              "seconds to wait until an accepted act has taken effect, 0 to 86400; 60 if not given", setVerifyTimeout},
    CliOption{"--policy", "FILE", remote, false,
              "keep to this policy too; it can only forbid more than the system's does", setPolicy, ValueKind::File},
    CliOption{"--since", "T", audit, false,
              "only acts since then: 2026-11-22, 2026-11-22T13:45:00Z (UTC), or 45m, 12h, 7d ago", setSince},
    CliOption{"--verify", nullptr, audit, false, "check every record, and that none is missing",
              [](CliOptions& o, const QString&) {
                  o.isVerify = true;
                  return QString();
              }},
    CliOption{"--acknowledge", nullptr, audit, false,
              "record that you have seen the damage that --verify finds: acts go out again, and the\n"
              "damage stays to be seen; with --reason TEXT",
              [](CliOptions& o, const QString&) {
                  o.isAcknowledge = true;
                  return QString();
              }},
    CliOption{"--rotate", "DAYS", audit, false,
              "remove acts older than so many days, 1 to 36500, whose outcome is on record; a\n"
              "checkpoint signs off what was removed",
              [](CliOptions& o, const QString& v) {
                  return setNumber(v, 1, 36500, o.rotateDays, QStringLiteral("--rotate"));
              }},
    CliOption{"--resolve", nullptr, audit, false,
              "look up on --server what a killed program left in flight, and record what is found",
              [](CliOptions& o, const QString&) {
                  o.isResolve = true;
                  return QString();
              }},
    CliOption{"--json", nullptr, all, false, "one JSON object a line on stdout",
              [](CliOptions& o, const QString&) {
                  o.isJson = true;
                  return QString();
              }},
    CliOption{"--help", nullptr, all, false, "this text",
              [](CliOptions& o, const QString&) {
                  o.wantsHelp = true;
                  return QString();
              }},
};

} // namespace

std::span<const CliOption> cliOptionTable()
{
    return table;
}

QString whyNotOffered(const QString& name)
{
    if (name == QLatin1String("--password"))
        return QStringLiteral("A password is never taken from the command line, where others can read it: use "
                              "--password-stdin.");
    return {};
}

} // namespace deskwarden::app
