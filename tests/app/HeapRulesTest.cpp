// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/HeapRules.h"

#include <QTest>

#include <malloc.h>

#include <vector>

using namespace deskwarden;

namespace {

constexpr std::size_t megabyte = 1'000'000;

/// How many blocks lie apart from the heap while one of that size is there.
std::size_t blocksApartWith(std::size_t size)
{
    const std::size_t before = mallinfo2().hblks;
    const std::vector<char> block(size);
    return mallinfo2().hblks - before;
}

} // namespace

class HeapRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void aBlockOfAnAnswerStaysInTheHeap()
    {
        app::returnBigBlocks();
        QCOMPARE(blocksApartWith(megabyte / 2), std::size_t{0});
    }
    void aBigBlockIsReturnedHoweverBigTheOnesBefore()
    {
        app::returnBigBlocks();
        for (const std::size_t megabytes : {20U, 2U, 9U, 2U})
            QCOMPARE(blocksApartWith(megabytes * megabyte), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(HeapRulesTest)
#include "HeapRulesTest.moc"
