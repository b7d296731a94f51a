// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/HostReport.h"

#include "management/seam/RdmsSchema.h"
#include "support/FakeConnection.h"
#include "support/Machines.h"

#include <QtTest>

#include <utility>
#include <vector>

using namespace deskwarden;
using namespace deskwarden::management;
using support::makeMachine;
using support::makeSession;

namespace {

using Texts = std::vector<std::pair<const char*, const char*>>;

core::Instance rowOf(std::string_view className, const Texts& texts)
{
    std::vector<core::Property> properties;
    for (const auto& [name, text] : texts)
        properties.push_back({core::SharedString(std::string_view(name)), core::Value(text)});
    return {core::SharedString(className), std::move(properties)};
}

void fillFarm(support::FakeBroker& broker)
{
    broker.put(makeSession("HV1.corp.example", 1, "anna", core::ConnectState::Active));
    broker.put(makeSession("HV1.corp.example", 2, "ben"));
    broker.put(makeSession("HV2", 1, "eva"));
    broker.put(makeSession("HV2", 2, "", core::ConnectState::Listen)); // nobody
    broker.putNeighbour(support::toInstance(makeMachine("VM-1", core::MachineState::Running, "hv1")));
    broker.putNeighbour(support::toInstance(makeMachine("VM-2", core::MachineState::Saved, "hv1")));
    broker.putNeighbour(support::toInstance(makeMachine("VM-3", core::MachineState::Running, "HV3")));
    broker.putNeighbour(
        rowOf(directoryServerClass, {{"ServerName", "HV1"}, {"NumPendRedir", "2"}, {"LoadIndicator", "90"}}));
    broker.putNeighbour(rowOf(directoryServerClass, {{"ServerName", "HV2"}, {"NumPendRedir", "many"}}));
    broker.putNeighbour(rowOf(directoryServerClass, {{"ServerName", "no-host-of-ours"}, {"NumPendRedir", "7"}}));
    broker.putNeighbour(rowOf(joinedNodeClass, {{"FQDN", "cb.corp.example"},
                                                {"IsRdcb", "true"},
                                                {"IsRdls", "TRUE"},
                                                {"IsRedirectorCertificateInstalled", "true"},
                                                {"IsPublishingCertificateInstalled", "false"},
                                                {"IsGatewayCertificateInstalled", "false"}}));
    broker.putNeighbour(rowOf(joinedNodeClass, {{"FQDN", "gw.corp.example"}, {"IsRdg", "true"}}));
}

/// Refuses the lists of one class.
auto refusing(std::string_view className)
{
    return [className = std::string(className)](const Query& query, const BatchSink&,
                                                const CallContext&) -> std::optional<core::Result<EnumerationEnd>> {
        if (query.wql.ends_with(' ' + className))
            return core::failure(support::makeFault(0x80041003));
        return std::nullopt;
    };
}

HostReport reportOf(support::FakeBroker& broker)
{
    auto connection = *broker.connector()();
    return readHosts(*connection, "root\\cimv2\\rdms", {});
}

} // namespace

/// What is read of hosts and of the servers of a deployment.
class HostReportTest final : public QObject
{
    Q_OBJECT

private slots:
    void actsOnRecordTellLastAnswersAndFailures();
    void hostsAreCountedUnderOneNameHoweverTheyAreWritten()
    {
        support::FakeBroker broker;
        fillFarm(broker);
        const HostReport report = reportOf(broker);
        QCOMPARE(report.hosts.size(), std::size_t{3});
        const HostFacts& first = report.hosts[0];
        QCOMPARE(first.name, std::string("HV1.corp.example"));
        QCOMPARE(first.sessions, std::size_t{2});
        QCOMPARE(first.inUse, std::size_t{1});
        QCOMPARE(first.machines, std::size_t{2});
        QCOMPARE(first.running, std::size_t{1});
        QCOMPARE(first.pending, std::optional(2U));
        QCOMPARE(first.load, std::optional(90U));
        QCOMPARE(report.hosts[1].sessions, std::size_t{1});
        QVERIFY(!report.hosts[1].pending); // unreadable is not known
        QVERIFY(!report.hosts[2].load);
    }

    void aCertificateIsMissingOnlyWhereItsRoleIs()
    {
        support::FakeBroker broker;
        fillFarm(broker);
        const HostReport report = reportOf(broker);
        QVERIFY(report.nodes);
        QCOMPARE(report.nodes->size(), std::size_t{2});
        const DeploymentNode& cb = report.nodes->front();
        QVERIFY((cb.roles == std::vector{NodeRole::ConnectionBroker, NodeRole::Licensing}));
        QVERIFY((cb.missing == std::vector{NodeCertificate::Publishing}));
        QVERIFY(report.nodes->back().missing.empty()); // not told is not missing
    }

    void aPartThatCannotBeReadLeavesTheOthers_data()
    {
        QTest::addColumn<QString>("className");
        for (const std::string_view name : {sessionClass, virtualDesktopClass, directoryServerClass, joinedNodeClass})
            QTest::newRow(std::string(name).c_str()) << QString::fromStdString(std::string(name));
    }

    void aPartThatCannotBeReadLeavesTheOthers()
    {
        QFETCH(QString, className);
        support::FakeBroker broker;
        fillFarm(broker);
        broker.hooks.enumerate = refusing(className.toStdString());
        const HostReport report = reportOf(broker);
        const auto isKnown = [&className](std::string_view name) {
            return className != QString::fromStdString(std::string(name));
        };
        QCOMPARE(report.sessions.has_value(), isKnown(sessionClass));
        QCOMPARE(report.machines.has_value(), isKnown(virtualDesktopClass));
        QCOMPARE(report.loads.has_value(), isKnown(directoryServerClass));
        QCOMPARE(report.nodes.has_value(), isKnown(joinedNodeClass));
        QVERIFY(!report.hosts.empty());
    }
};

void HostReportTest::actsOnRecordTellLastAnswersAndFailures()
{
    using namespace std::chrono_literals;
    const std::chrono::system_clock::time_point now{497'000h};
    std::vector<HostFacts> hosts(2);
    hosts[0].name = "HV1.corp.example";
    hosts[1].name = "HV2";
    QVERIFY(!hosts[0].failures); // nothing is known before
    const std::vector<HostAct> acts{{"hv1", now - 3h, true, false},
                                    {"HV1.corp.example", now - 50min, true, true},
                                    {"HV1", now - 10min, false, true},
                                    {"HV1", now - 61min, false, true},
                                    {"HV9", now - 1min, true, true}};
    addActs(hosts, acts, now);
    QVERIFY(hosts[0].lastAnswer == now - 50min);
    QVERIFY(hosts[0].failures == std::size_t{2});
    QVERIFY(!hosts[1].lastAnswer);
    QVERIFY(hosts[1].failures == std::size_t{0});
}

QTEST_APPLESS_MAIN(HostReportTest)
#include "HostReportTest.moc"
