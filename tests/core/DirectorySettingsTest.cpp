// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/DirectorySettings.h"

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
