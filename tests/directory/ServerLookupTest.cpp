// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/ServerLookup.h"

#include <QTest>

#include <map>

namespace {

using namespace deskwarden;
using directory::ServiceRecord;

directory::ServiceLookup zone(std::map<std::string, std::vector<ServiceRecord>> records)
{
    return [records = std::move(records)](const std::string& name) {
        const auto found = records.find(name);
        return found == records.end() ? std::vector<ServiceRecord>() : found->second;
    };
}

class ServerLookupTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNoNameIsKnownToBeUnknown()
    {
        QVERIFY(directory::isHostKnown("127.0.0.1"));
        QVERIFY(directory::isHostKnown("localhost"));
        QVERIFY(!directory::isHostKnown("no host has a name like this"));
    }

    static void domainControllersGoFirst();
    static void theBestComesFirst();
    static void aServerOutsideOfTheDomainIsLeftOut_data();
    static void aServerOutsideOfTheDomainIsLeftOut();
    static void noServerIsAnError();
};

void ServerLookupTest::domainControllersGoFirst()
{
    const auto lookup = zone({{"_ldap._tcp.dc._msdcs.corp.example", {{0, 0, 389, "dc1.corp.example."}}},
                              {"_ldap._tcp.corp.example", {{0, 0, 389, "other.corp.example"}}}});
    const auto found = directory::findServers("corp.example", lookup);
    QVERIFY(found);
    QCOMPARE(found->size(), std::size_t{1});
    QCOMPARE(found->front().host, std::string("dc1.corp.example"));
}

void ServerLookupTest::theBestComesFirst()
{
    const auto lookup = zone({{"_ldap._tcp.corp.example",
                               {{10, 0, 389, "last.corp.example"},
                                {0, 10, 389, "second.corp.example"},
                                {0, 90, 389, "first.corp.example"}}}});
    const auto found = directory::findServers("corp.example", lookup);
    QVERIFY(found);
    QCOMPARE(found->size(), std::size_t{3});
    QCOMPARE(found->at(0).host, std::string("first.corp.example"));
    QCOMPARE(found->at(1).host, std::string("second.corp.example"));
    QCOMPARE(found->at(2).host, std::string("last.corp.example"));
}

void ServerLookupTest::aServerOutsideOfTheDomainIsLeftOut_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("another domain") << QByteArray("dc1.evil.example");
    QTest::newRow("ends alike") << QByteArray("dc1.notcorp.example");
    QTest::newRow("the domain itself") << QByteArray("corp.example");
    QTest::newRow("none") << QByteArray(".");
    QTest::newRow("empty") << QByteArray();
}

void ServerLookupTest::aServerOutsideOfTheDomainIsLeftOut()
{
    QFETCH(const QByteArray, host);
    const auto lookup = zone({{"_ldap._tcp.corp.example", {{0, 0, 389, host.toStdString()}}}});
    QVERIFY(!directory::findServers("corp.example", lookup));
}

void ServerLookupTest::noServerIsAnError()
{
    const auto found = directory::findServers("corp.example", zone({}));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, core::ErrorKind::NameNotResolved);
    QVERIFY(found.error().reason == core::ErrorReason(core::DirectoryProblem::NoServer));
}

} // namespace

QTEST_APPLESS_MAIN(ServerLookupTest)
#include "ServerLookupTest.moc"
