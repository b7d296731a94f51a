// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/Action.h"
#include "support/DrivenConsole.h"
#include "support/ProgramRun.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

using namespace deskwarden;
using support::DrivenConsole;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

constexpr int patience = 60'000;

QString field(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

QString placeOf(const QJsonObject& line)
{
    return field(line, "VMHostName") + QLatin1Char('/') +
           QString::number(line.value(QLatin1String("SessionId")).toInteger());
}

/// As on a disk with that much room left: no file grows beyond it.
void limitFiles(rlim_t bytes)
{
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// Rights count for root, too, from the next exec() on.
void dropOverride()
{
    if (geteuid() == 0)
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
}

} // namespace

/// Nothing is done that cannot be recorded: a full disk and a read-only log, before and in the middle of a run, for
/// both programs.
class UnwritableLogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aFullDiskMeansNoAct();
    void aReadOnlyFolderMeansNoAct();
    void aReadOnlyLogMeansNoAct();
    void aDiskThatFillsUpStopsTheRun();
    void anOutcomeThatIsNotRecordedIsTold_data();
    void anOutcomeThatIsNotRecordedIsTold();
    void theConsoleDoesNothingOnAFullDisk();
    void theConsoleDoesNothingInAReadOnlyFolder();

private:
    [[nodiscard]] ProgramResult logOffAll(const std::function<void()>& prepare) const;
    void checkNothingDone(const ProgramResult& run) const;
    void checkConsole(const std::function<void()>& prepare);
    [[nodiscard]] QStringList someSessions() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorProcess> m_simulator;
};

void UnwritableLogTest::init()
{
    m_simulator.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(text("data/deskwarden")));
    m_simulator = std::make_unique<SimulatorProcess>(
        QStringList{text("--sessions"), text("120"), text("--seed"), text("7"), text("--logoff-ms"), text("10:20"),
                    text("--journal"), m_folder->filePath(text("journal"))});
    QVERIFY2(m_simulator->isListening(), m_simulator->complaint().constData());
}

ProgramResult UnwritableLogTest::logOffAll(const std::function<void()>& prepare) const
{
    QProcess process;
    process.setProcessEnvironment(support::programEnvironment(m_folder->filePath(text("data"))));
    process.setChildProcessModifier(prepare);
    process.start(support::programPath(text("deskwarden-cli")),
                  m_simulator->arguments(text("logoff")) +
                      QStringList{text("--all-matching"), text("--yes"), text("--json")});
    process.write(SimulatorProcess::password() + '\n');
    process.closeWriteChannel();
    ProgramResult result;
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    return result;
}

void UnwritableLogTest::checkNothingDone(const ProgramResult& run) const
{
    QVERIFY2(run.exitCode == 5, run.errors.constData());
    QVERIFY(!run.objects().empty());
    for (const QJsonObject& line : run.objects()) {
        QCOMPARE(field(line, "outcome"), text("failed"));
        QVERIFY2(field(line, "message").contains(text("audit log")), qPrintable(field(line, "message")));
    }
    QVERIFY(support::journalIn(m_folder->filePath(text("journal"))).empty());
}

