// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/SharedString.h"

#include <QTest>

#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace deskwarden::core;

class SharedStringTest final : public QObject
{
    Q_OBJECT

private slots:
    void nullIsNotEmptyText()
    {
        const SharedString null;
        const SharedString empty("");
        QVERIFY(null.isNull() && null.isEmpty());
        QVERIFY(!empty.isNull() && empty.isEmpty());
        QVERIFY(!(null == empty));
        QVERIFY(null < empty);
    }

    void copiesShareOneBlock()
    {
        const SharedString text("hello");
        QVERIFY(text.isUnshared());
        const SharedString copy = text; // NOLINT(performance-unnecessary-copy-initialization)
        QVERIFY(copy.isSameBlock(text));
        QVERIFY(!text.isUnshared());
        QVERIFY(!SharedString("hello").isSameBlock(text));
        QVERIFY(SharedString("hello") == text);
    }

    void assignmentSurvivesItself()
    {
        SharedString text("self");
        const SharedString& same = text;
        text = same;
        QCOMPARE(text.view(), std::string_view("self"));
        SharedString other(std::move(text));
        QCOMPARE(other.view(), std::string_view("self"));
        other = SharedString("next");
        QCOMPARE(other.view(), std::string_view("next"));
    }

    void zerosInsideAreKept()
    {
        const std::string_view view("a\0b", 3);
        QCOMPARE(SharedString(view).view(), view);
    }

    void orderIsThatOfTheBytes()
    {
        QVERIFY(SharedString("a") < SharedString("b"));
        QVERIFY(SharedString("a") < SharedString("aa"));
        QVERIFY(SharedString("Z") < SharedString("a"));
    }

    void poolGivesOneBlockForATextAndForgetsTheUnused()
    {
        StringPool pool;
        const SharedString first = pool.intern("host");
        {
            const SharedString unused = pool.intern("unused");
            QVERIFY(pool.intern("host").isSameBlock(first));
            QCOMPARE(pool.size(), std::size_t{2});
        }
        pool.prune();
        QCOMPARE(pool.size(), std::size_t{1});
        QVERIFY(pool.intern("host").isSameBlock(first));
    }

    void threadsMayShareTextsAndPool()
    {
        StringPool pool;
        const SharedString shared("shared");
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&] {
                for (int round = 0; round < 2'000; ++round) {
                    const SharedString copy = shared; // NOLINT(performance-unnecessary-copy-initialization)
                    const SharedString pooled = pool.intern(std::to_string(round % 50));
                    if (round % 500 == 0)
                        pool.prune();
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(shared.isUnshared());
        QVERIFY(pool.size() <= 50);
    }
};

QTEST_APPLESS_MAIN(SharedStringTest)
#include "SharedStringTest.moc"
