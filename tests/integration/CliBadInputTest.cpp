// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"
#include "support/StubServer.h"
#include "support/TestCertificate.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace deskwarden;
using support::ProgramResult;
using support::SimulatorProcess;
using support::StubServer;
using support::text;

namespace {

QByteArray httpAnswer(const QByteArray& status, const QByteArray& type, const QByteArray& body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray soap = QByteArrayLiteral("application/soap+xml;charset=UTF-8");

QString addressOf(const char* scheme, std::uint16_t port)
{
    return text(scheme) + QStringLiteral("://127.0.0.1:%1").arg(port);
}

} // namespace

/// Servers and words that are not as they should be: each has its own clear error, within its time, with no secret.
class CliBadInputTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyProblemIsNamed_data();
    void everyProblemIsNamed();
    void aPinnedOrKnownCertificateIsTrusted();
    void theUnknownCertificateIsShown();
    void aSilentServerIsLeftAtOnceWhenInterrupted();

private:
    QString stub(StubServer::Manner manner, const QByteArray& answer = {});

    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    std::unique_ptr<SimulatorProcess> m_plain;
    std::unique_ptr<SimulatorProcess> m_secure;
    std::vector<std::unique_ptr<StubServer>> m_stubs;
};

void CliBadInputTest::initTestCase()
{
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
    const QStringList farm{text("--sessions"), text("20"), text("--seed"), text("7")};
    m_plain = std::make_unique<SimulatorProcess>(farm);
    QVERIFY2(m_plain->isListening(), m_plain->complaint().constData());
    m_secure = std::make_unique<SimulatorProcess>(
        farm + QStringList{text("--tls"), m_certificate.certificateFile, m_certificate.keyFile});
    QVERIFY2(m_secure->isListening(), m_secure->complaint().constData());
    QVERIFY(m_secure->address().startsWith(text("https://")));
}

QString CliBadInputTest::stub(StubServer::Manner manner, const QByteArray& answer)
{
    m_stubs.push_back(std::make_unique<StubServer>(manner, answer));
    return addressOf("http", m_stubs.back()->port());
}

