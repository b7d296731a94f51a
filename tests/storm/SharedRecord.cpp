// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/SharedRecord.h"

#include "management/seam/Action.h"
#include "storm/CliRun.h"
#include "storm/Text.h"
#include "support/DrivenConsole.h"

#include <QElapsedTimer>

#include <algorithm>
#include <optional>

namespace deskwarden::storm {

using support::DrivenConsole;
using support::ProgramResult;

namespace {

constexpr std::size_t consoles = 2;
constexpr int inOneConsole = 10;
constexpr std::chrono::minutes longestLane{3};

/// What the window shows, also of what it has looked up for programs that were killed. Those that had told an outcome
/// had recorded it before, so that there is nothing to look up.
void tellOutcomes(const DrivenConsole& console, const QSet<QString>& toldByOthers, Truth& truth, Tally& tally)
{
    const auto outcomes = console.outcomes();
    for (auto line = outcomes.constBegin(); line != outcomes.constEnd(); ++line) {
        if (toldByOthers.contains(line.key()))
            tally.complain(line.key() + text(" was looked up, though a killed program had told its outcome"));
        const qsizetype slash = line.key().lastIndexOf(QLatin1Char('/'));
        truth.tell({{text("action"), text("logoff")},
                    {text("VMHostName"), line.key().left(slash)},
                    {text("SessionId"), line.key().mid(slash + 1).toInt()},
                    {text("outcome"), text(management::symbol(static_cast<management::OutcomeKind>(line.value())))}});
    }
}

/// A program that runs beside others, and perhaps not to its end.
struct Lane
{
    std::unique_ptr<CliRun> run;
    std::optional<qint64> killAt; // ms from the beginning
};

} // namespace

QString SharedRecord::name() const
{
    return text("8 CLIs, 2 consoles, one record, kills");
}

Finding SharedRecord::play(const Strength& strength)
{
    Finding finding;
    m_random.seed(static_cast<std::mt19937::result_type>(strength.seed));
    BrokerFarm farm(std::clamp(strength.acts * 3 / 2, 150, 20'000), strength.seed);
    if (!farm.problem().isEmpty()) {
        finding.tally.complain(farm.problem());
        return finding;
    }
    Truth truth;
    QElapsedTimer clock;
    clock.start();
    const int enough = farm.left() - strength.acts;
    while (farm.left() > 0 && (m_runs == 0 || farm.left() > enough) &&
           (m_runs == 0 || std::chrono::milliseconds(clock.elapsed()) < strength.longest))
        playRound(farm, strength.isShort, truth, finding.tally);
    farm.resolve(finding.tally);
    farm.finish(truth, finding.tally);
    finding.tally.add(truth.judge());
    finding.note = text("%1 runs, %2 of them killed").arg(m_runs).arg(m_kills);
    return finding;
}

void SharedRecord::playRound(BrokerFarm& farm, bool isShort, Truth& truth, Tally& tally)
{
    const int lines = 8;
    std::vector<std::unique_ptr<DrivenConsole>> windows;
    for (std::size_t number = 0; number < consoles; ++number)
        windows.push_back(
            std::make_unique<DrivenConsole>(farm.simulator(), farm.folder(), farm.take(isShort ? 4 : inOneConsole)));
    QElapsedTimer clock;
    clock.start();
    std::vector<Lane> lanes;
    std::uniform_int_distribution<qint64> moments(20, isShort ? 600 : 2000);
    for (int number = 0; number < lines; ++number) {
        Lane lane;
        lane.run = std::make_unique<CliRun>(farm.folder(), farm.logoff(farm.take(isShort ? 5 : 40), 4));
        if (number % 3 == 0)
            lane.killAt = moments(m_random);
        lanes.push_back(std::move(lane));
        ++m_runs;
    }
    const auto isRunning = [](const Lane& lane) { return lane.run->isRunning(); };
    while (std::ranges::any_of(lanes, isRunning) && std::chrono::milliseconds(clock.elapsed()) < longestLane) {
        for (Lane& lane : lanes) {
            if (lane.killAt && *lane.killAt < clock.elapsed() && lane.run->isRunning()) {
                lane.run->kill();
                lane.killAt.reset();
                ++m_kills;
            }
        }
    }
    for (Lane& lane : lanes) {
        const ProgramResult run = lane.run->wait(longestLane);
        for (const QJsonObject& line : wholeLines(run.output)) {
            truth.tell(line);
            m_told.insert(support::nameOf(line));
        }
        if (run.exitCode == 2 || run.exitCode == 3 || run.exitCode == 5)
            tally.complain(text("a run ended with %1: ").arg(run.exitCode) + QString::fromUtf8(run.errors.right(300)));
    }
    // One window is closed by a person at the end, the other is killed with what it has shown so far.
    for (std::size_t number = 0; number < consoles; ++number) {
        DrivenConsole& window = *windows[number];
        if (number % 2 == 0 && window.waitFor("confirmed")) {
            window.kill();
            ++m_kills;
        } else if (!window.waitFor("finished") || !window.isClosedOrderly()) {
            tally.complain(text("a console did not finish: ") + QString::fromUtf8(window.output().right(300)));
        }
        tellOutcomes(window, m_told, truth, tally);
        ++m_runs;
    }
}

} // namespace deskwarden::storm
