// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"
#include "wsman/signin/AutomaticAuthenticator.h"

#include <QTest>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using core::AuthScheme;
using core::ErrorKind;
using core::failure;
using core::Result;
using tests::ScriptedServer;

namespace {

constexpr std::uint32_t timeSkew = 0x80090324;

core::ManagementError errorOf(ErrorKind kind, std::uint32_t code = 0)
{
    core::ManagementError error;
    error.kind = kind;
    error.code = code;
    return error;
}

/// Signs in, or fails, as it was told.
class FakeAuthenticator final : public wsman::Authenticator
{
public:
    FakeAuthenticator(std::string_view scheme, Result<> end)
        : m_scheme(scheme)
        , m_end(std::move(end))
    {}
    std::string_view scheme() const noexcept override { return m_scheme; }
    Result<> establish(wsman::HttpChannel& /*channel*/, const management::CallContext& /*context*/) override
    {
        return m_end;
    }
    bool signsConnection() const noexcept override { return false; }
    Result<wsman::ProtectedRequest> protect(std::string_view /*envelope*/) override { return {}; }
    Result<> unprotect(wsman::HttpAnswer& /*answer*/) override { return {}; }
    void reset() noexcept override {}

private:
    const std::string_view m_scheme;
    const Result<> m_end;
};

} // namespace

/// Which scheme is taken, and which cause is told when none can be.
class AutomaticSignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void theFirstCauseIsTold_data();
    void theFirstCauseIsTold();
    void whatWasNotOfferedByNameIsNotTried_data();
    void whatWasNotOfferedByNameIsNotTried();
};

void AutomaticSignInTest::theFirstCauseIsTold_data()
{
    QTest::addColumn<QByteArray>("offered");
    QTest::addColumn<QByteArray>("negotiate"); // as it ends
    QTest::addColumn<QByteArray>("basic");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("tried");
    const auto row = [](const char* name, const char* offered, const char* negotiate, const char* basic,
                        const char* end, int tried) {
        QTest::newRow(name) << QByteArray(offered) << QByteArray(negotiate) << QByteArray(basic) << QByteArray(end)
                            << tried;
    };
    row("the strongest works", "Basic, Negotiate", "good", "good", "Negotiate", 1);
    row("the strongest cannot be used", "Negotiate, Basic", "clock", "good", "Basic", 2);
    row("nor may the password go out unprotected", "Negotiate, Basic", "clock", "unprotected", "clock", 2);
    row("only what is unprotected", "Basic", "good", "unprotected", "unprotected", 1);
    row("a refused password is not tried again", "Negotiate, Basic", "refused", "good", "refused", 1);
    row("the weaker one refuses", "Negotiate, Basic", "clock", "refused", "refused", 2);
}

void AutomaticSignInTest::theFirstCauseIsTold()
{
    QFETCH(const QByteArray, offered);
    QFETCH(const QByteArray, negotiate);
    QFETCH(const QByteArray, basic);
    QFETCH(const QByteArray, end);
    QFETCH(const int, tried);
    const ScriptedServer server([&offered](ScriptedServer::Connection& connection) {
        while (connection.read())
            connection.answer({}, 401, "WWW-Authenticate: " + offered.toStdString() + "\r\n", {});
    });
    const auto endOf = [](const QByteArray& word) -> Result<> {
        if (word == "clock")
            return failure(errorOf(ErrorKind::SignInImpossible, timeSkew));
        if (word == "unprotected")
            return failure(errorOf(ErrorKind::UnprotectedRefused));
        if (word == "refused")
            return failure(errorOf(ErrorKind::SignInRefused, 401));
        return {};
    };
    int made = 0;
    wsman::AutomaticAuthenticator automatic(
        [&](AuthScheme scheme) -> Result<std::unique_ptr<wsman::Authenticator>> {
            ++made;
            const bool isBasic = scheme == AuthScheme::Basic;
            return std::make_unique<FakeAuthenticator>(isBasic ? "Basic" : "Negotiate",
                                                       endOf(isBasic ? basic : negotiate));
        },
        std::chrono::seconds(30));
    wsman::HttpOptions options;
    options.isTls = false;
    options.host = "127.0.0.1";
    options.port = server.port();
    wsman::HttpChannel channel(options);
    const auto established = automatic.establish(channel, patiently());
    QVERIFY2(made == tried, established ? "signed in" : established.error().detail.c_str());
    if (established) {
        QCOMPARE(QByteArray::fromStdString(std::string(automatic.scheme())), end);
        return;
    }
    const auto expected = endOf(end);
    QVERIFY(!expected);
    QCOMPARE(nameOf(established.error()), nameOf(expected.error()));
    QCOMPARE(established.error().code, expected.error().code);
}

