// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Value.h"

#include <QTest>

#include <limits>

using namespace deskwarden::core;

class ValueTest final : public QObject
{
    Q_OBJECT

private slots:
    void aNullTextIsNull()
    {
        QVERIFY(Value().isNull());
        QVERIFY(Value(SharedString()).isNull());
        QVERIFY(!Value("").isNull());
        QVERIFY(Value().text().isNull());
        QVERIFY(!Value("").text().isNull());
        QVERIFY(Value(true).text().isNull());
    }

    void numbersAndTextsReadAsUint32()
    {
        QCOMPARE(Value(std::uint32_t{7}).toUint32(), std::optional<std::uint32_t>(7));
        QCOMPARE(Value("4294967295").toUint32(), std::optional<std::uint32_t>(0xFFFFFFFF));
        QCOMPARE(Value("0").toUint32(), std::optional<std::uint32_t>(0));
    }

    void negativeSint32KeepsItsBits()
    {
        QCOMPARE(Value("-2147217406").toUint32(), std::optional<std::uint32_t>(0x80041002));
        QCOMPARE(Value(std::int64_t{-1}).toUint32(), std::optional<std::uint32_t>(0xFFFFFFFF));
    }

    void whatDoesNotFitIsNoUint32()
    {
        for (const auto* text : {"", " ", "1 2", "+", "+ 1", "+-1",
                                 "\xC2\xA0"
                                 "1",
                                 "0x10", "4294967296", "-2147483649", "99999999999999999999", "1.0", "a"})
            QVERIFY2(!Value(text).toUint32(), text);
        QVERIFY(!Value(std::uint64_t{1} << 32).toUint32());
        QVERIFY(!Value(std::numeric_limits<std::int64_t>::min()).toUint32());
        QVERIFY(!Value().toUint32() && !Value(true).toUint32() && !Value(1.0).toUint32());
    }

    void propertiesAreFoundWithoutRegardToCase()
    {
        const Instance instance(SharedString("C"),
                                {{SharedString("SessionId"), Value("3")}, {SharedString("X"), Value()}});
        QVERIFY(instance.find("SESSIONID"));
        QCOMPARE(instance.find("sessionid")->toUint32(), std::optional<std::uint32_t>(3));
        QVERIFY(instance.find("x")->isNull());
        QVERIFY(!instance.find("Session"));
    }

    void nestedInstancesAreComparedByContent()
    {
        const Instance inner(SharedString("I"), {{SharedString("A"), Value("1")}});
        QVERIFY(Value(inner) == Value(inner));
        QVERIFY(!(Value(inner) == Value(Instance())));
        QVERIFY(!(Value(inner) == Value("1")));
    }
};

QTEST_APPLESS_MAIN(ValueTest)
#include "ValueTest.moc"
