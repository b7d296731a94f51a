// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/WebFetch.h"

#include "support/ScriptedServer.h"
#include "support/TestCertificate.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <thread>

using namespace deskwarden;
using core::ErrorKind;
using tests::ScriptedServer;
using Connection = ScriptedServer::Connection;

namespace {

constexpr auto enough = std::chrono::seconds(60);

void serveVersion(Connection& connection)
{
    while (connection.read())
        connection.answer("{}", 200, {}, "application/json");
}

} // namespace

/// A GET from a real HTTPS server whose authority was made for the test.
class WebFetchTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatStandsThereIsBroughtAndNothingIsSaid();
    void aCertificateOfNobodyKnownIsRefused();
    void aCertificateOfAnotherNameIsRefused();
    void aRedirectionIsFollowedOverHttpsAlone();
    void anEndlessRedirectionEnds();
    void anAnswerThatIsTooLargeIsRefused_data();
    void anAnswerThatIsTooLargeIsRefused();
    void anyOtherStatusIsTold();
    void whatIsNoHttpIsRefused_data();
    void whatIsNoHttpIsRefused();
    void aSilentServerIsLeftInTime();
    void aSilentServerIsLeftAtTheDeadline();
    void aProxyOfTheEnvironmentIsTaken();

private:
    [[nodiscard]] core::Result<std::string> fetch(const ScriptedServer& server,
                                                  const std::string& path = "/latest.json",
                                                  const char* host = "localhost")
    {
        core::WebAddress address;
        address.host = host;
        address.port = server.port();
        address.path = path;
        return wsman::fetchFromWeb(address, m_limits, management::CallContext::within(enough));
    }

    QTemporaryDir m_folder;
    ScriptedServer::TlsFiles m_tls;
    wsman::FetchLimits m_limits;
};

void WebFetchTest::initTestCase()
{
    for (const char* const name : {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"})
        qunsetenv(name);
    const auto certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(certificate.isUsable(), qPrintable(certificate.problem));
    m_tls = {certificate.certificateFile.toStdString(), certificate.keyFile.toStdString()};
    m_limits.caFile = certificate.authorityFile.toStdString();
}

void WebFetchTest::whatStandsThereIsBroughtAndNothingIsSaid()
{
    const ScriptedServer server(serveVersion, m_tls);
    const auto content = fetch(server);
    QVERIFY2(content, content ? "" : content.error().detail.c_str());
    QCOMPARE(*content, std::string("{}"));
    const auto requests = server.requests();
    QCOMPARE(requests.size(), std::size_t{1});
    QCOMPARE(requests.front().body, std::string());
    QStringList lines = QString::fromStdString(requests.front().head).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    lines.sort();
    const QStringList wanted{QStringLiteral("Accept: */*"), QStringLiteral("Connection: Keep-Alive"),
                             QStringLiteral("GET /latest.json HTTP/1.1"),
                             QStringLiteral("Host: localhost:%1").arg(server.port()),
                             QStringLiteral("User-Agent: Deskwarden")};
    QCOMPARE(lines, wanted);
}

void WebFetchTest::aCertificateOfNobodyKnownIsRefused()
{
    const ScriptedServer server(serveVersion, m_tls);
    const wsman::FetchLimits usual = std::exchange(m_limits, {});
    const auto content = fetch(server);
    m_limits = usual;
    QVERIFY(!content);
    QCOMPARE(content.error().kind, ErrorKind::CertificateUntrusted);
    QVERIFY(server.requests().empty());
}

void WebFetchTest::aCertificateOfAnotherNameIsRefused()
{
    QTemporaryDir folder;
    const auto other = support::makeTestCertificate(folder, "DNS:other.example.test");
    QVERIFY(other.isUsable());
    const ScriptedServer server(serveVersion, {other.certificateFile.toStdString(), other.keyFile.toStdString()});
    const wsman::FetchLimits usual = m_limits;
    m_limits.caFile = other.authorityFile.toStdString();
    const auto content = fetch(server);
    m_limits = usual;
    QVERIFY(!content);
    QCOMPARE(content.error().kind, ErrorKind::CertificateUntrusted);
    QVERIFY(server.requests().empty());
}

void WebFetchTest::aRedirectionIsFollowedOverHttpsAlone()
{
    const ScriptedServer plain(serveVersion);
    const ScriptedServer target(serveVersion, m_tls);
    const std::string onward = "Location: https://localhost:" + std::to_string(target.port()) + "/x\r\n";
    const std::string down = "Location: http://localhost:" + std::to_string(plain.port()) + "/x\r\n";
    const ScriptedServer server(
        [&](Connection& connection) {
            while (const auto request = connection.read())
                connection.answer({}, 302, request->head.starts_with("GET /down") ? down : onward);
        },
        m_tls);
    const auto followed = fetch(server, "/onward");
    QVERIFY2(followed, followed ? "" : followed.error().detail.c_str());
    QCOMPARE(*followed, std::string("{}"));
    const auto refused = fetch(server, "/down");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::HttpStatus);
    QVERIFY(refused.error().subject.starts_with("http://"));
    QVERIFY(plain.requests().empty());
    QCOMPARE(plain.closedConnections(), 0);
}

void WebFetchTest::anEndlessRedirectionEnds()
{
    const ScriptedServer server(
        [](Connection& connection) {
            while (connection.read())
                connection.answer({}, 301, "Location: /again\r\n");
        },
        m_tls);
    const auto content = fetch(server);
    QVERIFY(!content);
    QCOMPARE(content.error().kind, ErrorKind::HttpStatus);
    QCOMPARE(server.requests().size(), static_cast<std::size_t>(m_limits.redirections) + 1);
}

void WebFetchTest::anAnswerThatIsTooLargeIsRefused_data()
{
    QTest::addColumn<bool>("isTold");
    QTest::newRow("its size is told") << true;
    QTest::newRow("it goes on and on") << false;
}

void WebFetchTest::anAnswerThatIsTooLargeIsRefused()
{
    QFETCH(bool, isTold);
    const ScriptedServer server(
        [isTold](Connection& connection) {
            while (connection.read()) {
                if (isTold) {
                    connection.answer(std::string(65 * 1024, ' '));
                    continue;
                }
                connection.write("HTTP/1.1 200 OK\r\n\r\n");
                for (int piece = 0; piece < 70; ++piece)
                    connection.write(std::string(1024, ' '));
                connection.hang();
            }
        },
        m_tls);
    const auto content = fetch(server);
    QVERIFY(!content);
    QCOMPARE(content.error().kind, ErrorKind::TooLarge);
}

void WebFetchTest::anyOtherStatusIsTold()
{
    for (const int status : {204, 304, 400, 401, 403, 404, 407, 500, 503}) {
        const ScriptedServer server(
            [status](Connection& connection) {
                while (connection.read())
                    connection.answer({}, status, "WWW-Authenticate: Negotiate\r\n");
            },
            m_tls);
        const auto content = fetch(server);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::HttpStatus);
        QCOMPARE(content.error().code, static_cast<std::uint32_t>(status));
        QCOMPARE(server.requests().size(), std::size_t{1}); // nobody signs in
    }
}