void AutomaticSignInTest::whatWasNotOfferedByNameIsNotTried_data()
{
    QTest::addColumn<QByteArray>("answer"); // whole; empty is silence
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QByteArray& head, const QByteArray& body, ErrorKind kind) {
        QTest::newRow(name) << "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) +
                                   "\r\n\r\n" + body
                            << static_cast<int>(kind);
    };
    const QByteArray page = "<html><body>Basic</body></html>";
    const QByteArray envelope =
        QByteArray::fromStdString(wsman::answers::envelope("<i:IdentifyResponse xmlns:i='i'/>"));
    const QByteArray fault = QByteArray::fromStdString(wsman::answers::wsManFault("5", "Access is denied."));
    const QByteArray soap = "\r\nContent-Type: application/soap+xml";
    QTest::newRow("silence") << QByteArray() << static_cast<int>(ErrorKind::SchemeNotOffered);
    row("lets anybody in", "200 OK" + soap, envelope, ErrorKind::SchemeNotOffered);
    row("200 with nothing in it", "200 OK", {}, ErrorKind::SchemeNotOffered);
    row("204", "204 No Content", {}, ErrorKind::SchemeNotOffered);
    row("a web page", "200 OK\r\nContent-Type: text/html", page, ErrorKind::NotWsman);
    row("401 without a list", "401 Unauthorized", {}, ErrorKind::SchemeNotOffered);
    row("401 with an empty list", "401 Unauthorized\r\nWWW-Authenticate: ", {}, ErrorKind::SchemeNotOffered);
    row("401 with a list of others", "401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"Basic\"", {},
        ErrorKind::SchemeNotOffered);
    row("401 that names Basic as a parameter only", "401 Unauthorized\r\nWWW-Authenticate: Digest a=b, Basic=x", {},
        ErrorKind::SchemeNotOffered);
    row("a list with another status", "403 Forbidden\r\nWWW-Authenticate: Basic", {}, ErrorKind::HttpStatus);
    row("a list on a page", "200 OK\r\nWWW-Authenticate: Basic", {}, ErrorKind::SchemeNotOffered);
    row("redirection", "301 Moved\r\nLocation: https://elsewhere/\r\nWWW-Authenticate: Basic", page,
        ErrorKind::HttpStatus);
    row("400", "400 Bad Request", {}, ErrorKind::HttpStatus);
    row("404", "404 Not Found", page, ErrorKind::NotWsman);
    row("500 with nothing in it", "500 Internal Server Error", {}, ErrorKind::HttpStatus);
    row("500 with a fault", "500 Internal Server Error" + soap, fault, ErrorKind::SchemeNotOffered);
    row("503", "503 Service Unavailable", page, ErrorKind::HttpStatus);
    QTest::newRow("closed without a word") << QByteArray("closed") << static_cast<int>(ErrorKind::ConnectionLost);
}

void AutomaticSignInTest::whatWasNotOfferedByNameIsNotTried()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const int, kind);
    const ScriptedServer server([&answer](ScriptedServer::Connection& connection) {
        while (connection.read()) {
            if (answer == "closed")
                return;
            if (answer.isEmpty())
                connection.hang();
            else
                connection.write(answer.toStdString());
        }
    });
    int made = 0;
    wsman::AutomaticAuthenticator automatic(
        [&](AuthScheme scheme) -> Result<std::unique_ptr<wsman::Authenticator>> {
            ++made;
            return std::make_unique<FakeAuthenticator>(scheme == AuthScheme::Basic ? "Basic" : "Negotiate", Result<>());
        },
        answer.isEmpty() ? std::chrono::milliseconds(200) : std::chrono::seconds(30));
    wsman::HttpOptions options;
    options.isTls = false;
    options.host = "127.0.0.1";
    options.port = server.port();
    wsman::HttpChannel channel(options);
    const auto established = automatic.establish(channel, patiently());
    QVERIFY2(!established && made == 0, "something was tried");
    QCOMPARE(nameOf(established.error()), std::string(core::symbol(static_cast<ErrorKind>(kind))));
    QCOMPARE(established.error().delivery, core::Delivery::NotSent);
}

QTEST_GUILESS_MAIN(AutomaticSignInTest)

#include "AutomaticSignInTest.moc"
