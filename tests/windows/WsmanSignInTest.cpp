// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "windows/LinuxSimulator.h"
#include "wsman/http/HttpChannel.h"
#include "wsman/signin/EncryptedMime.h"
#include "wsman/signin/NegotiateAuthenticator.h"
#include "wsman/signin/SspiSecurityContext.h"
#include "wsman/signin/SspiStatus.h"
#include "wsman/WsmanConnection.h"

#include <QFile>
#include <QTest>

#include <map>
#include <memory>
#include <vector>

using namespace deskwarden;
using core::AuthScheme;
using core::ErrorKind;
using integration::LinuxSimulator;

/// WinRM as Windows does it, SSPI with Schannel, against simulated brokers of Linux with GSSAPI and GnuTLS: two
/// implementations that know nothing of each other. with-simulators.sh starts them.
class WsmanSignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everySchemeSignsInAndLists_data();
    void everySchemeSignsInAndLists();
    void aWrongPasswordIsRefused_data();
    void aWrongPasswordIsRefused();
    void certificatesAreJudged_data();
    void certificatesAreJudged();
    void aRefusedCertificateIsShown();
    void aTamperedAnswerDoesNotUnseal();
    void nothingIsSealedBeforeTheSignIn();
    void statusCodesAreToldAsOnOtherSystems_data();
    void statusCodesAreToldAsOnOtherSystems();

private:
    [[nodiscard]] core::ServerProfile profile(const QByteArray& broker, AuthScheme scheme,
                                              const QByteArray& user) const;
    [[nodiscard]] static std::string file(const char* name);

    std::map<QByteArray, std::unique_ptr<integration::LinuxSimulator>> m_brokers;
};

