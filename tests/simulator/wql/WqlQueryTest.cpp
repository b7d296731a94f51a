// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/wql/WqlQuery.h"

#include "simulator/farm/WmiStatus.h"
#include "support/WqlRow.h"

#include <QtTest>

using namespace deskwarden;
using simulator::WqlQuery;
using tests::cell;

class WqlQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void conditionsHold_data();
    void conditionsHold();
    void malformedIsInvalidQuery_data();
    void malformedIsInvalidQuery();
    void likePatterns_data();
    void likePatterns();
    void columnsComeInTheOrderAsked();
};

void WqlQueryTest::conditionsHold_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* where, bool holds) { QTest::newRow(where) << QString::fromUtf8(where) << holds; };
    row("SessionId=12", true);
    row("SessionId = '12'", true);
    row("sessionid <> 12", false);
    row("SessionId != 13", true);
    row("SessionId < 12", false);
    row("SessionId <= 12", true);
    row("SessionId > -1", true);
    row("SessionId >= 13", false);
    row("VMHostName = 'host-01'", true);
    row("VMHostName = \"HOST-01\"", true);
    row("VMHostName < 'HOST-02'", true);
    row("UserName = 'jörg.o\\'brien'", true);
    row("UserName = \"jörg.o'brien\"", true);
    row("DomainName = 'a\\\\b'", true);
    row("ConnectState=4 AND SessionId=12", true);
    row("ConnectState=4 and SessionId=1 or VMHostName='HOST-01'", true);
    row("ConnectState=0 OR ConnectState=4 AND SessionId=1", false);
    row("(ConnectState=4 OR ConnectState=0) AND (SessionId=1 OR SessionId=12)", true);
    row("NOT ConnectState=4", false);
    row("NOT (ConnectState=0 OR SessionId=3)", true);
    row("CollectionId IS NULL", true);
    row("CollectionId = NULL", true);
    row("CollectionId <> NULL", false);
    row("UserName IS NOT NULL", true);
    row("CollectionId = 'x'", false);
    row("CollectionId <> 'x'", false);
    row("UserName LIKE 'J_rg.%'", true);
    row("UserName NOT LIKE 'J_rg.%'", false);
    row("SessionId LIKE '1_'", true);
    row("ClientMachineName LIKE '%'", false);
}

void WqlQueryTest::conditionsHold()
{
    QFETCH(QString, where);
    QFETCH(bool, holds);
    const QString text = QStringLiteral("select * from Win32_VirtualDesktopSession WHERE %1").arg(where);
    auto query = WqlQuery::parse(text.toStdString());
    QVERIFY2(query, query ? "" : query.error().detail.c_str());
    const auto bound = query->bind(*management::findClass(management::sessionClass));
    QVERIFY2(bound, bound ? "" : bound.error().detail.c_str());
    QCOMPARE(query->matches(cell), holds);
}

void WqlQueryTest::malformedIsInvalidQuery_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* text) { QTest::newRow(text) << QString::fromUtf8(text); };
    row("");
    row("SELECT");
    row("SELECT * FROM");
    row("SELECT * Win32_VirtualDesktopSession");
    row("SELECT FROM Win32_VirtualDesktopSession");
    row("SELECT a, FROM Win32_VirtualDesktopSession");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId =");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId = 1 2");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId = 1x");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE (SessionId = 1");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId = 1)");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE VMName = 'x");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE UserName = 'DOMAIN\\user'");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId = 'abc'");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE VMName = 5");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE Nothing = 5");
    row("SELECT Nothing FROM Win32_VirtualDesktopSession");
    row("SELECT * FROM Win32_VirtualDesktopSession WHERE SessionId < NULL");
    row("DELETE FROM Win32_VirtualDesktopSession");
    const QString deep = QString(500, QLatin1Char('('));
    QTest::newRow("deep") << QStringLiteral("SELECT * FROM Win32_VirtualDesktopSession WHERE ") + deep;
}

void WqlQueryTest::malformedIsInvalidQuery()
{
    QFETCH(QString, text);
    auto query = WqlQuery::parse(text.toStdString());
    const core::Result<> result =
        query ? query->bind(*management::findClass(management::sessionClass)) : core::failure(query.error());
    QVERIFY(!result);
    QCOMPARE(result.error().code, static_cast<std::uint32_t>(simulator::WmiStatus::InvalidQuery));
    QVERIFY(!result.error().detail.empty());
}

void WqlQueryTest::likePatterns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* text, const char* pattern, bool matches) {
        QTest::addRow("%s like %s", text, pattern) << QString::fromUtf8(text) << QString::fromUtf8(pattern) << matches;
    };
    row("abc", "abc", true);
    row("abc", "ABC", true);
    row("abc", "ab", false);
    row("abc", "a%", true);
    row("abc", "%c", true);
    row("abc", "%b%", true);
    row("abc", "%%", true);
    row("", "%", true);
    row("", "_", false);
    row("aXbXc", "a%x%c", true);
    row("aaab", "%ab", true);
    row("ü", "_", true);
    row("b", "[a-c]", true);
    row("B", "[a-c]", true);
    row("d", "[a-c]", false);
    row("d", "[^a-c]", true);
    row("5", "[abc5]", true);
    row("50%", "50[%]", true);
    row("50x", "50[%]", false);
    row("a_b", "a[_]b", true);
    row("a", "[", false);
}

void WqlQueryTest::likePatterns()
{
    QFETCH(QString, text);
    QFETCH(QString, pattern);
    QFETCH(bool, matches);
    QCOMPARE(simulator::isLike(text.toStdString(), pattern.toStdString()), matches);
}

void WqlQueryTest::columnsComeInTheOrderAsked()
{
    auto query = WqlQuery::parse("SELECT vmname , SESSIONID FROM win32_virtualdesktopsession");
    QVERIFY(query);
    QVERIFY(query->isProjection());
    QVERIFY(query->bind(*management::findClass(query->className())));
    QCOMPARE(query->boundColumns(), (std::vector<std::size_t>{2, 1}));
}

QTEST_APPLESS_MAIN(WqlQueryTest)
#include "WqlQueryTest.moc"
