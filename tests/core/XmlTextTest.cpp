// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/XmlText.h"

#include <QTest>

using namespace deskwarden::core;

/// What XML can hold, and how it is written.
class XmlTextTest final : public QObject
{
    Q_OBJECT

private slots:
    void marksAreReferences_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("marks alone") << QByteArray("<>&\"\r") << QByteArray("&lt;&gt;&amp;&quot;&#13;");
        QTest::newRow("marks among letters") << QByteArray("a<b>c\r\n") << QByteArray("a&lt;b&gt;c&#13;\n");
        QTest::newRow("a reference") << QByteArray("&amp;") << QByteArray("&amp;amp;");
        QTest::newRow("beside other alphabets")
            << QByteArray("\xD0\x96<\xF0\x9F\x98\x80") << QByteArray("\xD0\x96&lt;\xF0\x9F\x98\x80");
    }

    void marksAreReferences()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, xml);
        QCOMPARE(QByteArray::fromStdString(xmlEscaped(text.toStdString())), xml);
        std::string appended = "<a>";
        appendXmlEscaped(appended, text.toStdString());
        QCOMPARE(QByteArray::fromStdString(appended), "<a>" + xml);
    }

    void whatXmlCannotHoldIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("xml");
        const QByteArray gone("\xEF\xBF\xBD");
        QTest::newRow("plain") << QByteArray("Привет 😀 \t\n") << QByteArray("Привет 😀 \t\n");
        QTest::newRow("control") << QByteArray("a\x01"
                                               "b",
                                               3)
                                 << "a" + gone + "b";
        QTest::newRow("zero") << QByteArray("a\0b", 3) << "a" + gone + "b";
        QTest::newRow("U+FFFE") << QByteArray("\xEF\xBF\xBE") << gone + gone + gone;
        QTest::newRow("lone surrogate") << QByteArray("\xED\xA0\x80") << gone + gone + gone;
        QTest::newRow("broken UTF-8") << QByteArray("\xD0") << gone;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << gone + gone;
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << gone + gone + gone + gone;
    }

    void whatXmlCannotHoldIsReplaced()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, xml);
        QCOMPARE(QByteArray::fromStdString(xmlEscaped(text.toStdString())), xml);
    }

    /// XML 1.0, 2.2.
    void theSpecificationsRangesAreHeld()
    {
        const auto isInSpecification = [](char32_t c) {
            return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
                   (c >= 0x10000 && c <= 0x10FFFF);
        };
        int differences = 0;
        for (char32_t character = 0; character <= 0x110010; ++character)
            differences += isXmlCharacter(character) != isInSpecification(character) ? 1 : 0;
        QCOMPARE(differences, 0);
    }
};

QTEST_APPLESS_MAIN(XmlTextTest)
#include "XmlTextTest.moc"
