// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"
#include "management/acting/ActionRunner.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/SessionMapping.h"
#include "management/sessions/SessionQuery.h"
#include "simulator/signin/GssAcceptor.h"
#include "support/MemoryLedger.h"
#include "support/MiddleMan.h"
#include "wsman/WsmanConnection.h"

#include <QTest>

#include <array>
#include <atomic>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <optional>

using namespace deskwarden;
using core::ErrorKind;
using integration::BrokerUnderTest;
using integration::SignInGround;
using integration::TransportUnderTest;
using management::CallContext;
using tests::MiddleMan;
using namespace std::chrono_literals;

namespace {

using Rows = std::vector<core::Instance>;
using Exchange = MiddleMan::Exchange;

const std::string everySession = "SELECT * FROM Win32_VirtualDesktopSession";
constexpr std::string_view octets = "Content-Type: application/octet-stream\r\n";
constexpr std::string_view closing = "--Encrypted Boundary--";

CallContext soon()
{
    return CallContext::within(20s);
}

bool isSealedRequest(const Exchange& exchange)
{
    return exchange.request.head.find("multipart/encrypted") != std::string::npos;
}

/// Where the four bytes of the signature's size stand.
std::size_t sealedAt(const std::string& body)
{
    return body.find(octets) + octets.size();
}

void flip(std::string& body, std::size_t place)
{
    body.at(place) = static_cast<char>(body.at(place) ^ 0x10);
}

std::string utf16(std::string_view text)
{
    std::string wide;
    for (const char letter : text)
        (wide += letter) += '\0';
    return wide;
}

void makePlain(Exchange& exchange, const char* status, std::string body)
{
    exchange.head = "HTTP/1.1 " + std::string(status) +
                    "\r\nContent-Type: application/soap+xml;charset=UTF-8\r\nContent-Length: 0\r\n\r\n";
    exchange.body = std::move(body);
}

const std::string plainFault =
    "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body><s:Fault><s:Code><s:Value>"
    "s:Sender</s:Value></s:Code><s:Reason><s:Text>no</s:Text></s:Reason><s:Detail><f:WSManFault "
    "xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"5\" Machine=\"m\"/></s:Detail></s:Fault>"
    "</s:Body></s:Envelope>";

const std::string anInstance =
    "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body><p:Win32_VirtualDesktopSession "
    "xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/Win32_VirtualDesktopSession\">"
    "<p:SessionId>5</p:SessionId></p:Win32_VirtualDesktopSession></s:Body></s:Envelope>";

/// What stands behind the start of a header's line; empty if there is none.
std::string headerOf(const tests::ScriptedServer::Request& request, const std::string& start)
{
    const auto at = request.head.find("\r\n" + start);
    if (at == std::string::npos)
        return {};
    const auto value = at + 2 + start.size();
    return request.head.substr(value, request.head.find("\r\n", value) - value);
}

struct Damage
{
    const char* name;
    void (*apply)(Exchange&, const std::string& earlier);
};

const std::array damages{
    Damage{"a bit of the message", [](Exchange& e, const std::string&) { flip(e.body, e.body.size() - 40); }},
    Damage{"a bit of the signature", [](Exchange& e, const std::string&) { flip(e.body, sealedAt(e.body) + 4 + 6); }},
    Damage{"an earlier answer again", [](Exchange& e, const std::string& earlier) { e.body = earlier; }},
    Damage{"cut in the middle", [](Exchange& e, const std::string&) { e.body.resize(e.body.size() / 2); }},
    Damage{"cut before the closing boundary",
           [](Exchange& e, const std::string&) { e.body.resize(e.body.rfind(closing)); }},
    Damage{"a length too great",
           [](Exchange& e, const std::string&) { e.body.insert(e.body.find("Length=") + 7, "1"); }},
    Damage{"a length too small", [](Exchange& e, const std::string&) { e.body.erase(e.body.find("Length=") + 7, 1); }},
    Damage{"a signature of four gigabytes",
           [](Exchange& e, const std::string&) { e.body.replace(sealedAt(e.body), 4, "\xff\xff\xff\xff"); }},
    Damage{"garbage behind the boundary",
           [](Exchange& e, const std::string&) { e.body += "and then some <s:Envelope>"; }},
    Damage{"nothing at all", [](Exchange& e, const std::string&) { e.body.clear(); }},
    Damage{"a plain answer",
           [](Exchange& e, const std::string&) { makePlain(e, "200 OK", "<s:Envelope>anything</s:Envelope>"); }},
    Damage{"a plain fault with status 200",
           [](Exchange& e, const std::string&) { makePlain(e, "200 OK", plainFault); }},
};

/// A broker behind somebody who reads and alters the traffic, and one connection through him.
struct Ground
{
    explicit Ground(TransportUnderTest transport, const std::string& password = SignInGround::password)
        : broker(transport, {}, integration::smallFarm(40))
        , middle(broker.profile().address.port)
    {
        profile = broker.profile();
        profile.address.port = middle.port();
        profile.timeout = 20s;
        secret = core::Secret(password);
    }

