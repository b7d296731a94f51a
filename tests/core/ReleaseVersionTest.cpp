// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ReleaseVersion.h"

#include <QTest>

#include <array>

using deskwarden::core::ReleaseVersion;

class ReleaseVersionTest final : public QObject
{
    Q_OBJECT

private slots:
    void eachVersionIsNewerThanAllBeforeIt();
    void whatIsReadIsWrittenAgain_data();
    void whatIsReadIsWrittenAgain();
    void theNameOfABuildSaysNothing();
    void whatIsNoVersionIsRefused_data();
    void whatIsNoVersionIsRefused();
};

void ReleaseVersionTest::eachVersionIsNewerThanAllBeforeIt()
{
    constexpr std::array inOrder{"0.0.1",
                                 "0.2.0",
                                 "0.9.0",
                                 "0.9.10",
                                 "0.10.0-1",
                                 "0.10.0-2",
                                 "0.10.0-11",
                                 "0.10.0-99999999999999999998",
                                 "0.10.0-99999999999999999999",
                                 "0.10.0-A",
                                 "0.10.0-alpha",
                                 "0.10.0-alpha.1",
                                 "0.10.0-alpha.beta",
                                 "0.10.0-beta",
                                 "0.10.0-beta.2",
                                 "0.10.0-beta.11",
                                 "0.10.0-rc.1",
                                 "0.10.0",
                                 "0.10.1",
                                 "1.0.0-rc.1",
                                 "1.0.0",
                                 "4294967295.0.0"};
    for (std::size_t older = 0; older < inOrder.size(); ++older) {
        const auto left = ReleaseVersion::parse(inOrder.at(older));
        QVERIFY2(left, inOrder.at(older));
        for (std::size_t newer = older + 1; newer < inOrder.size(); ++newer) {
            const auto right = ReleaseVersion::parse(inOrder.at(newer));
            QVERIFY2(right, inOrder.at(newer));
            QVERIFY2(*left<*right&& * right> * left && *left != *right, inOrder.at(newer));
        }
    }
}

void ReleaseVersionTest::whatIsReadIsWrittenAgain_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* const text : {"0.2.0", "10.20.30", "1.0.0-rc.1", "1.0.0-0.x-y.7"})
        QTest::newRow(text) << QByteArray(text);
}

void ReleaseVersionTest::whatIsReadIsWrittenAgain()
{
    QFETCH(const QByteArray, text);
    const auto version = ReleaseVersion::parse(text.toStdString());
    QVERIFY(version);
    QCOMPARE(QByteArray::fromStdString(version->text()), text);
}

void ReleaseVersionTest::theNameOfABuildSaysNothing()
{
    QVERIFY(ReleaseVersion::parse("1.2.3+build.5-x") == ReleaseVersion::parse("1.2.3"));
}

void ReleaseVersionTest::whatIsNoVersionIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* text) { QTest::newRow(text) << QByteArray(text); };
    for (const char* const text :
         {"",       "1",          "1.2",      "1.2.3.4",        "v1.2.3", "1.2.x",          "01.2.3",  "1.2.03",
          "1.2.3-", "1.2.3-a..b", "1.2.3-01", "1.2.3-a_b",      "1.2.3+", "1.2.3+a b",      " 1.2.3",  "1.2.3 ",
          "-1.2.3", "1.-2.3",     "+1.2.3",   "4294967296.0.0", "1..3",   "1.2.3-\xC3\xA9", "1.2.3\n", "..",
          "-"})
        row(text);
    QTest::newRow("far too long") << QByteArray("1.2.3-") + QByteArray(100, 'a');
    QTest::newRow("a null in it") << QByteArray("1.2.3\0", 6);
}

void ReleaseVersionTest::whatIsNoVersionIsRefused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!ReleaseVersion::parse(text.toStdString()));
}

QTEST_APPLESS_MAIN(ReleaseVersionTest)
#include "ReleaseVersionTest.moc"
