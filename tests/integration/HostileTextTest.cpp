// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptionTable.h"
#include "OddServer.h"
#include "support/Enumerators.h"
#include "support/ProgramRun.h"
#include "support/StubServer.h"

#include <QFile>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace deskwarden;
using support::ProgramResult;
using tests::OddServer;
using tests::ScriptedServer;

namespace {

const QString cliProgram = QStringLiteral("deskwarden-cli");

QString words(const char* text)
{
    return QString::fromUtf8(text);
}

struct Hostile
{
    const char* name;
    QString text;
};

/// What is typed: an argument has at most 128 KiB on Linux.
std::vector<Hostile> typedTexts()
{
    return {{"escape", words("x\x1B[31m\x1B]0;t\x07")}, {"C1", words("x\u009B31m")},
            {"override", words("x\u202Eevil")},         {"isolate", words("x\u2066evil")},
            {"line end", words("x\nFORGED y\rFORGED")}, {"300 letters", QString(300, u'a')},
            {"100 kB", QString(100'000, u'a')}};
}

/// The first character that a terminal obeys or that turns a text about; our own line ends are none.
QString hiddenIn(const QByteArray& said)
{
    for (const char32_t character : QString::fromUtf8(said).toUcs4()) {
        const bool isControl = (character < 0x20 && character != '\n') || (character >= 0x7F && character < 0xA0);
        const bool isOther = character == 0xAD || character == 0x61C || character == 0xFEFF ||
                             (character >= 0x200B && character <= 0x200F) ||
                             (character >= 0x2028 && character <= 0x202E) ||
                             (character >= 0x2060 && character <= 0x206F);
        if (isControl || isOther)
            return QStringLiteral("U+") + QString::number(static_cast<uint>(character), 16);
    }
    return {};
}

/// What is wrong with what a program has said; empty if nothing is.
QString problemOf(const ProgramResult& result, qsizetype mostBytes)
{
    const QString shown = QString::fromUtf8(result.output.left(500) + result.errors.left(500));
    if (result.exitCode < 0)
        return QStringLiteral("it did not end: ") + shown;
    for (const QByteArray& said : {result.output, result.errors}) {
        if (const QString hidden = hiddenIn(said); !hidden.isEmpty())
            return hidden + QStringLiteral(" in ") + shown;
        if (said.startsWith("FORGED") || said.contains("\nFORGED"))
            return QStringLiteral("a forged line: ") + shown;
        if (said.size() > mostBytes)
            return QStringLiteral("%1 bytes: ").arg(said.size()) + shown;
    }
    return {};
}

/// The verb's other needs, so that as much as possible is read and done with the option under test.
QStringList companions(app::Verb verb, const QString& option, const QString& server)
{
    QStringList more;
    const auto add = [&](const char* name, const QString& value = {}) {
        if (option == QLatin1String(name))
            return;
        more << QLatin1String(name);
        if (!value.isEmpty())
            more << value;
    };
    if (verb != app::Verb::Codes && verb != app::Verb::Audit)
        add("--server", server);
    const bool isAct = app::actionOf(verb).has_value();
    if (isAct && option != QLatin1String("--session") && option != QLatin1String("--sessions-from"))
        add("--all-matching");
    if (verb == app::Verb::Message) {
        add("--title", QStringLiteral("t"));
        add("--text", QStringLiteral("x"));
    }
    if (verb == app::Verb::Logoff && (option == QLatin1String("--title") || option == QLatin1String("--grace")))
        add("--message", QStringLiteral("m"));
    if (verb == app::Verb::Drain)
        add("--vm-host", QStringLiteral("HV1"));
    if (isAct || verb == app::Verb::Drain)
        add("--dry-run");
    if (verb == app::Verb::Forget)
        add("--user", QStringLiteral("ada"));
    if (verb == app::Verb::Query)
        more << QStringLiteral("SELECT * FROM Win32_VirtualDesktopSession");
    return more;
}

std::string escapedXml(const QString& text)
{
    std::string xml;
    for (const char32_t character : text.toUcs4())
        xml += character < 0x20 ? "&#" + std::to_string(static_cast<unsigned>(character)) + ";"
                                : QString::fromUcs4(&character, 1).toStdString();
    return xml;
}

std::string hostileRow(const std::string& host, const std::string& id, const std::string& name)
{
    std::string xml = "<p:ClientMachineName>" + name + "</p:ClientMachineName><p:CollectionId>" + name +
                      "</p:CollectionId><p:ConnectState>0</p:ConnectState><p:DomainName>" + name + "</p:DomainName>";
    xml += "<p:SessionId>" + id + "</p:SessionId><p:UserName>" + name + "</p:UserName><p:VMHostName>" + host +
           "</p:VMHostName><p:VMName>" + name + "</p:VMName>";
    return wsman::answers::typedRow(xml);
}

} // namespace

/// Whatever an operator types and a server says: no output of a program moves a cursor, turns a text about, forges a
/// line or grows without bound.
class HostileTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionOfTheCommandLineIsEchoedSafely_data();
    void everyOptionOfTheCommandLineIsEchoedSafely();
    void everyOtherWordIsEchoedSafely_data();
    void everyOtherWordIsEchoedSafely();
    void everyOptionOfTheSimulatorIsEchoedSafely_data();
    void everyOptionOfTheSimulatorIsEchoedSafely();
    void everyOutputShowsNamesSafely_data();
    void everyOutputShowsNamesSafely();
    void everyWordOfAnAnswerIsShownSafely_data();
    void everyWordOfAnAnswerIsShownSafely();

private:
    [[nodiscard]] QString fileWith(const QString& content) const;

    QTemporaryDir m_folder;
};

QString HostileTextTest::fileWith(const QString& content) const
{
    QFile file(m_folder.filePath(QStringLiteral("file")));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(content.toUtf8());
    return file.fileName();
}

void HostileTextTest::everyOptionOfTheCommandLineIsEchoedSafely_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    for (const app::CliOption& option : app::cliOptionTable()) {
        if (option.valueName == nullptr)
            continue;
        for (const Hostile& hostile : typedTexts())
            QTest::addRow("%s, %s", option.name, hostile.name) << QString::fromLatin1(option.name) << hostile.text;
    }
}

void HostileTextTest::everyOptionOfTheCommandLineIsEchoedSafely()
{
    QFETCH(const QString, option);
    QFETCH(const QString, value);
    const auto table = app::cliOptionTable();
    const auto known = std::ranges::find_if(
        table, [&option](const app::CliOption& candidate) { return option == QLatin1String(candidate.name); });
    const QString nobody = QStringLiteral("http://127.0.0.1:%1").arg(support::closedPort());
    QStringList servers{QStringLiteral("demo:3"), nobody};
    qsizetype ran = 0;
    for (const app::Verb verb : support::enumerators<app::Verb>()) {
        if ((known->verbs & app::setOf(verb)) == 0 || verb == app::Verb::Forget || verb == app::Verb::Probe)
            continue;                                    // the one asks a keychain, the other shows the same as a list
        const bool isReport = verb == app::Verb::Report; // shows what a broker says, and would leave files behind
        const QString typed = option == QLatin1String("--to") ? QStringLiteral("/nowhere/") + value : value;
        const ProgramResult result =
            support::runProgram(cliProgram, QStringList{app::word(verb), option, typed} +
                                                companions(verb, option, isReport ? nobody : servers.front()));
        QVERIFY2(problemOf(result, 8'000).isEmpty(), qPrintable(app::word(verb) + u' ' + problemOf(result, 8'000)));
        std::ranges::reverse(servers);
        if (++ran == servers.size())
            break; // what a verb adds of its own is asked for below
    }
}

