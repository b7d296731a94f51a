// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Connectors.h"

#include "support/ScriptedServer.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

using namespace deskwarden;
using core::Transport;

namespace {

using namespace std::chrono_literals;

/// How somebody came to a server on loopback that answers nothing and closes.
struct Visits
{
    std::set<std::string> ways; ///< "https" (a TLS handshake), "http"
    std::optional<core::ManagementError> error;
};

Visits visitsTo(std::vector<Transport> allowed, Transport asked)
{
    std::atomic<int> greetings{0}; // of TLS, which are no request for this server
    const tests::ScriptedServer server([&greetings](tests::ScriptedServer::Connection& connection) {
        if (!connection.read())
            ++greetings;
    });
    app::Connectors connectors;
    management::Policy policy;
    policy.transports = std::move(allowed);
    connectors.setPolicy(policy);
    core::ServerProfile profile;
    profile.address.transport = asked;
    profile.address.host = "127.0.0.1";
    profile.address.port = server.port();
    profile.user = "ada";
    Visits visits;
    const auto connector = connectors.connectorFor(profile, core::Secret("never sent"));
    if (!connector) {
        visits.error = connector.error();
    } else if (const auto connection = (*connector)(); connection) {
        // Where there is but one way, opening it asks nothing yet.
        const auto context = management::CallContext::within(20s);
        if (const auto opened = (*connection)->open(context, {}); !opened)
            visits.error = opened.error();
        else if (const auto answer = (*connection)->get({"root", "AnyClass", {}}, context); !answer)
            visits.error = answer.error();
    }
    for (const auto& request : server.requests())
        visits.ways.insert(request.head.starts_with("POST") ? "http" : "other");
    if (greetings > 0)
        visits.ways.insert("https");
    return visits;
}

} // namespace

/// The composition's choice of ways, for real connections.
class ConnectorsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aBareNameIsTriedByExactlyTheAllowedWays_data()
    {
        QTest::addColumn<std::vector<Transport>>("allowed");
        QTest::addColumn<QStringList>("ways");
        using enum Transport;
        const QStringList both{QStringLiteral("http"), QStringLiteral("https")};
        QTest::newRow("no policy") << std::vector<Transport>{} << both;
        QTest::newRow("the sample of the README") << std::vector{WsmanHttps, WsmanHttp, Dcom} << both;
        QTest::newRow("both over HTTP") << std::vector{WsmanHttp, WsmanHttps} << both;
        QTest::newRow("https") << std::vector{WsmanHttps} << QStringList{QStringLiteral("https")};
        QTest::newRow("http") << std::vector{WsmanHttp} << QStringList{QStringLiteral("http")};
#ifndef _WIN32
        QTest::newRow("https, wmi") << std::vector{WsmanHttps, Dcom} << QStringList{QStringLiteral("https")};
        QTest::newRow("http, wmi") << std::vector{WsmanHttp, Dcom} << QStringList{QStringLiteral("http")};
        QTest::newRow("wmi") << std::vector{Dcom} << QStringList{};
#endif
        QTest::newRow("nothing") << std::vector{Demo} << QStringList{};
    }

    void aBareNameIsTriedByExactlyTheAllowedWays()
    {
        QFETCH(std::vector<Transport>, allowed);
        QFETCH(QStringList, ways);
        const Visits visits = visitsTo(allowed, Transport::Automatic);
        QStringList seen;
        for (const std::string& way : visits.ways)
            seen << QString::fromStdString(way);
        QCOMPARE(seen, ways);
        QVERIFY(visits.error);
        QCOMPARE(visits.error->kind == core::ErrorKind::PolicyRefused, ways.isEmpty());
    }

    void aDirectoryIsAskedOnlyWhereOneWasChosen()
    {
        app::Connectors connectors;
        core::ServerProfile profile;
        profile.address.host = "broker.corp.example";
        const auto none = connectors.directoryConnectorFor(profile, {});
        QVERIFY(none && !*none);
        profile.directory.isOwnDomain = true;
        const auto own = connectors.directoryConnectorFor(profile, {});
        QVERIFY(own && *own);
        profile.address.host = "broker"; // tells no domain
        const auto unknown = connectors.directoryConnectorFor(profile, {});
        QVERIFY(!unknown);
        QVERIFY(unknown.error().reason == core::ErrorReason(core::InputProblem::OwnDomainUnknown));
    }

    void aForbiddenWayIsRefusedWithItsRule()
    {
        const Visits visits = visitsTo({Transport::WsmanHttps}, Transport::WsmanHttp);
        QVERIFY(visits.ways.empty());
        QVERIFY(visits.error);
        QCOMPARE(visits.error->kind, core::ErrorKind::PolicyRefused);
        QVERIFY(visits.error->reason == core::ErrorReason(core::PolicyRefusal::TransportForbidden));
        QCOMPARE(visits.error->detail, std::string());
    }
};

QTEST_GUILESS_MAIN(ConnectorsTest)
#include "ConnectorsTest.moc"
