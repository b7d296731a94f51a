// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// storm [--acts N] [--seconds N] [--seed S] [--short] [WORD...]
// Plays the scenarios whose names contain one of the words, or all, and prints a table. Exit: 0; 1 if somebody lied or
// a scenario was not carried through; 2 usage.

#include "storm/BadWire.h"
#include "storm/FullDisk.h"
#include "storm/LongShift.h"
#include "storm/ManyServers.h"
#include "storm/SharedRecord.h"
#include "storm/TurnedClock.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace deskwarden;
using namespace deskwarden::storm;

namespace {

struct Row
{
    QString name;
    Finding finding;
    double seconds = 0;
};

std::vector<std::unique_ptr<Scenario>> scenariosOn(integration::SignInGround& ground)
{
    using enum BadWire::Transport;
    std::vector<std::unique_ptr<Scenario>> scenarios;
    for (const auto transport : {Basic, Ntlm, Kerberos, Https})
        scenarios.push_back(std::make_unique<BadWire>(transport, &ground));
    scenarios.push_back(std::make_unique<ManyServers>());
    scenarios.push_back(std::make_unique<SharedRecord>());
    scenarios.push_back(std::make_unique<TurnedClock>());
    scenarios.push_back(std::make_unique<LongShift>());
    scenarios.push_back(std::make_unique<FullDisk>()); // last: it leaves the mounts that other processes see
    return scenarios;
}

bool isGood(const Finding& finding)
{
    const Tally& tally = finding.tally;
    return tally.lies.isEmpty() && tally.twice + tally.falselyDone + tally.falselyFailed + tally.unrecorded == 0 &&
           (!finding.leftOut.isEmpty() || tally.acts > 0);
}

void print(const Row& row)
{
    const Tally& tally = row.finding.tally;
    if (!row.finding.leftOut.isEmpty()) {
        std::printf("%-36s left out: %s\n", qPrintable(row.name), qPrintable(row.finding.leftOut));
        return;
    }
    const auto of = [&tally](const char* outcome) { return tally.outcomes.value(QString::fromLatin1(outcome)); };
    std::printf("%-36s %6d %6d %6d %5d %5d %5d %5d %5d %5d | %5d %5d %5d %5d %5d %7.1f  %s\n", qPrintable(row.name),
                tally.acts, tally.carriedOut, of("done"), of("already_gone"), of("still_signing_out"), of("skipped"),
                of("failed"), of("unknown"), of("cancelled") + of("in flight"), tally.twice, tally.falselyDone,
                tally.falselyFailed, tally.unrecorded, static_cast<int>(tally.lies.size()), row.seconds,
                isGood(row.finding) ? "" : "BAD");
}

void printTable(const std::vector<Row>& rows)
{
    std::printf("\n%-36s %6s %6s %6s %5s %5s %5s %5s %5s %5s | %5s %5s %5s %5s %5s %7s\n", "scenario", "acts", "carr'd",
                "done", "gone", "still", "skip", "fail", "unkn", "canc", "twice", "!done", "!fail", "!rec", "lies",
                "s");
    for (const Row& row : rows)
        print(row);
    std::printf(
        "carr'd: carried out; canc: cancelled, or killed before the outcome; twice: done twice; !done: said to be "
        "done and was not;\n!fail: said to have failed and was carried out; !rec: not recorded so.\n");
}

Strength strengthOf(const QCommandLineParser& parser)
{
    Strength strength;
    strength.acts = parser.value(QStringLiteral("acts")).toInt();
    strength.longest = std::chrono::seconds(parser.value(QStringLiteral("seconds")).toInt());
    strength.seed = parser.value(QStringLiteral("seed")).toULongLong();
    strength.isShort = parser.isSet(QStringLiteral("short"));
    return strength;
}

Row played(Scenario& scenario, const Strength& strength)
{
    QElapsedTimer clock;
    clock.start();
    Row row{scenario.name(), scenario.play(strength), 0};
    row.seconds = static_cast<double>(clock.elapsed()) / 1000;
    std::printf("%s: %d acts in %.1f s. %s\n", qPrintable(row.name), row.finding.tally.acts, row.seconds,
                qPrintable(row.finding.note));
    for (const QString& lie : row.finding.tally.lies)
        std::printf("  ! %s\n", qPrintable(lie));
    std::fflush(stdout);
    return row;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Everything goes wrong around the programs, on loopback only."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("WORD"), QStringLiteral("only scenarios with this in their name"));
    parser.addOptions({{QStringLiteral("acts"), QStringLiteral("About so many in each scenario."), QStringLiteral("N"),
                        QStringLiteral("25000")},
                       {QStringLiteral("seconds"), QStringLiteral("No scenario begins a round after so many."),
                        QStringLiteral("N"), QStringLiteral("1200")},
                       {QStringLiteral("seed"), QStringLiteral("The same seed, the same storm."), QStringLiteral("S"),
                        QStringLiteral("1")},
                       {QStringLiteral("short"), QStringLiteral("Fewer programs and servers, as in CI.")}});
    parser.process(application);
    const Strength strength = strengthOf(parser);
    if (strength.acts <= 0 || strength.longest.count() <= 0) {
        std::fprintf(stderr, "storm: --acts and --seconds take whole numbers above 0\n");
        return 2;
    }
    integration::SignInGround ground;
    std::vector<Row> rows;
    const QStringList words = parser.positionalArguments();
    for (const auto& scenario : scenariosOn(ground)) {
        const bool isWanted = words.isEmpty() || std::ranges::any_of(words, [&scenario](const QString& word) {
                                  return scenario->name().contains(word, Qt::CaseInsensitive);
                              });
        if (isWanted)
            rows.push_back(played(*scenario, strength));
    }
    printTable(rows);
    return !rows.empty() && std::ranges::all_of(rows, [](const Row& row) { return isGood(row.finding); }) ? 0 : 1;
}
