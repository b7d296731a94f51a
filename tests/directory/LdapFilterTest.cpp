// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapFilter.h"

#include <QTest>

namespace {

class LdapFilterTest final : public QObject
{
    Q_OBJECT

private slots:
    static void onlyPlainLettersStayAsTheyAre_data();
    static void onlyPlainLettersStayAsTheyAre();
    static void aNameIsNeverAPartOfTheFilter();
    static void aDistinguishedNameKeepsItsOwnEscapes();
};

void LdapFilterTest::onlyPlainLettersStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("escaped");
    QTest::newRow("plain") << QByteArray("Anna-Maria_7.x y") << QByteArray("Anna-Maria_7.x y");
    QTest::newRow("star") << QByteArray("*") << QByteArray("\\2a");
    QTest::newRow("parentheses") << QByteArray("a)(b") << QByteArray("a\\29\\28b");
    QTest::newRow("backslash") << QByteArray("\\") << QByteArray("\\5c");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\\00b");
    QTest::newRow("umlaut") << QByteArray("\xC3\xBC") << QByteArray("\\c3\\bc");
    QTest::newRow("operators") << QByteArray("&|!=<>~:") << QByteArray("\\26\\7c\\21\\3d\\3c\\3e\\7e\\3a");
    QTest::newRow("line end") << QByteArray("\n") << QByteArray("\\0a");
}

void LdapFilterTest::onlyPlainLettersStayAsTheyAre()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, escaped);
    QCOMPARE(deskwarden::directory::escapedForFilter(value.toStdString()), escaped.toStdString());
}

void LdapFilterTest::aNameIsNeverAPartOfTheFilter()
{
    const std::string filter = deskwarden::directory::equals("sAMAccountName", "*)(objectClass=*");
    QCOMPARE(filter, std::string("(sAMAccountName=\\2a\\29\\28objectClass\\3d\\2a)"));
}

void LdapFilterTest::aDistinguishedNameKeepsItsOwnEscapes()
{
    QCOMPARE(deskwarden::directory::asciiName("CN=M\xC3\xBCller\\, Anna,DC=corp"),
             std::string("CN=M\\c3\\bcller\\, Anna,DC=corp"));
}

} // namespace

QTEST_APPLESS_MAIN(LdapFilterTest)
#include "LdapFilterTest.moc"
