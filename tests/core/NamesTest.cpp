// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"

#include <QTest>

using namespace deskwarden::core;

/// Names as WMI compares them.
class NamesTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyTheCaseOfAsciiLettersIsLeftOut_data()
    {
        QTest::addColumn<std::string>("left");
        QTest::addColumn<std::string>("right");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char* name, const char* left, const char* right, bool isSame) {
            QTest::newRow(name) << std::string(left) << std::string(right) << isSame;
        };
        row("nothing", "", "", true);
        row("another case", "aZ[HV-01", "Az[hv-01", true);
        row("longer", "HV-01", "HV-011", false);
        row("another letter", "HV-01", "HV-02", false);
        row("signs that differ by the bit of the case", "[", "{", false);
        row("before and behind the letters", "@", "`", false);
        row("another alphabet, the same", "\xC3\x84", "\xC3\x84", true);
        row("another alphabet, another case", "\xC3\x84", "\xC3\xA4", false);
    }

    void onlyTheCaseOfAsciiLettersIsLeftOut()
    {
        QFETCH(const std::string, left);
        QFETCH(const std::string, right);
        QFETCH(const bool, isSame);
        QCOMPARE(isSameName(left, right), isSame);
        QCOMPARE(isSameName(SharedString(left), SharedString(right)), isSame);
        QCOMPARE(lowered(left) == lowered(right), isSame);
        QCOMPARE(nameHash(left) == nameHash(right), isSame);
        QVERIFY(startsWithName(left + "more", left));
        QCOMPARE(startsWithName(left, right), isSame);
    }

    void nullIsTheEmptyName()
    {
        QVERIFY(isSameName(SharedString(), SharedString("")));
        QVERIFY(!isSameName(SharedString(), SharedString("a")));
    }

    /// What was seen of sessions is kept on disk by such hashes.
    void hashesAreTheSameInEveryRun()
    {
        QCOMPARE(nameHash(""), std::uint64_t{0xCBF29CE484222325});
        QCOMPARE(nameHash("A"), std::uint64_t{0xAF63DC4C8601EC8C});                 // FNV-1a of "a"
        QCOMPARE(nameHash("FOO", nameHash("")), std::uint64_t{0xDCB27518FED9D577}); // of "foo"
        QCOMPARE(nameHash("oo", nameHash("f")), nameHash("foo"));
    }
};

QTEST_APPLESS_MAIN(NamesTest)
#include "NamesTest.moc"
