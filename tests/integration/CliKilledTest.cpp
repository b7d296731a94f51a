// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <random>

using namespace deskwarden;
using support::field;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

constexpr int runs = 50;
constexpr int batch = 10;

/// The session that a line is about: where, and the user.
QString whom(const QJsonObject& line)
{
    return field(line, "VMHostName") + QLatin1Char('/') +
           QString::number(line.value(QLatin1String("SessionId")).toInteger()) + QLatin1Char(' ') +
           field(line, "DomainName") + QLatin1Char('\\') + field(line, "UserName") + QLatin1Char(' ') +
           field(line, "VMName");
}

QStringList namesIn(const QByteArray& output)
{
    QStringList lines;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty())
            lines << QString::fromUtf8(line);
    }
    return lines;
}

} // namespace

/// SIGKILL at random moments of bulk logoffs: whatever was going on, the record, the report and what really happened
/// agree afterwards.
class CliKilledTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKilledRunIsLookedUp();
    void theRecordIsWhole();
    void noActWithoutAnIntent();
    void theRecordTellsTheTruth();
    void theReportsAgreeWithTheRecord();

private:
    [[nodiscard]] QByteArray killedRun(const QStringList& sessions, unsigned long wait) const;

    QTemporaryDir m_folder;
    std::unique_ptr<SimulatorProcess> m_simulator;
    QHash<QString, QString> m_recorded; // by whom: the outcome
    QHash<QString, QString> m_reported;
    QStringList m_done; // the journal
    int m_inTheMiddle = 0;
};

QByteArray CliKilledTest::killedRun(const QStringList& sessions, unsigned long wait) const
{
    QStringList arguments = m_simulator->arguments(text("logoff")) +
                            QStringList{text("--yes"), text("--json"), text("--parallel"), text("4")};
    for (const QString& session : sessions)
        arguments << text("--session") << session;
    QProcess process;
    process.setProcessEnvironment(support::programEnvironment(m_folder.path()));
    process.start(support::programPath(text("deskwarden-cli")), arguments);
    process.write(SimulatorProcess::password() + '\n');
    process.closeWriteChannel();
    if (!process.waitForFinished(static_cast<int>(wait)))
        process.kill();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

void CliKilledTest::initTestCase()
{
    const QString journal = m_folder.filePath(text("journal"));
    m_simulator = std::make_unique<SimulatorProcess>(QStringList{
        text("--sessions"), text("800"), text("--hosts"), text("10"), text("--seed"), text("11"), text("--latency-ms"),
        text("2:10"), text("--logoff-ms"), text("10:60"), text("--journal"), journal});
    QVERIFY2(m_simulator->isListening(), m_simulator->complaint().constData());
    QStringList free;
    for (const QJsonObject& line : m_simulator->cli(text("list"), {text("--json")}, m_folder.path()).objects()) {
        if (!field(line, "UserName").isEmpty())
            free << field(line, "VMHostName") + QLatin1Char('/') +
                        QString::number(line.value(QLatin1String("SessionId")).toInteger());
    }
    QVERIFY(free.size() > (runs + 1) * batch);

    // How long a whole run takes here and now; it counts like the others.
    QElapsedTimer clock;
    clock.start();
    QStringList lines = namesIn(killedRun(free.mid(0, batch), 60'000));
    const auto whole = static_cast<int>(clock.elapsed());
    QCOMPARE(lines.size(), batch);

    std::mt19937 random(5);
    std::uniform_int_distribution<int> moments(0, whole);
    for (int run = 1; run <= runs; ++run) {
        const QByteArray output = killedRun(free.mid(run * batch, batch), static_cast<unsigned long>(moments(random)));
        // The last line may be cut off by the kill.
        lines += namesIn(output.left(output.lastIndexOf('\n') + 1));
        const ProgramResult resolve =
            m_simulator->cli(text("audit"), {text("--resolve"), text("--json")}, m_folder.path());
        QVERIFY2(resolve.exitCode == 0 || resolve.exitCode == 1 || resolve.exitCode == 4, resolve.errors.constData());
        m_inTheMiddle += resolve.objects().empty() ? 0 : 1;
    }
    for (const QString& line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line.toUtf8()).object();
        m_reported.insert(whom(object), field(object, "outcome"));
    }
    for (const QJsonObject& line : support::journalIn(journal)) {
        QCOMPARE(field(line, "action"), text("logoff"));
        m_done << whom(line);
    }
}

void CliKilledTest::everyKilledRunIsLookedUp()
{
    QVERIFY2(m_inTheMiddle >= runs / 10, "the kills should meet acts in flight");
    const ProgramResult audit = support::runProgram(text("deskwarden-cli"), {text("audit"), text("--json")}, {},
                                                    std::chrono::seconds(60), m_folder.path());
    QCOMPARE(audit.exitCode, 0);
    for (const QJsonObject& act : audit.objects()) {
        QVERIFY2(!field(act, "outcome").isEmpty(), qPrintable(whom(act)));
        QVERIFY2(!m_recorded.contains(whom(act)), qPrintable(whom(act)));
        m_recorded.insert(whom(act), field(act, "outcome"));
    }
    qInfo("%d kills, %d of them with acts in flight; %d acts on record, %d carried out, %d reported", runs,
          m_inTheMiddle, static_cast<int>(m_recorded.size()), static_cast<int>(m_done.size()),
          static_cast<int>(m_reported.size()));
}

void CliKilledTest::theRecordIsWhole()
{
    const ProgramResult verify = support::runProgram(text("deskwarden-cli"), {text("audit"), text("--verify")}, {},
                                                     std::chrono::seconds(60), m_folder.path());
    QVERIFY2(verify.exitCode == 0, verify.errors.constData());
}

void CliKilledTest::noActWithoutAnIntent()
{
    QVERIFY(!m_done.isEmpty());
    for (const QString& session : m_done)
        QVERIFY2(m_recorded.contains(session), qPrintable(session));
    const QSet<QString> once(m_done.begin(), m_done.end());
    QCOMPARE(once.size(), m_done.size());
}

void CliKilledTest::theRecordTellsTheTruth()
{
    const QSet<QString> done(m_done.begin(), m_done.end());
    for (auto act = m_recorded.constBegin(); act != m_recorded.constEnd(); ++act) {
        // Unknown promises nothing; everything else does.
        if (act.value() == text("done") || act.value() == text("still_signing_out"))
            QVERIFY2(done.contains(act.key()), qPrintable(act.key() + QLatin1Char(' ') + act.value()));
        else if (act.value() != text("unknown"))
            QVERIFY2(!done.contains(act.key()), qPrintable(act.key() + act.value()));
    }
}

void CliKilledTest::theReportsAgreeWithTheRecord()
{
    QVERIFY(!m_reported.isEmpty());
    for (auto line = m_reported.constBegin(); line != m_reported.constEnd(); ++line)
        QCOMPARE(m_recorded.value(line.key()), line.value());
}

QTEST_GUILESS_MAIN(CliKilledTest)
#include "CliKilledTest.moc"
