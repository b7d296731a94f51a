// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/BadWire.h"

#include "storm/CliRun.h"
#include "storm/Text.h"

#include <QElapsedTimer>
#include <QUrl>

#include <algorithm>

namespace deskwarden::storm {

using support::ProgramResult;
using support::SimulatorProcess;
using tests::Mishap;
using tests::RoughWire;

namespace {

constexpr std::chrono::minutes longestRun{10};
constexpr int mostSessions = 2000; // in one round

const std::vector<Mishap> kinds{
    Mishap::DropRequest,   Mishap::DropRequest,   Mishap::DropRequest,   Mishap::DropAnswer, Mishap::DropAnswer,
    Mishap::DropAnswer,    Mishap::DropAnswer,    Mishap::CutRequest,    Mishap::CutRequest, Mishap::CutAnswer,
    Mishap::CutAnswer,     Mishap::CutAnswer,     Mishap::FlipRequest,   Mishap::FlipAnswer, Mishap::FlipAnswer,
    Mishap::RepeatRequest, Mishap::RepeatRequest, Mishap::RepeatRequest, Mishap::OldAnswer,  Mishap::OldAnswer,
    Mishap::OldAnswer,     Mishap::Delay,         Mishap::Delay,         Mishap::Delay,      Mishap::SwallowRequest};

/// A run that says that some acts are not done, or unknown, has said what it should.
bool isOrderly(int exitCode)
{
    return exitCode == 0 || exitCode == 1 || exitCode == 4;
}

} // namespace

/// Of one round: a server, a record.
struct BadWire::Ground
{
    QTemporaryDir folder;
    support::TestCertificate certificate;
    std::unique_ptr<SimulatorProcess> simulator;

