// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <thread>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using core::Delivery;
using core::ErrorKind;
using tests::ScriptedServer;
namespace answers = wsman::answers;

namespace {

using Connection = ScriptedServer::Connection;

const std::string oneRow = answers::typedRow("<p:SessionId>1</p:SessionId>");
const std::string done = answers::methodOutput("Logoff", "<p:ReturnValue>0</p:ReturnValue>");

/// Answers every request with the same.
ScriptedServer::Script always(std::string body, int status = 200, std::string headers = {},
                              std::string type = "application/soap+xml;charset=UTF-8")
{
    return [=](Connection& connection) {
        while (connection.read())
            connection.answer(body, status, headers, type);
    };
}

bool isFor(const ScriptedServer::Request& request, std::string_view word)
{
    return request.body.find(word) != std::string::npos;
}

int countOf(const ScriptedServer& server, std::string_view word)
{
    int count = 0;
    for (const auto& request : server.requests())
        count += isFor(request, word) ? 1 : 0;
    return count;
}

core::Result<management::MethodResult> logOff(management::ManagementConnection& connection,
                                              const management::CallContext& context = patiently())
{
    return connection.invoke(oneSession(), "Logoff", {}, context);
}

core::ManagementError errorOfGet(const ScriptedServer& server)
{
    auto connection = connectionTo(profileOf(server.port()));
    auto got = connection.get(oneSession(), patiently());
    return got ? core::ManagementError() : got.error();
}

qint64 millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

class WsmanConnectionTest final : public QObject
{
    Q_OBJECT

private slots:
    void enumerationPullsWithTheNewestContext();
    void endlessEnumerationIsGivenUpAndReleased();
    void listWithoutEndIsCutOff();
    void nothingYetMeansPullAgain();
    void tooSmallEnvelopeAsksForFewer();
    void lostPullIsNotRepeated();
    void cancelEndsAHangingAnswer();
    void deadlineEndsAHangingAnswer();
    void actIsCarriedOutOnce();
    void faultOfAnActIsTold();
    void droppedAnswerOfAnActIsUnknown();
    void actOnAConnectionThatDiedBeforeIsSentOnAFreshOne();
    void actOnAConnectionThatDiesUnderItIsNotRepeated();
    void questionOnAConnectionThatDiesUnderItIsRepeatedOnce();
    void answerOfAnotherActIsUnknown();
    void refusedPasswordIsToldWithoutThePassword();
    void schemeThatIsNotOfferedIsTold();
    void strangersAreRecognised_data();
    void strangersAreRecognised();
    void nobodyListens();
    void oversizedAnswerIsRefused();
    void passwordIsNotSentUnprotected();
    void aClientCertificateNeedsTls();
    void openTellsTheStagesInOrder();
    void openStopsAtTheFailingStage();
    void bareNameFallsBackToHttp();
    void bareNameTellsBothFailures();
};

void WsmanConnectionTest::enumerationPullsWithTheNewestContext()
{
    const ScriptedServer server([](Connection& connection) {
        int pulls = 0;
        while (auto request = connection.read()) {
            if (isFor(*request, "<n:Enumerate>"))
                connection.answer(answers::enumerateResponse(oneRow, "c0", false));
            else if (isFor(*request, ">c" + std::to_string(pulls) + "<") && ++pulls < 3)
                connection.answer(answers::pullResponse(oneRow + oneRow, "c" + std::to_string(pulls), false));
            else
                connection.answer(answers::pullResponse(oneRow, "", true));
        }
    });
    auto connection = connectionTo(profileOf(server.port()));
    QVERIFY(connection.open(patiently(), {}));
    Rows rows;
    const auto end = connection.enumerate(allSessions(), rows.sink, patiently());
    QVERIFY2(end, end ? "" : nameOf(end.error()).c_str());
    QVERIFY(!end->incomplete);
    QCOMPARE(rows.count, std::size_t{6});
    QCOMPARE(countOf(server, "MaxElements>2000</"), 4);
    QCOMPARE(countOf(server, "Release"), 0);
    QVERIFY(server.requests().front().head.find("Authorization: Basic b3BlcmF0b3I6VHIwdWI0ZG9yJjM=\r\n") !=
            std::string::npos);
    QVERIFY(server.requests().front().head.find("Expect") == std::string::npos);
}

void WsmanConnectionTest::endlessEnumerationIsGivenUpAndReleased()
{
    const ScriptedServer server([](Connection& connection) {
        while (auto request = connection.read())
            connection.answer(isFor(*request, "<n:Enumerate>") ? answers::enumerateResponse("", "c", false)
                                                               : answers::pullResponse("", "c", false));
    });
    auto connection = connectionTo(profileOf(server.port()));
    Rows rows;
    const auto end = connection.enumerate(allSessions(), rows.sink, patiently());
    QVERIFY(!end);
    QCOMPARE(nameOf(end.error()), std::string(core::symbol(ErrorKind::Endless)));
    QCOMPARE(countOf(server, "<n:Release>"), 1);
}

void WsmanConnectionTest::listWithoutEndIsCutOff()
{
    const ScriptedServer server(always(answers::pullResponse(oneRow + oneRow, "c", false)));
    wsman::WsmanOptions options;
    options.limits.instances = 100;
    auto connection = connectionTo(profileOf(server.port()), options);
    Rows rows;
    const auto end = connection.enumerate(allSessions(), rows.sink, patiently());
    QVERIFY(!end);
    QCOMPARE(end.error().kind, ErrorKind::Endless);
    QCOMPARE(rows.count, std::size_t{100});
}

void WsmanConnectionTest::nothingYetMeansPullAgain()
{
    const ScriptedServer server([](Connection& connection) {
        connection.read();
        connection.answer(answers::enumerateResponse("", "c", false));
        connection.read();
        connection.answer(answers::fault("", "n:TimedOut"), 500);
        connection.read();
        connection.answer(answers::pullResponse(oneRow, "", true));
        connection.hang();
    });
    auto connection = connectionTo(profileOf(server.port()));
    Rows rows;
    QVERIFY(connection.enumerate(allSessions(), rows.sink, patiently()));
    QCOMPARE(rows.count, std::size_t{1});
}

void WsmanConnectionTest::tooSmallEnvelopeAsksForFewer()
{
    const ScriptedServer server([](Connection& connection) {
        while (auto request = connection.read()) {
            const bool isModest = isFor(*request, "<w:MaxElements>31</");
            connection.answer(isModest ? answers::enumerateResponse(oneRow, "", true)
                                       : answers::wsManFault("2150858824"),
                              isModest ? 200 : 500);
        }
    });
    auto connection = connectionTo(profileOf(server.port()));
    Rows rows;
    QVERIFY(connection.enumerate(allSessions(), rows.sink, patiently()));
    QCOMPARE(rows.count, std::size_t{1});
    QCOMPARE(server.requests().size(), std::size_t{3});
}

void WsmanConnectionTest::lostPullIsNotRepeated()
{
    const ScriptedServer server([](Connection& connection) {
        while (auto request = connection.read()) {
            if (isFor(*request, "<n:Pull>"))
                return;
            connection.answer(answers::enumerateResponse(oneRow, "c", false));
        }
    });
    auto connection = connectionTo(profileOf(server.port()));
    Rows rows;
    const auto end = connection.enumerate(allSessions(), rows.sink, patiently());
    QVERIFY(!end);
    QCOMPARE(nameOf(end.error()), std::string(core::symbol(ErrorKind::ConnectionLost)));
    QCOMPARE(rows.count, std::size_t{1});
    QCOMPARE(countOf(server, "<n:Pull>"), 1);
}

void WsmanConnectionTest::cancelEndsAHangingAnswer()
{
    std::atomic<bool> isHanging = false;
    const ScriptedServer server([&isHanging](Connection& connection) {
        connection.read();
        isHanging = true;
        connection.hang();
    });
    std::stop_source stop;
    std::chrono::steady_clock::time_point stopped;
    std::thread stopper([&] {
        while (!isHanging)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stopped = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    auto connection = connectionTo(profileOf(server.port()));
    const auto result = logOff(connection, {stop.get_token(), patiently().deadline});
    const auto elapsed = (stopper.join(), millisecondsSince(stopped));
    qInfo("returned %lld ms after the stop", static_cast<long long>(elapsed));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QCOMPARE(result.error().delivery, Delivery::MaybeSent);
    QVERIFY(elapsed < 2000);
}

void WsmanConnectionTest::deadlineEndsAHangingAnswer()
{
    const ScriptedServer server([](Connection& connection) { connection.hang(); });
    auto connection = connectionTo(profileOf(server.port()));
    const auto start = std::chrono::steady_clock::now();
    const auto result = logOff(connection, management::CallContext::within(std::chrono::milliseconds(200)));
    qInfo("returned after %lld ms", static_cast<long long>(millisecondsSince(start)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TimedOut);
    QCOMPARE(result.error().delivery, Delivery::MaybeSent);
    QVERIFY(millisecondsSince(start) < 5000);
}

void WsmanConnectionTest::actIsCarriedOutOnce()
{
    const ScriptedServer server(always(done));
    auto connection = connectionTo(profileOf(server.port()));
    for (int index = 0; index < 3; ++index) {
        const auto result = logOff(connection);
        QVERIFY(result);
        QCOMPARE(result->returnValue, 0U);
    }
    QCOMPARE(countOf(server, "Logoff_INPUT"), 3);
    QCOMPARE(server.closedConnections(), 0);
}

void WsmanConnectionTest::faultOfAnActIsTold()
{
    const ScriptedServer server(always(answers::wsManFault("5", "Access is denied."), 500));
    auto connection = connectionTo(profileOf(server.port()));
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Fault);
    QCOMPARE(result.error().code, 5U);
    QCOMPARE(result.error().delivery, Delivery::NotSent);
}

void WsmanConnectionTest::droppedAnswerOfAnActIsUnknown()
{
    const ScriptedServer server([](Connection& connection) { connection.read(); });
    auto connection = connectionTo(profileOf(server.port()));
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::ConnectionLost)));
    QCOMPARE(result.error().delivery, Delivery::MaybeSent);
    QCOMPARE(server.requests().size(), std::size_t{1});
}

