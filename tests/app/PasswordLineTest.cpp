// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/PasswordLine.h"

#include <QTest>

using deskwarden::app::PasswordLine;

class PasswordLineTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyThePasswordIsThePassword_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("password");
        const QByteArray plain("Gr\xC3\xBC\xC3\x9F \xE0\xA9\x81 7");
        const auto wide = [](const char16_t* text, bool isLittle) {
            QByteArray bytes(isLittle ? "\xFF\xFE" : "\xFE\xFF");
            for (const QChar unit : QString::fromUtf16(text)) {
                const char low = static_cast<char>(unit.unicode() & 0xFF);
                const char high = static_cast<char>(unit.unicode() >> 8);
                bytes.append(isLittle ? low : high).append(isLittle ? high : low);
            }
            return bytes;
        };
        QTest::newRow("no line end") << plain << plain;
        QTest::newRow("LF") << plain + "\nrest" << plain;
        QTest::newRow("CR LF") << plain + "\r\nrest" << plain;
        QTest::newRow("mark, CR LF") << "\xEF\xBB\xBF" + plain + "\r\n" << plain;
        // U+0A41 has the byte of a line end in it.
        QTest::newRow("UTF-16, little") << wide(u"Gr\u00fc\u00df \u0a41 7\r\nrest", true) << plain;
        QTest::newRow("UTF-16, big") << wide(u"Gr\u00fc\u00df \u0a41 7\r\nrest", false) << plain;
        QTest::newRow("UTF-16, no line end") << wide(u"Gr\u00fc\u00df \u0a41 7", true) << plain;
        QTest::newRow("blanks are part of it") << QByteArray(" a \n") << QByteArray(" a ");
        QTest::newRow("empty line") << QByteArray("\n") << QByteArray("");
    }
    void onlyThePasswordIsThePassword()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, password);
        PasswordLine line;
        for (const char byte : input) {
            if (!line.take(byte))
                break;
        }
        const auto found = line.password();
        QVERIFY(found);
        QCOMPARE(QByteArray::fromStdString(std::string(found->reveal())), password);
    }

    void whatIsNoTextIsNoPassword()
    {
        for (const QByteArray& input : {QByteArray("\xFC\n"), QByteArray("a\0b\0\n", 5), QByteArray("\xFF\xFE\x41")}) {
            PasswordLine line;
            for (const char byte : input) {
                if (!line.take(byte))
                    break;
            }
            QVERIFY(!line.isEmpty());
            QVERIFY2(!line.password(), input.toHex().constData());
        }
    }

    void aLineWithoutAnEndIsTooLong()
    {
        PasswordLine line;
        int taken = 0;
        while (line.take('a'))
            ++taken;
        QCOMPARE(taken, static_cast<int>(PasswordLine::longest));
        QVERIFY(line.isTooLong());
    }
};

QTEST_APPLESS_MAIN(PasswordLineTest)
#include "PasswordLineTest.moc"
