// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Base64.h"
#include "simulator/signin/GssAcceptor.h"
#include "support/LocalKdc.h"
#include "wsman/signin/EncryptedMime.h"
#include "wsman/signin/GssSecurityContext.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>
#include <QUdpSocket>

#include <optional>

using namespace deskwarden;
using namespace deskwarden::wsman;
using core::fromBase64;
using core::toBase64;
using simulator::GssAcceptor;
using simulator::GssAcceptorOptions;

/// Our client's context against the simulated server's, with real Kerberos and NTLM libraries and a real KDC.
class SecurityContextTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everySchemeSignsInAndSeals_data();
    void everySchemeSignsInAndSeals();
    void ticketsOfTheCurrentUserServe();
    void withoutATicketTheCauseIsNamed();
    void aWrongPasswordIsRefusedOnce_data();
    void aWrongPasswordIsRefusedOnce();
    void aRealmThatNobodyKnowsFallsBackToNtlm();
    void aServiceThatTheRealmDoesNotKnowIsNamed();
    void bothEndsOfAChannelBindingMustAgree_data();
    void bothEndsOfAChannelBindingMustAgree();
    void aTamperedAnswerDoesNotUnseal_data();
    void aTamperedAnswerDoesNotUnseal();
    void aReplayedAnswerDoesNotUnseal_data();
    void aReplayedAnswerDoesNotUnseal();
    void nothingIsSealedBeforeTheSignIn();
    void aKdcThatDoesNotAnswerIsLeftOnCancel();
    void theSimulatorTakesRawTokensUnderNegotiate_data();
    void theSimulatorTakesRawTokensUnderNegotiate();
    void ntlmAsksNoKdc_data();
    void ntlmAsksNoKdc();

private:
    SecurityIdentity identity(core::AuthScheme scheme, const char* user, const char* password = "Secret123") const;
    void addSchemes();

    std::optional<tests::LocalKdc> m_kdc;
    QTemporaryDir m_directory;
};

namespace {

std::shared_ptr<management::AbandonedCalls> calls()
{
    return std::make_shared<management::AbandonedCalls>(8);
}

management::CallContext patience()
{
    return management::CallContext::within(std::chrono::seconds(20));
}

GssAcceptorOptions forScheme(GssAcceptorOptions options, core::AuthScheme scheme)
{
    options.isRawKerberos = scheme == core::AuthScheme::Kerberos;
    return options;
}

/// Both ends of one conversation, led through the legs until both are done or one refuses.
struct Conversation
{
    explicit Conversation(const SecurityIdentity& identity, GssAcceptorOptions options = {})
        : client(identity, calls())
        , server(forScheme(std::move(options), identity.scheme))
    {
        run();
    }

    void run()
    {
        std::string fromServer;
        for (int leg = 0; leg < 6 && !(client.isEstablished() && isServerDone); ++leg) {
            const auto token = client.step(fromServer, patience());
            if (!token) {
                clientError = token.error();
                return;
            }
            if (token->empty())
                return;
            const auto answer = server.accept(toBase64(*token));
            fromServer = fromBase64(answer.token).value_or("");
            isServerDone = answer.progress == simulator::Acceptor::Progress::Accepted;
            serverRefused = answer.progress == simulator::Acceptor::Progress::Refused;
            if (serverRefused || (isServerDone && fromServer.empty()))
                return;
        }
    }

    [[nodiscard]] bool isEstablished() const { return client.isEstablished() && isServerDone; }
    /// One request to the server and its answer, as bytes on the wire.
    std::string exchange(std::string_view request, std::string_view answer)
    {
        const auto sealed = client.seal(request);
        if (!sealed)
            return {};
        const auto opened = server.unseal({encryptedContentType(MimeProtocol::Spnego),
                                           writeEncryptedMime(*sealed, MimeProtocol::Spnego, MimeIndent::Tab)});
        if (!opened || opened->body != request)
            return {};
        const auto reply = server.seal({"application/soap+xml", std::string(answer)});
        return reply ? reply->body : std::string();
    }
    core::Result<std::string> opened(const std::string& body)
    {
        return readEncryptedMime(body).and_then(
            [this](const EncryptedParts& parts) { return client.unseal(parts.header, parts.ciphertext); });
    }

