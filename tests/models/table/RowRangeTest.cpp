// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/RowRange.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace deskwarden::models;

/// Rows told as ranges: all of them, no others, and in as few pieces as can be.
class RowRangeTest final : public QObject
{
    Q_OBJECT

private slots:
    void everySetOfRowsIsToldExactly_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void everySetOfRowsIsToldExactly()
    {
        QFETCH(uint, seed);
        std::mt19937 random(seed);
        const auto below = [&random](std::uint32_t limit) { return static_cast<int>(random() % limit); };
        for (int round = 0; round < 500; ++round) {
            const int count = 1 + below(40);
            std::vector<bool> isMeant(static_cast<std::size_t>(count), false);
            std::vector<int> rows;
            for (int drawn = below(60); drawn > 0; --drawn) {
                const int row = below(static_cast<std::uint32_t>(count) + 3) - 3; // what is hidden is -1, or worse
                rows.push_back(row);
                if (row >= 0)
                    isMeant[static_cast<std::size_t>(row)] = true;
            }
            const auto ranges = rangesOf(rows);
            QCOMPARE(rangesWhere(isMeant.size(), [&](std::size_t row) { return isMeant[row]; }) == ranges, true);
            std::vector<bool> isTold(isMeant.size(), false);
            int behind = -1; // the first row that the next range may begin at; one free row lies between two ranges
            for (const RowRange& range : ranges) {
                QVERIFY(range.first > behind || behind == -1);
                QVERIFY(range.first >= 0 && range.first <= range.last && range.last < count);
                for (int row = range.first; row <= range.last; ++row)
                    isTold[static_cast<std::size_t>(row)] = true;
                behind = range.last + 1;
            }
            QVERIFY(isTold == isMeant);
        }
    }

    void whatIsHiddenNeverTakesTheFirstRowAlong()
    {
        QVERIFY(rangesOf({-1, 0}) == std::vector<RowRange>({{0, 0}}));
        QVERIFY(rangesOf({1, 0, -1, -1}) == std::vector<RowRange>({{0, 1}}));
        QVERIFY(rangesOf({-1}).empty());
    }
};

QTEST_APPLESS_MAIN(RowRangeTest)
#include "RowRangeTest.moc"
