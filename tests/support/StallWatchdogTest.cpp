// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/StallWatchdog.h"

#include <QDeadlineTimer>
#include <QTest>

#include <ctime>
#include <thread>

using namespace deskwarden;
using support::StallWatchdog;

namespace {

constexpr std::chrono::milliseconds limit{100};
constexpr int patience = 60'000;

#ifdef __SANITIZE_THREAD__
constexpr bool hasSignals = false; // they are held back until the thread calls into the system
#else
constexpr bool hasSignals = true;
#endif

/// CPU time of this thread, whatever else the machine does meanwhile.
void compute(std::chrono::milliseconds time)
{
    const auto now = [] { return std::clock() / (CLOCKS_PER_SEC / 1000); }; // of the process, whose threads else sleep
    for (const auto end = now() + time.count(); now() < end;) {
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
        // On a busy machine the dog may look too late: it gets more to see until it has.
        for (const QDeadlineTimer end(patience); dog.stalls().empty() && !end.hasExpired();) {
            compute(5 * limit);
            QTest::qWait(50);
        }
        QVERIFY(!dog.stalls().empty());
        QVERIFY(!hasSignals || dog.complaint().contains(QLatin1String("StallWatchdogTest")) ||
                dog.complaint().contains(QLatin1String("test_support")));
    }
    void promiseGrowsWithTheTable()
    {
        QCOMPARE(support::promisedTurn(10'000), std::chrono::milliseconds(16));
        QCOMPARE(support::promisedTurn(100'000), std::chrono::milliseconds(50));
    }
};

QTEST_GUILESS_MAIN(StallWatchdogTest)
#include "StallWatchdogTest.moc"
