// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"
#include "wsman/tls/TlsFailure.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

#include <openssl/ssl.h>

#include <cstdlib>
#include <variant>

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
    void authoritiesAreReadInEachForm_data();
    void authoritiesAreReadInEachForm();
    void missingAuthorityFileIsTold();
    void eachRefusalOfTlsNamesItsCause_data();
    void eachRefusalOfTlsNamesItsCause();
    void aKeyThatCannotBeUsedIsTold_data();
    void aKeyThatCannotBeUsedIsTold();
    void wordsOfEachTlsLibraryAreUnderstood_data();
    void wordsOfEachTlsLibraryAreUnderstood();
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
    QVERIFY(result.error().reason == core::ErrorReason(core::InputProblem::AuthoritiesUnreadable));
    QCOMPARE(result.error().detail, profile.caFile);
}

void WsmanTlsTest::authoritiesAreReadInEachForm_data()
{
    QTest::addColumn<QString>("command"); // makes %2 of the PEM file %1, with the key in %3
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("PEM") << QStringLiteral("cp '%1' '%2'") << true;
    QTest::newRow("DER") << QStringLiteral("openssl x509 -in '%1' -outform DER -out '%2'") << true;
    QTest::newRow("PEM after other text") << QStringLiteral("openssl x509 -text -in '%1' -out '%2'") << true;
    QTest::newRow("PEM with CR LF") << QStringLiteral("sed 's/$/\\r/' '%1' >'%2'") << true;
    QTest::newRow("key and certificate") << QStringLiteral("cat '%3' '%1' >'%2'") << true;
    QTest::newRow("encrypted key and certificate")
        << QStringLiteral("openssl pkey -in '%3' -aes128 -passout pass:x >'%2' && cat '%1' >>'%2'") << true;
    QTest::newRow("a key alone") << QStringLiteral("cp '%3' '%2'") << false;
    QTest::newRow("nothing") << QStringLiteral(": '%1' >'%2'") << false;
    QTest::newRow("noise") << QStringLiteral("head -c 3000 /dev/zero >'%2'; : '%1'") << false;
    QTest::newRow("half of DER") << QStringLiteral("openssl x509 -in '%1' -outform DER | head -c 100 >'%2'") << false;
}

void WsmanTlsTest::authoritiesAreReadInEachForm()
{
    QFETCH(QString, command);
    QFETCH(bool, isTrusted);
    const QString made = m_directory.filePath(QStringLiteral("authorities"));
    command.replace(QStringLiteral("%1"), QString::fromStdString(m_own.files.certificate));
    command.replace(QStringLiteral("%2"), made);
    command.replace(QStringLiteral("%3"), QString::fromStdString(m_own.files.key));
    QCOMPARE(std::system(command.toUtf8().constData()), 0); // NOLINT(concurrency-mt-unsafe): no thread runs yet
    const ScriptedServer server(answerSession, m_own.files);
    auto profile = profileFor(server);
    profile.caFile = made.toStdString();
    const auto result = getFrom(profile);
    QCOMPARE(result.has_value(), isTrusted);
    if (!result)
        QVERIFY(result.error().reason == core::ErrorReason(core::InputProblem::AuthoritiesMissing));
}

void WsmanTlsTest::eachRefusalOfTlsNamesItsCause_data()
{
    using enum core::TlsProblem;
    QTest::addColumn<int>("newest");
    QTest::addColumn<QByteArray>("ciphers");
    QTest::addColumn<bool>("wantsCertificate");
    QTest::addColumn<bool>("showsCertificate");
    QTest::addColumn<int>("problem");
    const auto row = [](const char* name, int newest, const char* ciphers, bool wants, bool shows,
                        core::TlsProblem problem) {
        QTest::newRow(name) << newest << QByteArray(ciphers) << wants << shows << static_cast<int>(problem);
    };
    row("TLS 1.0", TLS1_VERSION, "", false, false, VersionTooOld);
    row("TLS 1.1", TLS1_1_VERSION, "", false, false, VersionTooOld);
    row("no cipher in common", TLS1_2_VERSION, "AES128-SHA", false, false, NoCommonCipher);
    row("a certificate, TLS 1.2", TLS1_2_VERSION, "", true, false, ClientCertificateMissing);
    row("a certificate, TLS 1.3", TLS1_3_VERSION, "", true, false, ClientCertificateMissing);
    row("another certificate", TLS1_2_VERSION, "", true, true, ClientCertificateRefused);
}

void WsmanTlsTest::eachRefusalOfTlsNamesItsCause()
{
    QFETCH(int, newest);
    QFETCH(QByteArray, ciphers);
    QFETCH(bool, wantsCertificate);
    QFETCH(bool, showsCertificate);
    QFETCH(int, problem);
    ScriptedServer::TlsFiles files = m_own.files;
    files.newestVersion = newest;
    files.ciphers = ciphers.toStdString();
    files.wantsCertificate = wantsCertificate;
    const ScriptedServer server(answerSession, files);
    auto profile = profileFor(server);
    profile.fingerprint = m_own.sha256;
    if (showsCertificate) {
        profile.auth = core::AuthScheme::Certificate;
        profile.clientCertificate = m_other.files.certificate;
        profile.clientKey = m_other.files.key;
    }
    // Over TLS 1.3 the request may be under way before the refusal comes, and its word may be lost with the connection.
    for (int again = 0; again < 20; ++again) {
        const auto result = getFrom(profile);
        QVERIFY(!result);
        const auto* told = std::get_if<core::TlsProblem>(&result.error().reason);
        QVERIFY2(told, result.error().detail.c_str());
        QCOMPARE(static_cast<int>(*told), problem);
        QVERIFY2(result.error().detail.find("getpeername") == std::string::npos, result.error().detail.c_str());
    }
    QVERIFY(server.requests().empty());
}