void WsmanConnectionTest::actOnAConnectionThatDiedBeforeIsSentOnAFreshOne()
{
    const ScriptedServer server([](Connection& connection) {
        connection.read();
        connection.answer(done);
        if (connection.number() > 1)
            connection.hang();
    });
    auto connection = connectionTo(profileOf(server.port()));
    QVERIFY(logOff(connection));
    QTRY_COMPARE_WITH_TIMEOUT(server.closedConnections(), 1, 10'000);
    const auto result = logOff(connection);
    QVERIFY2(result, result ? "" : nameOf(result.error()).c_str());
    QCOMPARE(server.requests().size(), std::size_t{2});
}

void WsmanConnectionTest::actOnAConnectionThatDiesUnderItIsNotRepeated()
{
    const ScriptedServer server([](Connection& connection) {
        connection.read();
        connection.answer(done);
        connection.read();
    });
    auto connection = connectionTo(profileOf(server.port()));
    QVERIFY(logOff(connection));
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::ConnectionLost)));
    QCOMPARE(result.error().delivery, Delivery::MaybeSent);
    QCOMPARE(countOf(server, "Logoff_INPUT"), 2);
    QVERIFY(logOff(connection)); // it connects anew
}

void WsmanConnectionTest::questionOnAConnectionThatDiesUnderItIsRepeatedOnce()
{
    const ScriptedServer server([](Connection& connection) {
        connection.read();
        connection.answer(answers::envelope(oneRow));
        connection.read();
    });
    auto connection = connectionTo(profileOf(server.port()));
    QVERIFY(connection.get(oneSession(), patiently()));
    const auto again = connection.get(oneSession(), patiently());
    QVERIFY2(again, again ? "" : nameOf(again.error()).c_str());
    QCOMPARE(server.requests().size(), std::size_t{3});
}

