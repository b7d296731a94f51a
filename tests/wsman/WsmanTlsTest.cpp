// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdlib>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using core::ErrorKind;
using core::Transport;
using tests::ScriptedServer;
namespace answers = wsman::answers;

namespace {

using Connection = ScriptedServer::Connection;

/// A self-signed certificate that the openssl program makes for the test.
struct TestCertificate
{
    ScriptedServer::TlsFiles files;
    std::string sha256;
};

TestCertificate makeCertificate(const QString& stem, const QString& alternativeNames)
{
    // Not QProcess: ThreadSanitizer does not survive its fork in a program with threads.
    const QString command =
        QStringLiteral("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout '%1.key' "
                       "-out '%1.pem' -days 2 -subj '/CN=broker.example.test/O=Пример' -utf8 "
                       "-addext 'subjectAltName=%2' 2>/dev/null")
            .arg(stem, alternativeNames);
    if (std::system(command.toUtf8().constData()) != 0) // NOLINT(concurrency-mt-unsafe): no thread runs yet
        return {};
    QFile file(stem + QStringLiteral(".pem"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray der = QByteArray::fromBase64(file.readAll()
                                                      .replace("-----BEGIN CERTIFICATE-----", "")
                                                      .replace("-----END CERTIFICATE-----", "")
                                                      .replace("\n", ""));
    return {{file.fileName().toStdString(), QString(stem + QStringLiteral(".key")).toStdString()},
            QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex().toStdString()};
}

void answerSession(Connection& connection)
{
    while (connection.read())
        connection.answer(answers::envelope(answers::typedRow("<p:SessionId>1</p:SessionId>")));
}

core::Result<core::Instance> getFrom(const core::ServerProfile& profile)
{
    auto connection = connectionTo(profile);
    return connection.get(oneSession(), patiently());
}

} // namespace

class WsmanTlsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void unknownCertificateIsShownAndNothingIsSent();
    void authorityFileIsTrusted();
    void nameOnTheCertificateMustMatch();
    void pinnedCertificateIsTrusted();
    void changedCertificateIsRefused();
    void pinHoldsForEveryConnection();
    void missingAuthorityFileIsTold();
    void tlsToAPlainPortIsTold();
    void plainToATlsPortIsTold();
    void bareNameDoesNotWalkAroundTheCertificate();
    void droppedTlsConnectionDoesNoHarm();
    void probeShowsTheCertificate();

private:
    core::ServerProfile profileFor(const ScriptedServer& server, Transport transport = Transport::WsmanHttps)
    {
        return profileOf(server.port(), transport);
    }

    QTemporaryDir m_directory;
    TestCertificate m_own;
    TestCertificate m_other;
};

void WsmanTlsTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    m_own = makeCertificate(m_directory.filePath(QStringLiteral("own")), QStringLiteral("IP:127.0.0.1,DNS:localhost"));
    m_other = makeCertificate(m_directory.filePath(QStringLiteral("other")), QStringLiteral("DNS:other.example.test"));
    QCOMPARE(m_own.sha256.size(), std::size_t{64});
    QCOMPARE(m_other.sha256.size(), std::size_t{64});
}

void WsmanTlsTest::unknownCertificateIsShownAndNothingIsSent()
{
    const ScriptedServer server(answerSession, m_own.files);
    const auto result = getFrom(profileFor(server));
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::CertificateUntrusted)));
    QCOMPARE(result.error().delivery, core::Delivery::NotSent);
    const auto& certificate = result.error().certificate;
    QVERIFY(certificate);
    QCOMPARE(certificate->sha256, m_own.sha256);
    QVERIFY(certificate->subject.find("broker.example.test") != std::string::npos);
    QVERIFY(certificate->subject.find("Пример") != std::string::npos);
    QCOMPARE(certificate->alternativeNames, std::string("IP Address:127.0.0.1, DNS:localhost"));
    QCOMPARE(certificate->validFrom.size(), std::size_t{20});
    QVERIFY(!certificate->whyUntrusted.empty());
    QVERIFY(server.requests().empty());
}

void WsmanTlsTest::authorityFileIsTrusted()
{
    const ScriptedServer server(answerSession, m_own.files);
    auto profile = profileFor(server);
    profile.caFile = m_own.files.certificate;
    const auto result = getFrom(profile);
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
}

void WsmanTlsTest::nameOnTheCertificateMustMatch()
{
    const ScriptedServer server(answerSession, m_other.files);
    auto profile = profileFor(server);
    profile.caFile = m_other.files.certificate;
    const auto result = getFrom(profile);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::CertificateUntrusted)));
    QVERIFY(result.error().certificate);
    QVERIFY(result.error().certificate->whyUntrusted.find("mismatch") != std::string::npos);
    QVERIFY(result.error().certificate->hasOtherName);
    QVERIFY(server.requests().empty());
}

