// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"
#include "support/TestCertificate.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <thread>

using namespace deskwarden;
using support::text;

namespace {

/// The bytes of a line of /proc/PID/FILE that starts so; empty if there is none.
QByteArray lineOf(qint64 process, const char* fileName, const QByteArray& start)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(text(fileName)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith(start))
            return line.mid(start.size()).simplified();
    }
    return {};
}

/// In the child, between fork and exec: root keeps none of its powers, so that the kernel asks about it what it asks
/// about anybody.
void giveUpPowers()
{
    if (geteuid() == 0)
        prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED, 0, 0, 0);
}

/// Whether an ordinary program of the same user could look into that process (ptrace(2), PTRACE_MODE_READ).
bool canBeLookedInto(qint64 process)
{
    bool canRead = false;
    const QByteArray place = "/proc/" + QByteArray::number(process) + "/exe";
    std::thread([&] {
        // Of this thread alone; glibc has no call for it.
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        std::array<__user_cap_data_struct, 2> none{};
        if (syscall(SYS_capset, &header, none.data()) != 0)
            return;
        std::array<char, 4096> target{};
        canRead = readlink(place.constData(), target.data(), target.size()) > 0;
    }).join();
    return canRead;
}

} // namespace

/// The programs that hold passwords: nothing of their memory is left on a disk, and no other program of the same person
/// reads it.
class ProcessSafetyTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anUnprotectedProgramCouldBeLookedInto();
    void aProtectedProgramLeavesNoCore_data();
    void aProtectedProgramLeavesNoCore();
    void aProgramTakesTheDescriptorsItMayHave_data();
    void aProgramTakesTheDescriptorsItMayHave();
    void whatAProgramMakesIsItsUsersAlone_data();
    void whatAProgramMakesIsItsUsersAlone();
    void librariesWriteNoSecrets_data();
    void librariesWriteNoSecrets();

private:
    static void addPrograms();
    void start(QProcess& process, const QString& program, const QStringList& arguments) const;

    QTemporaryDir m_folder;
};

void ProcessSafetyTest::initTestCase()
{
    // What the programs inherit would let them write a core: they have to give it up themselves.
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_CORE, &limit), 0);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char* place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(place, m_folder.path().toUtf8());
}

void ProcessSafetyTest::start(QProcess& process, const QString& program, const QStringList& arguments) const
{
    process.setChildProcessModifier(giveUpPowers);
    process.setWorkingDirectory(m_folder.path()); // where a core would lie, if nobody collects them elsewhere
    process.start(program, arguments);
}

void ProcessSafetyTest::anUnprotectedProgramCouldBeLookedInto()
{
    QProcess plain;
    start(plain, text("cat"), {});
    QVERIFY(plain.waitForStarted());
    const bool isAllowed = canBeLookedInto(plain.processId());
    plain.closeWriteChannel();
    QVERIFY(plain.waitForFinished());
    if (!isAllowed)
        QSKIP("here nobody may look into anybody: nothing to tell apart");
}

void ProcessSafetyTest::addPrograms()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* program, const char* arguments) {
        QTest::newRow(program) << text(program) << text(arguments).split(QLatin1Char(' '));
    };
    // Each is waiting for something while it is looked at: for a password, or for a person.
    row("deskwarden-cli", "list --server http://127.0.0.1:1 --user somebody --password-stdin");
    row("deskwarden-simulator", "--port 0 --user somebody --password-stdin");
    row("deskwarden", "--demo 20");
}

void ProcessSafetyTest::aProtectedProgramLeavesNoCore_data()
{
    addPrograms();
}

