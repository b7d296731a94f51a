// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace deskwarden::support;

namespace {

constexpr int patienceMs = 60'000;

struct Run
{
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray output;
    QByteArray errors;
};

/// The command line program behind a shell that opens or closes its streams.
Run inShell(const QString& streams, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess shell;
    shell.setProcessEnvironment(programEnvironment());
    shell.start(QStringLiteral("/bin/bash"),
                QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$@\" ") + streams, QStringLiteral("bash"),
                            programPath(QStringLiteral("deskwarden-cli"))} +
                    arguments);
    shell.write(input);
    shell.closeWriteChannel();
    Run run;
    if (shell.waitForFinished(patienceMs) && shell.exitStatus() == QProcess::NormalExit)
        run.exitCode = shell.exitCode();
    else
        shell.kill();
    shell.waitForFinished(patienceMs);
    run.output = shell.readAllStandardOutput();
    run.errors = shell.readAllStandardError();
    return run;
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

/// Standard streams that are full, closed or of another encoding.
class CliStreamsTest final : public QObject
{
    Q_OBJECT

private slots:
    void lostResultsAreNoSuccess_data();
    void lostResultsAreNoSuccess();
    void aReaderThatHasEnoughIsNoLoss();
    void rowsAreSeenBeforeTheRestComes_data();
    void rowsAreSeenBeforeTheRestComes();
    void aClosedStdinHoldsNoPassword();
    void aPasswordIsReadAsOthersWriteIt_data();
    void aPasswordIsReadAsOthersWriteIt();
    void namesOfAnyLanguageSignInByNtlm();
    void codesAreFoundInHexadecimal_data();
    void codesAreFoundInHexadecimal();
    void messagesKeepTheRulesOfTheConsole_data();
    void messagesKeepTheRulesOfTheConsole();
};

void CliStreamsTest::lostResultsAreNoSuccess_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("exitCode");
    const char* act = "--server demo:5 --all-matching --title t --text x --yes";
    QTest::newRow("list") << QStringLiteral("list --server demo:5") << 3;
    QTest::newRow("list --json") << QStringLiteral("list --server demo:5 --json") << 3;
    QTest::newRow("query") << QStringLiteral("query --server demo:5 SELECT|*|FROM|Win32_VirtualDesktopSession") << 3;
    QTest::newRow("probe") << QStringLiteral("probe --server demo:5") << 3;
    QTest::newRow("codes") << QStringLiteral("codes") << 3;
    QTest::newRow("help") << QStringLiteral("--help") << 3;
    QTest::newRow("version") << QStringLiteral("--version") << 3;
    QTest::newRow("help of an act") << QStringLiteral("logoff --help") << 3;
    QTest::newRow("message") << QStringLiteral("message --json %1").arg(QLatin1String(act)) << 4;
    QTest::newRow("dry run") << QStringLiteral("message --json --dry-run %1").arg(QLatin1String(act)) << 3;
    QTest::newRow("logoff") << QStringLiteral("logoff --json --server demo:3 --all-matching --yes") << 4;
    QTest::newRow("disconnect") << QStringLiteral(
                                       "disconnect --json --server demo:3 --all-matching --state active --yes")
                                << 4;
    // last: the acts before it have left a log
    QTest::newRow("audit") << QStringLiteral("audit --verify --json") << 3;
}

void CliStreamsTest::lostResultsAreNoSuccess()
{
    QFETCH(const QString, arguments);
    QFETCH(const int, exitCode);
    QStringList list = arguments.split(u' ');
    for (QString& word : list)
        word.replace(u'|', u' ');
    for (const char* streams : {">/dev/full", ">&-"}) {
        const Run run = inShell(QLatin1String(streams), list);
        QVERIFY2(
            run.exitCode == exitCode,
            QByteArray(QByteArray(streams) + ": " + QByteArray::number(run.exitCode) + ' ' + run.errors).constData());
        QVERIFY2(run.errors.contains("could be written to stdout"), QByteArray(run.errors).constData());
    }
}