namespace {

constexpr const char* password = "Correct-Horse-7";
constexpr const char* ntlmUser = "CORP\\helpdesk";
constexpr const char* kerberosUser = "EXAMPLE.TEST\\helpdesk"; // Wine takes no user@REALM

management::CallContext soon()
{
    return management::CallContext::within(std::chrono::seconds(40));
}

core::Result<std::size_t> countSessions(const core::ServerProfile& profile, const char* secret)
{
    const auto connection = wsman::connectorFor(profile, core::Secret(secret))();
    if (!connection)
        return core::failure(connection.error());
    std::size_t count = 0;
    if (auto opened = (*connection)->open(soon(), {}); !opened)
        return core::failure(std::move(opened.error()));
    const auto end = (*connection)
                         ->enumerate(
                             {std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"},
                             [&count](std::vector<core::Instance>&& batch) { count += batch.size(); }, soon());
    return end ? core::Result<std::size_t>(count) : core::failure(end.error());
}

QByteArray told(const core::ManagementError& error)
{
    return QByteArray(core::symbol(error.kind)) + ' ' + QByteArray::number(error.code, 16) + ' ' +
           QByteArray::fromStdString(error.detail);
}

/// Remembers the answer to a sealed request, and damages it on the way.
class DamagedContext final : public wsman::SecurityContext
{
public:
    explicit DamagedContext(std::unique_ptr<wsman::SecurityContext> whole)
        : m_whole(std::move(whole))
    {}
    core::Result<std::string> step(std::string_view token, const management::CallContext& context) override
    {
        return m_whole->step(token, context);
    }
    [[nodiscard]] bool isEstablished() const noexcept override { return m_whole->isEstablished(); }
    [[nodiscard]] wsman::Mechanism mechanism() const noexcept override { return m_whole->mechanism(); }
    core::Result<wsman::SealedMessage> seal(std::string_view plain) override { return m_whole->seal(plain); }
    core::Result<std::string> unseal(std::string_view header, std::string_view ciphertext) override
    {
        std::string damaged(ciphertext);
        damaged.at(damaged.size() / 2) ^= '\x01';
        return m_whole->unseal(header, damaged);
    }

private:
    std::unique_ptr<wsman::SecurityContext> m_whole;
};

std::shared_ptr<management::AbandonedCalls> calls()
{
    return std::make_shared<management::AbandonedCalls>(8);
}

} // namespace

void WsmanSignInTest::initTestCase()
{
    const auto start = [this](const char* name, const char* certificate) {
        QStringList options{QStringLiteral("--sessions"), QStringLiteral("40"),
                            QStringLiteral("--auth"),     QStringLiteral("ntlm,kerberos"),
                            QStringLiteral("--keytab"),   LinuxSimulator::nativeFile(QStringLiteral("keytab"))};
        if (certificate) {
            const QString stem = QString::fromLatin1(certificate);
            options << QStringLiteral("--tls") << LinuxSimulator::nativeFile(stem + QStringLiteral(".pem"))
                    << LinuxSimulator::nativeFile(stem + QStringLiteral(".key"));
        }
        auto broker = std::make_unique<LinuxSimulator>(options);
        QVERIFY2(broker->problem().empty(), broker->problem().c_str());
        m_brokers.emplace(name, std::move(broker));
    };
    start("http", nullptr);
    start("https", "localhost");
    start("elsewhere", "elsewhere");
}

std::string WsmanSignInTest::file(const char* name)
{
    return LinuxSimulator::file(QString::fromLatin1(name)).toStdString();
}

core::ServerProfile WsmanSignInTest::profile(const QByteArray& broker, AuthScheme scheme, const QByteArray& user) const
{
    core::ServerProfile profile;
    profile.address.host = "localhost";
    profile.address.transport = broker == "http" ? core::Transport::WsmanHttp : core::Transport::WsmanHttps;
    if (const auto found = m_brokers.find(broker); found != m_brokers.end())
        profile.address.port = found->second->port();
    profile.auth = scheme;
    profile.user = user.toStdString();
    if (profile.address.transport == core::Transport::WsmanHttps)
        profile.caFile = file("authority.pem");
    return profile;
}

void WsmanSignInTest::everySchemeSignsInAndLists_data()
{
    QTest::addColumn<QByteArray>("broker");
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QByteArray>("user");
    const auto row = [](const char* name, const char* broker, AuthScheme scheme, const char* user) {
        QTest::newRow(name) << QByteArray(broker) << static_cast<int>(scheme) << QByteArray(user);
    };
    // Kerberos' EncryptMessage of Wine has another layout than WinRM's, its Negotiate has no SPNEGO, and nothing of it
    // knows channel bindings: those are left out here, and go through GSSAPI in tests/wsman and tests/integration.
    row("HTTP sealed with NTLM", "http", AuthScheme::Ntlm, ntlmUser);
    row("HTTP sealed, NTLM negotiated", "http", AuthScheme::Negotiate, ntlmUser);
    row("HTTP sealed, the strongest way", "http", AuthScheme::Automatic, ntlmUser);
    row("HTTPS with NTLM", "https", AuthScheme::Ntlm, ntlmUser);
    row("HTTPS with Kerberos and a password", "https", AuthScheme::Kerberos, kerberosUser);
    row("HTTPS with Kerberos and the own ticket", "https", AuthScheme::Kerberos, "");
}

void WsmanSignInTest::everySchemeSignsInAndLists()
{
    QFETCH(QByteArray, broker);
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    const auto count = countSessions(profile(broker, static_cast<AuthScheme>(scheme), user), password);
    QVERIFY2(count, count ? "" : told(count.error()).constData());
    QCOMPARE(*count, std::size_t{40});
}

void WsmanSignInTest::aWrongPasswordIsRefused_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QByteArray>("user");
    // A KDC's refusal comes out of Wine as STATUS_UNSUCCESSFUL, which says nothing.
    QTest::newRow("NTLM") << static_cast<int>(AuthScheme::Ntlm) << QByteArray(ntlmUser);
    QTest::newRow("negotiated") << static_cast<int>(AuthScheme::Negotiate) << QByteArray(ntlmUser);
}