    [[nodiscard]] management::Connector connector() const { return wsman::connectorFor(profile, secret); }
    core::Result<Rows> list(management::ManagementConnection& connection)
    {
        Rows rows;
        const auto end = connection.enumerate(
            {std::string(core::rdmsNamespace), everySession},
            [&rows](Rows&& batch) { std::ranges::move(batch, std::back_inserter(rows)); }, soon());
        return end ? core::Result<Rows>(std::move(rows)) : core::failure(end.error());
    }

    BrokerUnderTest broker;
    MiddleMan middle;
    core::ServerProfile profile;
    core::Secret secret;
};

core::Session sessionFrom(core::Instance instance)
{
    core::StringPool pool;
    management::applySchema(instance, *management::findClass(management::sessionClass));
    return management::toSession(instance, {}, pool).value();
}

bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos || text.find(utf16(part)) != std::string::npos;
}

} // namespace

/// Sealed conversations with somebody in between.
class SealedConversationTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aDamagedAnswerIsNeverTakenForOne_data();
    void aDamagedAnswerIsNeverTakenForOne();
    void answersOutOfOrderAreRefused_data();
    void answersOutOfOrderAreRefused();
    void anAnswerOfAnotherConnectionIsRefused_data() { addSealed(); }
    void anAnswerOfAnotherConnectionIsRefused();
    void aPlainFaultSettlesNoAct_data() { addSealed(); }
    void aPlainFaultSettlesNoAct();
    void theServerRefusesAReplayedRequest_data() { addSealed(); }
    void theServerRefusesAReplayedRequest();
    void aDropInAnyLegIsAConnectionLost_data();
    void aDropInAnyLegIsAConnectionLost();
    void theCaptureHoldsNoNameAndNoPassword_data() { addSealed(); }
    void theCaptureHoldsNoNameAndNoPassword();
    void aWrongPasswordIsTriedOnceByTheQuery_data() { addSealed(); }
    void aWrongPasswordIsTriedOnceByTheQuery();
    void aWrongPasswordIsTriedOnceByTheRunner_data() { addSealed(); }
    void aWrongPasswordIsTriedOnceByTheRunner();

private:
    static void addSealed();
    std::optional<SignInGround> m_ground;
};

void SealedConversationTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
}

void SealedConversationTest::addSealed()
{
    QTest::addColumn<int>("transport");
    QTest::newRow("NTLM") << static_cast<int>(TransportUnderTest::NtlmSealed);
    QTest::newRow("Kerberos") << static_cast<int>(TransportUnderTest::KerberosSealed);
}

void SealedConversationTest::aDamagedAnswerIsNeverTakenForOne_data()
{
    QTest::addColumn<int>("transport");
    QTest::addColumn<int>("damage");
    int index = 0;
    for (const Damage& damage : damages) {
        QTest::addRow("NTLM: %s", damage.name) << static_cast<int>(TransportUnderTest::NtlmSealed) << index;
        QTest::addRow("Kerberos: %s", damage.name) << static_cast<int>(TransportUnderTest::KerberosSealed) << index;
        ++index;
    }
}

