// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Base64.h"
#include "wsman/ConnectionFixture.h"
#include "wsman/signin/NegotiateAuthenticator.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using core::ErrorKind;
using core::Result;
using tests::ScriptedServer;

namespace {

constexpr std::uint32_t noEncryption = 0x8009030A; // SEC_E_QOP_NOT_SUPPORTED

/// Says a token of that size, and wants an answer to it.
class FakeContext final : public wsman::SecurityContext
{
public:
    FakeContext(std::size_t size, int& steps)
        : m_size(size)
        , m_steps(steps)
    {}
    Result<std::string> step(std::string_view /*serverToken*/, const management::CallContext& /*context*/) override
    {
        ++m_steps;
        if (m_steps > 1) {
            core::ManagementError defective;
            defective.kind = ErrorKind::SignInImpossible;
            defective.code = 0x000D0000; // GSS_S_FAILURE
            return core::failure(std::move(defective));
        }
        return std::string(m_size, 't');
    }
    [[nodiscard]] bool isEstablished() const noexcept override { return false; }
    [[nodiscard]] wsman::Mechanism mechanism() const noexcept override { return wsman::Mechanism::Ntlm; }
    Result<wsman::SealedMessage> seal(std::string_view /*plain*/) override { return {}; }
    Result<std::string> unseal(std::string_view /*header*/, std::string_view /*ciphertext*/) override { return {}; }

private:
    const std::size_t m_size;
    int& m_steps;
};

/// NTLM's second message with these flags.
std::string challengeWith(std::uint32_t flags)
{
    std::string token("NTLMSSP\0\2\0\0\0\0\0\0\0\0\0\0\0", 20);
    for (unsigned shift = 0; shift < 32; shift += 8)
        token += static_cast<char>((flags >> shift) & 0xFFU);
    return token + std::string(24, '\0');
}

struct Signed
{
    Result<> result;
    std::size_t requests = 0;
    int steps = 0;
};

Signed signIn(const std::string& answer, std::size_t tokenSize)
{
    const ScriptedServer server([&answer](ScriptedServer::Connection& connection) {
        while (connection.read())
            connection.write(answer);
    });
    wsman::HttpOptions options;
    options.isTls = false;
    options.host = "127.0.0.1";
    options.port = server.port();
    wsman::HttpChannel channel(options);
    Signed done;
    wsman::NegotiateAuthenticator negotiate(
        {}, {}, [&](const wsman::SecurityIdentity&) { return std::make_unique<FakeContext>(tokenSize, done.steps); });
    done.result = negotiate.establish(channel, patiently());
    done.requests = server.requests().size();
    return done;
}

} // namespace

/// What servers answer to the legs of a sign-in, and what is made of it.
class NegotiateSignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedLegNamesItsCause_data();
    void aRefusedLegNamesItsCause();
    void aChallengeWithoutEncryptionIsNoRefusal_data();
    void aChallengeWithoutEncryptionIsNoRefusal();
};

void NegotiateSignInTest::aRefusedLegNamesItsCause_data()
{
    QTest::addColumn<int>("tokenSize");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<uint>("code");
    QTest::addColumn<QByteArray>("subject");
    const auto row = [](const char* name, int size, const char* head, const char* body, ErrorKind kind, uint code,
                        const char* subject = "") {
        QTest::newRow(name) << size << QByteArray(head) << QByteArray(body) << static_cast<int>(kind) << code
                            << QByteArray(subject);
    };
    constexpr const char* tooLong =
        "<HTML><BODY><h2>Bad Request - Request Too Long</h2>\r\n<hr><p>HTTP Error 400. The size of the request headers "
        "is too long.</p></BODY></HTML>";
    constexpr const char* page = "<html>Trouble</html>";
    using enum ErrorKind;
    row("HTTP.sys says that it is too long", 40, "400 Bad Request", tooLong, HttpStatus, 400, "40");
    row("a large one, HTTP.sys", 48'000, "400 Bad Request", tooLong, HttpStatus, 400, "48000");
    row("a large one, and a page", 20'000, "400 Bad Request", page, HttpStatus, 400, "20000");
    row("a large one, and nothing", 20'000, "400 Bad Request", "", HttpStatus, 400, "20000");
    row("a small one, and nothing", 40, "400 Bad Request", "", HttpStatus, 400);
    row("431", 40, "431 Request Header Fields Too Large", "", HttpStatus, 431, "40");
    row("a large one, 413", 20'000, "413 Payload Too Large", page, HttpStatus, 413, "20000");
    row("a small one, 413", 40, "413 Payload Too Large", page, HttpStatus, 413);
    row("503", 40, "503 Service Unavailable", page, HttpStatus, 503);
    row("404", 40, "404 Not Found", page, NotWsman, 0x80338113);
    row("403", 40, "403 Forbidden", page, HttpStatus, 403);
    row("301", 40, "301 Moved\r\nLocation: https://elsewhere/", page, HttpStatus, 301, "https://elsewhere/");
    row("500", 40, "500 Internal Server Error", page, HttpStatus, 500);
    row("500 with nothing in it", 40, "500 Internal Server Error", "", HttpStatus, 500);
    row("502", 40, "502 Bad Gateway", page, HttpStatus, 502);
    row("another web server", 40, "200 OK\r\nContent-Type: text/html", page, NotWsman, 0);
    row("401", 40, "401 Unauthorized\r\nWWW-Authenticate: Negotiate", page, SignInRefused, 401);
}

void NegotiateSignInTest::aRefusedLegNamesItsCause()
{
    QFETCH(const int, tokenSize);
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, body);
    QFETCH(const int, kind);
    QFETCH(const uint, code);
    QFETCH(const QByteArray, subject);
    const QByteArray answer =
        "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const Signed done = signIn(answer.toStdString(), static_cast<std::size_t>(tokenSize));
    QVERIFY(!done.result);
    QCOMPARE(nameOf(done.result.error()), std::string(core::symbol(static_cast<ErrorKind>(kind))));
    QCOMPARE(done.result.error().code, code);
    QCOMPARE(done.result.error().subject, subject.toStdString());
    QCOMPARE(done.result.error().delivery, core::Delivery::NotSent);
    QCOMPARE(done.requests, std::size_t{1}); // no credentials go out again
}

void NegotiateSignInTest::aChallengeWithoutEncryptionIsNoRefusal_data()
{
    QTest::addColumn<uint>("flags");
    QTest::addColumn<uint>("code");
    QTest::newRow("none of them") << 0U << uint{noEncryption};
    QTest::newRow("signs only") << 0x10U << uint{noEncryption};
    QTest::newRow("seals only") << 0x20U << uint{noEncryption};
    QTest::newRow("both, and the library finds something else") << 0x30U << 401U;
}

void NegotiateSignInTest::aChallengeWithoutEncryptionIsNoRefusal()
{
    QFETCH(const uint, flags);
    QFETCH(const uint, code);
    const Signed done = signIn("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate " +
                                   core::toBase64(challengeWith(flags)) + "\r\nContent-Length: 0\r\n\r\n",
                               40);
    QVERIFY(!done.result);
    QCOMPARE(done.result.error().code, code);
    QCOMPARE(done.result.error().kind, code == noEncryption ? ErrorKind::SignInImpossible : ErrorKind::SignInRefused);
    QCOMPARE(done.steps, code == noEncryption ? 1 : 2); // no proof of the password is made for it
}

QTEST_GUILESS_MAIN(NegotiateSignInTest)
#include "NegotiateSignInTest.moc"