void HostileTextTest::everyOtherWordIsEchoedSafely_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file"); // what stands in the file FILE
    const auto rows = [](const char* place, const char* line, const char* file = "") {
        for (const Hostile& hostile : typedTexts()) {
            QStringList arguments = QString::fromLatin1(line).split(u' ');
            arguments.replaceInStrings(QStringLiteral("HOSTILE"), hostile.text);
            QTest::addRow("%s, %s", place, hostile.name)
                << arguments << QString::fromLatin1(file).replace(QLatin1String("HOSTILE"), hostile.text);
        }
    };
    rows("verb", "HOSTILE");
    rows("option", "list --HOSTILE");
    rows("option with a value", "list --HOSTILE=x");
    rows("flag with a value", "list --json=HOSTILE --server demo:3");
    rows("word too many", "list HOSTILE --server demo:3");
    rows("code", "codes HOSTILE");
    rows("question", "query HOSTILE --server demo:3");
    rows("class", "query SELECT|*|FROM|HOSTILE --server demo:3");
    rows("session that is not there", "logoff --session HOSTILE/1 --yes --server demo:3");
    rows("the same as JSON", "logoff --session HOSTILE/1 --yes --json --server demo:3");
    rows("planned", "logoff --session HOSTILE/1 --dry-run --server demo:3");
    rows("planned as JSON", "logoff --session HOSTILE/1 --dry-run --json --server demo:3");
    rows("another user", "logoff --all-matching --expect-user HOSTILE --yes --server demo:3");
    rows("drained host", "drain --vm-host HOSTILE --yes --server demo:3");
    rows("drained host as JSON", "drain --vm-host HOSTILE --yes --json --server demo:3");
    rows("list of names", "logoff --sessions-from FILE --yes --server demo:3", "HOSTILE/1\nCORP\\HOSTILE\n");
    rows("list of no names", "logoff --sessions-from FILE --yes --server demo:3", "HOSTILE");
    rows("policy", "list --policy FILE --server demo:3", "{\"HOSTILE\": 1}");
    rows("policy's value", "logoff --all-matching --yes --policy FILE --server demo:3", "{\"readOnly\": \"HOSTILE\"}");
    rows("authorities", "list --tls-ca FILE --server https://127.0.0.1:9", "HOSTILE");
    rows("certificate", "list --client-cert FILE --server https://127.0.0.1:9", "HOSTILE");
    rows("kept message", "message --title HOSTILE --text HOSTILE --all-matching --yes --json --server demo:3");
    rows("reason", "message --title t --text x --reason HOSTILE --all-matching --yes --server demo:3");
    rows("audit", "audit"); // what the acts above have left there
    rows("audit as JSON", "audit --json");
}

