// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/AutomaticAuthenticator.h"
#include "wsman/ConnectionFixture.h"

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

QTEST_GUILESS_MAIN(AutomaticSignInTest)

#include "AutomaticSignInTest.moc"