void WsmanConnectionTest::answerOfAnotherActIsUnknown()
{
    const ScriptedServer server(always(answers::envelope("", "<a:RelatesTo>uuid:other</a:RelatesTo>")));
    auto connection = connectionTo(profileOf(server.port()));
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Malformed);
    QCOMPARE(result.error().delivery, Delivery::MaybeSent);
}

void WsmanConnectionTest::refusedPasswordIsToldWithoutThePassword()
{
    const ScriptedServer server(
        always("", 401, "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic realm=\"WSMAN\"\r\n", ""));
    const auto error = errorOfGet(server);
    QCOMPARE(nameOf(error), std::string(core::symbol(ErrorKind::SignInRefused)));
    QCOMPARE(error.offered, (std::vector<std::string>{"Negotiate", "Basic"}));
    QCOMPARE(error.delivery, Delivery::NotSent);
    QVERIFY(error.detail.find(password) == std::string::npos);
}

void WsmanConnectionTest::schemeThatIsNotOfferedIsTold()
{
    const ScriptedServer server(always("", 401, "WWW-Authenticate: Negotiate, Kerberos\r\n", ""));
    const auto error = errorOfGet(server);
    QCOMPARE(nameOf(error), std::string(core::symbol(ErrorKind::SchemeNotOffered)));
    QCOMPARE(error.offered, (std::vector<std::string>{"Negotiate", "Kerberos"}));
}

