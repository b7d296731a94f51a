// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/Action.h"
#include "support/DrivenConsole.h"
#include "support/ProgramRun.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <random>

using namespace deskwarden;
using support::DrivenConsole;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

constexpr int lanes = 2; // consoles at once: each with a server, a log and a life of its own
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int killsALane = 5; // programs under a sanitizer take many times as long to start
#else
constexpr int killsALane = 25;
#endif
constexpr int batch = 10;
constexpr int patience = 60'000;

QString placeOf(const QJsonObject& line)
{
    return field(line, "VMHostName") + QLatin1Char('/') +
           QString::number(line.value(QLatin1String("SessionId")).toInteger());
}

} // namespace

/// SIGKILL at random moments of bulk logoffs in the real console: after the next start the record, what the windows
/// have shown and what really happened agree on every session.
class ConsoleKilledTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyActHasAnOutcome();
    void theRecordIsWhole();
    void noActWithoutAnIntent();
    void theRecordTellsTheTruth();
    void theWindowsAgreeWithTheRecord();

private:
    struct Lane
    {
        QString folder;
        std::unique_ptr<SimulatorProcess> simulator;
        QStringList free;
        std::unique_ptr<DrivenConsole> console;
        int started = 0;
        int kills = 0;
        int killAt = -1; // ms after the confirmation
        QElapsedTimer sinceConfirmed;
    };
    void prepare(Lane& lane, int number);
    void start(Lane& lane);
    void advance(Lane& lane);
    void collect(const Lane& lane);

    QTemporaryDir m_folder;
    std::array<Lane, lanes> m_lanes;
    std::mt19937 m_random{5};
    int m_whole = 0; // ms from the confirmation to the end of a batch
    QHash<QString, QString> m_recorded;
    QHash<QString, QString> m_shown;
    QHash<QString, int> m_done; // the journals
    int m_kills = 0;
    int m_inTheMiddle = 0;
};

void ConsoleKilledTest::prepare(Lane& lane, int number)
{
    lane.folder = m_folder.filePath(text("lane%1").arg(number));
    lane.simulator = std::make_unique<SimulatorProcess>(
        QStringList{text("--sessions"), text("420"), text("--hosts"), text("10"), text("--seed"),
                    QString::number(11 + number), text("--latency-ms"), text("2:10"), text("--logoff-ms"),
                    text("10:60"), text("--journal"), lane.folder + text(".journal")});
    QVERIFY2(lane.simulator->isListening(), lane.simulator->complaint().constData());
    for (const QJsonObject& line : lane.simulator->cli(text("list"), {text("--json")}, lane.folder).objects()) {
        if (!field(line, "UserName").isEmpty())
            lane.free << placeOf(line);
    }
    QVERIFY(lane.free.size() >= (killsALane + 2) * batch);
}

void ConsoleKilledTest::start(Lane& lane)
{
    lane.console =
        std::make_unique<DrivenConsole>(*lane.simulator, lane.folder, lane.free.mid(lane.started * batch, batch));
    lane.killAt = -1;
    ++lane.started;
}

/// One step of a lane, without waiting: the lanes run beside each other.
void ConsoleKilledTest::advance(Lane& lane)
{
    DrivenConsole& console = *lane.console;
    if (lane.killAt < 0) {
        if (!console.hasTold("confirmed"))
            return;
        // Half of them while acts are sent, which is the beginning; the others at any time.
        const int latest = lane.started % 2 == 0 ? m_whole / 5 : m_whole;
        lane.killAt = std::uniform_int_distribution<int>(0, latest)(m_random);
        lane.sinceConfirmed.start();
    }
    if (lane.sinceConfirmed.elapsed() < lane.killAt)
        return;
    m_inTheMiddle += console.hasTold("finished") ? 0 : 1;
    console.kill();
    ++lane.kills;
    ++m_kills;
    collect(lane);
    start(lane);
}

void ConsoleKilledTest::collect(const Lane& lane)
{
    const auto shown = lane.console->outcomes();
    for (auto line = shown.constBegin(); line != shown.constEnd(); ++line)
        m_shown.insert(lane.folder + line.key(),
                       text(management::symbol(static_cast<management::OutcomeKind>(line.value()))));
}

