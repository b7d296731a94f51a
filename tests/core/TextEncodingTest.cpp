// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/TextEncoding.h"

#include <QTest>

using namespace deskwarden;

namespace {

const QString sample = QStringLiteral("CORP\\j\u00fcrgen\r\n\u0416\u4e2d\u0a41\U0001F600 x");

QByteArray utf16(const QString& text, bool isLittle)
{
    QByteArray bytes(isLittle ? "\xFF\xFE" : "\xFE\xFF");
    for (const QChar unit : text) {
        const char low = static_cast<char>(unit.unicode() & 0xFF);
        const char high = static_cast<char>(unit.unicode() >> 8);
        bytes.append(isLittle ? low : high).append(isLittle ? high : low);
    }
    return bytes;
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class TextEncodingTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatOthersWriteIsRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << sample.toUtf8();
        QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF") + sample.toUtf8();
        QTest::newRow("UTF-16, little") << utf16(sample, true);
        QTest::newRow("UTF-16, big") << utf16(sample, false);
    }
    void whatOthersWriteIsRead()
    {
        QFETCH(const QByteArray, bytes);
        const auto text = core::utf8From(view(bytes));
        QVERIFY(text);
        QCOMPARE(QString::fromStdString(*text), sample);
        QCOMPARE(core::firstUnreadableLine(view(bytes)), std::size_t(0));
    }

    void whatIsNoTextIsFoundByItsLine_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        for (const char* wrong : {"\xFC", "\xC3", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80", "\xFF", "\x80", "\xE2\x82", "\xF8\x88\x80\x80\x80"})
            QTest::newRow(QByteArray(wrong).toHex().constData()) << QByteArray("a\nb\n") + wrong;
        QTest::newRow("UTF-16 without a mark") << utf16(QStringLiteral("a"), true).mid(2).prepend("a\nb\n");
        QTest::newRow("half a unit") << utf16(QStringLiteral("a\nb\nc"), true) + 'd';
        QTest::newRow("half a pair") << utf16(QStringLiteral("a\nb\n") + QChar(0xD83D), true);
        QTest::newRow("the wrong half first") << utf16(QStringLiteral("a\nb\n") + QChar(0xDE00) + u'x', false);
        QTest::newRow("two first halves") << utf16(QStringLiteral("a\nb\n") + QChar(0xD83D) + QChar(0xD83D), true);
    }
    void whatIsNoTextIsFoundByItsLine()
    {
        QFETCH(const QByteArray, wrong);
        QVERIFY(!core::utf8From(view(wrong)));
        QCOMPARE(core::firstUnreadableLine(view(wrong)), std::size_t(3));
    }
};

QTEST_APPLESS_MAIN(TextEncodingTest)
#include "TextEncodingTest.moc"
