// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Base64.h"

#include <QTest>

using namespace deskwarden;

class Base64Test final : public QObject
{
    Q_OBJECT

private slots:
    /// The vectors of RFC 4648 section 10.
    void bytesBecomeTextAndBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("one") << QByteArray("f") << QByteArray("Zg==");
        QTest::newRow("two") << QByteArray("fo") << QByteArray("Zm8=");
        QTest::newRow("three") << QByteArray("foo") << QByteArray("Zm9v");
        QTest::newRow("four") << QByteArray("foob") << QByteArray("Zm9vYg==");
        QTest::newRow("five") << QByteArray("fooba") << QByteArray("Zm9vYmE=");
        QTest::newRow("six") << QByteArray("foobar") << QByteArray("Zm9vYmFy");
        QTest::newRow("every bit") << QByteArray("\xff\x00\xfb", 3) << QByteArray("/wD7");
    }
    void bytesBecomeTextAndBack()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(core::toBase64(bytes.toStdString())), text);
        const auto back = core::fromBase64(text.toStdString());
        QVERIFY(back);
        QCOMPARE(QByteArray::fromStdString(*back), bytes);
    }

    void paddingMayBeMissing() { QCOMPARE(core::fromBase64("Zm9vYg"), std::optional<std::string>("foob")); }

    void otherTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a blank") << QByteArray("Zm 9v");
        QTest::newRow("the letters of URLs") << QByteArray("_wD7");
        QTest::newRow("padding in the middle") << QByteArray("Zg==Zg==");
        QTest::newRow("six bits over") << QByteArray("Zm9vY");
    }
    void otherTextIsRefused()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!core::fromBase64(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(Base64Test)
#include "Base64Test.moc"
