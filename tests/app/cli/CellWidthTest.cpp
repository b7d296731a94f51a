// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CellWidth.h"

#include <QTest>

using namespace deskwarden::app;

class CellWidthTest final : public QObject
{
    Q_OBJECT

private slots:
    void lettersTakeTheirCells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cells");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("latin") << QStringLiteral("m\u00fcller") << 6;
        QTest::newRow("combining") << QStringLiteral("mu\u0308ller") << 6;
        QTest::newRow("cyrillic") << QStringLiteral("\u0410\u043d\u043d\u0430") << 4;
        QTest::newRow("chinese") << QStringLiteral("\u738b\u5c0f\u660e") << 6;
        QTest::newRow("japanese") << QStringLiteral("\u3042\u30a2\u6f22") << 6;
        QTest::newRow("korean") << QStringLiteral("\uae40") << 2;
        QTest::newRow("full width") << QStringLiteral("\uff21") << 2;
        QTest::newRow("half width") << QStringLiteral("\uff71") << 1;
        QTest::newRow("emoji") << QStringLiteral("\U0001F600") << 2;
        QTest::newRow("hebrew with points") << QStringLiteral("\u05e9\u05b8") << 1;
        QTest::newRow("joiner") << QStringLiteral("a\u200db") << 2;
    }
    void lettersTakeTheirCells()
    {
        QFETCH(const QString, text);
        QFETCH(const int, cells);
        QCOMPARE(cellWidth(text), cells);
    }

    void everyTextFitsItsCellsExactly()
    {
        const QString long_ = QString(300, u'\u738b');
        for (const QString& text : {QString(), QStringLiteral("ab"), QStringLiteral("mu\u0308ller"), long_,
                                    QStringLiteral("\u738b\u5c0f\u660e"), QString(1'000'000, u'a')})
        {
            for (const int cells : {1, 2, 3, 4, 5, 6, 7, 40})
                QCOMPARE(cellWidth(fittedToCells(text, cells)), cells);
        }
        QCOMPARE(fittedToCells(QStringLiteral("anna.fischer"), 6), QStringLiteral("anna.\u2026"));
        // The second letter would take the fourth cell, which is the ellipsis'.
        QCOMPARE(fittedToCells(QStringLiteral("\u738b\u5c0f\u660e"), 4), QStringLiteral("\u738b\u2026 "));
        // A mark stays with its letter.
        QCOMPARE(fittedToCells(QStringLiteral("u\u0308ber"), 2), QStringLiteral("u\u0308\u2026"));
    }
};

QTEST_APPLESS_MAIN(CellWidthTest)
#include "CellWidthTest.moc"