void WsmanTlsTest::pinnedCertificateIsTrusted()
{
    const ScriptedServer server(answerSession, m_other.files);
    auto profile = profileFor(server);
    profile.fingerprint = m_other.sha256;
    const auto result = getFrom(profile);
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
}

void WsmanTlsTest::changedCertificateIsRefused()
{
    const ScriptedServer server(answerSession, m_own.files);
    auto profile = profileFor(server);
    profile.caFile = m_own.files.certificate; // trusted otherwise: the pin decides alone
    profile.fingerprint = m_other.sha256;
    const auto result = getFrom(profile);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::CertificateChanged)));
    QVERIFY(result.error().certificate);
    QCOMPARE(result.error().certificate->sha256, m_own.sha256);
    QVERIFY(result.error().detail.find(m_other.sha256) != std::string::npos);
    QVERIFY(server.requests().empty());
}

void WsmanTlsTest::pinHoldsForEveryConnection()
{
    auto first = std::make_unique<ScriptedServer>(
        [](Connection& connection) {
            connection.read();
            connection.answer(answers::envelope(answers::typedRow("")), 200, "Connection: close\r\n");
        },
        m_own.files);
    auto profile = profileFor(*first);
    profile.fingerprint = m_own.sha256;
    auto connection = connectionTo(profile);
    for (int index = 0; index < 3; ++index) {
        const auto result = connection.get(oneSession(), patiently());
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
    }
    QTRY_COMPARE_WITH_TIMEOUT(first->closedConnections(), 3, 10'000);
}

void WsmanTlsTest::missingAuthorityFileIsTold()
{
    const ScriptedServer server(answerSession, m_own.files);
    auto profile = profileFor(server);
    profile.caFile = m_directory.filePath(QStringLiteral("missing.pem")).toStdString();
    const auto result = getFrom(profile);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::InvalidInput)));
}

void WsmanTlsTest::tlsToAPlainPortIsTold()
{
    const ScriptedServer server([](Connection& connection) {
        connection.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        connection.hang();
    });
    const auto result = getFrom(profileFor(server));
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::TlsFailed)));
    QCOMPARE(result.error().delivery, core::Delivery::NotSent);
}

void WsmanTlsTest::plainToATlsPortIsTold()
{
    const ScriptedServer server(answerSession, m_own.files);
    auto connection = connectionTo(profileFor(server, Transport::WsmanHttp));
    const auto opened = connection.open(patiently(), [](const management::StageReport& /*report*/) {});
    QVERIFY(!opened);
    QCOMPARE(nameOf(opened.error()), std::string(core::symbol(ErrorKind::TlsRequired)));
}

void WsmanTlsTest::bareNameDoesNotWalkAroundTheCertificate()
{
    const ScriptedServer server(answerSession, m_own.files);
    auto connection = wsman::connectorFor(profileFor(server, Transport::Automatic), core::Secret(password))();
    QVERIFY(connection);
    const auto opened = (*connection)->open(patiently(), {});
    QVERIFY(!opened);
    QCOMPARE(nameOf(opened.error()), std::string(core::symbol(ErrorKind::CertificateUntrusted)));
    QVERIFY(opened.error().certificate);
}

void WsmanTlsTest::droppedTlsConnectionDoesNoHarm()
{
    const ScriptedServer server([](Connection& connection) { connection.read(); }, m_own.files);
    auto profile = profileFor(server);
    profile.fingerprint = m_own.sha256;
    auto connection = connectionTo(profile);
    for (int index = 0; index < 5; ++index) {
        const auto result = connection.invoke(oneSession(), "Logoff", {}, patiently());
        QVERIFY(!result);
        QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::ConnectionLost)));
        QCOMPARE(result.error().delivery, core::Delivery::MaybeSent);
    }
    QCOMPARE(server.requests().size(), std::size_t{5});
}

void WsmanTlsTest::probeShowsTheCertificate()
{
    const ScriptedServer server(answerSession, m_own.files);
    auto connection = connectionTo(profileFor(server));
    std::vector<management::StageReport> stages;
    const auto opened = connection.open(
        patiently(), [&stages](management::StageReport report) { stages.push_back(std::move(report)); });
    QVERIFY(!opened);
    QCOMPARE(stages.size(), std::size_t{3});
    QCOMPARE(stages.back().stage, management::ProbeStage::Tls);
    QVERIFY(stages.back().error && stages.back().certificate);
    QCOMPARE(stages.back().certificate->sha256, m_own.sha256);
}

QTEST_GUILESS_MAIN(WsmanTlsTest)
#include "WsmanTlsTest.moc"
