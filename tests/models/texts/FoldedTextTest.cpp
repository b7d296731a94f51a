// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/FoldedText.h"

#include <QTest>

using namespace deskwarden;

class FoldedTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void accentsFold_data();
    void accentsFold();
    void lettersOfTheirOwnStayApart_data();
    void lettersOfTheirOwnStayApart();
};

void FoldedTextTest::accentsFold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("tilde") << QStringLiteral("Muñoz") << QStringLiteral("munoz");
    QTest::newRow("taken apart already") << QStringLiteral("Mun\u0303oz") << QStringLiteral("munoz");
    QTest::newRow("stroke") << QStringLiteral("Łucja") << QStringLiteral("lucja");
    QTest::newRow("sharp s") << QStringLiteral("Straße") << QStringLiteral("strasse");
    QTest::newRow("umlaut") << QStringLiteral("Müller") << QStringLiteral("muller");
    QTest::newRow("ligature") << QStringLiteral("Æsir Œuvre") << QStringLiteral("aesir oeuvre");
    QTest::newRow("two marks") << QStringLiteral("Việt") << QStringLiteral("viet");
    QTest::newRow("a mark without a composed letter") << QStringLiteral("x\u0301y") << QStringLiteral("xy");
    QTest::newRow("turkish") << QStringLiteral("Işık") << QStringLiteral("isik");
    QTest::newRow("greek") << QStringLiteral("Άννα") << QStringLiteral("αννα");
    QTest::newRow("yo") << QStringLiteral("Семёнов") << QStringLiteral("семенов");
    QTest::newRow("nothing to do") << QStringLiteral("vdi-0042") << QStringLiteral("vdi-0042");
    QTest::newRow("a pair of surrogates") << QStringLiteral("a\U0001F600b") << QStringLiteral("a\U0001F600b");
    QTest::newRow("empty") << QString() << QString();
}

void FoldedTextTest::accentsFold()
{
    QFETCH(QString, text);
    QTEST(models::withoutAccents(text), "plain");
}

void FoldedTextTest::lettersOfTheirOwnStayApart_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("short i") << QStringLiteral("май") << QStringLiteral("маи");
    QTest::newRow("short i of two characters") << QStringLiteral("маи\u0306") << QStringLiteral("маи");
    QTest::newRow("ukrainian yi") << QStringLiteral("їжак") << QStringLiteral("іжак");
    QTest::newRow("short u") << QStringLiteral("ў") << QStringLiteral("у");
    QTest::newRow("hangul") << QStringLiteral("한") << QStringLiteral("하");
}

void FoldedTextTest::lettersOfTheirOwnStayApart()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QCOMPARE_NE(models::withoutAccents(one), models::withoutAccents(other));
}

QTEST_APPLESS_MAIN(FoldedTextTest)
#include "FoldedTextTest.moc"
