// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The way in: the real client against the simulator in a process of its own, paired with libcurl alone and with libcurl
// and pugixml, which get the same bytes from the same server.

#include "bench/BareDownload.h"
#include "bench/Clocks.h"
#include "bench/ProgramCpu.h"
#include "bench/Topics.h"
#include "core/ServerAddress.h"
#include "management/sessions/SessionCollector.h"
#include "support/ProgramRun.h"
#include "wsman/WsmanConnection.h"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace deskwarden::bench {

namespace {

const management::Query allSessions{std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"};
constexpr std::chrono::milliseconds patience{60'000};

enum class Depth { Instances, Sessions };

/// The real client; the number of instances or sessions that came.
class RealClient final
{
public:
    explicit RealClient(const core::ServerProfile& profile)
        : m_server{core::SharedString("bench")}
        , m_connection(profile, core::Secret(support::SimulatorProcess::password().toStdString()))
    {}

    [[nodiscard]] std::size_t run(Depth depth)
    {
        std::size_t rows = 0;
        management::SessionCollector collector(m_server, m_pool, m_before);
        const auto take = [&](std::vector<core::Instance>&& batch) {
            rows += batch.size();
            if (depth == Depth::Sessions)
                collector.add(batch);
        };
        const auto end = m_connection.enumerate(allSessions, take, management::CallContext::within(patience));
        if (depth == Depth::Sessions) {
            auto snapshot = std::make_shared<management::SessionSnapshot>();
            snapshot->sessions = management::SessionList(collector.takeSessions());
            m_before = std::move(snapshot);
        }
        return end ? rows : 0;
    }

private:
    const core::ServerId m_server;
    core::StringPool m_pool;
    management::SnapshotPointer m_before;
    wsman::WsmanConnection m_connection;
};

struct Samples
{
    std::vector<double> download, parsed, instances, sessions, printed;
};

template <typename Run>
Cost costOf(Run&& run, std::size_t& result)
{
    const Stopwatch watch;
    result = run();
    return watch.cost();
}

void report(Report& report, const Samples& samples, std::uint32_t count, const char* unit, bool isPromised)
{
    const auto add = [&](const char* what, const std::vector<double>& values, const char* against,
                         const std::vector<double>& reference, std::optional<double> most = {}) {
        const double base = median(reference);
        report.add({QStringLiteral("way in"),
                    QString::fromLatin1(what),
                    count,
                    medianRatio(values, reference) * base,
                    QString::fromLatin1(unit),
                    QString::fromLatin1(against),
                    base,
                    most,
                    {}});
    };
    const auto promised = [isPromised](double most) { return isPromised ? std::optional(most) : std::nullopt; };
    const bool isCpu = isPromised || std::string_view(unit) == "ms CPU";
    add(isCpu ? "download + parse, CPU" : "download + parse, wall", samples.parsed, "download", samples.download);
    add(isCpu ? "enumerate, CPU" : "enumerate, wall", samples.instances, "download", samples.download);
    add(isCpu ? "enumerate, CPU of the client" : "enumerate, wall of the client", samples.instances, "download + parse",
        samples.parsed, promised(2.0));
    add(isCpu ? "enumerate to sessions, CPU" : "enumerate to sessions, wall", samples.sessions, "download + parse",
        samples.parsed); // nothing is promised about that
    if (!samples.printed.empty())
        add("list --json, CPU of the program from start to end", samples.printed, "enumerate", samples.instances,
            promised(4.0));
}

void measure(Report& results, std::uint32_t count, int pairs)
{
    const support::SimulatorProcess simulator(
        {QStringLiteral("--sessions"), QString::number(count), QStringLiteral("--hosts"), QStringLiteral("200")});
    if (!simulator.isListening()) {
        std::fprintf(stderr, "bench: %s\n", simulator.complaint().constData());
        return;
    }
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(simulator.address().toStdString()).value();
    profile.user = support::SimulatorProcess::user().toStdString();
    profile.auth = core::AuthScheme::Basic;
    BareDownload bare(simulator.address().toStdString() + "/wsman", allSessions);
    RealClient client(profile);
    Samples cpu;
    Samples wall;
    std::size_t bytes = 0;
    std::size_t rows = 0;
    const QStringList listing = simulator.arguments(QStringLiteral("list")) + QStringList{QStringLiteral("--json")};
    for (int pair = -1; pair < pairs; ++pair) { // the first one warms up
        const Cost download = costOf([&] { return bare.run(false); }, bytes);
        const Cost parsed = costOf([&] { return bare.run(true); }, bytes);
        const Cost instances = costOf([&] { return client.run(Depth::Instances); }, rows);
        const Cost sessions = costOf([&] { return client.run(Depth::Sessions); }, rows);
        const auto printed = programMilliseconds(support::programPath(QStringLiteral("deskwarden-cli")), listing,
                                                 support::SimulatorProcess::password() + '\n', static_cast<int>(count));
        if (rows != count || bytes == 0 || !printed) {
            std::fprintf(stderr, "bench: %zu instead of %u instances\n", rows, count);
            return;
        }
        if (pair < 0)
            continue;
        cpu.download.push_back(download.cpu);
        cpu.parsed.push_back(parsed.cpu);
        cpu.instances.push_back(instances.cpu);
        cpu.sessions.push_back(sessions.cpu);
        cpu.printed.push_back(*printed);
        wall.download.push_back(download.wall);
        wall.parsed.push_back(parsed.wall);
        wall.instances.push_back(instances.wall);
        wall.sessions.push_back(sessions.wall);
    }
    report(results, cpu, count, "ms CPU", count >= 100'000);
    report(results, wall, count, "ms", false);
    const double megabytes = static_cast<double>(bytes) / 1e6;
    std::vector<double> parsing;
    std::vector<double> reading;
    for (std::size_t i = 0; i < cpu.download.size(); ++i) {
        parsing.push_back(megabytes * 1e3 / std::max(cpu.parsed[i] - cpu.download[i], 1e-3));
        reading.push_back(megabytes * 1e3 / std::max(cpu.instances[i] - cpu.download[i], 1e-3));
    }
    results.add({QStringLiteral("way in"),
                 QStringLiteral("envelopes read to instances"),
                 count,
                 median(reading),
                 QStringLiteral("MB/s"),
                 QStringLiteral("pugixml alone"),
                 median(parsing),
                 {},
                 {}});
}

} // namespace

void measureWayIn(Report& report, const Settings& settings)
{
    for (const std::uint32_t count : settings.sessions)
        measure(report, count, settings.pairs);
}

} // namespace deskwarden::bench
