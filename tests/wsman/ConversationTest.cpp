// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Conversation.h"

#include "support/ScriptedServer.h"

#include <QTest>

#include <memory>
#include <string>
#include <utility>

using namespace deskwarden;
using core::ErrorKind;
using core::Result;
using management::CallContext;
using tests::ScriptedServer;

namespace {

/// What a scheme that seals keeps: the count of messages on this connection.
struct Sealing
{
    int sealed = 0;
    std::stop_source* stopAfterSealing = nullptr;
};

/// Counts messages as NTLM and Kerberos do, and writes the count in front of each.
class CountingAuthenticator final : public wsman::Authenticator
{
public:
    explicit CountingAuthenticator(Sealing& sealing)
        : m_sealing(sealing)
    {}

    [[nodiscard]] std::string_view scheme() const noexcept override { return "Counting"; }
    [[nodiscard]] Result<> establish(wsman::HttpChannel& channel, const CallContext& /*context*/) override
    {
        if (!channel.isConnected())
            m_sealing.sealed = 0;
        return {};
    }
    [[nodiscard]] bool signsConnection() const noexcept override { return true; }
    [[nodiscard]] Result<wsman::ProtectedRequest> protect(std::string_view envelope) override
    {
        if (m_sealing.stopAfterSealing)
            std::exchange(m_sealing.stopAfterSealing, nullptr)->request_stop();
        return wsman::ProtectedRequest{std::to_string(m_sealing.sealed++) + ' ' + std::string(envelope), {}};
    }
    [[nodiscard]] Result<> unprotect(wsman::HttpAnswer& answer) override
    {
        answer.isAuthentic = true;
        return {};
    }
    void reset() noexcept override {}

private:
    Sealing& m_sealing;
};

} // namespace

/// Which message goes out on which connection.
class ConversationTest final : public QObject
{
    Q_OBJECT

private slots:
    void afterAMessageThatDidNotGoOutTheCountBeginsAnew();
};

void ConversationTest::afterAMessageThatDidNotGoOutTheCountBeginsAnew()
{
    // As the other side of such a scheme: what does not come in its order is refused.
    const ScriptedServer server([](ScriptedServer::Connection& connection) {
        int expected = 0;
        while (const auto request = connection.read()) {
            const bool isNext = request->body.starts_with(std::to_string(expected++) + ' ');
            connection.answer(isNext ? "<Envelope/>" : "", isNext ? 200 : 400);
        }
    });
    wsman::HttpOptions options;
    options.isTls = false;
    options.host = "localhost";
    options.port = server.port();
    Sealing sealing;
    wsman::Conversation conversation(options, std::make_unique<CountingAuthenticator>(sealing));
    const auto ask = [&conversation](const CallContext& context) {
        return conversation.ask("message", wsman::Repeat::Allowed, context);
    };
    const auto first = ask(CallContext::within(std::chrono::seconds(30)));
    QVERIFY2(first, first ? "" : core::symbol(first.error().kind));
    std::stop_source stop;
    sealing.stopAfterSealing = &stop;
    const auto stopped = ask(CallContext::within(std::chrono::seconds(30), stop.get_token()));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    const auto next = ask(CallContext::within(std::chrono::seconds(30)));
    QVERIFY2(next, next ? "" : next.error().detail.c_str());
}

QTEST_GUILESS_MAIN(ConversationTest)
#include "ConversationTest.moc"