void UnwritableLogTest::aFullDiskMeansNoAct()
{
    checkNothingDone(logOffAll([] { limitFiles(6'000); }));
}

void UnwritableLogTest::aReadOnlyFolderMeansNoAct()
{
    const QString folder = m_folder->filePath(text("data/deskwarden"));
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    checkNothingDone(logOffAll(dropOverride));
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

void UnwritableLogTest::aReadOnlyLogMeansNoAct()
{
    QVERIFY(m_simulator
                ->cli(text("message"),
                      {text("--session"), someSessions().constFirst(), text("--yes"), text("--title"), text("T"),
                       text("--text"), text("T")},
                      m_folder->filePath(text("data")))
                .exitCode == 0);
    QFile(m_folder->filePath(text("journal"))).resize(0);
    const QString folder = m_folder->filePath(text("data/deskwarden"));
    for (const QString& name : QDir(folder).entryList(QDir::Files))
        QVERIFY(QFile::setPermissions(folder + QLatin1Char('/') + name, QFileDevice::ReadOwner));
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const ProgramResult run = logOffAll(dropOverride);
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    QVERIFY2(run.exitCode == 5, run.errors.constData());
    for (const QJsonObject& line : support::journalIn(m_folder->filePath(text("journal"))))
        QVERIFY(field(line, "action") != text("logoff"));
}

void UnwritableLogTest::aDiskThatFillsUpStopsTheRun()
{
    const ProgramResult run = logOffAll([] { limitFiles(150'000); });
    QVERIFY2(run.exitCode == 4 || run.exitCode == 5, run.errors.constData());
    QSet<QString> refused;
    QSet<QString> told;
    for (const QJsonObject& line : run.objects()) {
        told.insert(placeOf(line));
        if (field(line, "outcome") == text("failed"))
            refused.insert(placeOf(line));
    }
    QVERIFY(!refused.isEmpty());
    // There is room again: what was in flight is looked up, and the record is whole.
    const ProgramResult resolve =
        m_simulator->cli(text("audit"), {text("--resolve"), text("--json")}, m_folder->filePath(text("data")));
    QVERIFY2(resolve.exitCode == 0 || resolve.exitCode == 1 || resolve.exitCode == 4, resolve.errors.constData());
    const auto audit = [this](const QStringList& arguments) {
        return support::runProgram(text("deskwarden-cli"), QStringList{text("audit")} + arguments, {},
                                   std::chrono::seconds(60), m_folder->filePath(text("data")));
    };
    QCOMPARE(audit({text("--verify")}).exitCode, 0);
    QSet<QString> recorded;
    for (const QJsonObject& act : audit({text("--json")}).objects()) {
        QVERIFY(!field(act, "outcome").isEmpty());
        recorded.insert(placeOf(act));
    }
    const auto done = support::journalIn(m_folder->filePath(text("journal")));
    QVERIFY(!done.empty());
    for (const QJsonObject& act : done) {
        QVERIFY2(recorded.contains(placeOf(act)), qPrintable(placeOf(act)));
        QVERIFY2(!refused.contains(placeOf(act)), qPrintable(placeOf(act)));
    }
    qInfo("%d told, %d of them refused, %d carried out, %d on record", static_cast<int>(told.size()),
          static_cast<int>(refused.size()), static_cast<int>(done.size()), static_cast<int>(recorded.size()));
}

void UnwritableLogTest::anOutcomeThatIsNotRecordedIsTold_data()
{
    QTest::addColumn<int>("resource");
    QTest::addColumn<qulonglong>("limit");
    QTest::newRow("full disk") << static_cast<int>(RLIMIT_FSIZE) << qulonglong{0};
#ifndef __SANITIZE_ADDRESS__ // the sanitizer itself needs descriptors to look at an object's type
    QTest::newRow("no descriptors") << static_cast<int>(RLIMIT_NOFILE) << qulonglong{8}; // those that are open stay
#endif
}

/// The act was carried out, and the trouble begins before its answer: an act that the record shows in flight is not all
/// that happened.
void UnwritableLogTest::anOutcomeThatIsNotRecordedIsTold()
{
    QFETCH(int, resource);
    QFETCH(qulonglong, limit);
    const QString journal = m_folder->filePath(text("slow"));
    const SimulatorProcess slow(QStringList{text("--sessions"), text("5"), text("--journal"), journal, text("--fault"),
                                            text("message=delay:3000")});
    QVERIFY2(slow.isListening(), slow.complaint().constData());
    const QString data = m_folder->filePath(text("slow data"));
    QProcess process;
    process.setProcessEnvironment(support::programEnvironment(data));
    process.start(support::programPath(text("deskwarden-cli")),
                  slow.arguments(text("message")) + QStringList{text("--all-matching"), text("--title"), text("T"),
                                                                text("--text"), text("T"), text("--yes"),
                                                                text("--json")});
    process.write(SimulatorProcess::password() + '\n');
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(!support::journalIn(journal).empty(), patience);
    const rlimit none{limit, limit};
    QCOMPARE(prlimit(static_cast<pid_t>(process.processId()), static_cast<__rlimit_resource>(resource), &none, nullptr),
             0);
    QVERIFY(process.waitForFinished(patience));
    const QByteArray errors = process.readAllStandardError();
    const auto acts =
        support::runProgram(text("deskwarden-cli"), {text("audit"), text("--json")}, {}, std::chrono::seconds(60), data)
            .objects();
    QVERIFY(!acts.empty());
    const bool isEachRecorded =
        std::ranges::none_of(acts, [](const QJsonObject& act) { return field(act, "outcome").isEmpty(); });
    QVERIFY2(isEachRecorded || process.exitCode() == 5, errors.constData());
    QVERIFY2(isEachRecorded || errors.contains("could not be recorded"), errors.constData());
    QVERIFY2(resource != static_cast<int>(RLIMIT_FSIZE) || !isEachRecorded, "nothing was missing");
    QCOMPARE(support::runProgram(text("deskwarden-cli"), {text("audit"), text("--verify")}, {},
                                 std::chrono::seconds(60), data)
                 .exitCode,
             0);
}

QStringList UnwritableLogTest::someSessions() const
{
    QStringList sessions;
    for (const QJsonObject& line : m_simulator->cli(text("list"), {text("--json")}).objects()) {
        if (!field(line, "UserName").isEmpty() && sessions.size() < 10)
            sessions << placeOf(line);
    }
    return sessions;
}

void UnwritableLogTest::checkConsole(const std::function<void()>& prepare)
{
    const QStringList sessions = someSessions();
    DrivenConsole console(*m_simulator, m_folder->path(), sessions, prepare);
    QVERIFY2(console.waitFor("finished"), console.output().constData());
    QVERIFY2(console.isClosedOrderly(), console.output().constData());
    const auto outcomes = console.outcomes();
    QCOMPARE(outcomes.size(), sessions.size());
    for (const int outcome : outcomes)
        QCOMPARE(outcome, static_cast<int>(management::OutcomeKind::Failed));
    QVERIFY2(console.output().contains("audit log"), console.output().constData());
    QVERIFY(support::journalIn(m_folder->filePath(text("journal"))).empty());
}

void UnwritableLogTest::theConsoleDoesNothingOnAFullDisk()
{
    checkConsole([] { limitFiles(6'000); });
}

void UnwritableLogTest::theConsoleDoesNothingInAReadOnlyFolder()
{
    const QString folder = m_folder->filePath(text("data/deskwarden"));
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    checkConsole(dropOverride);
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

QTEST_GUILESS_MAIN(UnwritableLogTest)
#include "UnwritableLogTest.moc"