void HostileTextTest::everyOtherWordIsEchoedSafely()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, file);
    arguments.replaceInStrings(QStringLiteral("|"), QStringLiteral(" "));
    if (!file.isEmpty())
        arguments.replaceInStrings(QRegularExpression(QStringLiteral("^FILE$")), fileWith(file));
    const ProgramResult result = support::runProgram(cliProgram, arguments);
    // A record keeps its reason whole.
    const qsizetype most = arguments.contains(QStringLiteral("--json")) ? 10'000'000 : 50'000;
    QVERIFY2(problemOf(result, most).isEmpty(), qPrintable(problemOf(result, most)));
}

void HostileTextTest::everyOptionOfTheSimulatorIsEchoedSafely_data()
{
    QTest::addColumn<QStringList>("arguments");
    const ProgramResult help = support::runProgram(QStringLiteral("deskwarden-simulator"), {QStringLiteral("--help")});
    // A line of the help for each.
    static const QRegularExpression line(QStringLiteral("^  (--[a-z-]+) [A-Z]"), QRegularExpression::MultilineOption);
    QStringList options{QStringLiteral("--HOSTILE"),
                        QStringLiteral("HOSTILE"),
                        QStringLiteral("--help=HOSTILE"),
                        QStringLiteral("--fault any@HOSTILE=hang"),
                        QStringLiteral("--fault HOSTILE=hang"),
                        QStringLiteral("--fault any=HOSTILE")};
    constexpr std::array files{"--journal", "--tls", "--keytab", "--ntlm-users", "--tls-client-ca"};
    for (auto found = line.globalMatch(QString::fromUtf8(help.output)); found.hasNext();) {
        const QString option = found.next().captured(1);
        // A folder that is not there, so that no file comes to be.
        const bool isFile =
            std::ranges::any_of(files, [&option](const char* file) { return option == QLatin1String(file); });
        options << option + (isFile ? QStringLiteral(" /nowhere/HOSTILE") : QStringLiteral(" HOSTILE"));
    }
    QVERIFY(options.size() > 20);
    for (const QString& option : options) {
        for (const Hostile& hostile : typedTexts()) {
            QStringList arguments = option.split(u' ');
            arguments.replaceInStrings(QStringLiteral("HOSTILE"), hostile.text);
            if (option.startsWith(QLatin1String("--tls ")))
                arguments << arguments.last();
            else if (option.startsWith(QLatin1String("--tls-client-ca")))
                arguments << QStringLiteral("--tls") << arguments.last() << arguments.last();
            else if (option.startsWith(QLatin1String("--user")))
                arguments << QStringLiteral("--password-stdin");
            else if (option.startsWith(QLatin1String("--keytab")))
                arguments << QStringLiteral("--auth") << QStringLiteral("kerberos");
            else if (option.startsWith(QLatin1String("--ntlm-users")))
                arguments << QStringLiteral("--auth") << QStringLiteral("ntlm");
            QTest::addRow("%s, %s", qPrintable(option), hostile.name) << arguments;
        }
    }
}