void WsmanConnectionTest::strangersAreRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto add = [](const char* name, const char* bytes, ErrorKind kind) {
        QTest::newRow(name) << QByteArray(bytes) << static_cast<int>(kind);
    };
    add("web server", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>",
        ErrorKind::NotWsman);
    add("SSH", "SSH-2.0-OpenSSH_9.2p1\r\n", ErrorKind::NotWsman);
    add("mail server", "220 mail.example.test ESMTP\r\n", ErrorKind::NotWsman);
    add("TLS alert", "\x15\x03\x01\x02\x02\x02\x46", ErrorKind::TlsRequired);
    add("unencrypted refused", "HTTP/1.1 500 Internal\r\nContent-Length: 0\r\n\r\n", ErrorKind::EncryptionRequired);
    add("busy", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", ErrorKind::HttpStatus);
    add("redirection", "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        ErrorKind::HttpStatus);
    add("half an answer", "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 500\r\n\r\n<s:Env",
        ErrorKind::ConnectionLost);
    add("truncated envelope",
        "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: 6\r\n\r\n<s:Env",
        ErrorKind::Malformed);
    add("silence", "", ErrorKind::ConnectionLost);
}

void WsmanConnectionTest::strangersAreRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    const std::string text = bytes.toStdString();
    const ScriptedServer server([text](Connection& connection) {
        connection.read();
        connection.write(text);
    });
    const auto error = errorOfGet(server);
    QCOMPARE(nameOf(error), std::string(core::symbol(static_cast<ErrorKind>(kind))));
    QVERIFY(!error.detail.empty());
}

void WsmanConnectionTest::nobodyListens()
{
    std::uint16_t port = 0;
    {
        const ScriptedServer server([](Connection&) {});
        port = server.port();
    }
    auto connection = connectionTo(profileOf(port));
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(nameOf(result.error()), std::string(core::symbol(ErrorKind::ConnectionRefused)));
    QCOMPARE(result.error().delivery, Delivery::NotSent);
}

void WsmanConnectionTest::oversizedAnswerIsRefused()
{
    const ScriptedServer server(always(std::string(std::size_t{17} * 1024 * 1024, ' ')));
    QCOMPARE(nameOf(errorOfGet(server)), std::string(core::symbol(ErrorKind::TooLarge)));
}

void WsmanConnectionTest::passwordIsNotSentUnprotected()
{
    auto connection = connectionTo(profileOf(5985, core::Transport::WsmanHttp, "192.0.2.1"));
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::UnprotectedRefused);
    QCOMPARE(result.error().delivery, Delivery::NotSent);
}

void WsmanConnectionTest::aClientCertificateNeedsTls()
{
    auto profile = profileOf(5985);
    profile.auth = core::AuthScheme::Certificate;
    auto connection = connectionTo(profile);
    const auto result = logOff(connection);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(result.error().delivery, Delivery::NotSent);
}