    GssSecurityContext client;
    GssAcceptor server;
    std::optional<core::ManagementError> clientError;
    bool serverRefused = false;
    bool isServerDone = false;
};

/// Where a KDC would be asked, over UDP and TCP: counts, and never answers. KRB5_CONFIG of this process names it
/// meanwhile.
class ListeningKdc final
{
public:
    ListeningKdc()
    {
        // A port that is free for one of the two may not be for the other.
        for (int tries = 0; tries < 50 && !m_connections.isListening(); ++tries) {
            m_requests.close();
            if (m_requests.bind(QHostAddress::LocalHost, 0))
                m_connections.listen(QHostAddress::LocalHost, m_requests.localPort());
        }
        QFile file(m_directory.filePath(QStringLiteral("krb5.conf")));
        m_isListening = m_requests.state() == QUdpSocket::BoundState && m_connections.isListening() &&
                        file.open(QIODevice::WriteOnly);
        file.write(QStringLiteral("[libdefaults]\ndefault_realm = CORP.TEST\ndns_lookup_kdc = false\n"
                                  "[realms]\nCORP.TEST = {\n kdc = 127.0.0.1:%1\n}\n")
                       .arg(m_requests.localPort())
                       .toUtf8());
        qputenv("KRB5_CONFIG", QFile::encodeName(file.fileName()));
    }
    ListeningKdc(const ListeningKdc&) = delete;
    ListeningKdc& operator=(const ListeningKdc&) = delete;
    ~ListeningKdc() { qputenv("KRB5_CONFIG", m_before); }

    [[nodiscard]] bool isListening() const { return m_isListening; }
    /// Whether anything has come.
    [[nodiscard]] bool wasAsked()
    {
        return m_requests.waitForReadyRead(0) || m_requests.hasPendingDatagrams() ||
               m_connections.waitForNewConnection(0) || m_connections.hasPendingConnections();
    }

private:
    const QByteArray m_before = qgetenv("KRB5_CONFIG");
    QTemporaryDir m_directory;
    QUdpSocket m_requests;
    QTcpServer m_connections;
    bool m_isListening = false;
};

} // namespace

void SecurityContextTest::initTestCase()
{
    const QString users = m_directory.filePath(QStringLiteral("users"));
    QFile file(users);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("CONTOSO:tester:Secret123\n");
    file.close();
    qputenv("NTLM_USER_FILE", QFile::encodeName(users));
    m_kdc.emplace();
    QVERIFY2(m_kdc->error().isEmpty(), qPrintable(m_kdc->error()));
}

SecurityIdentity SecurityContextTest::identity(core::AuthScheme scheme, const char* user, const char* password) const
{
    SecurityIdentity result;
    result.scheme = scheme;
    result.host = "winhost.example.test";
    result.user = user;
    result.password = core::Secret(password);
    return result;
}

void SecurityContextTest::addSchemes()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("mechanism");
    const auto row = [](const char* name, core::AuthScheme scheme, const char* user, Mechanism mechanism) {
        QTest::newRow(name) << static_cast<int>(scheme) << QByteArray(user) << static_cast<int>(mechanism);
    };
    row("Negotiate picks Kerberos for a principal", core::AuthScheme::Negotiate, "tester@EXAMPLE.TEST",
        Mechanism::Kerberos);
    row("Negotiate picks NTLM for a NetBIOS domain", core::AuthScheme::Negotiate, "CONTOSO\\tester", Mechanism::Ntlm);
    row("Kerberos alone", core::AuthScheme::Kerberos, "tester@EXAMPLE.TEST", Mechanism::Kerberos);
    row("NTLM alone", core::AuthScheme::Ntlm, "CONTOSO\\tester", Mechanism::Ntlm);
}

void SecurityContextTest::everySchemeSignsInAndSeals_data()
{
    addSchemes();
}

void SecurityContextTest::everySchemeSignsInAndSeals()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    QFETCH(int, mechanism);
    m_kdc->signOut();
    Conversation talk(identity(static_cast<core::AuthScheme>(scheme), user.constData()));
    QVERIFY2(!talk.clientError, talk.clientError ? talk.clientError->detail.c_str() : "");
    QVERIFY(talk.isEstablished());
    QCOMPARE(static_cast<int>(talk.client.mechanism()), mechanism);
    for (int round = 0; round < 3; ++round) {
        const std::string answer = "answer " + std::to_string(round) + std::string(100'000, 'x');
        const std::string body = talk.exchange("request", answer);
        QVERIFY(!body.empty());
        QCOMPARE(body.find("answer"), std::string::npos);
        QCOMPARE(talk.opened(body).value_or(""), answer);
    }
    QVERIFY(!QFile::exists(m_kdc->directory() + QStringLiteral("/cache"))); // nothing was written
}

void SecurityContextTest::ticketsOfTheCurrentUserServe()
{
    QVERIFY(m_kdc->signIn());
    Conversation talk(identity(core::AuthScheme::Negotiate, "", ""));
    QVERIFY(talk.isEstablished());
    QCOMPARE(talk.client.mechanism(), Mechanism::Kerberos);
    QCOMPARE(talk.server.clientName(), std::string("tester@EXAMPLE.TEST"));
    m_kdc->signOut();
}