void ProcessSafetyTest::aProtectedProgramLeavesNoCore()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QProcess process;
    start(process, support::programPath(program), arguments);
    QVERIFY(process.waitForStarted());
    const qint64 id = process.processId();
    QTRY_COMPARE_WITH_TIMEOUT(lineOf(id, "status", "Umask:").right(2), QByteArray("77"), 30'000);
    // Limits are told to anybody. Before exec they are still those of this test.
    QTRY_COMPARE_WITH_TIMEOUT(lineOf(id, "limits", "Max core file size"), QByteArray("0 0 bytes"), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!canBeLookedInto(id), 30'000);
    QVERIFY(!lineOf(id, "status", "Name:").isEmpty()); // because it may not be read, not because it is gone

    QCOMPARE(kill(static_cast<pid_t>(id), SIGABRT), 0); // sanitizers catch SIGSEGV, and leave this one
    // The kernel's own word, whatever becomes of cores on this system: killed, and not "killed, core dumped".
    siginfo_t end{};
    if (waitid(P_PID, static_cast<id_t>(id), &end, WEXITED | WNOWAIT) == 0)
        QCOMPARE(end.si_code, CLD_KILLED);
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QVERIFY(QDir(m_folder.path()).entryList({text("core*")}, QDir::Files).isEmpty());
}

void ProcessSafetyTest::aProgramTakesTheDescriptorsItMayHave_data()
{
    addPrograms();
}

/// Each connection takes some: two hundred servers need more than the 1024 that a desktop gives at first.
void ProcessSafetyTest::aProgramTakesTheDescriptorsItMayHave()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setChildProcessModifier([] {
        const rlimit few{200, 3000};
        setrlimit(RLIMIT_NOFILE, &few);
    });
    process.start(support::programPath(program), arguments);
    QVERIFY(process.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(lineOf(process.processId(), "limits", "Max open files"), QByteArray("3000 3000 files"),
                              30'000);
    process.kill();
    QVERIFY(process.waitForFinished(30'000));
}

void ProcessSafetyTest::whatAProgramMakesIsItsUsersAlone_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("an act") << text("deskwarden-cli")
                            << text("message --server demo:5 --all-matching --title T --text T --yes")
                            << QStringList{text("audit.sqlite"), text("audit.sqlite.head")};
    // It ends at SIGTERM as when its window is closed: with the window's places in its preferences.
    QTest::newRow("the console") << text("deskwarden") << text("--demo 20") << QStringList{text("preferences.ini")};
}

/// Whatever the mask of the start: the mask that the kernel applies while it runs leaves nobody else a right, from the
/// first moment of a file on, and no file is given one later.
void ProcessSafetyTest::whatAProgramMakesIsItsUsersAlone()
{
    QFETCH(QString, program);
    QFETCH(QString, arguments);
    QFETCH(QStringList, files);
    const QTemporaryDir home;
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        environment.remove(text(name));
    environment.insert(text("HOME"), home.path());
    process.setProcessEnvironment(environment);
    process.setChildProcessModifier([] { umask(0); });
    process.start(support::programPath(program), arguments.split(QLatin1Char(' ')));
    QVERIFY(process.waitForStarted());
    if (program == text("deskwarden")) {
        QTRY_COMPARE_WITH_TIMEOUT(lineOf(process.processId(), "status", "Umask:"), QByteArray("0077"), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(lineOf(process.processId(), "status", "SigCgt:").right(4).toUInt(nullptr, 16) &
                                     0x4000U,
                                 30'000); // it listens for SIGTERM
        process.terminate();
    }
    QVERIFY2(process.waitForFinished(60'000), process.readAllStandardError().constData());
    QDirIterator all(home.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    QStringList seen;
    while (all.hasNext()) {
        const QString name = all.next();
        struct stat made = {};
        QCOMPARE(lstat(QFile::encodeName(name).constData(), &made), 0);
        QVERIFY2(S_ISLNK(made.st_mode) || (made.st_mode & 077U) == 0, qPrintable(name));
        seen << all.fileName();
    }
    for (const QString& name : files)
        QVERIFY2(seen.contains(name), qPrintable(name + text(" is not among ") + seen.join(QLatin1Char(' '))));
}

void ProcessSafetyTest::librariesWriteNoSecrets_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("scheme");
    QTest::newRow("keys of TLS") << QByteArray("SSLKEYLOGFILE") << text("basic");
    QTest::newRow("messages of NTLM") << QByteArray("GSSNTLMSSP_DEBUG") << text("ntlm");
}

/// The client's libraries and the simulated broker's are told alike.
void ProcessSafetyTest::librariesWriteNoSecrets()
{
    QFETCH(QByteArray, variable);
    QFETCH(QString, scheme);
    const support::TestCertificate certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(certificate.isUsable(), qPrintable(certificate.problem));
    const QString betrayal = m_folder.filePath(text("betrayal"));
    qputenv(variable.constData(), betrayal.toUtf8());
    {
        const support::SimulatorProcess simulator({text("--sessions"), text("3"), text("--tls"),
                                                   certificate.certificateFile, certificate.keyFile, text("--auth"),
                                                   scheme});
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const auto list =
            simulator.cli(text("list"), {text("--tls-ca"), certificate.authorityFile, text("--auth"), scheme});
        QVERIFY2(list.exitCode == 0, list.errors.constData());
    }
    qunsetenv(variable.constData());
    QVERIFY2(!QFile::exists(betrayal), variable.constData());
}

QTEST_GUILESS_MAIN(ProcessSafetyTest)
#include "ProcessSafetyTest.moc"