void WsmanSignInTest::aWrongPasswordIsRefused()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    const auto count = countSessions(profile("http", static_cast<AuthScheme>(scheme), user), "wrong-Horse-8");
    QVERIFY(!count);
    QVERIFY2(count.error().kind == ErrorKind::SignInRefused, told(count.error()).constData());
    QVERIFY(count.error().delivery == core::Delivery::NotSent);
}

void WsmanSignInTest::certificatesAreJudged_data()
{
    QTest::addColumn<QByteArray>("broker");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("caFile");
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<int>("expected");
    QTest::addColumn<QByteArray>("why");
    const auto row = [](const char* name, const char* broker, const char* host, const char* caFile, const char* pin,
                        int expected, const char* why = "") {
        QTest::newRow(name) << QByteArray(broker) << QByteArray(host) << QByteArray(caFile) << QByteArray(pin)
                            << expected << QByteArray(why);
    };
    constexpr int good = -1;
    constexpr int untrusted = static_cast<int>(ErrorKind::CertificateUntrusted);
    constexpr int changed = static_cast<int>(ErrorKind::CertificateChanged);
    row("its authority is given", "https", "localhost", "authority.pem", "", good);
    row("its authority is given, by address", "https", "127.0.0.1", "authority.pem", "", good);
    row("another authority is given", "https", "localhost", "foreign.pem", "", untrusted, "certificate");
    row("nothing is given", "https", "localhost", "", "", untrusted, "certificate");
    row("it is for another name", "elsewhere", "localhost", "authority.pem", "", untrusted, "mismatch");
    row("it is for another name, by address", "elsewhere", "127.0.0.1", "authority.pem", "", untrusted, "mismatch");
    row("it is pinned", "https", "localhost", "", "localhost.sha256", good);
    row("it is pinned, whatever its name", "https", "127.0.0.1", "foreign.pem", "localhost.sha256", good);
    row("another one is pinned", "elsewhere", "localhost", "authority.pem", "localhost.sha256", changed);
    row("the authority's file is none", "https", "localhost", "localhost.sha256", "",
        static_cast<int>(ErrorKind::InvalidInput));
}

void WsmanSignInTest::certificatesAreJudged()
{
    QFETCH(QByteArray, broker);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, caFile);
    QFETCH(QByteArray, pin);
    QFETCH(int, expected);
    QFETCH(QByteArray, why);
    core::ServerProfile server = profile(broker, AuthScheme::Ntlm, ntlmUser);
    server.address.host = host.toStdString();
    server.caFile = caFile.isEmpty() ? std::string() : file(caFile.constData());
    if (!pin.isEmpty()) {
        QFile fingerprint(QString::fromStdString(file(pin.constData())));
        QVERIFY(fingerprint.open(QIODevice::ReadOnly));
        server.fingerprint = fingerprint.readAll().trimmed().toStdString();
    }
    const auto count = countSessions(server, password);
    if (expected < 0) {
        QVERIFY2(count, count ? "" : told(count.error()).constData());
        return;
    }
    QVERIFY(!count);
    QVERIFY2(count.error().kind == static_cast<ErrorKind>(expected), told(count.error()).constData());
    QVERIFY(count.error().delivery == core::Delivery::NotSent);
    QVERIFY2(QByteArray::fromStdString(count.error().detail).contains(why), told(count.error()).constData());
}

void WsmanSignInTest::aRefusedCertificateIsShown()
{
    core::ServerProfile server = profile("https", AuthScheme::Ntlm, ntlmUser);
    server.caFile.clear();
    const auto count = countSessions(server, password);
    QVERIFY(!count);
    const auto certificate = count.error().certificate;
    QVERIFY(certificate);
    QCOMPARE(certificate->subject, std::string("CN=localhost, O=Deskwarden"));
    QCOMPARE(certificate->issuer, std::string("CN=Test authority"));
    QCOMPARE(certificate->alternativeNames, std::string("DNS:localhost, IP Address:127.0.0.1"));
    QCOMPARE(certificate->validFrom.size(), std::size_t{20});
    QFile fingerprint(QString::fromStdString(file("localhost.sha256")));
    QVERIFY(fingerprint.open(QIODevice::ReadOnly));
    QCOMPARE(certificate->sha256, fingerprint.readAll().trimmed().toStdString());
}

