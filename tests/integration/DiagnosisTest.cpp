// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/MiddleMan.h"
#include "support/ProgramRun.h"
#include "support/StubServer.h"
#include "support/TestCertificate.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <memory>

using namespace deskwarden;
using support::ProgramResult;
using support::SimulatorProcess;
using support::StubServer;
using support::text;
using tests::MiddleMan;

namespace {

QByteArray httpAnswer(const QByteArray& status, const QByteArray& type = {}, const QByteArray& body = {})
{
    return "HTTP/1.1 " + status + "\r\n" + (type.isEmpty() ? type : "Content-Type: " + type + "\r\n") +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A port whose queue of connections is full: further attempts get no answer at all, as behind a firewall.
class DeafPort final
{
public:
    DeafPort()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* any = std::bit_cast<sockaddr*>(&address);
        m_sockets.front() = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (bind(m_sockets.front(), any, size) != 0 || listen(m_sockets.front(), 0) != 0 ||
            getsockname(m_sockets.front(), any, &size) != 0)
            return;
        m_port = ntohs(address.sin_port);
        for (std::size_t index = 1; index < m_sockets.size(); ++index) {
            m_sockets.at(index) = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            static_cast<void>(connect(m_sockets.at(index), any, size)); // fills the queue, or waits as others will
        }
    }
    DeafPort(const DeafPort&) = delete;
    DeafPort& operator=(const DeafPort&) = delete;
    ~DeafPort()
    {
        for (const int handle : m_sockets)
            close(handle);
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    std::array<int, 4> m_sockets{};
    std::uint16_t m_port = 0;
};

} // namespace

/// Every symptom that a connection can show is told from the others, at the stage where it lies, with its own sentence
/// and its own remedy.
class DiagnosisTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everySymptomIsToldApart_data();
    void everySymptomIsToldApart();
    void aGoodBrokerIsGreenAllTheWay();
    void aServerThatIsSilentToStrangersIsTestedAllTheSame();

private:
    QString stub(StubServer::Manner manner, const QByteArray& answer = {});
    QString answering(const QByteArray& answer) { return stub(StubServer::Manner::AnswerThenClose, answer); }
    QString simulator(const QStringList& arguments);
    ProgramResult probe(const QString& address, const QStringList& options);

    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    QTemporaryDir m_otherFolder;
    support::TestCertificate m_otherCertificate;
    DeafPort m_deaf;
    std::vector<std::unique_ptr<SimulatorProcess>> m_simulators;
    std::vector<std::unique_ptr<StubServer>> m_stubs;
    QHash<QString, QString> m_rowOf; ///< by sentence and remedy
};

void DiagnosisTest::initTestCase()
{
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
    m_otherCertificate = support::makeTestCertificate(m_otherFolder, "DNS:broker.example.test");
    QVERIFY2(m_otherCertificate.isUsable(), qPrintable(m_otherCertificate.problem));
    QVERIFY(m_deaf.port() != 0);
}

QString DiagnosisTest::stub(StubServer::Manner manner, const QByteArray& answer)
{
    m_stubs.push_back(std::make_unique<StubServer>(manner, answer));
    return QStringLiteral("http://127.0.0.1:%1").arg(m_stubs.back()->port());
}

QString DiagnosisTest::simulator(const QStringList& arguments)
{
    m_simulators.push_back(std::make_unique<SimulatorProcess>(
        QStringList{text("--sessions"), text("20"), text("--seed"), text("7")} + arguments));
    return m_simulators.back()->address();
}

ProgramResult DiagnosisTest::probe(const QString& address, const QStringList& options)
{
    QStringList arguments{text("probe"), text("--server"), address, text("--password-stdin"), text("--json")};
    if (!options.contains(text("--timeout")))
        arguments << text("--timeout") << text("2");
    if (!options.contains(text("--user")))
        arguments << text("--user") << SimulatorProcess::user();
    return support::runProgram(text("deskwarden-cli"), arguments + options, SimulatorProcess::password() + '\n');
}

