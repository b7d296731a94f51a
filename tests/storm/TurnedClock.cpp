// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/TurnedClock.h"

#include "storm/CliRun.h"
#include "storm/Text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>

namespace deskwarden::storm {

using support::ProgramResult;

namespace {

constexpr std::array offsets{"+0",    "-1h",    "+1h",    "-1d",     "+1d",     "+30d",
                             "-400d", "+2000d", "-3600s", "+86399s", "-10000d", "+3650d"};
constexpr int underOneClock = 60;

/// The library that stands before the clock of a program; empty if it is not here.
QString fakeClock()
{
    for (const QString& triplet : QDir(text("/usr/lib")).entryList({text("*-linux-gnu*")}, QDir::Dirs)) {
        const QString file = text("/usr/lib/%1/faketime/libfaketimeMT.so.1").arg(triplet);
        if (QFile::exists(file))
            return file;
    }
    return {};
}

/// The program never reads half of it.
void turnTo(const char* offset, const QString& file)
{
    QFile next(file + text(".new"));
    if (!next.open(QIODevice::WriteOnly))
        return;
    next.write(QByteArray(offset) + '\n');
    next.close();
    std::rename(QFile::encodeName(next.fileName()).constData(), QFile::encodeName(file).constData());
}

} // namespace

QString TurnedClock::name() const
{
    return text("clock jumps");
}

Finding TurnedClock::play(const Strength& strength)
{
    Finding finding;
    const QString library = fakeClock();
    if (library.isEmpty()) {
        finding.leftOut = text("no libfaketime (package faketime)");
        return finding;
    }
    const int acts = std::min(strength.acts, 10'000);
    BrokerFarm farm(std::clamp(acts * 3 / 2, 80, 20'000), strength.seed);
    if (!farm.problem().isEmpty()) {
        finding.tally.complain(farm.problem());
        return finding;
    }
    const QString file = farm.folder() + text("/clock");
    QProcessEnvironment turned;
    turned.insert(text("LD_PRELOAD"), library);
    turned.insert(text("FAKETIME_TIMESTAMP_FILE"), file);
    turned.insert(text("FAKETIME_NO_CACHE"), text("1"));
    turned.insert(text("FAKETIME_DONT_FAKE_MONOTONIC"), text("1"));
    std::mt19937 random(static_cast<std::mt19937::result_type>(strength.seed));
    std::uniform_int_distribution<std::size_t> jumps(0, offsets.size() - 1);
    std::uniform_int_distribution<qint64> pauses(5, 60);
    Truth truth;
    QElapsedTimer clock;
    clock.start();
    const int enough = farm.left() - acts;
    int runs = 0;
    int turns = 0;
    while (farm.left() > std::max(0, enough) &&
           (runs == 0 || std::chrono::milliseconds(clock.elapsed()) < strength.longest))
    {
        turnTo(offsets.at(jumps(random)), file);
        CliRun run(farm.folder(), farm.logoff(farm.take(underOneClock), 4), turned);
        ++runs;
        QElapsedTimer whole;
        whole.start();
        for (qint64 next = pauses(random); run.isRunning() && whole.elapsed() < 180'000;) {
            if (whole.elapsed() < next)
                continue;
            turnTo(offsets.at(jumps(random)), file);
            ++turns;
            next = whole.elapsed() + pauses(random);
        }
        const ProgramResult result = run.wait(std::chrono::seconds(1));
        for (const QJsonObject& line : wholeLines(result.output))
            truth.tell(line);
        if (result.exitCode != 0 && result.exitCode != 1 && result.exitCode != 4)
            finding.tally.complain(text("a run ended with %1: ").arg(result.exitCode) +
                                   QString::fromUtf8(result.errors.right(300)));
    }
    farm.resolve(finding.tally);
    farm.finish(truth, finding.tally);
    finding.tally.add(truth.judge());
    finding.note = text("%1 runs, the clock was turned %2 times in them").arg(runs).arg(turns);
    return finding;
}

} // namespace deskwarden::storm