void ConsoleKilledTest::initTestCase()
{
    for (int number = 0; number < lanes; ++number)
        prepare(m_lanes.at(static_cast<std::size_t>(number)), number);
    // How long a whole batch takes here and now; it counts like the others.
    start(m_lanes[0]);
    QVERIFY2(m_lanes[0].console->waitFor("confirmed"), m_lanes[0].console->output().constData());
    QElapsedTimer clock;
    clock.start();
    QVERIFY2(m_lanes[0].console->waitFor("finished"), m_lanes[0].console->output().constData());
    m_whole = static_cast<int>(clock.elapsed());
    QVERIFY(m_lanes[0].console->isClosedOrderly());
    collect(m_lanes[0]);

    for (Lane& lane : m_lanes)
        start(lane);
    QElapsedTimer progress;
    progress.start();
    for (int before = m_kills; m_kills < lanes * killsALane && progress.elapsed() < patience;) {
        for (Lane& lane : m_lanes) {
            if (lane.kills < killsALane)
                advance(lane);
        }
        if (before != std::exchange(before, m_kills))
            progress.start();
        QTest::qWait(1);
    }
    QCOMPARE(m_kills, lanes * killsALane);
    // One more start each, which carries out one more batch and settles whatever was left.
    for (Lane& lane : m_lanes) {
        QVERIFY2(lane.console->waitFor("finished"), lane.console->output().constData());
        QVERIFY(lane.console->isClosedOrderly());
        collect(lane);
    }
}

void ConsoleKilledTest::everyActHasAnOutcome()
{
    QVERIFY2(m_inTheMiddle >= m_kills / 5, "the kills should meet acts under way");
    for (const Lane& lane : m_lanes) {
        const ProgramResult audit = support::runProgram(text("deskwarden-cli"), {text("audit"), text("--json")}, {},
                                                        std::chrono::seconds(60), lane.folder + text("/data"));
        QCOMPARE(audit.exitCode, 0);
        for (const QJsonObject& act : audit.objects()) {
            const QString key = lane.folder + placeOf(act);
            QVERIFY2(!field(act, "outcome").isEmpty(), qPrintable(key));
            QVERIFY2(!m_recorded.contains(key), qPrintable(key));
            m_recorded.insert(key, field(act, "outcome"));
        }
        for (const QJsonObject& line : support::journalIn(lane.folder + text(".journal"))) {
            QCOMPARE(field(line, "action"), text("logoff"));
            ++m_done[lane.folder + placeOf(line)];
        }
    }
    const auto unknown = std::count(m_recorded.cbegin(), m_recorded.cend(), text("unknown"));
    qInfo("%d kills, %d before the batch had ended (%d ms); %d acts on record, %d carried out, %d shown, %d unknown",
          m_kills, m_inTheMiddle, m_whole, static_cast<int>(m_recorded.size()), static_cast<int>(m_done.size()),
          static_cast<int>(m_shown.size()), static_cast<int>(unknown));
}

void ConsoleKilledTest::theRecordIsWhole()
{
    for (const Lane& lane : m_lanes) {
        const ProgramResult verify = support::runProgram(text("deskwarden-cli"), {text("audit"), text("--verify")}, {},
                                                         std::chrono::seconds(60), lane.folder + text("/data"));
        QVERIFY2(verify.exitCode == 0, verify.errors.constData());
    }
}

void ConsoleKilledTest::noActWithoutAnIntent()
{
    QVERIFY(!m_done.isEmpty());
    for (auto act = m_done.constBegin(); act != m_done.constEnd(); ++act) {
        QVERIFY2(m_recorded.contains(act.key()), qPrintable(act.key()));
        QCOMPARE(act.value(), 1);
    }
}

void ConsoleKilledTest::theRecordTellsTheTruth()
{
    for (auto act = m_recorded.constBegin(); act != m_recorded.constEnd(); ++act) {
        // Unknown promises nothing; everything else does.
        if (act.value() == text("done") || act.value() == text("still_signing_out"))
            QVERIFY2(m_done.contains(act.key()), qPrintable(act.key() + QLatin1Char(' ') + act.value()));
        else if (act.value() != text("unknown"))
            QVERIFY2(!m_done.contains(act.key()), qPrintable(act.key() + QLatin1Char(' ') + act.value()));
    }
}

void ConsoleKilledTest::theWindowsAgreeWithTheRecord()
{
    QVERIFY(!m_shown.isEmpty());
    for (auto line = m_shown.constBegin(); line != m_shown.constEnd(); ++line)
        QCOMPARE(m_recorded.value(line.key()), line.value());
}

QTEST_GUILESS_MAIN(ConsoleKilledTest)
#include "ConsoleKilledTest.moc"