void CliStreamsTest::aReaderThatHasEnoughIsNoLoss()
{
    const Run run =
        inShell(QStringLiteral("| head -n 1; exit ${PIPESTATUS[0]}"), words("list --server demo:20000 --json"));
    // exec in a pipe is a process of its own; bash's status is head's.
    QCOMPARE(run.output.count('\n'), 1);
    QVERIFY2(!run.errors.contains("could be written"), QByteArray(run.errors).constData());
}

void CliStreamsTest::rowsAreSeenBeforeTheRestComes_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList query{QStringLiteral("SELECT * FROM Win32_VirtualDesktopSession")};
    QTest::newRow("list --json") << words("--json");
    QTest::newRow("query --json") << query + words("--json");
    QTest::newRow("query") << query;
}

void CliStreamsTest::rowsAreSeenBeforeTheRestComes()
{
    QFETCH(const QStringList, arguments);
    // One answer holds a few rows only, and the third never comes.
    const SimulatorProcess simulator(words("--sessions 2000 --envelope-kb 32 --fault pull#3=hang"));
    QVERIFY2(simulator.isListening(), QByteArray(simulator.complaint()).constData());
    QProcess cli;
    cli.setProcessEnvironment(programEnvironment());
    const QString verb = QLatin1String(QTest::currentDataTag()).left(5).toString().trimmed();
    cli.start(programPath(QStringLiteral("deskwarden-cli")), simulator.arguments(verb) + arguments);
    cli.write(SimulatorProcess::password() + '\n');
    QVERIFY(cli.waitForReadyRead(patienceMs));
    QCOMPARE(cli.state(), QProcess::Running);
    QVERIFY(cli.readAllStandardOutput().contains("VMHostName"));
    cli.kill();
    cli.waitForFinished(patienceMs);
}

void CliStreamsTest::aClosedStdinHoldsNoPassword()
{
    const Run run =
        inShell(QStringLiteral("<&-"), words("list --server http://127.0.0.1:9 --user ada --password-stdin"));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.errors.contains("stdin holds no password"), QByteArray(run.errors).constData());
}

void CliStreamsTest::aPasswordIsReadAsOthersWriteIt_data()
{
    QTest::addColumn<QByteArray>("input");
    const QByteArray password = SimulatorProcess::password();
    QByteArray wide("\xFF\xFE");
    for (const char letter : QByteArray(password + "\r\n"))
        wide.append(letter).append('\0');
    QTest::newRow("plain") << password + '\n';
    QTest::newRow("mark, CR LF") << "\xEF\xBB\xBF" + password + "\r\n";
    QTest::newRow("UTF-16") << wide;
}

void CliStreamsTest::aPasswordIsReadAsOthersWriteIt()
{
    QFETCH(const QByteArray, input);
    const SimulatorProcess simulator(words("--sessions 3"));
    QVERIFY2(simulator.isListening(), QByteArray(simulator.complaint()).constData());
    const ProgramResult run =
        runProgram(QStringLiteral("deskwarden-cli"), simulator.arguments(QStringLiteral("list")), input);
    QVERIFY2(run.exitCode == 0, QByteArray(run.errors).constData());
}

void CliStreamsTest::namesOfAnyLanguageSignInByNtlm()
{
    for (const QString& user : {QStringLiteral("Jürgen"), QStringLiteral("Жанна"), QStringLiteral("CORP\\łucja")}) {
        for (const char* language : {"C", "C.UTF-8"}) {
            QProcess simulator;
            QProcessEnvironment environment = programEnvironment();
            environment.insert(QStringLiteral("LC_ALL"), QLatin1String(language));
            simulator.setProcessEnvironment(environment);
            simulator.start(programPath(QStringLiteral("deskwarden-simulator")),
                            words("--sessions 3 --port 0 --auth ntlm --password-stdin --user") + QStringList{user});
            simulator.write("Secret-7\n");
            QVERIFY(simulator.waitForReadyRead(patienceMs));
            const QString address = QString::fromUtf8(simulator.readLine()).section(u' ', -1).trimmed();
            const ProgramResult run = runProgram(QStringLiteral("deskwarden-cli"),
                                                 words("list --json --auth ntlm --password-stdin --server") +
                                                     QStringList{address, QStringLiteral("--user"), user},
                                                 "Secret-7\n");
            simulator.kill();
            simulator.waitForFinished(patienceMs);
            QVERIFY2(run.exitCode == 0, QByteArray(user.toUtf8() + ' ' + language + ": " + run.errors).constData());
        }
    }
}

