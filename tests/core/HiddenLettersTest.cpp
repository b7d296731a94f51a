// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/HiddenLetters.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <string>

using namespace deskwarden;

namespace {

/// QString::fromUcs4() would leave out a byte order mark.
QString textOf(char32_t character)
{
    return QString().append(QStringView(QChar::fromUcs4(character)));
}

} // namespace

/// What a terminal obeys, or what turns text about, never reaches one as it is.
class HiddenLettersTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyControlAndFormatCharacterIsHidden()
    {
        for (char32_t character = 0; character <= QChar::LastValidCodePoint; ++character) {
            const QChar::Category category = QChar::category(character);
            const bool isFormat = category == QChar::Other_Control || category == QChar::Other_Format ||
                                  category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
            if (isFormat)
                QVERIFY2(core::isHidden(character), qPrintable(QString::number(character, 16)));
            if (category == QChar::Letter_Lowercase || category == QChar::Letter_Other ||
                category == QChar::Separator_Space || category == QChar::Symbol_Other)
                QVERIFY2(!core::isHidden(character), qPrintable(QString::number(character, 16)));
        }
    }

    void hiddenTextIsShownByItsNumber_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("plain") << QByteArray("HV01") << QByteArray("HV01");
        QTest::newRow("letters") << QByteArray("\u0416\u4e2d\U0001F600") << QByteArray("\u0416\u4e2d\U0001F600");
        QTest::newRow("escape") << QByteArray("\x1B[31mx") << QByteArray("\u2039U+001B\u203A[31mx");
        QTest::newRow("nul") << QByteArray("a\0b", 3)
                             << QByteArray("a\u2039U+0000\u203A"
                                           "b");
        QTest::newRow("line end") << QByteArray("a\nb")
                                  << QByteArray("a\u2039U+000A\u203A"
                                                "b");
        QTest::newRow("C1") << QByteArray("\xC2\x9B"
                                          "31m")
                            << QByteArray("\u2039U+009B\u203A"
                                          "31m");
        QTest::newRow("a C1 byte alone") << QByteArray("\x9B"
                                                       "31m")
                                         << QByteArray("\uFFFD"
                                                       "31m");
        QTest::newRow("override") << QByteArray("\u202Ex") << QByteArray("\u2039U+202E\u203Ax");
        QTest::newRow("isolate") << QByteArray("\u2066x") << QByteArray("\u2039U+2066\u203Ax");
        QTest::newRow("tag") << QByteArray("\U000E0041") << QByteArray("\u2039U+E0041\u203A");
        QTest::newRow("cut character") << QByteArray("a\xE4\xB8") << QByteArray("a\uFFFD\uFFFD");
    }
    void hiddenTextIsShownByItsNumber()
    {
        QFETCH(const QByteArray, text);
        QTEST(QByteArray::fromStdString(core::shownText(text.toStdString())), "shown");
    }

    void aLongTextEndsInAnEllipsis()
    {
        QCOMPARE(core::shownText(std::string(100'000, 'a')), std::string(512, 'a') + "\u2026");
        QCOMPARE(core::shownText("\u4e2d\u4e2d\u4e2d", 2), std::string("\u4e2d\u4e2d\u2026"));
        QCOMPARE(core::shownText("abc", 3), std::string("abc"));
    }

    void jsonMeansTheSameWithoutWhatIsHidden()
    {
        for (char32_t character = 1; character <= QChar::LastValidCodePoint; ++character) {
            if (QChar::isSurrogate(character) || character == 0xFFFD)
                continue;
            if (!core::isHidden(character) && character % 997 != 0)
                continue;
            const QString name = QStringLiteral("\\\"") + textOf(character) + QStringLiteral("x");
            const QJsonObject object{{name, name}};
            const std::string json =
                core::withoutHidden(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString());
            QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(json)).object(), object);
            QCOMPARE(json.find(textOf(character).toStdString()) != std::string::npos, !core::isHidden(character));
        }
        QCOMPARE(core::withoutHidden("\"\x9B\""), std::string("\"\uFFFD\""));
    }
};

QTEST_GUILESS_MAIN(HiddenLettersTest)
#include "HiddenLettersTest.moc"