void SecurityContextTest::withoutATicketTheCauseIsNamed()
{
    m_kdc->signOut();
    Conversation talk(identity(core::AuthScheme::Kerberos, "", ""));
    QVERIFY(talk.clientError);
    QCOMPARE(core::symbol(talk.clientError->kind), "sign_in_impossible");
    QCOMPARE(talk.clientError->code, 0x8009030Eu);
}

void SecurityContextTest::aWrongPasswordIsRefusedOnce_data()
{
    addSchemes();
}

void SecurityContextTest::aWrongPasswordIsRefusedOnce()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    QFETCH(int, mechanism);
    Conversation talk(identity(static_cast<core::AuthScheme>(scheme), user.constData(), "wrong-password"));
    QVERIFY(!talk.isEstablished());
    if (static_cast<Mechanism>(mechanism) == Mechanism::Ntlm) {
        QVERIFY(talk.serverRefused); // the server knows; the client's tokens look right
        return;
    }
    QVERIFY(talk.clientError);
    QCOMPARE(core::symbol(talk.clientError->kind), "sign_in_refused");
    QCOMPARE(talk.clientError->code, 0x8009030Cu);
    QVERIFY(talk.clientError->detail.find("wrong-password") == std::string::npos);
}

void SecurityContextTest::aRealmThatNobodyKnowsFallsBackToNtlm()
{
    Conversation talk(identity(core::AuthScheme::Negotiate, "tester@NOWHERE.TEST"));
    QVERIFY(!talk.clientError || talk.clientError->code == 1355u);
    Conversation strict(identity(core::AuthScheme::Kerberos, "tester@NOWHERE.TEST"));
    QVERIFY(strict.clientError);
    QCOMPARE(core::symbol(strict.clientError->kind), "sign_in_impossible");
    QCOMPARE(strict.clientError->code, 1355u);
}

void SecurityContextTest::aServiceThatTheRealmDoesNotKnowIsNamed()
{
    SecurityIdentity stranger = identity(core::AuthScheme::Kerberos, "tester@EXAMPLE.TEST");
    stranger.host = "unknown.example.test";
    Conversation talk(stranger);
    QVERIFY(talk.clientError);
    QCOMPARE(talk.clientError->code, 0x80090303u);
}

void SecurityContextTest::bothEndsOfAChannelBindingMustAgree_data()
{
    addSchemes();
}

void SecurityContextTest::bothEndsOfAChannelBindingMustAgree()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    const auto attempt = [&](const std::string& clientBinding, const std::string& serverBinding) {
        SecurityIdentity who = identity(static_cast<core::AuthScheme>(scheme), user.constData());
        who.channelBindings = clientBinding;
        GssAcceptorOptions options;
        options.channelBindings = serverBinding;
        options.requiresChannelBinding = true;
        return Conversation(who, std::move(options)).isEstablished();
    };
    QVERIFY(attempt("tls-server-end-point:one", "tls-server-end-point:one"));
    QVERIFY(!attempt("tls-server-end-point:two", "tls-server-end-point:one"));
    QVERIFY(!attempt("", "tls-server-end-point:one"));
}

void SecurityContextTest::aTamperedAnswerDoesNotUnseal_data()
{
    addSchemes();
}

void SecurityContextTest::aTamperedAnswerDoesNotUnseal()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    Conversation talk(identity(static_cast<core::AuthScheme>(scheme), user.constData()));
    std::string body = talk.exchange("request", "answer");
    QVERIFY(!body.empty());
    body[body.size() - std::string_view("--Encrypted Boundary--\r\n").size() - 1] ^= 1;
    const auto opened = talk.opened(body);
    QVERIFY(!opened);
    QCOMPARE(core::symbol(opened.error().kind), "message_tampered");
    QCOMPARE(opened.error().delivery, core::Delivery::MaybeSent);
}

void SecurityContextTest::aReplayedAnswerDoesNotUnseal_data()
{
    addSchemes();
}

void SecurityContextTest::aReplayedAnswerDoesNotUnseal()
{
    QFETCH(int, scheme);
    QFETCH(QByteArray, user);
    Conversation talk(identity(static_cast<core::AuthScheme>(scheme), user.constData()));
    const std::string body = talk.exchange("request", "answer");
    QCOMPARE(talk.opened(body).value_or(""), std::string("answer"));
    const auto again = talk.opened(body);
    QVERIFY(!again);
    QCOMPARE(core::symbol(again.error().kind), "message_tampered");
}

void SecurityContextTest::nothingIsSealedBeforeTheSignIn()
{
    GssSecurityContext context(identity(core::AuthScheme::Ntlm, "CONTOSO\\tester"), calls());
    const auto sealed = context.seal("request");
    QVERIFY(!sealed);
    QCOMPARE(core::symbol(sealed.error().kind), "unprotected_refused");
}

