// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/DrivenConsole.h"
#include "support/ProgramRun.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace deskwarden;
using support::ProgramResult;
using support::text;

namespace {

#ifdef Q_OS_UNIX
/// The process has a handler for the signal (proc(5), SigCgt).
bool catches(qint64 process, int signalNumber)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray name = "SigCgt:";
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return ((line.mid(name.size()).trimmed().toULongLong(nullptr, 16) >> (signalNumber - 1)) & 1U) != 0;
    }
    return false;
}
#endif

} // namespace

/// The console as a program: what its command line does, and how it ends.
class ConsoleProgramTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpNeedsNoScreen();
    void mistypedLinesEndWithTwo();
    void theTourLeavesItsPictures();
    void aSignalClosesTheWindow_data();
    void aSignalClosesTheWindow();
    void windowsBelongToTheInstalledDesktopFile();

private:
    QTemporaryDir m_folder;
};

void ConsoleProgramTest::initTestCase()
{
    // The program under test inherits these: it must not read or leave settings of the person who runs the tests.
    for (const char* place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(place, m_folder.path().toUtf8());
}

void ConsoleProgramTest::helpNeedsNoScreen()
{
    qputenv("QT_QPA_PLATFORM", "nowhere");
    const ProgramResult help = support::runProgram(text("deskwarden"), {text("--help")});
    const ProgramResult version = support::runProgram(text("deskwarden"), {text("--version")});
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.output.contains("--demo [N]"));
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.output.startsWith("deskwarden "));
}

void ConsoleProgramTest::mistypedLinesEndWithTwo()
{
    const ProgramResult wrong = support::runProgram(text("deskwarden"), {text("--frob")});
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.errors.contains("There is no option --frob."));
}

void ConsoleProgramTest::theTourLeavesItsPictures()
{
    const QString pictures = m_folder.filePath(text("tour"));
    const ProgramResult tour = support::runProgram(
        text("deskwarden"), {text("--demo"), text("60"), text("--tour"), pictures}, {}, std::chrono::minutes(2));
    QVERIFY2(tour.exitCode == 0, tour.errors.constData());
    QVERIFY(QDir(pictures).entryList({text("*.png")}).size() >= 3);
}

void ConsoleProgramTest::aSignalClosesTheWindow_data()
{
    // Sent as early as it is caught, it comes before or after the dialog that is opened at the start.
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("demonstration") << QStringList{text("--demo"), text("20")};
    for (int count = 1; count <= 4; ++count)
        QTest::addRow("dialog, %d", count) << QStringList{};
    QTest::newRow("dialog asked for") << QStringList{text("--connect")};
}

void ConsoleProgramTest::aSignalClosesTheWindow()
{
#ifdef Q_OS_UNIX
    QFETCH(const QStringList, arguments);
    QProcess console;
    console.start(support::programPath(text("deskwarden")), arguments);
    QVERIFY(console.waitForStarted());
    // Before the program catches the signal it would simply be killed by it.
    QTRY_VERIFY_WITH_TIMEOUT(catches(console.processId(), SIGTERM), 30'000);
    QCOMPARE(kill(static_cast<pid_t>(console.processId()), SIGTERM), 0);
    QVERIFY(console.waitForFinished(30'000));
    QCOMPARE(console.exitStatus(), QProcess::NormalExit);
    QCOMPARE(console.exitCode(), 0);
    QVERIFY(QFile::exists(m_folder.filePath(text("deskwarden/preferences.ini"))));
#endif
}

/// Wayland finds the icon of a window by it, and groups windows.
void ConsoleProgramTest::windowsBelongToTheInstalledDesktopFile()
{
    support::DrivenConsole console({{text("demo:20")}, {}, 0, 1}, m_folder.filePath(text("driven")));
    QVERIFY2(console.waitFor("belongs-to"), console.output().constData());
    const QRegularExpression line(text("^belongs-to (.+)$"), QRegularExpression::MultilineOption);
    const QString name = line.match(QString::fromUtf8(console.output())).captured(1);
    const QDir resources(text(DESKWARDEN_RESOURCES));
    QVERIFY2(resources.exists(name + text(".desktop")), qPrintable(name));
    QFile metainfo(resources.filePath(name + text(".metainfo.xml")));
    QVERIFY(metainfo.open(QIODevice::ReadOnly));
    QVERIFY(metainfo.readAll().contains(text("<id>%1</id>").arg(name).toUtf8()));
}

QTEST_GUILESS_MAIN(ConsoleProgramTest)
#include "ConsoleProgramTest.moc"
