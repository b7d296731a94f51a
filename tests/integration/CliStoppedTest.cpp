// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace deskwarden;
using support::text;

namespace {

/// Whether the program has said what it does at SIGTERM.
bool listensForTheEnd(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray all = status.readAll();
    const qsizetype caught = all.indexOf("SigCgt:");
    return caught >= 0 && (all.mid(caught + 7, 17).trimmed().toULongLong(nullptr, 16) & 0x4000U) != 0;
}

} // namespace

/// One request to end is enough, whatever the program has just opened.
class CliStoppedTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPipeInTheWayHoldsNothingUp_data();
    void aPipeInTheWayHoldsNothingUp();
    void aListOfSessionsMayComeThroughAPipe();
};

void CliStoppedTest::aPipeInTheWayHoldsNothingUp_data()
{
    QTest::addColumn<QString>("pipe");      // below the home
    QTest::addColumn<QString>("arguments"); // PIPE is the pipe
    const QString act = text("logoff --server demo:5 --yes --verify-timeout 0 ");
    for (const char* const ending : {"", "-wal", "-shm", "-journal", ".head", ".run-1"})
        QTest::addRow("record%s", ending)
            << text(".local/share/deskwarden/audit.sqlite") + text(ending) << act + text("--all-matching");
    for (const char* const verb : {"audit", "audit --verify", "audit --rotate 1", "audit --acknowledge"}) {
        QTest::addRow("record, %s", verb) << text(".local/share/deskwarden/audit.sqlite") << text(verb);
        QTest::addRow("head, %s", verb) << text(".local/share/deskwarden/audit.sqlite.head") << text(verb);
    }
    QTest::newRow("record, --resolve") << text(".local/share/deskwarden/audit.sqlite")
                                       << text("audit --resolve --server demo:5");
    QTest::newRow("folder of data") << text(".local/share/deskwarden") << act + text("--all-matching");
    QTest::newRow("preferences") << text(".config/deskwarden/preferences.ini") << act + text("--all-matching");
    QTest::newRow("servers") << text(".config/deskwarden/servers.json") << act + text("--all-matching");
    QTest::newRow("policy") << text("policy") << act + text("--all-matching --policy PIPE");
    QTest::newRow("sessions") << text("sessions") << act + text("--sessions-from PIPE");
    QTest::newRow("sessions on stdin") << text("none") << act + text("--sessions-from -");
    const QString https = text("list --server https://127.0.0.1:1 --user u --timeout 5 --password-stdin ");
    QTest::newRow("password") << text("none") << https;
    QTest::newRow("authorities") << text("ca") << https + text("--tls-ca PIPE");
    QTest::newRow("certificate") << text("cert") << https + text("--client-cert PIPE --client-key PIPE");
}

void CliStoppedTest::aPipeInTheWayHoldsNothingUp()
{
    QFETCH(QString, pipe);
    QFETCH(QString, arguments);
    const QTemporaryDir home;
    const QString place = home.filePath(pipe);
    QVERIFY(QDir().mkpath(QFileInfo(place).path()));
    QCOMPARE(mkfifo(QFile::encodeName(place).constData(), 0600), 0);
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char* const name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        environment.remove(text(name));
    environment.insert(text("HOME"), home.path());
    process.setProcessEnvironment(environment);
    arguments.replace(text("PIPE"), place);
    process.start(support::programPath(text("deskwarden-cli")), arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QVERIFY(process.waitForStarted());
    // Either it ends, because it does not touch the pipe, or it says that it can be ended, and soon waits for
    // something.
    QElapsedTimer clock;
    clock.start();
    while (process.state() != QProcess::NotRunning && !listensForTheEnd(process.processId()) &&
           clock.elapsed() < 30'000)
        process.waitForFinished(20);
    if (process.state() == QProcess::NotRunning || process.waitForFinished(500))
        return;
    process.terminate();
    const bool hasEnded = process.waitForFinished(20'000);
    if (!hasEnded)
        process.kill();
    process.waitForFinished(20'000);
    QVERIFY2(hasEnded, process.readAllStandardError().constData());
}

/// As bash's <(…) makes one; its other end comes late and in pieces.
void CliStoppedTest::aListOfSessionsMayComeThroughAPipe()
{
    QProcess shell;
    shell.setProcessEnvironment(support::programEnvironment());
    shell.start(
        text("/bin/bash"),
        {text("-c"),
         text("exec \"$0\" logoff --server demo:5 --dry-run --sessions-from <(sleep .3; printf 'nohost/'; sleep "
              ".3; echo 7)"),
         support::programPath(text("deskwarden-cli"))});
    QVERIFY(shell.waitForFinished(60'000));
    const QByteArray said = shell.readAllStandardOutput() + shell.readAllStandardError();
    QVERIFY2(said.contains("nohost"), said.constData());
}

QTEST_GUILESS_MAIN(CliStoppedTest)
#include "CliStoppedTest.moc"
