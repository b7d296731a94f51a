// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// Other ways of asking for the same list: only the wanted properties, one question for each VM host, several brokers at
// once, compressed. What they would bring, beside the way that is taken.

#include "bench/BareDownload.h"
#include "bench/Clocks.h"
#include "bench/Topics.h"
#include "core/ServerAddress.h"
#include "support/ProgramRun.h"
#include "wsman/WsmanConnection.h"

#include <QByteArray>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <thread>

namespace deskwarden::bench {

namespace {

constexpr std::chrono::milliseconds patience{120'000};
constexpr int atOnce = 4;
constexpr const char* allProperties = "SELECT * FROM Win32_VirtualDesktopSession";
// The class has no others.
constexpr const char* wantedProperties = "SELECT VMHostName, SessionId, VMName, ConnectState, UserName, DomainName, "
                                         "CollectionId, ClientMachineName FROM Win32_VirtualDesktopSession";
/// What a refresh could do with, if a person seldom changes the machine.
constexpr const char* keyAndState = "SELECT VMHostName, SessionId, ConnectState, UserName FROM "
                                    "Win32_VirtualDesktopSession";

management::Query question(const std::string& wql)
{
    return {std::string(core::rdmsNamespace), wql};
}

core::ServerProfile profileOf(const support::SimulatorProcess& simulator)
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(simulator.address().toStdString()).value();
    profile.user = support::SimulatorProcess::user().toStdString();
    profile.auth = core::AuthScheme::Basic;
    return profile;
}

/// A client of its own that keeps its connection.
class Client final
{
public:
    explicit Client(const support::SimulatorProcess& simulator)
        : m_connection(profileOf(simulator), core::Secret(support::SimulatorProcess::password().toStdString()))
    {}
    [[nodiscard]] std::size_t ask(const std::string& wql, std::set<std::string>* hosts = nullptr)
    {
        std::size_t rows = 0;
        const auto take = [&](std::vector<core::Instance>&& batch) {
            rows += batch.size();
            if (hosts == nullptr)
                return;
            for (const core::Instance& instance : batch) {
                for (const core::Property& property : instance.properties()) {
                    const auto* const text = std::get_if<core::SharedString>(&property.value.variant());
                    if (property.name.view() == "VMHostName" && text != nullptr)
                        hosts->insert(text->toString());
                }
            }
        };
        const auto end = m_connection.enumerate(question(wql), take, management::CallContext::within(patience));
        return end ? rows : 0;
    }

private:
    wsman::WsmanConnection m_connection;
};

class Asking final
{
public:
    Asking(Report& report, std::uint32_t count, int pairs)
        : m_report(report)
        , m_count(count)
        , m_pairs(pairs)
    {}

    void run()
    {
        const support::SimulatorProcess simulator(arguments(m_count, "0"));
        if (!simulator.isListening()) {
            std::fprintf(stderr, "bench: %s\n", simulator.complaint().constData());
            return;
        }
        projections(simulator);
        compression(simulator);
        hosts(simulator);
        brokers("0");
        brokers("10");
    }

private:
    [[nodiscard]] static QStringList arguments(std::uint32_t count, const char* latency)
    {
        return {QStringLiteral("--sessions"), QString::number(count),         QStringLiteral("--hosts"),
                QStringLiteral("200"),        QStringLiteral("--latency-ms"), QString::fromLatin1(latency)};
    }
    void add(const QString& what, std::vector<double> values, const char* unit, const char* against,
             std::vector<double> references)
    {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < values.size(); ++i)
            ratios.push_back(values[i] / references[i]);
        const double base = median(std::move(references));
        m_report.add({QStringLiteral("asking"), what, m_count, median(std::move(ratios)) * base,
                      QString::fromLatin1(unit), QString::fromLatin1(against), base});
    }
    [[nodiscard]] bool isWhole(std::size_t rows) const
    {
        if (rows != m_count)
            std::fprintf(stderr, "bench: %zu instead of %u instances\n", rows, m_count);
        return rows == m_count;
    }

