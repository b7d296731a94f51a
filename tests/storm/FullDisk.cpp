// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/FullDisk.h"

#include "storm/CliRun.h"
#include "storm/PrivateDisk.h"
#include "storm/Text.h"

#include <QDir>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <random>

namespace deskwarden::storm {

using support::ProgramResult;

namespace {

constexpr qint64 mib = 1'048'576;
constexpr int inOneRun = 25;
constexpr int inShortRun = 8;

} // namespace

QString FullDisk::name() const
{
    return text("full disk, kills");
}

Finding FullDisk::play(const Strength& strength)
{
    Finding finding;
    const int acts = std::min(strength.acts, 10'000); // a run writes as much as the disk holds, again and again
    BrokerFarm farm(std::clamp(acts * 3 / 2, 80, 20'000), strength.seed);
    if (!farm.problem().isEmpty()) {
        finding.tally.complain(farm.problem());
        return finding;
    }
    const QString data = farm.folder() + text("/data");
    QDir().mkpath(data);
    PrivateDisk disk(data, 64 * mib);
    finding.leftOut = disk.problem();
    if (!finding.leftOut.isEmpty())
        return finding;
    std::mt19937 random(static_cast<std::mt19937::result_type>(strength.seed));
    std::uniform_int_distribution<qint64> rooms(0, 160);
    std::uniform_int_distribution<qint64> moments(20, 800);
    Truth truth(Truth::Record::HasGaps);
    QElapsedTimer clock;
    clock.start();
    const int enough = farm.left() - acts;
    int runs = 0;
    int refused = 0;
    int killed = 0;
    while (farm.left() > std::max(0, enough) &&
           (runs == 0 || std::chrono::milliseconds(clock.elapsed()) < strength.longest))
    {
        // The first run finds nothing but a full disk, in which it cannot even begin a log.
        disk.leave(runs == 0 ? 0 : rooms(random) * 1024);
        CliRun run(farm.folder(), farm.logoff(farm.take(strength.isShort ? inShortRun : inOneRun), 4));
        ++runs;
        if (runs % 4 == 0) {
            QThread::msleep(static_cast<unsigned long>(moments(random)));
            killed += run.isRunning() ? 1 : 0;
            run.kill();
        }
        const ProgramResult result = run.wait(std::chrono::minutes(3));
        for (const QJsonObject& line : wholeLines(result.output))
            truth.tell(line);
        refused += result.exitCode == 5 ? 1 : 0;
        if (result.exitCode == 2 || result.exitCode == 3)
            finding.tally.complain(QString::fromUtf8(result.errors.right(300)));
        disk.clear();
        farm.resolve(finding.tally);
    }
    farm.finish(truth, finding.tally);
    finding.tally.add(truth.judge());
    finding.note = text("%1 runs, %2 refused for want of room, %3 killed").arg(runs).arg(refused).arg(killed);
    return finding;
}

} // namespace deskwarden::storm
