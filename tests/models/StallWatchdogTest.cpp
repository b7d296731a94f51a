// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/StallWatchdog.h"

#include <QDeadlineTimer>
#include <QTest>

#include <thread>

using namespace deskwarden;
using models::StallWatchdog;

namespace {

constexpr std::chrono::milliseconds limit{100};
constexpr int patience = 30'000;

#ifdef __SANITIZE_THREAD__
constexpr bool hasSignals = false; // they are held back until the thread calls into the system
#else
constexpr bool hasSignals = true;
#endif

void computeFor(std::chrono::milliseconds time)
{
    const QDeadlineTimer deadline(time);
    while (!deadline.hasExpired()) {
    }
}

} // namespace

/// The watchdog of the GUI thread's turns.
class StallWatchdogTest final : public QObject
{
    Q_OBJECT

private slots:
    void quietLoopIsNoStall()
    {
        const StallWatchdog dog(std::chrono::seconds(20));
        QTest::qWait(100);
        QCOMPARE(dog.complaint(), QString());
    }
    void blockedThreadIsAStall()
    {
        const StallWatchdog dog(limit);
        std::this_thread::sleep_for(13 * limit);
        QTRY_VERIFY_WITH_TIMEOUT(!dog.stalls().empty(), patience);
        QVERIFY(dog.stalls().front().held > limit);
        QVERIFY(!hasSignals || dog.stalls().front().stack.contains(QLatin1Char('\n')));
    }
    void busyThreadIsAStallWithItsStack()
    {
        const StallWatchdog dog(limit);
        // On a busy machine the thread may lack a core: it is given more until it has been held.
        for (int i = 0; i < 20 && dog.stalls().empty(); ++i) {
            computeFor(5 * limit);
            QTest::qWait(50);
        }
        QVERIFY(!dog.stalls().empty());
        QVERIFY(!hasSignals || dog.complaint().contains(QLatin1String("StallWatchdogTest")) ||
                dog.complaint().contains(QLatin1String("stall_watchdog")));
    }
    void promiseGrowsWithTheTable()
    {
        QCOMPARE(models::promisedTurn(10'000), std::chrono::milliseconds(16));
        QCOMPARE(models::promisedTurn(100'000), std::chrono::milliseconds(50));
    }
};

QTEST_GUILESS_MAIN(StallWatchdogTest)
#include "StallWatchdogTest.moc"
