// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Answers.h"
#include "wsman/ConnectionFixture.h"

#include <QTest>

#include <optional>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;
using management::ProbeStage;
using tests::ScriptedServer;
namespace answers = wsman::answers;

namespace {

const std::string identity = answers::envelope(
    R"(<i:IdentifyResponse xmlns:i="urn:i"><i:ProductVendor>V</i:ProductVendor></i:IdentifyResponse>)");

/// The stage at which the test of a connection fails; nothing if it passes.
std::optional<ProbeStage> failingStage(std::uint16_t port)
{
    auto connection = connectionTo(profileOf(port));
    std::optional<ProbeStage> failing;
    const auto opened = connection.open(patiently(), [&failing](const management::StageReport& report) {
        if (report.error)
            failing = report.stage;
    });
    return opened ? std::nullopt : failing;
}

} // namespace

/// What a fault to Identify proves about a server, before and after the sign-in.
class ConnectionProbeTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlySomeFaultsProveAStage_data();
    void onlySomeFaultsProveAStage();
    void aNameThatLeadsElsewhereIsNotThisMachine();
};

void ConnectionProbeTest::onlySomeFaultsProveAStage_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("provesProtocol"); // to a request without a sign-in
    QTest::addColumn<bool>("provesSignIn");   // to one that is signed in
    const auto row = [](const char* name, const std::string& fault, bool provesProtocol, bool provesSignIn) {
        QTest::newRow(name) << QByteArray::fromStdString(fault) << provesProtocol << provesSignIn;
    };
    row("access denied", answers::wsManFault("5"), true, false);
    row("E_ACCESSDENIED", answers::wsManFault("2147942405"), true, false);
    row("WBEM_E_ACCESS_DENIED", answers::wsManFault("2147749891"), true, false);
    row("action not supported", answers::wsManFault("2150858771"), true, true);
    row("unsupported feature", answers::wsManFault("2150858818"), true, true);
    row("destination unreachable, as Openwsman says", answers::fault("", "a:DestinationUnreachable"), false, false);
    row("end point unavailable", answers::fault("", "a:EndpointUnavailable"), false, false);
    row("quota", answers::wsManFault("2150859174"), false, false);
    row("another quota", answers::wsManFault("2150858815"), false, false);
    row("internal error without a code", answers::fault(""), false, false);
    row("a fault of any SOAP service", answers::fault("", "x:Whatever"), false, false);
    row("time-out", answers::wsManFault("2150858793"), false, false);
}

void ConnectionProbeTest::onlySomeFaultsProveAStage()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const bool, provesProtocol);
    QFETCH(const bool, provesSignIn);
    for (const bool isSigned : {false, true}) {
        const ScriptedServer server([&](ScriptedServer::Connection& connection) {
            while (auto request = connection.read()) {
                const bool comesSigned = request->head.find("Authorization") != std::string::npos;
                if (!comesSigned && request->body.empty())
                    connection.answer("", 401, "WWW-Authenticate: Basic\r\n", "");
                else if (comesSigned == isSigned)
                    connection.answer(fault.toStdString(), 500);
                else
                    connection.answer(identity);
            }
        });
        const auto failing = failingStage(server.port());
        QCOMPARE(!failing, isSigned ? provesSignIn : provesProtocol);
        if (failing)
            QCOMPARE(*failing, isSigned ? ProbeStage::SignIn : ProbeStage::Protocol);
    }
}

/// The address decides that is connected to, and not what the name looks like.
void ConnectionProbeTest::aNameThatLeadsElsewhereIsNotThisMachine()
{
    const ScriptedServer server([](ScriptedServer::Connection& connection) {
        while (connection.read())
            connection.answer(identity);
    });
    wsman::HttpOptions options;
    options.isTls = false;
    options.port = server.port();
    options.isForThisMachineOnly = true;
    for (const char* here : {"127.0.0.1", "localhost", "127.0.0.1"}) {
        options.host = here;
        wsman::HttpChannel channel(options);
        QVERIFY(channel.post("x", {}, patiently()));
    }
    for (const char* elsewhere : {"192.0.2.1", "0.0.0.0", "2001:db8::1"}) {
        options.host = elsewhere;
        wsman::HttpChannel channel(options);
        const auto answer = channel.post("x", {"Authorization: Basic eDp5"}, patiently());
        QVERIFY(!answer);
        QCOMPARE(nameOf(answer.error()), std::string(core::symbol(core::ErrorKind::UnprotectedRefused)));
        QCOMPARE(answer.error().delivery, core::Delivery::NotSent);
    }
    QCOMPARE(server.requests().size(), std::size_t{3});
}

QTEST_GUILESS_MAIN(ConnectionProbeTest)
#include "ConnectionProbeTest.moc"
