// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/log/LogModel.h"
#include "models/log/LogRing.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <thread>
#include <vector>

using namespace deskwarden;
using models::LogLevel;
using models::LogRing;

namespace {

const QString own = QStringLiteral("deskwarden.servers");

std::vector<models::LogEntry> someEntries(int count, std::uint64_t first = 1)
{
    std::vector<models::LogEntry> entries;
    for (int index = 0; index < count; ++index) {
        models::LogEntry entry;
        entry.number = first + static_cast<std::uint64_t>(index);
        entry.when = QDateTime(QDate(2027, 1, 31), QTime(9, 41, 7));
        entry.level = static_cast<LogLevel>(index % 4);
        entry.category = own;
        entry.text = QStringLiteral("line %1").arg(entry.number);
        entries.push_back(entry);
    }
    return entries;
}

} // namespace

class LogTest final : public QObject
{
    Q_OBJECT

private slots:
    void theRingKeepsTheLastLines();
    void onlyWhatIsNewIsHandedOut();
    void linesComeFromAnyThread();
    void aLineOfAnyLengthIsCut();
    void namesAreReplacedTheSameByTheSame();
    void whatOthersSayIsLeftOut();
    void aNameCannotEndItsOwnMark();
    void theModelKeepsTheRules();
    void theModelForgetsTheOldest();
    void levelAndWordsFilter();
};

void LogTest::theRingKeepsTheLastLines()
{
    LogRing ring;
    const int more = static_cast<int>(LogRing::mostEntries) + 10;
    for (int number = 1; number <= more; ++number)
        ring.add(LogLevel::Debug, own, QString::number(number));
    const auto entries = ring.since(0);
    QCOMPARE(entries.size(), LogRing::mostEntries);
    QCOMPARE(entries.front().text, QStringLiteral("11"));
    QCOMPARE(entries.back().number, static_cast<std::uint64_t>(more));
}

void LogTest::onlyWhatIsNewIsHandedOut()
{
    LogRing ring;
    QVERIFY(ring.since(0).empty());
    ring.add(LogLevel::Debug, own, QStringLiteral("a"));
    ring.add(LogLevel::Debug, own, QStringLiteral("b"));
    QCOMPARE(ring.since(0).size(), std::size_t{2});
    QCOMPARE(ring.since(1).front().text, QStringLiteral("b"));
    QVERIFY(ring.since(2).empty());
    QVERIFY(ring.since(99).empty());
}

void LogTest::linesComeFromAnyThread()
{
    LogRing ring;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&ring] {
                for (int number = 0; number < 100; ++number)
                    ring.add(LogLevel::Debug, own, QStringLiteral("x"));
            });
        for (int look = 0; look < 100; ++look)
            (void)ring.since(static_cast<std::uint64_t>(look));
    }
    const auto entries = ring.since(0);
    QCOMPARE(entries.size(), std::size_t{400});
    for (std::size_t index = 0; index < entries.size(); ++index)
        QCOMPARE(entries[index].number, static_cast<std::uint64_t>(index + 1));
}

void LogTest::aLineOfAnyLengthIsCut()
{
    LogRing ring;
    ring.add(LogLevel::Debug, own, QString(1 << 20, u'x'));
    QVERIFY(ring.since(0).front().text.size() <= LogRing::longestText + 1);
}

void LogTest::namesAreReplacedTheSameByTheSame()
{
    LogRing ring;
    ring.add(LogLevel::Warning, own, QStringLiteral("list of ") + models::named("https://broker.corp.example"));
    ring.add(LogLevel::Warning, own, QStringLiteral("from ") + models::named("https://other.corp.example"));
    ring.add(LogLevel::Warning, own, QStringLiteral("closed ") + models::named("HTTPS://BROKER.corp.example"));
    const QStringList lines = models::redactedLines(ring.since(0));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].endsWith(QLatin1String("warning deskwarden.servers: list of name-1")));
    QVERIFY(lines[1].endsWith(QLatin1String("from name-2")));
    QVERIFY(lines[2].endsWith(QLatin1String("closed name-1")));
}

void LogTest::whatOthersSayIsLeftOut()
{
    LogRing ring;
    ring.add(LogLevel::Warning, QStringLiteral("qt.core.library"), QStringLiteral("/srv/anna/secret.so"));
    const QStringList lines = models::redactedLines(ring.since(0));
    QVERIFY(!lines.join(u' ').contains(QLatin1String("anna")));
    QVERIFY(lines[0].contains(QLatin1String("qt.core.library: (19 characters left out)")));
}

void LogTest::aNameCannotEndItsOwnMark()
{
    LogRing ring;
    ring.add(LogLevel::Warning, own, QStringLiteral("of ") + models::named("a\xC2\xBB broker \xC2\xAB z"));
    ring.add(LogLevel::Warning, own, QStringLiteral("open ") + QChar(0xAB) + QStringLiteral("broker without an end"));
    for (const QString& line : models::redactedLines(ring.since(0)))
        QVERIFY2(!line.contains(QLatin1String("broker")), qPrintable(line));
}

void LogTest::theModelKeepsTheRules()
{
    models::LogModel model(20);
    models::LogFilterModel shown;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester shownTester(&shown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    shown.setSourceModel(&model);
    for (std::uint64_t round = 0; round < 6; ++round) {
        model.append(someEntries(7, 1 + round * 7));
        shown.setLeast(static_cast<LogLevel>(round % 4));
        shown.setWords(round % 2 == 0 ? QString() : QStringLiteral("1"));
    }
    model.append(someEntries(50, 100));
    model.append({});
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void LogTest::theModelForgetsTheOldest()
{
    models::LogModel model(5);
    model.append(someEntries(4));
    model.append(someEntries(3, 5));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.entryAt(0).number, std::uint64_t{3});
    model.append(someEntries(9, 8));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.entryAt(4).number, std::uint64_t{16});
}

void LogTest::levelAndWordsFilter()
{
    models::LogModel model(20);
    models::LogFilterModel shown;
    shown.setSourceModel(&model);
    model.append(someEntries(8));
    shown.setLeast(LogLevel::Warning);
    QCOMPARE(shown.rowCount(), 4);
    shown.setWords(QStringLiteral("LINE 7"));
    QCOMPARE(shown.rowCount(), 1);
    shown.setWords(QStringLiteral("servers absent"));
    QCOMPARE(shown.rowCount(), 0);
}

QTEST_GUILESS_MAIN(LogTest)
#include "LogTest.moc"