void SealedConversationTest::aDamagedAnswerIsNeverTakenForOne()
{
    QFETCH(const int, transport);
    QFETCH(const int, damage);
    for (const bool isAct : {false, true}) {
        Ground ground(static_cast<TransportUnderTest>(transport));
        std::atomic<bool> isArmed = false;
        std::string earlier;
        ground.middle.setAlter([&](Exchange& exchange) {
            if (!isSealedRequest(exchange))
                return;
            if (isArmed)
                damages.at(static_cast<std::size_t>(damage)).apply(exchange, earlier);
            else
                earlier = exchange.body;
        });
        auto connection = ground.connector()();
        QVERIFY(connection);
        const auto rows = ground.list(**connection);
        QVERIFY2(rows, rows ? "" : rows.error().detail.c_str());
        const auto path = management::pathOf(sessionFrom(rows->front()).key, std::string(core::rdmsNamespace));
        isArmed = true;
        core::ManagementError error;
        if (isAct) {
            const auto result = (*connection)->invoke(path, "Logoff", {}, soon());
            QVERIFY(!result);
            error = result.error();
            QCOMPARE(error.delivery, core::Delivery::MaybeSent);
        } else {
            const auto got = (*connection)->get(path, soon());
            QVERIFY(!got);
            error = got.error();
        }
        QVERIFY2(error.kind == ErrorKind::MessageTampered, core::symbol(error.kind));
        QVERIFY(error.detail.find(SignInGround::password) == std::string::npos);
        // What may have been tampered with ends the conversation; the next one begins anew.
        isArmed = false;
        const auto again = ground.list(**connection);
        QVERIFY2(again, again ? "" : again.error().detail.c_str());
        QCOMPARE(ground.broker.journal("logoff").size(), std::size_t(isAct ? 1 : 0));
    }
}

void SealedConversationTest::answersOutOfOrderAreRefused_data()
{
    QTest::addColumn<bool>("isKerberos");
    QTest::addColumn<bool>("isInOrder");
    for (const bool isInOrder : {true, false}) {
        const char* order = isInOrder ? "in order" : "the second one first";
        QTest::addRow("NTLM, %s", order) << false << isInOrder;
        QTest::addRow("Kerberos, %s", order) << true << isInOrder;
    }
}

/// A server of our own, because one in between cannot get at a later answer before it has let the earlier one through.
void SealedConversationTest::answersOutOfOrderAreRefused()
{
    QFETCH(const bool, isKerberos);
    QFETCH(const bool, isInOrder);
    simulator::GssAcceptorOptions options;
    options.isRawKerberos = isKerberos;
    const std::string scheme = isKerberos ? "Kerberos " : "Negotiate ";
    const tests::ScriptedServer server([&](tests::ScriptedServer::Connection& connection) {
        simulator::GssAcceptor acceptor(options);
        while (auto request = connection.read()) {
            if (const auto token = headerOf(*request, "Authorization: " + scheme); !token.empty()) {
                const auto step = acceptor.accept(token);
                const bool isIn = step.progress == simulator::Acceptor::Progress::Accepted;
                connection.answer({}, isIn ? 200 : 401, "WWW-Authenticate: " + scheme + step.token + "\r\n", {});
                continue;
            }
            if (!acceptor.unseal({headerOf(*request, "Content-Type: "), request->body}))
                return;
            const auto first = acceptor.seal({"application/soap+xml", anInstance});
            const auto second = acceptor.seal({"application/soap+xml", anInstance});
            const auto& sent = isInOrder ? first : second;
            connection.answer(sent->body, 200, {}, sent->contentType);
        }
    });
    core::ServerProfile profile;
    profile.address = {core::Transport::WsmanHttp, "localhost", server.port()};
    profile.auth = isKerberos ? core::AuthScheme::Kerberos : core::AuthScheme::Ntlm;
    profile.user = isKerberos ? SignInGround::principal : SignInGround::user;
    const auto connection = wsman::connectorFor(profile, core::Secret(SignInGround::password))();
    QVERIFY(connection);
    const management::InstancePath path{std::string(core::rdmsNamespace), "Win32_VirtualDesktopSession", {}};
    const auto got = (*connection)->get(path, soon());
    if (isInOrder) {
        QVERIFY2(got, got ? "" : got.error().detail.c_str());
        return;
    }
    QVERIFY(!got);
    QVERIFY2(got.error().kind == ErrorKind::MessageTampered, core::symbol(got.error().kind));
    QVERIFY(got.error().detail.find(SignInGround::password) == std::string::npos);
}