void WebFetchTest::whatIsNoHttpIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a banner") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"version\"");
    QTest::newRow("an odd length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}");
    QTest::newRow("a broken chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}");
    QTest::newRow("a head without end") << QByteArray("HTTP/1.1 200 OK\r\nX: ") + QByteArray(400 * 1024, 'x');
}

void WebFetchTest::whatIsNoHttpIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const ScriptedServer server(
        [&bytes](Connection& connection) {
            if (connection.read())
                connection.write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        },
        m_tls);
    const auto content = fetch(server);
    QVERIFY(!content || content->empty()); // libcurl takes half a head for a whole one, without a body
}

void WebFetchTest::aSilentServerIsLeftInTime()
{
    const ScriptedServer server([](Connection& connection) { connection.hang(); }, m_tls);
    core::WebAddress address;
    address.host = "localhost";
    address.port = server.port();
    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        sinceStop.start();
        stop.request_stop();
    });
    const auto content =
        wsman::fetchFromWeb(address, m_limits, management::CallContext::within(enough, stop.get_token()));
    const qint64 took = sinceStop.elapsed();
    QVERIFY(!content);
    QCOMPARE(content.error().kind, ErrorKind::Cancelled);
    QVERIFY2(took < 2000, qPrintable(QString::number(took)));
}

void WebFetchTest::aSilentServerIsLeftAtTheDeadline()
{
    const ScriptedServer server([](Connection& connection) { connection.hang(); }, m_tls);
    core::WebAddress address;
    address.host = "localhost";
    address.port = server.port();
    const auto content =
        wsman::fetchFromWeb(address, m_limits, management::CallContext::within(std::chrono::milliseconds(500)));
    QVERIFY(!content);
    QCOMPARE(content.error().kind, ErrorKind::TimedOut);
}

void WebFetchTest::aProxyOfTheEnvironmentIsTaken()
{
    const ScriptedServer proxy([](Connection& connection) {
        if (connection.read())
            connection.answer({}, 403);
    });
    const ScriptedServer server(serveVersion, m_tls);
    qputenv("https_proxy", QByteArray("http://127.0.0.1:") + QByteArray::number(proxy.port()));
    const auto content = fetch(server);
    qunsetenv("https_proxy");
    QVERIFY(!content);
    QVERIFY(server.requests().empty());
    const auto requests = proxy.requests();
    QCOMPARE(requests.size(), std::size_t{1});
    QVERIFY(requests.front().head.starts_with("CONNECT localhost:"));
}

QTEST_GUILESS_MAIN(WebFetchTest)
#include "WebFetchTest.moc"