void WsmanConnectionTest::openTellsTheStagesInOrder()
{
    using management::ProbeStage;
    const ScriptedServer server([](Connection& connection) {
        while (auto request = connection.read()) {
            const bool isAnonymous = request->head.find("Authorization") == std::string::npos;
            if (isAnonymous && request->body.empty())
                connection.answer("", 401, "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Basic\r\n", "");
            else
                connection.answer(answers::envelope(
                    R"(<i:IdentifyResponse xmlns:i="urn:i"><i:ProductVendor>V</i:ProductVendor></i:IdentifyResponse>)"));
        }
    });
    auto connection = connectionTo(profileOf(server.port()));
    std::vector<management::StageReport> stages;
    const auto opened = connection.open(
        patiently(), [&stages](management::StageReport report) { stages.push_back(std::move(report)); });
    QVERIFY2(opened, opened ? "" : nameOf(opened.error()).c_str());
    std::vector<ProbeStage> order;
    for (const auto& report : stages) {
        QVERIFY(!report.error);
        order.push_back(report.stage);
    }
    QCOMPARE(order, (std::vector<ProbeStage>{ProbeStage::Name, ProbeStage::Port, ProbeStage::Protocol,
                                             ProbeStage::Schemes, ProbeStage::SignIn}));
    QCOMPARE(stages[0].fact, std::string("127.0.0.1"));
    QCOMPARE(stages[2].fact, std::string("V"));
    QCOMPARE(stages[3].fact, std::string("Negotiate, Basic"));
}

void WsmanConnectionTest::openStopsAtTheFailingStage()
{
    using management::ProbeStage;
    const auto lastStage = [](const core::ServerProfile& profile) {
        auto connection = connectionTo(profile);
        std::optional<management::StageReport> last;
        const auto opened = connection.open(patiently(), [&last](management::StageReport report) { last = report; });
        return !opened && last && last->error ? last->stage : ProbeStage::Deployment;
    };
    std::uint16_t port = 0;
    {
        const ScriptedServer server(always("", 401, "WWW-Authenticate: Basic\r\n", ""));
        QCOMPARE(lastStage(profileOf(server.port())), ProbeStage::SignIn);
        port = server.port();
    }
    QCOMPARE(lastStage(profileOf(port)), ProbeStage::Port);
    QCOMPARE(lastStage(profileOf(port, core::Transport::WsmanHttp, "no-such-host.invalid")), ProbeStage::Name);
    const ScriptedServer web(always("<html>", 404, "", "text/html"));
    QCOMPARE(lastStage(profileOf(web.port())), ProbeStage::Protocol);
    QCOMPARE(lastStage(profileOf(web.port(), core::Transport::WsmanHttps)), ProbeStage::Tls);
    const ScriptedServer negotiate(always("", 401, "WWW-Authenticate: Negotiate\r\n", ""));
    QCOMPARE(lastStage(profileOf(negotiate.port())), ProbeStage::Schemes);
}

void WsmanConnectionTest::bareNameFallsBackToHttp()
{
    const ScriptedServer server([](Connection& connection) {
        while (auto request = connection.read())
            connection.answer(isFor(*request, "Logoff") ? done
                                                        : answers::envelope("<i:IdentifyResponse xmlns:i='urn:i'/>"));
    });
    const auto connector =
        wsman::connectorFor(profileOf(server.port(), core::Transport::Automatic), core::Secret(password));
    for (int index = 0; index < 2; ++index) {
        auto connection = connector();
        QVERIFY(connection);
        QVERIFY((*connection)->open(patiently(), {}));
        QVERIFY(logOff(**connection));
    }
}

void WsmanConnectionTest::bareNameTellsBothFailures()
{
    const ScriptedServer server(always("<html>", 404, "", "text/html"));
    const auto connector =
        wsman::connectorFor(profileOf(server.port(), core::Transport::Automatic), core::Secret(password));
    auto connection = connector();
    QVERIFY(connection);
    const auto opened = (*connection)->open(patiently(), {});
    QVERIFY(!opened);
    QCOMPARE(nameOf(opened.error()), std::string(core::symbol(ErrorKind::NotWsman)));
    QVERIFY(opened.error().detail.find("https://127.0.0.1") != std::string::npos);
    QVERIFY(opened.error().detail.find("http://127.0.0.1") != std::string::npos);
}

QTEST_GUILESS_MAIN(WsmanConnectionTest)
#include "WsmanConnectionTest.moc"