void SealedConversationTest::anAnswerOfAnotherConnectionIsRefused()
{
    QFETCH(const int, transport);
    Ground ground(static_cast<TransportUnderTest>(transport));
    std::string ofTheFirst;
    ground.middle.setAlter([&](Exchange& exchange) {
        if (!isSealedRequest(exchange))
            return;
        if (exchange.connection == 1)
            ofTheFirst = exchange.body;
        else
            exchange.body = ofTheFirst;
    });
    auto first = ground.connector()();
    auto second = ground.connector()();
    QVERIFY(first && second);
    QVERIFY(ground.list(**first));
    const auto rows = ground.list(**second);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::MessageTampered);
}

void SealedConversationTest::aPlainFaultSettlesNoAct()
{
    QFETCH(const int, transport);
    Ground ground(static_cast<TransportUnderTest>(transport));
    std::atomic<bool> isArmed = false;
    ground.middle.setAlter([&](Exchange& exchange) {
        if (isArmed)
            makePlain(exchange, "500 Internal Server Error", plainFault);
    });
    auto connection = ground.connector()();
    QVERIFY(connection);
    const auto rows = ground.list(**connection);
    QVERIFY(rows);
    isArmed = true;
    const auto path = management::pathOf(sessionFrom(rows->front()).key, std::string(core::rdmsNamespace));
    const auto result = (*connection)->invoke(path, "Logoff", {}, soon());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::MessageTampered);
    QCOMPARE(result.error().delivery, core::Delivery::MaybeSent);
    QCOMPARE(ground.broker.journal("logoff").size(), std::size_t(1));
}

void SealedConversationTest::theServerRefusesAReplayedRequest()
{
    QFETCH(const int, transport);
    Ground ground(static_cast<TransportUnderTest>(transport));
    auto connection = ground.connector()();
    QVERIFY(connection);
    const auto rows = ground.list(**connection);
    QVERIFY(rows);
    const auto path = management::pathOf(sessionFrom(rows->front()).key, std::string(core::rdmsNamespace));
    ground.middle.setRepeating(true); // every request goes to the server twice; the client gets the second answer
    const auto result = (*connection)->invoke(path, "Logoff", {}, soon());
    QVERIFY(!result);
    QCOMPARE(ground.broker.journal("logoff").size(), std::size_t(1));
}

void SealedConversationTest::aDropInAnyLegIsAConnectionLost_data()
{
    QTest::addColumn<int>("transport");
    QTest::addColumn<int>("leg");
    QTest::addColumn<bool>("isAfter");
    for (const bool isAfter : {false, true}) {
        const char* when = isAfter ? "after" : "before";
        for (int leg = 1; leg <= 3; ++leg)
            QTest::addRow("NTLM, %s request %d", when, leg)
                << static_cast<int>(TransportUnderTest::NtlmSealed) << leg << isAfter;
        for (int leg = 1; leg <= 2; ++leg)
            QTest::addRow("Kerberos, %s request %d", when, leg)
                << static_cast<int>(TransportUnderTest::KerberosSealed) << leg << isAfter;
    }
}

void SealedConversationTest::aDropInAnyLegIsAConnectionLost()
{
    QFETCH(const int, transport);
    QFETCH(const int, leg);
    QFETCH(const bool, isAfter);
    Ground ground(static_cast<TransportUnderTest>(transport));
    if (isAfter)
        ground.middle.setAlter([leg](Exchange& exchange) { exchange.isDropped = exchange.number == leg; });
    else
        ground.middle.setAdmit([leg](const Exchange& exchange) { return exchange.number != leg; });
    auto connection = ground.connector()();
    QVERIFY(connection);
    const auto begun = std::chrono::steady_clock::now();
    const auto rows = ground.list(**connection);
    QVERIFY(!rows);
    QVERIFY2(rows.error().kind == ErrorKind::ConnectionLost, core::symbol(rows.error().kind));
    QVERIFY(rows.error().detail.find(SignInGround::password) == std::string::npos);
    QVERIFY(std::chrono::steady_clock::now() - begun < 20s);
}

