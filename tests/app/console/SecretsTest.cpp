// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Connectors.h"
#include "app/console/LogHandler.h"
#include "app/console/TraceObserver.h"
#include "app/FieldRun.h"
#include "desk/ConnectedServers.h"
#include "desk/ConsoleLog.h"
#include "desk/ProblemReport.h"
#include "models/log/LogRing.h"
#include "support/MemoryLedger.h"
#include "support/ScriptedServer.h"
#include "wsman/Answers.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace deskwarden;
using tests::ScriptedServer;

namespace {

constexpr int patience = 30'000;
constexpr const char* password = "Canary-Pa55word";
constexpr const char* user = "canaryuser";

/// A server that takes one password, by Basic, and tells of one session.
void serveOne(ScriptedServer::Connection& connection)
{
    while (const auto request = connection.read()) {
        if (request->head.find("Authorization: Basic") == std::string::npos)
            connection.answer({}, 401, "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n", {});
        else if (request->body.find("enumeration/Enumerate") != std::string::npos)
            connection.answer(wsman::answers::enumerateResponse(
                wsman::answers::typedRow("<p:ConnectState>0</p:ConnectState><p:SessionId>7</p:SessionId>"
                                         "<p:UserName>canarysession</p:UserName><p:VMHostName>HV1</p:VMHostName>"),
                {}, true));
        else
            connection.answer(wsman::answers::envelope({}));
    }
}

/// The password as it is, and as Basic writes it.
QByteArrayList secrets()
{
    const QByteArray word(password);
    const QByteArray both = QByteArray(user) + ':' + word;
    return {word, both, both.toBase64(), word.toBase64()};
}

bool isFreeOf(const QByteArray& text, const QByteArrayList& words)
{
    return std::ranges::none_of(words, [&text](const QByteArray& word) { return text.contains(word); });
}

core::ServerProfile profileOf(const ScriptedServer& server)
{
    core::ServerProfile profile;
    profile.address.transport = core::Transport::WsmanHttp;
    profile.address.host = "127.0.0.1";
    profile.address.port = server.port();
    profile.auth = core::AuthScheme::Basic;
    profile.user = user;
    return profile;
}

QByteArray textOf(const models::LogRing& ring)
{
    QString text;
    for (const models::LogEntry& entry : ring.since(0))
        text += models::logLine(entry) + QLatin1Char('\n');
    return text.toUtf8();
}

} // namespace

/// A whole conversation with a password that must stand nowhere.
class SecretsTest final : public QObject
{
    Q_OBJECT

private slots:
    void logAndTraceHoldNoPassword();
    void aReportHoldsNoPasswordAndNoName();
    void onlyARecordedConversationComesInShortPieces();
    void theHandlerHearsAndGivesBack();
};

void SecretsTest::logAndTraceHoldNoPassword()
{
    models::LogRing ring;
    const app::LogHandler handler(ring);
    const ScriptedServer server(serveOne);
    app::Connectors connectors;
    const auto trace = std::make_shared<app::TraceObserver>();
    connectors.setObserver(trace);
    support::MemoryLedger ledger;
    desk::ConnectedServers servers(
        [&connectors](const core::ServerProfile& profile, const core::Secret& secret) {
            return connectors.connectorFor(profile, secret);
        },
        ledger, [] { return desk::LinkOptions(); });
    desk::ActDesk acts(servers, {}, std::chrono::system_clock::now);
    const desk::ConsoleLog log(servers, acts);
    trace->start();
    QVERIFY(servers.open(profileOf(server), core::Secret(password)));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(ring).contains("is whole"), patience);
    servers.closeAll();
    const QByteArray conversation = trace->stop()({});
    const QByteArray text = textOf(ring);
    QVERIFY(text.contains("deskwarden.servers: connecting to"));
    QVERIFY(text.contains("deskwarden.wire: POST Basic, body of"));
    QVERIFY2(isFreeOf(text, secrets() + QByteArrayList{"canarysession", user}), text.constData());
    QVERIFY(conversation.contains("Win32_VirtualDesktopSession"));
    QVERIFY2(isFreeOf(conversation, secrets() + QByteArrayList{"canarysession", user}), conversation.constData());
}

void SecretsTest::aReportHoldsNoPasswordAndNoName()
{
    const ScriptedServer server(serveOne);
    app::Connectors connectors;
    const auto recorder = std::make_shared<wsman::WireRecorder>();
    const auto profile = profileOf(server);
    const auto connector = connectors.recordedConnectorFor(profile, core::Secret(password), recorder);
    QVERIFY(connector);
    (void)app::FieldRun({*connector, profile, "test 1", {}}, *recorder).run();
    const QByteArray report = app::maskedReport(*recorder);
    QVERIFY(report.contains("program: test 1 on"));
    QVERIFY(report.contains("list Win32_VirtualDesktopSession"));
    QVERIFY2(isFreeOf(report, secrets() + QByteArrayList{"canarysession", user, "127.0.0.1"}), report.constData());
}

void SecretsTest::onlyARecordedConversationComesInShortPieces()
{
    for (const bool isRecorded : {false, true}) {
        const ScriptedServer server(serveOne);
        app::Connectors connectors;
        const auto trace = std::make_shared<app::TraceObserver>();
        connectors.setObserver(trace);
        const auto profile = profileOf(server);
        const auto connector = isRecorded ? connectors.recordedConnectorFor(profile, core::Secret(password), trace)
                                          : connectors.connectorFor(profile, core::Secret(password));
        QVERIFY(connector);
        auto connection = (*connector)();
        QVERIFY(connection);
        const auto context = management::CallContext::within(std::chrono::seconds(60));
        QVERIFY((*connection)->open(context, {}));
        (void)(*connection)
            ->enumerate(
                {"root/cimv2", "SELECT * FROM Any"}, [](auto&&) {}, context);
        bool isShort = false;
        for (const auto& request : server.requests())
            isShort = isShort || request.body.find("MaxElements>50<") != std::string::npos;
        QCOMPARE(isShort, isRecorded);
    }
}

void SecretsTest::theHandlerHearsAndGivesBack()
{
    models::LogRing ring;
    {
        const app::LogHandler handler(ring);
        qInfo("heard");
    }
    qInfo("not heard");
    const QByteArray text = textOf(ring);
    QVERIFY(text.contains("info default: heard"));
    QVERIFY(!text.contains("not heard"));
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "SecretsTest.moc"