void HostileTextTest::everyOptionOfTheSimulatorIsEchoedSafely()
{
    QFETCH(QStringList, arguments);
    // It cannot listen there: what is good in itself ends all the same.
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    if (!arguments.contains(QStringLiteral("--port")))
        arguments << QStringLiteral("--port") << QString::number(taken.serverPort());
    const ProgramResult result = support::runProgram(QStringLiteral("deskwarden-simulator"), arguments, "secret\n");
    QVERIFY2(result.exitCode == 2 || result.exitCode == 3 ||
                 result.output.startsWith("deskwarden-simulator: a made-up"),
             result.errors.left(500).constData());
    QVERIFY2(problemOf(result, 8'000).isEmpty(), qPrintable(problemOf(result, 8'000)));
}

void HostileTextTest::everyOutputShowsNamesSafely_data()
{
    QTest::addColumn<QString>("name");
    for (const Hostile& hostile : typedTexts()) {
        if (hostile.text.size() < 300)
            QTest::newRow(hostile.name) << hostile.text;
    }
    QTest::newRow("1 MB") << QString(1'000'000, u'a');
    QTest::newRow("combining marks") << QString::fromUtf8("a\u0300").repeated(20'000);
}

void HostileTextTest::everyOutputShowsNamesSafely()
{
    QFETCH(const QString, name);
    const std::string xml = escapedXml(name);
    const std::string first = hostileRow("HV1", "1", xml);
    const OddServer server(
        {{"Win32_VirtualDesktopSession", first + hostileRow(xml, "2", xml) + hostileRow("HV1", "1", xml + "b")},
         {"Win32_RDMSDesktopCollection", OddServer::instance("Win32_RDMSDesktopCollection", "Name", xml.c_str())}},
        first);
    const QTemporaryDir data;
    for (const char* line :
         {"list", "list --filter x", "list --host none", "list --collection none", "logoff --all-matching --dry-run",
          "logoff --all-matching --yes --verify-timeout 1", "logoff --session HV1/1 --yes",
          "logoff --session HV2/1 --yes", "drain --vm-host HV1 --dry-run",
          "drain --vm-host HV1 --yes --verify-timeout 1 --interval 1", "drain --vm-host HV --dry-run",
          "query SELECT|*|FROM|Win32_VirtualDesktopSession", "probe"})
    {
        for (const bool isJson : {false, true}) {
            QStringList options = QString::fromLatin1(line).split(u' ');
            const QString verb = options.takeFirst();
            options.replaceInStrings(QStringLiteral("|"), QStringLiteral(" "));
            if (isJson && verb == QLatin1String("drain") && options.contains(QStringLiteral("--yes")))
                continue; // it takes seconds, and its line of JSON is written like all others
            if (isJson)
                options << QStringLiteral("--json");
            const ProgramResult result = server.cli(verb, options, data.path());
            const QString problem = problemOf(result, isJson ? 30'000'000 : 200'000);
            QVERIFY2(problem.isEmpty(), qPrintable(QString::fromLatin1(line) + QStringLiteral(": ") + problem));
            QVERIFY2(!isJson || result.output.isEmpty() || !result.objects().empty(), line);
        }
    }
    for (const char* line : {"audit", "audit --json", "audit --verify"}) {
        const ProgramResult result = support::runProgram(cliProgram, QString::fromLatin1(line).split(u' '), {},
                                                         std::chrono::seconds(60), data.path());
        QVERIFY2(problemOf(result, 30'000'000).isEmpty(), qPrintable(problemOf(result, 30'000'000)));
    }
}

void HostileTextTest::everyWordOfAnAnswerIsShownSafely_data()
{
    QTest::addColumn<QByteArray>("answer");
    for (const Hostile& hostile : typedTexts()) {
        const auto row = [&hostile](const char* place, const QByteArray& head, const QByteArray& body,
                                    const QByteArray& type = "application/soap+xml;charset=UTF-8") {
            QTest::addRow("%s, %s", place, hostile.name)
                << QByteArray("HTTP/1.1 " + head + "\r\nContent-Type: " + type +
                              "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        };
        const QByteArray bytes = hostile.text.toUtf8();
        const QByteArray header = QByteArray(bytes).replace('\n', "").replace('\r', "").left(8'000);
        const QByteArray xml = QByteArray::fromStdString(escapedXml(hostile.text));
        const auto fault = [](const QByteArray& reason, const QByteArray& detail) {
            return QByteArray(
                "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code>"
                "<s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang=\"en\">" +
                reason + "</s:Text></s:Reason><s:Detail>" + detail + "</s:Detail></s:Fault></s:Body></s:Envelope>");
        };
        row("challenge", "401 No\r\nWWW-Authenticate: " + header, {});
        row("realm", "401 No\r\nWWW-Authenticate: Basic realm=\"" + header + '"', {});
        row("status", "418 " + header, {});
        row("type", "200 OK", "x", header);
        row("other place", "302 Found\r\nLocation: http://" + header, {});
        row("reason", "500 Error", fault(xml, {}));
        row("detail", "500 Error",
            fault("r", "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"5\" "
                       "Machine=\"m\"><f:Message>" +
                           xml + "</f:Message></f:WSManFault>"));
        row("page", "200 OK", bytes, "text/html");
        row("no XML", "200 OK", bytes);
        QTest::addRow("banner, %s", hostile.name) << bytes;
    }
}

void HostileTextTest::everyWordOfAnAnswerIsShownSafely()
{
    QFETCH(const QByteArray, answer);
    const support::StubServer server(support::StubServer::Manner::AnswerThenClose, answer);
    for (const char* verb : {"list", "probe"}) {
        const QStringList arguments =
            QStringLiteral("%1 --server http://127.0.0.1:%2 --user u --password-stdin --auth basic --timeout 5")
                .arg(QLatin1String(verb))
                .arg(server.port())
                .split(u' ');
        const ProgramResult result = support::runProgram(cliProgram, arguments, "p\n");
        QVERIFY2(problemOf(result, 20'000).isEmpty(), qPrintable(problemOf(result, 20'000)));
    }
}

QTEST_GUILESS_MAIN(HostileTextTest)
#include "HostileTextTest.moc"