void CliBadInputTest::everyProblemIsNamed_data()
{
    using Manner = StubServer::Manner;
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QString& address, const char* sentence,
                        const QStringList& options = {}) {
        QTest::newRow(name) << address << options << text(sentence);
    };
    const auto answering = [this](const QByteArray& answer) { return stub(Manner::AnswerThenClose, answer); };
    // A stub, because a server that closes at once may lose its answer with the connection.
    const QString plainAsTls =
        answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").replace(text("http://"), text("https://"));
    const QString tlsAsPlain = QString(m_secure->address()).replace(text("https://"), text("http://"));
    const QString secure = m_secure->address();

    row("wrong name", text("https://no-such-broker.invalid"), "No computer of that name was found.");
    row("closed port", addressOf("http", support::closedPort()),
        "The computer answers, but remote management does not.");
    row("HTML page", answering(httpAnswer("200 OK", "text/html", "<html><body>Hello</body></html>")),
        "Something else than Windows remote management");
    row("HTML error", answering(httpAnswer("404 Not Found", "text/html", "<html>gone</html>")),
        "There is no remote management at this address");
    row("another protocol", answering("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"),
        "Something else than Windows remote management");
    row("no XML", answering(httpAnswer("200 OK", soap, "\x01\x02<<<>>>&&&")), "could not be understood",
        {text("--auth"), text("basic")});
    row("DOCTYPE",
        answering(httpAnswer("200 OK", soap,
                             "<!DOCTYPE x [<!ENTITY e \"eeee\">]><s:Envelope "
                             "xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">&e;</s:Envelope>")),
        "could not be understood", {text("--auth"), text("basic")});
    row("deep nesting", answering(httpAnswer("200 OK", soap, QByteArray("<a>").repeated(200'000))),
        "could not be understood", {text("--auth"), text("basic")});
    row("silence", stub(Manner::StaySilent), "No answer came in time");
    row("closed at once", stub(Manner::CloseAtOnce), "");
    row("TLS to a plain port", plainAsTls, "What answers at this port does not speak TLS.");
    // On the ports that are known for TLS it is called by its name; this one is not.
    row("plain to a TLS port", tlsAsPlain, "The connection broke");
    row("unknown certificate", secure, "The server's certificate is not trusted here");
    row("another certificate", secure, "another certificate than the one that was pinned",
        {text("--tls-fingerprint"), QString(64, QLatin1Char('a'))});
    row("wrong user", m_plain->address(), "The server refused the sign-in", {text("--user"), text("nobody")});
    row("missing namespace", m_plain->address(), "This server is not a Connection Broker.",
        {text("--namespace"), text("root\\nowhere")});
    row("namespace without the class", m_plain->address(), "", {text("--namespace"), text("root\\cimv2")});
    row("unprotected password", text("http://192.0.2.1"), "unprotected, so it was not sent",
        {text("--auth"), text("basic")});
    row("DCOM elsewhere than on Windows", text("wmi://broker"), "DCOM (wmi://) is there on Windows only");
}

void CliBadInputTest::everyProblemIsNamed()
{
    QFETCH(const QString, address);
    QFETCH(const QStringList, options);
    QFETCH(const QString, sentence);
    QStringList arguments{text("list"),      text("--server"), address, text("--password-stdin"),
                          text("--timeout"), text("2")};
    if (!options.contains(text("--user")))
        arguments << text("--user") << SimulatorProcess::user();
    const ProgramResult list =
        support::runProgram(text("deskwarden-cli"), arguments + options, SimulatorProcess::password() + '\n');
    QVERIFY2(list.exitCode == 3, list.errors.constData());
    QVERIFY(list.errors.startsWith("deskwarden-cli: "));
    QVERIFY2(list.errors.contains(sentence.toUtf8()), list.errors.constData());
    QVERIFY(!list.says(SimulatorProcess::password()));
    QVERIFY2(list.took < std::chrono::seconds(10), "far beyond --timeout 2");
}

void CliBadInputTest::aPinnedOrKnownCertificateIsTrusted()
{
    const ProgramResult known =
        m_secure->cli(text("list"), {text("--json"), text("--tls-ca"), m_certificate.authorityFile});
    QVERIFY2(known.exitCode == 0, known.errors.constData());
    QCOMPARE(known.objects().size(), std::size_t(20));
    const ProgramResult pinned = m_secure->cli(text("list"), {text("--json"), text("--tls-fingerprint"),
                                                              QString::fromStdString(m_certificate.sha256).toUpper()});
    QVERIFY2(pinned.exitCode == 0, pinned.errors.constData());
    QCOMPARE(pinned.output, known.output);
}

void CliBadInputTest::theUnknownCertificateIsShown()
{
    const ProgramResult list = m_secure->cli(text("list"), {});
    QVERIFY2(list.says(QByteArrayLiteral("--tls-fingerprint ") + QByteArray::fromStdString(m_certificate.sha256)),
             list.errors.constData());
    QVERIFY(list.errors.contains("localhost"));
}

void CliBadInputTest::aSilentServerIsLeftAtOnceWhenInterrupted()
{
#ifdef Q_OS_UNIX
    const StubServer silent(StubServer::Manner::StaySilent, {});
    QProcess cli;
    cli.start(support::programPath(text("deskwarden-cli")),
              {text("list"), text("--server"), addressOf("http", silent.port()), text("--user"), text("u"),
               text("--password-stdin")});
    cli.write("secret\n");
    cli.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(silent.connections() > 0, 30'000);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(kill(static_cast<pid_t>(cli.processId()), SIGINT), 0);
    QVERIFY(cli.waitForFinished(30'000));
    qInfo("ended %lld ms after Ctrl-C", static_cast<long long>(clock.elapsed()));
    QVERIFY(clock.elapsed() < 3000);
    QCOMPARE(cli.exitStatus(), QProcess::NormalExit);
    QCOMPARE(cli.exitCode(), 3);
#endif
}

QTEST_GUILESS_MAIN(CliBadInputTest)
#include "CliBadInputTest.moc"