    [[nodiscard]] quint16 port() const { return static_cast<quint16>(QUrl(simulator->address()).port()); }
    [[nodiscard]] std::vector<QJsonObject> journal() const
    {
        return support::journalIn(folder.filePath(text("journal")));
    }
};

QString BadWire::name() const
{
    switch (m_transport) {
    case Transport::Basic:
        return text("bad wire, HTTP with Basic");
    case Transport::Ntlm:
        return text("bad wire, HTTP sealed with NTLM");
    case Transport::Kerberos:
        return text("bad wire, HTTP sealed with Kerberos");
    case Transport::Https:
        return text("bad wire, HTTPS");
    }
    return {};
}

QStringList BadWire::simulatorOptions(const support::TestCertificate& certificate) const
{
    switch (m_transport) {
    case Transport::Basic:
        return {};
    case Transport::Ntlm:
        return {text("--auth"), text("ntlm")};
    case Transport::Kerberos:
        return {text("--auth"), text("kerberos"), text("--keytab"), m_ground->kdc().keytab()};
    case Transport::Https:
        return {text("--tls"), certificate.certificateFile, certificate.keyFile};
    }
    return {};
}

QStringList BadWire::signIn(const support::TestCertificate& certificate) const
{
    const QStringList asUser{text("--user"), SimulatorProcess::user(), text("--password-stdin"), text("--auth")};
    switch (m_transport) {
    case Transport::Basic:
        return asUser + QStringList{text("basic")};
    case Transport::Ntlm:
        return asUser + QStringList{text("ntlm")};
    case Transport::Kerberos:
        return {text("--user"), text(integration::SignInGround::principal), text("--password-stdin"), text("--auth"),
                text("kerberos")};
    case Transport::Https:
        return asUser + QStringList{text("basic"), text("--tls-ca"), certificate.authorityFile};
    }
    return {};
}

QString BadWire::addressAt(quint16 port) const
{
    return text(m_transport == Transport::Https ? "https" : "http") + text("://localhost:") + QString::number(port);
}

Finding BadWire::play(const Strength& strength)
{
    Finding finding;
    if (m_transport == Transport::Kerberos && (m_ground == nullptr || !m_ground->problem().isEmpty())) {
        finding.leftOut = text("no KDC: ") + (m_ground == nullptr ? QString() : m_ground->problem());
        return finding;
    }
    QElapsedTimer clock;
    clock.start();
    for (std::uint64_t round = 0; finding.tally.acts < strength.acts; ++round) {
        if (round > 0 && std::chrono::milliseconds(clock.elapsed()) > strength.longest)
            break;
        // A session is told, disconnected and logged off, if somebody uses it: about two acts for each.
        const int sessions = std::clamp((strength.acts - finding.tally.acts) / 2, 20, mostSessions);
        const qsizetype before = finding.tally.lies.size();
        playRound(strength, sessions, strength.seed * 1000 + round, finding.tally);
        if (finding.tally.acts == 0 || finding.tally.lies.size() > before + 10)
            break; // it is told already
    }
    const auto count = [this](Mishap mishap) { return m_mishaps.at(static_cast<std::size_t>(mishap)); };
    finding.note = text("%1 exchanges; dropped %2 before and %3 after, cut %4 and %5, flipped %6 and %7, repeated %8")
                       .arg(m_exchanges)
                       .arg(count(Mishap::DropRequest))
                       .arg(count(Mishap::DropAnswer))
                       .arg(count(Mishap::CutRequest))
                       .arg(count(Mishap::CutAnswer))
                       .arg(count(Mishap::FlipRequest))
                       .arg(count(Mishap::FlipAnswer))
                       .arg(count(Mishap::RepeatRequest)) +
                   text(", old answers %1, late %2, swallowed %3")
                       .arg(count(Mishap::OldAnswer))
                       .arg(count(Mishap::Delay))
                       .arg(count(Mishap::SwallowRequest));
    return finding;
}

void BadWire::playRound(const Strength& strength, int sessions, std::uint64_t seed, Tally& tally)
{
    Ground ground;
    if (m_transport == Transport::Https) {
        ground.certificate = support::makeTestCertificate(ground.folder);
        if (!ground.certificate.isUsable())
            return tally.complain(ground.certificate.problem);
    }
    ground.simulator = std::make_unique<SimulatorProcess>(
        QStringList{text("--sessions"), QString::number(sessions), text("--hosts"), text("20"), text("--seed"),
                    QString::number(seed), text("--logoff-ms"), text("0:200"), text("--journal"),
                    ground.folder.filePath(text("journal"))} +
        simulatorOptions(ground.certificate));
    if (!ground.simulator->isListening())
        return tally.complain(QString::fromUtf8(ground.simulator->complaint()));
    Truth truth;
    const QStringList verbs = strength.isShort ? QStringList{text("disconnect"), text("logoff")}
                                               : QStringList{text("message"), text("disconnect"), text("logoff")};
    for (const QString& verb : verbs)
        act(verb, strength.isShort, seed, ground, truth, tally);
    const ProgramResult list = runCli(
        ground.folder.path(), QStringList{text("list"), text("--json"), text("--server"), addressAt(ground.port())} +
                                  signIn(ground.certificate));
    if (list.exitCode != 0)
        tally.complain(text("no list: ") + QString::fromUtf8(list.errors));
    for (const QJsonObject& line : list.objects())
        truth.remain(line);
    for (const QJsonObject& line : ground.journal())
        truth.carryOut(line);
    readRecord(ground.folder.path(), truth, tally);
    tally.add(truth.judge());
}

void BadWire::act(const QString& verb, bool isShort, std::uint64_t seed, Ground& ground, Truth& truth, Tally& tally)
{
    RoughWire::Weather weather;
    weather.seed = seed + static_cast<std::uint64_t>(verb.size());
    weather.kinds = kinds;
    weather.calm = isShort ? 12 : weather.calm;
    RoughWire wire(ground.port(), weather);
    QStringList arguments{verb,
                          text("--server"),
                          addressAt(wire.port()),
                          text("--all-matching"),
                          text("--yes"),
                          text("--json"),
                          text("--parallel"),
                          text("16"),
                          text("--timeout"),
                          text("8"),
                          text("--verify-timeout"),
                          isShort ? text("1") : text("20")};
    if (verb == text("message"))
        arguments << text("--title") << text("T") << text("--text") << text("Please save your work");
    const ProgramResult run = CliRun(ground.folder.path(), arguments + signIn(ground.certificate)).wait(longestRun);
    if (!isOrderly(run.exitCode)) {
        tally.complain(text("%1 with seed %2 ended with %3: %4")
                           .arg(verb)
                           .arg(seed)
                           .arg(run.exitCode)
                           .arg(QString::fromUtf8(run.errors.right(300))));
    }
    for (const QJsonObject& line : wholeLines(run.output))
        truth.tell(line);
    if (m_transport == Transport::Basic) {
        for (const std::string& request : wire.repeated())
            truth.excuse(request);
    }
    m_exchanges += wire.exchanges();
    const auto mishaps = wire.mishaps();
    std::ranges::transform(m_mishaps, mishaps, m_mishaps.begin(), std::plus<>());
}

void BadWire::readRecord(const QString& folder, Truth& truth, Tally& tally)
{
    const ProgramResult verify = runCli(folder, {text("audit"), text("--verify")});
    if (verify.exitCode != 0)
        tally.complain(QString::fromUtf8(verify.errors));
    const ProgramResult audit = runCli(folder, {text("audit"), text("--json")});
    if (audit.exitCode != 0)
        tally.complain(QString::fromUtf8(audit.errors));
    for (const QJsonObject& line : audit.objects())
        truth.record(line);
}

} // namespace deskwarden::storm
