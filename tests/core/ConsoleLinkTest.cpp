// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ConsoleLink.h"

#include <QTest>

using namespace deskwarden::core;

class ConsoleLinkTest final : public QObject
{
    Q_OBJECT

private slots:
    void aLinkSaysWhatIsToBeFound_data();
    void aLinkSaysWhatIsToBeFound();
    void whatALinkSaysIsWrittenAndReadBack_data();
    void whatALinkSaysIsWrittenAndReadBack();
    void whatIsNoLinkOfOursIsRefused_data();
    void whatIsNoLinkOfOursIsRefused();
    void aWrongAddressIsToldAsOne();
};

void ConsoleLinkTest::aLinkSaysWhatIsToBeFound_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("ticket");
    const auto row = [](const char* name, const char* link, const char* user, const char* server, const char* ticket) {
        QTest::newRow(name) << QByteArray(link) << QByteArray(user) << QByteArray(server) << QByteArray(ticket);
    };
    row("all", "deskwarden://find?user=CORP%5Cbob&server=https%3A%2F%2Fbroker.example&ticket=INC42", "CORP\\bob",
        "https://broker.example", "INC42");
    row("another order", "deskwarden://find?ticket=INC42&user=bob", "bob", "", "INC42");
    row("unescaped", "deskwarden://find?user=CORP\\bob&server=https://broker.example:5986/wsman", "CORP\\bob",
        "https://broker.example", "");
    row("a slash as browsers write it", "deskwarden://find/?user=bob", "bob", "", "");
    row("capitals", "DeskWarden://FIND?user=Bob", "Bob", "", "");
    row("nothing", "deskwarden://find", "", "", "");
    row("nothing behind the mark", "deskwarden://find?", "", "", "");
    row("empty values", "deskwarden://find?user=&server=&ticket=", "", "", "");
    row("letters beyond ASCII", "deskwarden://find?user=%D0%B0%D0%BD%D0%BD%D0%B0&ticket=S\xC3\xBC\x64", "анна", "",
        "S\xC3\xBC\x64");
    row("a plus sign is a plus sign", "deskwarden://find?user=a+b&ticket=INC%2042", "a+b", "", "INC 42");
    row("an equals sign in a value", "deskwarden://find?ticket=a=b", "", "", "a=b");
    row("a separator in a value", "deskwarden://find?ticket=a%26user%3Db", "", "", "a&user=b");
}

void ConsoleLinkTest::aLinkSaysWhatIsToBeFound()
{
    QFETCH(const QByteArray, link);
    const auto read = ConsoleLink::parse(link.toStdString());
    QVERIFY(read.has_value());
    QTEST(QByteArray::fromStdString(read->user), "user");
    QTEST(QByteArray::fromStdString(read->server ? read->server->text() : std::string()), "server");
    QTEST(QByteArray::fromStdString(read->ticket), "ticket");
}

void ConsoleLinkTest::whatALinkSaysIsWrittenAndReadBack_data()
{
    aLinkSaysWhatIsToBeFound_data();
}

void ConsoleLinkTest::whatALinkSaysIsWrittenAndReadBack()
{
    QFETCH(const QByteArray, link);
    const auto read = ConsoleLink::parse(link.toStdString());
    QVERIFY(read.has_value());
    const auto again = ConsoleLink::parse(read->text());
    QVERIFY(again.has_value());
    QVERIFY(*again == *read);
}

void ConsoleLinkTest::whatIsNoLinkOfOursIsRefused_data()
{
    QTest::addColumn<QByteArray>("link");
    for (const char* link : {
             "",
             "deskwarden:",
             "deskwarden://",
             "deskwarden:find?user=bob",
             "deskwarden:/find?user=bob",
             "deskwarden://logoff?user=bob", // nothing but find
             "deskwarden://find/more?user=bob",
             "deskwarden://bob@find?user=bob",
             "deskwarden://find:80?user=bob",
             "deskwarden://find#user=bob",
             "deskwardens://find?user=bob",
             "https://find?user=bob",
             " deskwarden://find?user=bob",
             "deskwarden://find?user",
             "deskwarden://find?&user=bob",
             "deskwarden://find?user=a&user=b", // which of them?
             "deskwarden://find?User=bob",
             "deskwarden://find?password=x",
             "deskwarden://find?user=bob&act=logoff",
             "deskwarden://find?user=%",
             "deskwarden://find?user=%5",
             "deskwarden://find?user=%5G",
             "deskwarden://find?user=%+5",
             "deskwarden://find?user=%00",
             "deskwarden://find?user=a%0Ab",
             "deskwarden://find?ticket=%1B%5B31m",
             "deskwarden://find?ticket=%E2%80%AE", // turns the text round
             "deskwarden://find?user=%FF",         // no UTF-8
             "deskwarden://find?user=%C0%AF",
             "deskwarden://find?server=demo%3A1000000",
         })
        QTest::newRow(link) << QByteArray(link);
    QTest::newRow("a long user") << QByteArray("deskwarden://find?user=") + QByteArray(201, 'a');
    QTest::newRow("a long ticket") << QByteArray("deskwarden://find?ticket=") + QByteArray(201, 'a');
    QTest::newRow("a long link") << QByteArray("deskwarden://find?user=") + QByteArray(2048, 'a');
}

void ConsoleLinkTest::whatIsNoLinkOfOursIsRefused()
{
    QFETCH(const QByteArray, link);
    const auto read = ConsoleLink::parse(link.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY(read.error().reason == ErrorReason(InputProblem::LinkUnusable));
}

void ConsoleLinkTest::aWrongAddressIsToldAsOne()
{
    const auto read = ConsoleLink::parse("deskwarden://find?server=gopher%3A%2F%2Fx");
    QVERIFY(!read.has_value());
    QVERIFY(read.error().reason == ErrorReason(InputProblem::SchemeUnknown));
}

QTEST_APPLESS_MAIN(ConsoleLinkTest)
#include "ConsoleLinkTest.moc"
