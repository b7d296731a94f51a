// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/ManyServers.h"

#include "storm/CliRun.h"
#include "storm/InnerBroker.h"
#include "storm/ProcessSize.h"
#include "storm/Text.h"
#include "support/DrivenConsole.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>

namespace deskwarden::storm {

using support::DrivenConsole;
using support::ProgramResult;

namespace {

constexpr int mostServers = 200;
constexpr int fewServers = 12;
constexpr int onEach = 20;          // sessions
constexpr rlim_t onDesktops = 1024; // descriptors that a program gets before it asks for more

/// The servers need more descriptors than a program gets by itself. The console gets what a desktop gives it.
class RoomForServers final
{
public:
    RoomForServers()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit wide{m_before.rlim_max, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &wide);
    }
    RoomForServers(const RoomForServers&) = delete;
    RoomForServers& operator=(const RoomForServers&) = delete;
    ~RoomForServers() { ::setrlimit(RLIMIT_NOFILE, &m_before); }

    [[nodiscard]] rlimit ofDesktop() const { return {std::min(onDesktops, m_before.rlim_max), m_before.rlim_max}; }

private:
    rlimit m_before{};
};

} // namespace

QString ManyServers::name() const
{
    return text("many servers in one console");
}

Finding ManyServers::play(const Strength& strength)
{
    Finding finding;
    const RoomForServers room;
    const int count = strength.isShort ? fewServers : mostServers;
    std::vector<std::unique_ptr<InnerBroker>> brokers;
    DrivenConsole::Orders orders;
    for (int number = 0; number < count; ++number) {
        simulator::FarmOptions farm;
        farm.sessions = strength.isShort ? 4 : onEach;
        farm.seed = strength.seed * 1000 + static_cast<std::uint64_t>(number);
        farm.logoffShortest = std::chrono::milliseconds(0);
        farm.logoffLongest = std::chrono::milliseconds(200);
        orders.rows += static_cast<int>(farm.sessions);
        brokers.push_back(std::make_unique<InnerBroker>(farm));
        if (!brokers.back()->problem().isEmpty()) {
            finding.tally.complain(brokers.back()->problem());
            return finding;
        }
        orders.servers << brokers.back()->address();
    }
    const QTemporaryDir folder;
    DrivenConsole console(orders, folder.path(), [limit = room.ofDesktop()] { ::setrlimit(RLIMIT_NOFILE, &limit); });
    QElapsedTimer clock;
    clock.start();
    if (!console.waitFor("confirmed", strength.longest)) {
        finding.tally.complain(text("no confirmation: %1 servers were added; ").arg(console.lastNumber("connected")) +
                               QString::fromUtf8(console.output().right(300)));
        return finding;
    }
    const qint64 listed = clock.elapsed();
    ProcessSize largest;
    do {
        const ProcessSize size = ProcessSize::of(console.processId());
        largest.threads = std::max(largest.threads, size.threads);
        largest.descriptors = std::max(largest.descriptors, size.descriptors);
        largest.kilobytes = std::max(largest.kilobytes, size.kilobytes);
    } while (!console.waitFor("finished", std::chrono::seconds(1)) && console.isRunning() &&
             std::chrono::milliseconds(clock.elapsed()) < strength.longest);
    if (!console.hasTold("finished"))
        finding.tally.complain(text("the console did not finish: ") + QString::fromUtf8(console.output().right(300)));
    clock.restart();
    if (!console.isClosedOrderly())
        finding.tally.complain(text("the console did not close"));
    const qint64 closed = clock.elapsed();

    // Servers call their hosts alike; the record tells them apart.
    Truth truth;
    for (const auto& broker : brokers) {
        for (const QJsonObject& line : broker->journal())
            truth.carryOut(line, broker->address());
    }
    const ProgramResult verify = runCli(folder.path(), {text("audit"), text("--verify")});
    if (verify.exitCode != 0)
        finding.tally.complain(QString::fromUtf8(verify.errors));
    for (const QJsonObject& line : runCli(folder.path(), {text("audit"), text("--json")}).objects())
        truth.record(line, support::field(line, "server"));
    finding.tally.add(truth.judge());
    if (const int open = finding.tally.outcomes.value(text("in flight")); open > 0)
        finding.tally.complain(text("%1 acts are in flight in the record, though the console was closed").arg(open));
    if (finding.tally.carriedOut < finding.tally.acts)
        finding.tally.complain(text("only %1 of %2 acts were carried out, and no server refused any")
                                   .arg(finding.tally.carriedOut)
                                   .arg(finding.tally.acts));
    finding.note = text("%1 servers; confirmed after %2 ms, closed in %3 ms; at most %4 threads, %5 descriptors, %6 MB")
                       .arg(count)
                       .arg(listed)
                       .arg(closed)
                       .arg(largest.threads)
                       .arg(largest.descriptors)
                       .arg(largest.kilobytes / 1024);
    return finding;
}

} // namespace deskwarden::storm