void DiagnosisTest::everySymptomIsToldApart_data()
{
    using Manner = StubServer::Manner;
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("options");
    const auto row = [](const char* name, const QString& address, const char* stage, const char* sentence,
                        const QStringList& options = {}) {
        QTest::newRow(name) << address << text(stage) << text(sentence) << options;
    };
    const auto broken = [this](const char* fault) { return simulator({text("--fault"), text(fault)}); };
    const QString plain = simulator({});
    const QString secure = simulator({text("--tls"), m_certificate.certificateFile, m_certificate.keyFile});
    const QString named = simulator({text("--tls"), m_otherCertificate.certificateFile, m_otherCertificate.keyFile});
    QVERIFY(plain.startsWith(text("http://")) && secure.startsWith(text("https://")));

    row("unknown name", text("https://no-such-broker.invalid"), "name", "No computer of that name");
    row("nothing listens", QStringLiteral("http://127.0.0.1:%1").arg(support::closedPort()), "port",
        "remote management does not");
    row("packets are dropped", QStringLiteral("http://127.0.0.1:%1").arg(m_deaf.port()), "port",
        "The server does not answer");
    row("connected, then silence", stub(Manner::StaySilent), "sign_in", "No answer came in time");
    row("closed without a word", stub(Manner::CloseAtOnce), "protocol", "The connection broke");
    // A stub, because a server that closes at once may lose its answer with the connection.
    row("TLS to a plain port",
        answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").replace(text("http:"), text("https:")),
        "tls", "does not speak TLS");
    row("plain to a TLS port", QString(secure).replace(text("https:"), text("http:")), "protocol",
        "wants a secure connection");
    row("certificate nobody vouches for", secure, "tls", "certificate is not trusted");
    row("certificate for another name", named, "tls", "made out for another name: DNS:broker.example.test",
        {text("--tls-ca"), m_otherCertificate.authorityFile});
    row("another certificate than the pinned one", secure, "tls", "another certificate than the one",
        {text("--tls-fingerprint"), QString(64, QLatin1Char('a'))});
    row("another web server", answering(httpAnswer("200 OK", "text/html", "<html>Hello</html>")), "protocol",
        "Something else than Windows remote management");
    row("HTTP.sys without WinRM", answering(httpAnswer("404 Not Found", "text/html", "<html>Not Found</html>")),
        "protocol", "no remote management at this address");
    row("401 without our scheme", plain, "schemes", "does not offer the chosen way",
        {text("--auth"), text("kerberos")});
    row("401 after the last leg", plain, "sign_in", "refused the sign-in", {text("--user"), text("nobody")});
    row("403", answering(httpAnswer("403 Forbidden")), "protocol", "forbids remote management");
    row("405, a wrong path", answering(httpAnswer("405 Method Not Allowed")), "protocol", "HTTP status 405");
    row("407, a proxy", answering(httpAnswer("407 Proxy Authentication Required")), "protocol", "proxy");
    row("411", answering(httpAnswer("411 Length Required")), "protocol", "HTTP status 411");
    row("415", answering(httpAnswer("415 Unsupported Media Type")), "protocol", "HTTP status 415");
    row("500 with nothing in it", answering(httpAnswer("500 Internal Server Error")), "protocol", "not encrypted");
    row("503", answering(httpAnswer("503 Service Unavailable")), "protocol", "overloaded or stopped");
    row("301",
        answering(httpAnswer("301 Moved Permanently\r\nLocation: https://elsewhere.test/", "text/html", "<html>")),
        "protocol", "another address: https://elsewhere.test/ (HTTP 301)");
    row("400 of a web server", answering(httpAnswer("400 Bad Request", "text/html", "<html>")), "protocol",
        "malformed or too long");
    row("413", answering(httpAnswer("413 Payload Too Large", "text/html", "<html>")), "protocol",
        "request as too large");
    row("may not manage remotely", broken("identify=fault:5"), "sign_in", "does not let it manage remotely");
    row("namespace missing", plain, "namespace", "not a Connection Broker",
        {text("--namespace"), text("root\\nowhere")});
    row("no rights in the namespace", broken("enumerate=wmi-error:0x80041003"), "namespace", "");
    row("may not list", broken("enumerate=fault:0x80338105"), "list", "refused the account");
    row("too many requests", broken("enumerate=fault:0x803381A6"), "list", "Too many requests");
}

