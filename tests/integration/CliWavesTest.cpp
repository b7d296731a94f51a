// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QTest>

#include <algorithm>

using namespace deskwarden;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

QStringList inWaves(const QStringList& more = {})
{
    return QStringList{text("--all-matching"), text("--yes"), text("--json"), text("--waves")} + more;
}

qsizetype countOf(const ProgramResult& run, const char* outcome)
{
    const auto objects = run.objects();
    return std::ranges::count_if(objects,
                                 [outcome](const QJsonObject& row) { return field(row, "outcome") == text(outcome); });
}

} // namespace

/// A bulk that goes one, five, twenty-five, and then the rest.
class CliWavesTest final : public QObject
{
    Q_OBJECT

private slots:
    void everybodyIsHitInTheEnd()
    {
        const SimulatorProcess simulator({text("--sessions"), text("80"), text("--logoff-ms"), text("0")});
        const ProgramResult run = simulator.cli(text("logoff"), inWaves({text("--wave-watch"), text("0")}));
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QVERIFY(countOf(run, "done") > 50);
        for (const char* const wave : {"Wave 1 of 4", "Wave 2 of 4", "Wave 3 of 4", "Wave 4 of 4"})
            QVERIFY2(run.errors.contains(wave), run.errors.constData());
    }

    void afterABadWaveNobodyElseIsHit()
    {
        const SimulatorProcess simulator({text("--sessions"), text("80"), text("--logoff-ms"), text("0"),
                                          text("--fault"), text("logoff#3=return:5")});
        const ProgramResult run = simulator.cli(text("logoff"), inWaves({text("--wave-watch"), text("0")}));
        QVERIFY2(run.exitCode == 1, run.errors.constData());
        QCOMPARE(countOf(run, "done"), 5);
        QCOMPARE(countOf(run, "failed"), 1);
        QVERIFY(countOf(run, "cancelled") > 44);
        QVERIFY2(run.errors.contains("Paused after wave 2 of 4: failed: 1 of 5."), run.errors.constData());
    }

    void theLastWaveEndsAsSoonAsItTurnsBad()
    {
        const SimulatorProcess simulator({text("--sessions"), text("400"), text("--logoff-ms"), text("0"),
                                          text("--fault"), text("logoff#60=return:5")});
        const ProgramResult run = simulator.cli(text("logoff"), inWaves({text("--wave-watch"), text("0")}));
        QVERIFY2(run.exitCode == 1, run.errors.constData());
        QCOMPARE(countOf(run, "failed"), 1);
        QVERIFY(countOf(run, "done") >= 59);
        QVERIFY(countOf(run, "done") < 60 + 100); // that are open beside it
        QVERIFY(countOf(run, "cancelled") > 100);
        QVERIFY2(run.errors.contains("Paused after wave 4 of 5: failed: 1 of "), run.errors.constData());
    }

    void theLimitBearsIt()
    {
        const SimulatorProcess simulator({text("--sessions"), text("80"), text("--logoff-ms"), text("0"),
                                          text("--fault"), text("logoff#3=return:5")});
        const ProgramResult run =
            simulator.cli(text("logoff"), inWaves({text("--wave-watch"), text("0"), text("--wave-limit"), text("1")}));
        QVERIFY2(run.exitCode == 1, run.errors.constData());
        QCOMPARE(countOf(run, "failed"), 1);
        QCOMPARE(countOf(run, "cancelled"), 0);
    }

    void itGoesOnWhenListsShowNobodyAgain()
    {
        const SimulatorProcess simulator({text("--sessions"), text("80"), text("--logoff-ms"), text("0")});
        const ProgramResult run = simulator.cli(text("logoff"), inWaves({text("--wave-watch"), text("1")}));
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QVERIFY2(run.errors.contains("Wave 3 of 4 has ended. The next lists show"), run.errors.constData());
        QCOMPARE(countOf(run, "cancelled"), 0);
    }
};

QTEST_GUILESS_MAIN(CliWavesTest)
#include "CliWavesTest.moc"
