// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/DirectorySettings.h"

#include "core/ServerProfile.h"

#include <QTest>

using namespace deskwarden::core;

/// A directory's address as people type it.
class DirectorySettingsTest final : public QObject
{
    Q_OBJECT

private slots:
    void anAddressIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("way");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* typed, DirectoryWay way, const char* host, int port, const char* text) {
            QTest::newRow(typed) << QByteArray(typed) << static_cast<int>(way) << QByteArray(host) << port
                                 << QByteArray(text);
        };
        row("corp.example", DirectoryWay::Domain, "corp.example", 0, "corp.example");
        row(" CORP.example. ", DirectoryWay::Domain, "corp.example", 0, "corp.example");
        row("ldaps://dc1.corp.example", DirectoryWay::Ldaps, "dc1.corp.example", 636, "ldaps://dc1.corp.example");
        row("LDAPS://DC1.corp.example:636/", DirectoryWay::Ldaps, "dc1.corp.example", 636, "ldaps://dc1.corp.example");
        row("ldap://dc1", DirectoryWay::StartTls, "dc1", 389, "ldap://dc1");
        row("ldap://dc1:3268", DirectoryWay::StartTls, "dc1", 3268, "ldap://dc1:3268");
        row("ldaps://[2001:db8::1]:1636", DirectoryWay::Ldaps, "2001:db8::1", 1636, "ldaps://[2001:db8::1]:1636");
        row("ldaps://[2001:db8::1]", DirectoryWay::Ldaps, "2001:db8::1", 636, "ldaps://[2001:db8::1]");
    }

    void anAddressIsReadAsItIsTyped()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const int, way);
        QFETCH(const QByteArray, host);
        QFETCH(const int, port);
        QFETCH(const QByteArray, text);
        const auto address = DirectoryAddress::parse(typed.toStdString());
        QVERIFY(address);
        QCOMPARE(static_cast<int>(address->way), way);
        QCOMPARE(address->host, host.toStdString());
        QCOMPARE(int{address->port}, port);
        QCOMPARE(address->text(), text.toStdString());
        QCOMPARE(*DirectoryAddress::parse(address->text()), *address);
    }

    void theOwnDomainIsTheOperatorsOrElseTheBrokers_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("domain");
        const auto row = [](const char* name, const char* user, const char* host, const char* domain) {
            QTest::newRow(name) << QByteArray(user) << QByteArray(host) << QByteArray(domain);
        };
        row("by her name", "ada@CORP.EXAMPLE", "broker.other.example", "corp.example");
        row("by the domain in front", "corp.example\\ada", "broker.other.example", "corp.example");
        row("a short domain tells none", "CORP\\ada", "broker.corp.example", "corp.example");
        row("a bare name tells none", "ada", "broker.corp.example", "corp.example");
        row("by tickets", "", "Broker.Corp.Example", "corp.example");
        row("a domain of one label is none", "ada@local", "broker.local", "");
        row("a short server", "", "broker", "");
        row("a number", "", "10.0.1.2", "");
        row("a number of six", "", "2001:db8::192.0.2.1", "");
        row("a server instead of a domain", "ada@ldaps://dc1.evil.example", "broker", "");
        row("letters that no domain has", "ada@corp example.org", "broker", "");
        row("nothing", "", "", "");
    }

    void theOwnDomainIsTheOperatorsOrElseTheBrokers()
    {
        QFETCH(const QByteArray, user);
        QFETCH(const QByteArray, host);
        QFETCH(const QByteArray, domain);
        QCOMPARE(ownDomain(user.toStdString(), host.toStdString()), domain.toStdString());
        ServerProfile profile;
        profile.user = user.toStdString();
        profile.address.host = host.toStdString();
        QVERIFY(directoryOf(profile)->address.empty()); // it is asked only where that was chosen
        profile.directory.isOwnDomain = true;
        const auto directory = directoryOf(profile);
        QCOMPARE(directory.has_value(), !domain.isEmpty());
        if (directory)
            QCOMPARE(directory->address, domain.toStdString());
        else
            QVERIFY(std::get<InputProblem>(directory.error().reason) == InputProblem::OwnDomainUnknown);
    }

    void whatIsNoAddressIsRefused_data()
    {
        QTest::addColumn<QByteArray>("typed");
        for (const char* const typed :
             {"", "https://dc1.corp.example", "ldapi:///", "ldaps://", "ldaps://dc1:0", "ldaps://dc1:65536",
              "ldaps://dc1:", "ldaps://dc1:x", "ldaps://dc1/dc=corp", "ldap://user@dc1", "demo:", "corp example"})
            QTest::newRow(typed) << QByteArray(typed);
    }

    void whatIsNoAddressIsRefused()
    {
        QFETCH(const QByteArray, typed);
        const auto address = DirectoryAddress::parse(typed.toStdString());
        QVERIFY(!address);
        QCOMPARE(address.error().kind, ErrorKind::InvalidInput);
        QVERIFY(std::holds_alternative<InputProblem>(address.error().reason));
    }
};

QTEST_APPLESS_MAIN(DirectorySettingsTest)
#include "DirectorySettingsTest.moc"