void DiagnosisTest::everySymptomIsToldApart()
{
    QFETCH(const QString, address);
    QFETCH(const QString, stage);
    QFETCH(const QString, sentence);
    QFETCH(const QStringList, options);
    const ProgramResult said = probe(address, options);
    QCOMPARE(said.exitCode, 3);
    QVERIFY(!said.says(SimulatorProcess::password()));
    QVERIFY2(said.took < std::chrono::seconds(20), "far beyond --timeout 2");
    const auto stages = said.objects();
    QVERIFY2(!stages.empty(), said.errors.constData());
    const QJsonObject& last = stages.back();
    const QString message = last.value(text("message")).toString();
    const QString remedy = last.value(text("remedy")).toString();
    qInfo("%s: %s | %s", qPrintable(last.value(text("stage")).toString()), qPrintable(message), qPrintable(remedy));
    QVERIFY(!last.value(text("ok")).toBool());
    QCOMPARE(last.value(text("stage")).toString(), stage);
    QVERIFY2(message.contains(sentence, Qt::CaseInsensitive), qPrintable(message));
    QVERIFY(!remedy.isEmpty());
    for (std::size_t index = 0; index + 1 < stages.size(); ++index)
        QVERIFY(stages[index].value(text("ok")).toBool());
    const QString words = message + remedy;
    QVERIFY2(!m_rowOf.contains(words), qPrintable(text("said already of: ") + m_rowOf.value(words)));
    m_rowOf.insert(words, text(QTest::currentDataTag()));
}

void DiagnosisTest::aGoodBrokerIsGreenAllTheWay()
{
    const ProgramResult said = probe(simulator({}), {});
    QVERIFY2(said.exitCode == 0, said.errors.constData());
    for (const QJsonObject& stage : said.objects()) {
        QVERIFY(stage.value(text("ok")).toBool());
        QVERIFY(!stage.value(text("message")).toString().isEmpty());
    }
}

/// Microsoft's OMI leaves a request without Authorization unanswered: neither Identify nor the question for schemes
/// tells anything, and only the sign-in shows what it is.
void DiagnosisTest::aServerThatIsSilentToStrangersIsTestedAllTheSame()
{
    MiddleMan silent(static_cast<std::uint16_t>(QUrl(simulator({})).port()));
    silent.setIgnore([](const MiddleMan::Exchange& exchange) {
        return exchange.request.head.find("\r\nAuthorization:") == std::string::npos;
    });
    const QString address = text("http://127.0.0.1:%1").arg(silent.port());
    QStringList patient{text("--timeout"), text("40")};
    // It names no way to sign in, and none is guessed: the password stays here.
    const ProgramResult guessing = probe(address, patient);
    QCOMPARE(guessing.exitCode, 3);
    QVERIFY2(guessing.output.contains("--auth"), guessing.output.constData());
    QCOMPARE(silent.signInRequests(), 0);
    patient += QStringList{text("--auth"), text("basic")};
    const ProgramResult good = probe(address, patient);
    QVERIFY2(good.exitCode == 0, good.errors.constData());
    for (const QJsonObject& stage : good.objects())
        QVERIFY(stage.value(text("ok")).toBool());
    const ProgramResult refused = probe(address, patient + QStringList{text("--user"), text("nobody")});
    QCOMPARE(refused.exitCode, 3);
    const auto stages = refused.objects();
    QVERIFY(!stages.empty());
    QCOMPARE(stages.back().value(text("stage")).toString(), text("sign_in"));
    QVERIFY(stages.back().value(text("message")).toString().contains(text("refused the sign-in")));
}

QTEST_GUILESS_MAIN(DiagnosisTest)
#include "DiagnosisTest.moc"
