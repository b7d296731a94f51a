// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ProcessSafety.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <string>
#include <thread>

using namespace deskwarden;

/// What every program does first must keep it alive when its threads end.
class ThreadEndTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("QT_ENABLE_REGEXP_JIT", "1");
        app::protectProcess();
    }
    void aThreadThatHasMatchedATextEndsAlone();
};

void ThreadEndTest::aThreadThatHasMatchedATextEndsAlone()
{
    // Freed memory must be somebody else's soon, or nothing shows.
    const std::jthread others([](const std::stop_token& stop) {
        for (std::size_t round = 0; !stop.stop_requested(); ++round)
            const std::string text(8 + round % 256, 'R');
    });
    std::atomic<int> matches = 0;
    constexpr int rounds = 200;
    for (int round = 0; round < rounds; ++round) {
        const auto match = [&matches] {
            const QRegularExpression pattern(QStringLiteral("^[a-z]+\\.dll$"));
            matches += pattern.match(QStringLiteral("qsqlite.dll")).hasMatch() ? 1 : 0;
        };
        const std::jthread one(match);
        const std::jthread another(match);
    }
    QCOMPARE(matches.load(), 2 * rounds);
}

QTEST_GUILESS_MAIN(ThreadEndTest)
#include "ThreadEndTest.moc"