void SecurityContextTest::aKdcThatDoesNotAnswerIsLeftOnCancel()
{
    const auto shared = calls();
    GssSecurityContext context(identity(core::AuthScheme::Kerberos, "tester@EXAMPLE.TEST"), shared);
    std::stop_source stop;
    stop.request_stop();
    const auto token =
        context.step({}, {stop.get_token(), std::chrono::steady_clock::now() + std::chrono::seconds(20)});
    QVERIFY(!token);
    QCOMPARE(core::symbol(token.error().kind), "cancelled");
    QVERIFY(!context.step({}, patience())); // what was left behind is not taken up again
}

void SecurityContextTest::theSimulatorTakesRawTokensUnderNegotiate_data()
{
    QTest::addColumn<bool>("allowsKerberos");
    QTest::newRow("Kerberos allowed") << true;
    QTest::newRow("NTLM only") << false;
}

/// As pypsrp sends them and Windows takes them: a Kerberos token without SPNEGO around it.
void SecurityContextTest::theSimulatorTakesRawTokensUnderNegotiate()
{
    QFETCH(const bool, allowsKerberos);
    GssSecurityContext client(identity(core::AuthScheme::Kerberos, "tester@EXAMPLE.TEST"), calls());
    GssAcceptorOptions options;
    options.allowsKerberos = allowsKerberos;
    GssAcceptor server(options);
    const auto token = client.step({}, patience());
    QVERIFY2(token, token ? "" : token.error().detail.c_str());
    const auto answer = server.accept(toBase64(*token));
    QCOMPARE(server.scheme(), std::string_view("Negotiate"));
    QCOMPARE(answer.progress == GssAcceptor::Progress::Accepted, allowsKerberos);
    if (!allowsKerberos)
        return;
    QVERIFY(client.step(fromBase64(answer.token).value_or(""), patience()));
    QVERIFY(client.isEstablished());
    const auto sealed = client.seal("request");
    QVERIFY(sealed);
    const auto opened = server.unseal({encryptedContentType(MimeProtocol::Spnego),
                                       writeEncryptedMime(*sealed, MimeProtocol::Spnego, MimeIndent::Tab)});
    QVERIFY(opened);
    QCOMPARE(opened->body, std::string("request"));
    const auto reply = server.seal({"application/soap+xml", "answer"});
    QVERIFY(reply);
    const auto plain = readEncryptedMime(reply->body).and_then([&client](const EncryptedParts& parts) {
        return client.unseal(parts.header, parts.ciphertext);
    });
    QCOMPARE(plain.value_or(""), std::string("answer"));
}

void SecurityContextTest::ntlmAsksNoKdc_data()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("isKdcNeeded");
    const auto row = [](const char* name, core::AuthScheme scheme, const char* host, const char* user,
                        bool isKdcNeeded = false) {
        QTest::newRow(name) << static_cast<int>(scheme) << QByteArray(host) << QByteArray(user) << isKdcNeeded;
    };
    using enum core::AuthScheme;
    row("NTLM, a bare name", Ntlm, "winhost.example.test", "tester");
    row("NTLM, a NetBIOS domain", Ntlm, "winhost.example.test", "CONTOSO\\tester");
    row("NTLM, a principal", Ntlm, "winhost.example.test", "tester@CORP.TEST");
    row("NTLM, to an address", Ntlm, "192.0.2.1", "tester");
    row("Negotiate, a NetBIOS domain", Negotiate, "winhost.example.test", "CONTOSO\\tester");
    row("Negotiate, to an address", Negotiate, "192.0.2.1", "tester");
    row("Negotiate, to an IPv6 address", Negotiate, "2001:db8::1", "tester");
    row("Kerberos, where the KDC must be asked", Kerberos, "winhost.example.test", "tester@CORP.TEST", true);
}

/// Another one's KDC counts each try, and sees who asks.
void SecurityContextTest::ntlmAsksNoKdc()
{
    QFETCH(const int, scheme);
    QFETCH(const QByteArray, host);
    QFETCH(const QByteArray, user);
    QFETCH(const bool, isKdcNeeded);
    ListeningKdc kdc;
    QVERIFY(kdc.isListening());
    SecurityIdentity who = identity(static_cast<core::AuthScheme>(scheme), user.constData());
    who.host = host.toStdString();
    GssSecurityContext context(who, calls());
    const auto token = context.step({}, management::CallContext::within(std::chrono::seconds(isKdcNeeded ? 3 : 60)));
    if (!isKdcNeeded)
        QVERIFY2(token && token->find("NTLMSSP") != std::string::npos,
                 token ? "no NTLM" : token.error().detail.c_str());
    QCOMPARE(kdc.wasAsked(), isKdcNeeded);
}

QTEST_GUILESS_MAIN(SecurityContextTest)
#include "SecurityContextTest.moc"