void SealedConversationTest::theCaptureHoldsNoNameAndNoPassword()
{
    QFETCH(const int, transport);
    Ground ground(static_cast<TransportUnderTest>(transport));
    auto connection = ground.connector()();
    QVERIFY(connection);
    const auto rows = ground.list(**connection);
    QVERIFY(rows);
    QCOMPARE(rows->size(), std::size_t(40));
    const core::Session target = sessionFrom(rows->front());
    const auto path = management::pathOf(target.key, std::string(core::rdmsNamespace));
    QVERIFY((*connection)->get(path, soon()));
    management::Action message;
    message.kind = management::ActionKind::Message;
    message.title = "Maintenance";
    message.text = "Please-save-your-work";
    QVERIFY((*connection)->invoke(path, "SendMessage", management::argumentsOf(message), soon()));
    const std::string capture = ground.middle.recorded();
    QVERIFY(capture.find("multipart/encrypted") != std::string::npos);
    QVERIFY(capture.size() > 20'000);
    QVERIFY(!holds(capture, SignInGround::password));
    QVERIFY(!holds(capture, "Please-save-your-work"));
    QVERIFY(!holds(capture, "Envelope"));
    QVERIFY(!holds(capture, "Win32_VirtualDesktopSession"));
    for (const core::Instance& row : *rows) {
        const core::Session session = sessionFrom(row);
        for (const core::SharedString& text :
             {session.userName, session.vmName, session.clientMachineName, session.key.vmHostName})
            QVERIFY2(text.view().empty() || !holds(capture, text.view()), text.toString().c_str());
    }
}

void SealedConversationTest::aWrongPasswordIsTriedOnceByTheQuery()
{
    QFETCH(const int, transport);
    Ground ground(static_cast<TransportUnderTest>(transport), "Wrong-Horse-8");
    management::SessionQueryOptions options;
    options.interval = 5ms;
    options.firstBackOff = 5ms;
    std::mutex mutex;
    std::condition_variable changed;
    bool isWoken = false;
    management::SessionQuery query(ground.profile.address.id(), ground.connector(), options, [&] {
        const std::lock_guard lock(mutex);
        isWoken = true;
        changed.notify_all();
    });
    management::SnapshotPointer snapshot;
    for (int wakes = 0; wakes < 10 && !(snapshot && snapshot->error); ++wakes) {
        std::unique_lock lock(mutex);
        QVERIFY(changed.wait_for(lock, 30s, [&] { return isWoken; }));
        isWoken = false;
        lock.unlock();
        if (auto taken = query.takeSnapshot())
            snapshot = taken;
    }
    QVERIFY(snapshot && snapshot->error);
    QCOMPARE(snapshot->error->kind, ErrorKind::SignInRefused);
    const int tries = ground.middle.signInRequests();
    // NTLM: the offer and the proof. Kerberos: the KDC refuses, and the server is never asked.
    QCOMPARE(tries, transport == static_cast<int>(TransportUnderTest::NtlmSealed) ? 2 : 0);
    QTest::qWait(200); // forty intervals
    QCOMPARE(ground.middle.signInRequests(), tries);
}

void SealedConversationTest::aWrongPasswordIsTriedOnceByTheRunner()
{
    QFETCH(const int, transport);
    Ground ground(static_cast<TransportUnderTest>(transport), "Wrong-Horse-8");
    support::MemoryLedger ledger;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<management::Outcome> outcomes;
    constexpr std::size_t many = 30;
    management::ActionRunner runner(ground.connector(), ledger, {}, [&](const management::ActionReport& report) {
        const std::lock_guard lock(mutex);
        if (report.phase == management::ActionPhase::Finished)
            outcomes.push_back(report.outcome);
        changed.notify_all();
    });
    std::vector<management::ActionRequest> requests;
    for (std::size_t index = 0; index < many; ++index) {
        management::ActionRequest request;
        request.id = index + 1;
        request.confirmed.key.vmHostName = core::SharedString("host" + std::to_string(index));
        request.confirmed.key.sessionId = 1;
        requests.push_back(std::move(request));
    }
    runner.submit(std::move(requests));
    std::unique_lock lock(mutex);
    QVERIFY(changed.wait_for(lock, 60s, [&] { return outcomes.size() == many; }));
    QCOMPARE(ground.middle.signInRequests(), transport == static_cast<int>(TransportUnderTest::NtlmSealed) ? 2 : 0);
    for (const management::Outcome& outcome : outcomes)
        QVERIFY(std::string_view(management::symbol(outcome.kind)) != "unknown");
}

QTEST_GUILESS_MAIN(SealedConversationTest)
#include "SealedConversationTest.moc"