    void projections(const support::SimulatorProcess& simulator)
    {
        const std::string url = simulator.address().toStdString() + "/wsman";
        const auto bytesOf = [&url](const char* wql) {
            return static_cast<double>(BareDownload(url, question(wql)).run(false)) / 1e6;
        };
        const double allBytes = bytesOf(allProperties);
        Client client(simulator);
        std::vector<double> all, wanted, key, allWall, wantedWall, keyWall;
        const auto cost = [&](const char* wql, std::vector<double>& cpu, std::vector<double>& wall) {
            const Stopwatch watch;
            if (!isWhole(client.ask(wql)))
                return;
            cpu.push_back(watch.cost().cpu);
            wall.push_back(watch.cost().wall);
        };
        for (int pair = 0; pair < m_pairs; ++pair) {
            cost(allProperties, all, allWall);
            cost(wantedProperties, wanted, wantedWall);
            cost(keyAndState, key, keyWall);
        }
        if (key.size() != all.size() || wanted.size() != all.size())
            return;
        add(QStringLiteral("all 8 properties by name, bytes"), {bytesOf(wantedProperties)}, "MB", "SELECT *",
            {allBytes});
        add(QStringLiteral("all 8 properties by name, CPU of the client"), wanted, "ms CPU", "SELECT *", all);
        add(QStringLiteral("all 8 properties by name, wall"), wantedWall, "ms", "SELECT *", allWall);
        add(QStringLiteral("4 of 8 properties, bytes"), {bytesOf(keyAndState)}, "MB", "SELECT *", {allBytes});
        add(QStringLiteral("4 of 8 properties, CPU of the client"), key, "ms CPU", "SELECT *", all);
        add(QStringLiteral("4 of 8 properties, wall"), keyWall, "ms", "SELECT *", allWall);
    }

    /// No WinRM offers it, nor does the simulator: zlib itself is measured, with what the bytes cost in download and
    /// parse.
    void compression(const support::SimulatorProcess& simulator)
    {
        BareDownload bare(simulator.address().toStdString() + "/wsman", question(allProperties));
        double packed = 0;
        std::vector<double> unpacking, parsed;
        const double bytes = static_cast<double>(bare.run(false));
        for (int pair = 0; pair < m_pairs; ++pair) {
            packed = 0;
            double unpack = 0;
            (void)bare.run(false, [&](std::string& body) {
                const QByteArray small = qCompress(QByteArray::fromStdString(body));
                packed += static_cast<double>(small.size());
                const Stopwatch watch;
                (void)qUncompress(small);
                unpack += watch.cost().cpu;
            });
            unpacking.push_back(unpack);
            const Stopwatch watch;
            (void)bare.run(true);
            parsed.push_back(watch.cost().cpu);
        }
        add(QStringLiteral("compressed as gzip does, bytes"), {packed / 1e6}, "MB", "as they are", {bytes / 1e6});
        add(QStringLiteral("uncompressing, CPU on top"), unpacking, "ms CPU", "download + parse", parsed);
    }

    /// Four connections that take the hosts in turn, against one list.
    void hosts(const support::SimulatorProcess& simulator)
    {
        Client client(simulator);
        std::set<std::string> names;
        if (!isWhole(client.ask(allProperties, &names)))
            return;
        const std::vector<std::string> all(names.begin(), names.end());
        std::vector<double> whole, parts;
        for (int pair = 0; pair < m_pairs; ++pair) {
            const Stopwatch one;
            (void)client.ask(allProperties);
            whole.push_back(one.cost().wall);
            std::atomic<std::size_t> next = 0;
            std::atomic<std::size_t> rows = 0;
            const Stopwatch many;
            std::vector<std::jthread> threads;
            for (int i = 0; i < atOnce; ++i) {
                threads.emplace_back([&] {
                    Client own(simulator);
                    for (std::size_t host = next++; host < all.size(); host = next++)
                        rows += own.ask(std::string(allProperties) + " WHERE VMHostName = '" + all[host] + "'");
                });
            }
            threads.clear();
            parts.push_back(many.cost().wall);
            if (!isWhole(rows))
                return;
        }
        add(QStringLiteral("a question for each of 200 hosts, 4 at once, wall"), parts, "ms", "one question", whole);
    }

    /// Four of a quarter each, one after the other and at once, as the console asks them.
    void brokers(const char* latency)
    {
        std::vector<std::unique_ptr<support::SimulatorProcess>> simulators;
        std::vector<std::unique_ptr<Client>> clients;
        for (int i = 0; i < atOnce; ++i) {
            simulators.push_back(std::make_unique<support::SimulatorProcess>(arguments(m_count / atOnce, latency)));
            clients.push_back(std::make_unique<Client>(*simulators.back()));
            (void)clients.back()->ask(allProperties);
        }
        std::vector<double> inTurn, together;
        for (int pair = 0; pair < m_pairs; ++pair) {
            const Stopwatch one;
            std::size_t rows = 0;
            for (const auto& client : clients)
                rows += client->ask(allProperties);
            inTurn.push_back(one.cost().wall);
            if (!isWhole(rows))
                return;
            const Stopwatch many;
            std::vector<std::jthread> threads;
            for (const auto& client : clients)
                threads.emplace_back([&client] { (void)client->ask(allProperties); });
            threads.clear();
            together.push_back(many.cost().wall);
        }
        add(QStringLiteral("4 brokers at once, %1 ms away, wall").arg(QLatin1String(latency)), together, "ms",
            "one after the other", inTurn);
    }

    Report& m_report;
    const std::uint32_t m_count;
    const int m_pairs;
};

} // namespace

void measureAsking(Report& report, const Settings& settings)
{
    Asking(report, std::ranges::max(settings.sessions), settings.pairs).run();
}

} // namespace deskwarden::bench
