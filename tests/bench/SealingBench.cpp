// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/Clocks.h"
#include "bench/ProgramCpu.h"
#include "bench/Report.h"
#include "bench/UnwrapFloor.h"
#include "integration/SignInGround.h"
#include "management/seam/RdmsSchema.h"
#include "support/ProgramRun.h"
#include "support/TestCertificate.h"
#include "wsman/Conversation.h"
#include "wsman/signin/Authenticator.h"
#include "wsman/soap/EnvelopeReader.h"
#include "wsman/soap/EnvelopeWriter.h"
#include "wsman/WsmanConnection.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QUrl>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>
#include <optional>
#include <ranges>
#include <vector>

using namespace deskwarden;
using integration::SignInGround;
using support::SimulatorProcess;

namespace {

constexpr int rounds = 9;
constexpr std::string_view wholeList = "SELECT * FROM Win32_VirtualDesktopSession";

QString text(const char* value)
{
    return QString::fromLatin1(value);
}

/// CPU time of this process, which is the client; the server is another one.
double cpuMilliseconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1000.0 + static_cast<double>(time.tv_usec) / 1000.0;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// What the library takes for nothing but unsealing these bytes: no client can be cheaper.
struct Floor
{
    const char* name;
    bench::Unwrapping how;
    const char* user;
    std::vector<double> cpu{};
};

/// The list over a connection of its own: HTTPS with Basic, or sealed, whose floor is HTTPS and that unwrapping.
struct Way
{
    const char* name;
    core::ServerProfile profile;
    std::size_t floor = 0; ///< which one; of no meaning for HTTPS
    std::vector<double> cpu{};
    std::vector<double> programCpu{}; ///< of deskwarden-cli list, from its start to its end
};

/// The whole client: the program that a person starts.
std::optional<double> listByProgram(const core::ServerProfile& profile, int sessions)
{
    const bool isTls = profile.address.transport == core::Transport::WsmanHttps;
    QStringList arguments{text("list"),
                          text("--server"),
                          (isTls ? text("https") : text("http")) + text("://localhost:%1").arg(profile.address.port),
                          text("--user"),
                          QString::fromStdString(profile.user),
                          text("--password-stdin"),
                          text("--auth"),
                          profile.auth == core::AuthScheme::Basic  ? text("basic")
                          : profile.auth == core::AuthScheme::Ntlm ? text("ntlm")
                                                                   : text("kerberos")};
    if (isTls)
        arguments << text("--tls-ca") << QString::fromStdString(profile.caFile);
    return bench::programMilliseconds(support::programPath(text("deskwarden-cli")), arguments,
                                      QByteArray(SignInGround::password) + '\n', sessions);
}

/// One new connection that lists everything; nothing if it did not.
std::optional<double> listOnce(const core::ServerProfile& profile, const core::Secret& password, int sessions)
{
    const double begun = cpuMilliseconds();
    std::size_t rows = 0;
    auto connection = wsman::connectorFor(profile, password)();
    if (!connection)
        return std::nullopt;
    const auto end = (*connection)
                         ->enumerate(
                             {std::string(core::rdmsNamespace), std::string(wholeList)},
                             [&rows](std::vector<core::Instance>&& batch) { rows += batch.size(); },
                             management::CallContext::within(std::chrono::minutes(2)));
    if (!end) {
        std::fprintf(stderr, "%s: %s\n", core::symbol(end.error().kind), end.error().detail.c_str());
        return std::nullopt;
    }
    return rows == static_cast<std::size_t>(sessions) ? std::optional(cpuMilliseconds() - begun) : std::nullopt;
}

/// The same list as envelopes: what is sealed on the other ways.
std::vector<std::string> envelopesOf(const core::ServerProfile& profile, const core::Secret& password)
{
    const management::Query query{std::string(core::rdmsNamespace), std::string(wholeList)};
    constexpr std::chrono::milliseconds patience{60'000};
    const std::uint32_t most = wsman::EnumerationLimits().maxElements;
    wsman::HttpOptions http;
    http.isTls = true;
    http.host = profile.address.host;
    http.port = profile.address.port;
    http.caFile = profile.caFile;
    const wsman::EnvelopeWriter writer({http.url(), profile.uriStyle});
    wsman::EnvelopeReader reader;
    auto authenticator = wsman::authenticatorFor(profile, password, std::make_shared<management::AbandonedCalls>(1));
    if (!authenticator)
        return {};
    wsman::Conversation conversation(http, *std::move(authenticator));
    std::vector<std::string> envelopes;
    wsman::Envelope request = writer.enumerate(query, most, patience);
    for (;;) {
        auto body = conversation.ask(request.text, wsman::Repeat::Allowed, management::CallContext::within(patience));
        if (!body)
            return {};
        envelopes.push_back(*body);
        const auto answer = reader.readEnumeration(*std::move(body), request.messageId, "Win32_VirtualDesktopSession");
        if (!answer || answer->isEnd)
            return answer ? envelopes : std::vector<std::string>();
        request = writer.pull(query, answer->context.value_or(""), most, patience);
    }
}

core::ServerProfile profileOf(const SimulatorProcess& server, core::AuthScheme scheme, const char* user)
{
    const QUrl url(server.address());
    core::ServerProfile profile;
    profile.address.transport =
        url.scheme() == text("https") ? core::Transport::WsmanHttps : core::Transport::WsmanHttp;
    profile.address.host = "localhost";
    profile.address.port = static_cast<std::uint16_t>(url.port());
    profile.auth = scheme;
    profile.user = user;
    return profile;
}

void describe(bench::Report& report, const std::vector<Way>& ways, const std::vector<Floor>& floors,
              std::uint32_t sessions)
{
    constexpr double most = 1.15;
    const auto add = [&](const QString& what, const std::vector<double>& values, const char* against,
                         const std::vector<double>& references, std::optional<double> promise = {}) {
        const double base = bench::median(references);
        report.add({text("sealing"), what, sessions, bench::medianRatio(values, references) * base, text("ms CPU"),
                    text(against), base, promise});
    };
    const Way& https = ways.front();
    report.add({text("sealing"), text(https.name), sessions, bench::median(https.cpu), text("ms CPU")});
    for (const Way& way : ways | std::views::drop(1)) {
        std::vector<double> floor;
        std::ranges::transform(https.cpu, floors[way.floor].cpu, std::back_inserter(floor), std::plus());
        add(text(way.name), way.cpu, "HTTPS and unwrapping", floor, most);
        add(text(way.name), way.cpu, "HTTPS, Basic", https.cpu);
    }
    for (const Floor& floor : floors)
        add(text(floor.name) + text(", the library alone"), floor.cpu, "HTTPS, Basic", https.cpu);
    // No promise: what is measured above is a part of it.
    report.add({text("sealing"), text("deskwarden-cli list, ") + text(https.name), sessions,
                bench::median(https.programCpu), text("ms CPU")});
    for (const Way& way : ways | std::views::drop(1))
        add(text("deskwarden-cli list, ") + text(way.name), way.programCpu, "HTTPS, Basic", https.programCpu);
}

} // namespace

/// The client's CPU time for 10,000 sessions over sealed HTTP, against that over HTTPS with Basic and what the library
/// takes for unwrapping the same bytes: at most 1.15 times. Exit: 0, also if that is missed; 2 could not be measured.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    // With another number of sessions the fixed cost of signing in can be told from that of a byte.
    const QCommandLineOption count(text("sessions"), text("Measure with so many."), text("N"), text("10000"));
    const QCommandLineOption json(text("json"), text("Write the figures there."), text("FILE"));
    const QCommandLineOption markdown(text("markdown"), text("Write them there as rows of a table."), text("FILE"));
    parser.addOptions({count, json, markdown});
    parser.process(application);
    const int sessions = std::max(1, parser.value(count).toInt());
    SignInGround ground;
    const QTemporaryDir folder;
    const auto certificate = support::makeTestCertificate(folder);
    const QStringList farm{text("--sessions"), QString::number(sessions), text("--seed"), text("7")};
    const SimulatorProcess secure(farm + QStringList{text("--tls"), certificate.certificateFile, certificate.keyFile});
    const SimulatorProcess sealed(farm + QStringList{text("--auth"), text("ntlm,kerberos"), text("--ntlm-users"),
                                                     ground.ntlmUsers(), text("--keytab"), ground.kdc().keytab()});
    if (!ground.problem().isEmpty() || !certificate.isUsable() || !secure.isListening() || !sealed.isListening()) {
        std::fprintf(stderr, "the servers do not run\n");
        return 2;
    }
    using core::AuthScheme;
    const core::Secret password(SignInGround::password);
    std::vector<Way> ways{
        {"HTTPS, Basic", profileOf(secure, AuthScheme::Basic, "helpdesk")},
        {"HTTP sealed, Kerberos", profileOf(sealed, AuthScheme::Kerberos, SignInGround::principal), 0},
        {"HTTP sealed, NTLM", profileOf(sealed, AuthScheme::Ntlm, SignInGround::user), 1}};
    ways.front().profile.caFile = certificate.authorityFile.toStdString();
    std::vector<Floor> floors{
        {"unwrapping, Kerberos", bench::Unwrapping::Kerberos, SignInGround::principal},
        {"unwrapping, NTLM", bench::Unwrapping::Ntlm, SignInGround::user},
        {"unwrapping, Kerberos in place", bench::Unwrapping::KerberosInPlace, SignInGround::principal}};
    const auto envelopes = envelopesOf(ways.front().profile, password);
    for (int round = -1; round < rounds; ++round) { // the first one warms up
        for (Way& way : ways) {
            const auto cpu = listOnce(way.profile, password, sessions);
            const auto programCpu = listByProgram(way.profile, sessions);
            if (!cpu || !programCpu) {
                std::fprintf(stderr, "%s: does not list\n", way.name);
                return 2;
            }
            if (round >= 0) {
                way.cpu.push_back(*cpu);
                way.programCpu.push_back(*programCpu);
            }
        }
        for (Floor& floor : floors) {
            const auto cpu = bench::unwrapMilliseconds(floor.how, floor.user, SignInGround::password, envelopes);
            if (!cpu || envelopes.empty()) {
                std::fprintf(stderr, "%s: does not work\n", floor.name);
                return 2;
            }
            if (round >= 0)
                floor.cpu.push_back(*cpu);
        }
    }
    bench::Report report;
    describe(report, ways, floors, static_cast<std::uint32_t>(sessions));
    return report.write(parser.value(json), parser.value(markdown)) ? 0 : 2;
}