void CliStreamsTest::codesAreFoundInHexadecimal_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("symbol");
    QTest::newRow("decimal") << QStringLiteral("5") << QByteArray("ERROR_ACCESS_DENIED");
    QTest::newRow("hexadecimal, digits only") << QStringLiteral("80041002") << QByteArray("WBEM_E_NOT_FOUND");
    QTest::newRow("hexadecimal, letters") << QStringLiteral("8004100c") << QByteArray("WBEM_E_NOT_SUPPORTED");
    QTest::newRow("0x") << QStringLiteral("0x80041002") << QByteArray("WBEM_E_NOT_FOUND");
    QTest::newRow("minus") << QStringLiteral("-2147217406") << QByteArray("WBEM_E_NOT_FOUND");
    QTest::newRow("known in decimal") << QStringLiteral("87") << QByteArray("ERROR_INVALID_PARAMETER");
    QTest::newRow("unknown stays decimal") << QStringLiteral("12345") << QByteArray("0x00003039");
}

void CliStreamsTest::codesAreFoundInHexadecimal()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, symbol);
    const ProgramResult run = runProgram(QStringLiteral("deskwarden-cli"), {QStringLiteral("codes"), code});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.output.contains(symbol), QByteArray(run.output).constData());
}

void CliStreamsTest::messagesKeepTheRulesOfTheConsole_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList message = words("message --server demo:3 --all-matching --yes");
    const QStringList logoff = words("logoff --server demo:3 --all-matching --yes --grace 0");
    const QStringList drain = words("drain --server demo:3 --vm-host x --grace 0");
    const auto row = [](const char* name, const QStringList& verb, const QStringList& more) {
        QTest::newRow(name) << verb + more;
    };
    const auto title = [](const QString& text) { return QStringList{QStringLiteral("--title"), text}; };
    const auto text = [](const QString& words_) { return QStringList{QStringLiteral("--text"), words_}; };
    const auto warning = [](const QString& words_) { return QStringList{QStringLiteral("--message"), words_}; };
    row("blank title", message, title(QStringLiteral(" ")) + text(QStringLiteral("x")));
    row("blank text", message, title(QStringLiteral("t")) + text(QStringLiteral(" \t")));
    row("long title", message, title(QString(129, u'a')) + text(QStringLiteral("x")));
    row("long text", message, title(QStringLiteral("t")) + text(QString(1025, u'a')));
    row("control letter", message, title(QStringLiteral("t")) + text(QStringLiteral("a\u0001b")));
    row("escape in the title", message, title(QStringLiteral("t\u001b[31m")) + text(QStringLiteral("x")));
    row("not a character", message, title(QStringLiteral("t")) + text(QStringLiteral("a\uFFFEb")));
    row("long warning", logoff, warning(QString(1025, u'a')));
    row("blank warning", logoff, warning(QStringLiteral("  ")));
    row("control letter in a warning", logoff, warning(QStringLiteral("a\u0007")));
    row("long warning of a drain", drain, warning(QString(1025, u'a')));
    row("blank warning of a drain", drain, warning(QStringLiteral(" ")));
}

void CliStreamsTest::messagesKeepTheRulesOfTheConsole()
{
    QFETCH(const QStringList, arguments);
    const ProgramResult run = runProgram(QStringLiteral("deskwarden-cli"), arguments);
    QVERIFY2(run.exitCode == 2, QByteArray(QByteArray::number(run.exitCode) + run.errors).constData());
    QVERIFY(run.output.isEmpty());
    QVERIFY(!run.errors.contains('\x1b'));
}

QTEST_GUILESS_MAIN(CliStreamsTest)
#include "CliStreamsTest.moc"