void WsmanTlsTest::aKeyThatCannotBeUsedIsTold_data()
{
    QTest::addColumn<QString>("command"); // makes the key %2 of the key %1
    QTest::addColumn<int>("problem");
    using enum core::InputProblem;
    QTest::newRow("encrypted") << QStringLiteral("openssl pkey -in '%1' -aes256 -passout pass:x -out '%2'")
                               << static_cast<int>(ClientKeyLocked);
    QTest::newRow("encrypted, the old way")
        << QStringLiteral("openssl ec -in '%1' -aes256 -passout pass:x -out '%2' 2>/dev/null")
        << static_cast<int>(ClientKeyLocked);
    QTest::newRow("of another certificate")
        << QStringLiteral("openssl ecparam -name prime256v1 -genkey -noout -out '%2'; : '%1'")
        << static_cast<int>(ClientKeyOfAnother);
    QTest::newRow("nothing") << QStringLiteral(": '%1' >'%2'") << static_cast<int>(ClientKeyUnreadable);
    QTest::newRow("no file") << QStringLiteral("rm -f '%2'; : '%1'") << static_cast<int>(ClientKeyUnreadable);
    QTest::newRow("DER") << QStringLiteral("openssl pkey -in '%1' -outform DER -out '%2'")
                         << static_cast<int>(ClientKeyUnreadable);
}

void WsmanTlsTest::aKeyThatCannotBeUsedIsTold()
{
    QFETCH(QString, command);
    QFETCH(int, problem);
    const QString made = m_directory.filePath(QStringLiteral("made.key"));
    command.replace(QStringLiteral("%1"), QString::fromStdString(m_own.files.key));
    command.replace(QStringLiteral("%2"), made);
    QCOMPARE(std::system(command.toUtf8().constData()), 0); // NOLINT(concurrency-mt-unsafe): no thread runs yet
    const ScriptedServer server(answerSession, m_own.files);
    auto profile = profileFor(server);
    profile.fingerprint = m_own.sha256;
    profile.auth = core::AuthScheme::Certificate;
    profile.clientCertificate = m_own.files.certificate;
    profile.clientKey = made.toStdString();
    const auto result = getFrom(profile);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::InvalidInput)));
    const auto* told = std::get_if<core::InputProblem>(&result.error().reason);
    QVERIFY2(told, result.error().detail.c_str());
    QCOMPARE(static_cast<int>(*told), problem);
    QCOMPARE(result.error().detail, profile.clientKey);
    QCOMPARE(server.closedConnections(), 0);
}

void WsmanTlsTest::wordsOfEachTlsLibraryAreUnderstood_data()
{
    using enum core::TlsProblem;
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("problem"); // -1: none is known
    const auto row = [](const char* words, int problem) { QTest::newRow(words) << QByteArray(words) << problem; };
    const auto known = [&row](const char* words, core::TlsProblem problem) { row(words, static_cast<int>(problem)); };
    known("error:0A00010B:SSL routines::wrong version number", NotTls);
    known("TLS connect error: error:0A0000C6:SSL routines::packet length too long", NotTls);
    known("error:0A000102:SSL routines::unsupported protocol", VersionTooOld);
    known("error:0A00042E:SSL routines::tlsv1 alert protocol version", VersionTooOld);
    known("error:0A00018A:SSL routines::dh key too small", NoCommonCipher);
    known("error:0A000410:SSL routines::sslv3 alert handshake failure", NoCommonCipher);
    known("error:0A00042F:SSL routines::tlsv1 alert insufficient security", NoCommonCipher);
    known("error:0A000458:SSL routines::tlsv1 unrecognized name", NameUnknown);
    known("OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0",
          ClientCertificateMissing);
    known("schannel: next InitializeSecurityContext failed: SEC_E_INVALID_TOKEN (0x80090308)", NotTls);
    known("schannel: next InitializeSecurityContext failed: SEC_E_ALGORITHM_MISMATCH (0x80090331)", NoCommonCipher);
    row("error:0A000438:SSL routines::tlsv1 alert internal error", -1);
    row("error:0A000416:SSL routines::sslv3 alert certificate unknown", -1); // though nobody asked for one
    row("error:80000002:system library::No such file or directory", -1);
    row("error:", -1);
    row("SSL connection timeout", -1);
    row("", -1);
}

void WsmanTlsTest::wordsOfEachTlsLibraryAreUnderstood()
{
    QFETCH(QByteArray, words);
    QFETCH(int, problem);
    const auto told = wsman::tlsProblem({}, words.toStdString());
    QCOMPARE(told ? static_cast<int>(*told) : -1, problem);
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
    QVERIFY(result.error().reason == core::ErrorReason(core::TlsProblem::NotTls));
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