void WsmanSignInTest::aTamperedAnswerDoesNotUnseal()
{
    const core::ServerProfile server = profile("http", AuthScheme::Ntlm, ntlmUser);
    wsman::SecurityIdentity identity;
    identity.scheme = AuthScheme::Ntlm;
    identity.host = server.address.host;
    identity.user = ntlmUser;
    identity.password = core::Secret(password);
    wsman::NegotiateAuthenticator authenticator(identity, {}, [](const wsman::SecurityIdentity& who) {
        return std::make_unique<DamagedContext>(std::make_unique<wsman::SspiSecurityContext>(who, calls()));
    });
    wsman::HttpOptions options;
    options.isTls = false;
    options.host = server.address.host;
    options.port = server.address.port;
    wsman::HttpChannel channel(options);
    const auto established = authenticator.establish(channel, soon());
    QVERIFY2(established, established ? "" : told(established.error()).constData());
    const auto request = authenticator.protect("<this is no envelope, and the server says so>");
    QVERIFY(request);
    QVERIFY(request->body.find("no envelope") == std::string::npos);
    auto answer = channel.post(request->body, request->headers, soon());
    QVERIFY(answer);
    QVERIFY(wsman::isEncryptedContentType(answer->contentType));
    const auto opened = authenticator.unprotect(*answer);
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == ErrorKind::MessageTampered);
    QVERIFY(opened.error().delivery == core::Delivery::MaybeSent);
}

void WsmanSignInTest::nothingIsSealedBeforeTheSignIn()
{
    wsman::SspiSecurityContext context({}, calls());
    const auto sealed = context.seal("text");
    QVERIFY(!sealed);
    QVERIFY(sealed.error().kind == ErrorKind::UnprotectedRefused);
    const auto opened = context.unseal("signature", "text");
    QVERIFY(!opened);
    QVERIFY(opened.error().kind == ErrorKind::MessageTampered);
}

void WsmanSignInTest::statusCodesAreToldAsOnOtherSystems_data()
{
    QTest::addColumn<quint32>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint32>("code");
    const auto row = [](const char* name, quint32 status, ErrorKind kind, quint32 code) {
        QTest::newRow(name) << status << static_cast<int>(kind) << code;
    };
    row("logon denied", 0x8009030C, ErrorKind::SignInRefused, 0x8009030C);
    row("no such user", 0xC0000064, ErrorKind::SignInRefused, 0x8009030C);
    row("password expired", 0xC0000071, ErrorKind::SignInRefused, 1330);
    row("account disabled", 0x80070533, ErrorKind::SignInRefused, 1331);
    row("unknown realm", 0x80090311, ErrorKind::SignInImpossible, 0x80090311);
    row("no domain controller", 0x80090350, ErrorKind::SignInImpossible, 0x80090311);
    row("clock skew", 0x80090324, ErrorKind::SignInImpossible, 0x80090324);
    row("wrong principal", 0x80090322, ErrorKind::SignInImpossible, 0x80090322);
    row("service unknown", 0x80090303, ErrorKind::SignInImpossible, 0x80090303);
    row("no ticket", 0x8009030E, ErrorKind::SignInImpossible, 0x8009030E);
    row("anything else", 0x80090308, ErrorKind::SignInImpossible, 0x80090308);
}

void WsmanSignInTest::statusCodesAreToldAsOnOtherSystems()
{
    QFETCH(quint32, status);
    QFETCH(int, kind);
    QFETCH(quint32, code);
    const auto error = wsman::errorFromSspi(static_cast<std::int32_t>(status), "InitializeSecurityContext");
    QVERIFY(error.kind == static_cast<ErrorKind>(kind));
    QCOMPARE(quint32{error.code}, code);
    QVERIFY(error.detail.starts_with("InitializeSecurityContext: 0x"));
}

QTEST_GUILESS_MAIN(WsmanSignInTest)
#include "WsmanSignInTest.moc"
