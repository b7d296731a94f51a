// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/ActiveBroker.h"

#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using management::activeBrokerInsteadOf;
using support::FakeBroker;

namespace {

core::Instance node(std::string_view name, bool isBroker)
{
    return {core::SharedString("Win32_RDMSJoinedNode"),
            {{core::SharedString("FQDN"), core::Value(name)}, {core::SharedString("IsRdcb"), core::Value(isBroker)}}};
}

/// Two brokers, of which the second is active, and a VM host.
std::string activeInsteadOf(std::string_view host, const std::string& active = "RDCB-2.corp.example")
{
    FakeBroker broker;
    broker.activeBroker = active;
    broker.putNeighbour(node("RDCB-1.corp.example", true));
    broker.putNeighbour(node("RDCB-2.corp.example", true));
    broker.putNeighbour(node("RDVH-1.corp.example", false));
    const auto connection = *broker.connector()();
    const auto found = activeBrokerInsteadOf(host, *connection, std::string(core::rdmsNamespace),
                                             management::CallContext::within(std::chrono::seconds(30), {}));
    return found ? *found : "failed";
}

} // namespace

class ActiveBrokerTest final : public QObject
{
    Q_OBJECT

private slots:
    void aPassiveBrokerKnowsTheActiveOne()
    {
        QCOMPARE(activeInsteadOf("rdcb-1.corp.example"), std::string("RDCB-2.corp.example"));
        QCOMPARE(activeInsteadOf("rdcb-1"), std::string("RDCB-2.corp.example"));
    }

    void theActiveBrokerIsNoOther()
    {
        QCOMPARE(activeInsteadOf("rdcb-2.CORP.example"), std::string());
        QCOMPARE(activeInsteadOf("rdcb-2"), std::string());
    }

    /// It may lead to either.
    void anAliasIsNotKnownToBeAnother()
    {
        QCOMPARE(activeInsteadOf("rdcb.corp.example"), std::string());
        QCOMPARE(activeInsteadOf("rdcb-1.nord.example"), std::string());
        QCOMPARE(activeInsteadOf("10.0.0.7"), std::string());
        QCOMPARE(activeInsteadOf("rdvh-1.corp.example"), std::string());
    }

    void aDeploymentThatNamesNobodyHasNoOther() { QCOMPARE(activeInsteadOf("rdcb-1", {}), std::string()); }
};

QTEST_GUILESS_MAIN(ActiveBrokerTest)
#include "ActiveBrokerTest.moc"
