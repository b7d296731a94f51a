// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/BackgroundWork.h"

#include "support/FewThreads.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>

using namespace deskwarden;
using ui::BackgroundWork;

/// Work beside the window, and its news in the window's thread.
class BackgroundWorkTest final : public QObject
{
    Q_OBJECT

private slots:
    void newsComeOnTheThreadThatAsked();
    void theNextJobStopsTheOneBefore();
    void noNewsComeOnceItIsGone();
    void withoutAThreadNothingIsDone();
};

void BackgroundWorkTest::newsComeOnTheThreadThatAsked()
{
    BackgroundWork work;
    const QThread* worker = nullptr;
    const QThread* told = nullptr;
    QVERIFY(work.start([&](const std::stop_token&) -> std::function<void()> {
        worker = QThread::currentThread();
        return [&told] { told = QThread::currentThread(); };
    }));
    QTRY_VERIFY(told != nullptr);
    QCOMPARE(told, QThread::currentThread());
    QVERIFY(worker != told);
}

void BackgroundWorkTest::theNextJobStopsTheOneBefore()
{
    BackgroundWork work;
    std::atomic<bool> wasStopped = false;
    QVERIFY(work.start([&](const std::stop_token& stop) -> std::function<void()> {
        while (!stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        wasStopped = true;
        return {};
    }));
    bool isDone = false;
    QVERIFY(work.start(
        [&isDone](const std::stop_token&) -> std::function<void()> { return [&isDone] { isDone = true; }; }));
    QVERIFY(wasStopped);
    QTRY_VERIFY(isDone);
}

void BackgroundWorkTest::noNewsComeOnceItIsGone()
{
    bool isTold = false;
    {
        BackgroundWork work;
        QVERIFY(work.start(
            [&isTold](const std::stop_token&) -> std::function<void()> { return [&isTold] { isTold = true; }; }));
    }
    QTest::qWait(50);
    QVERIFY(!isTold);
}

void BackgroundWorkTest::withoutAThreadNothingIsDone()
{
    const support::FewThreads threads(0);
    BackgroundWork work(nullptr, threads);
    bool isDone = false;
    const auto job = [&isDone](const std::stop_token&) -> std::function<void()> {
        return [&isDone] { isDone = true; };
    };
    QVERIFY(!work.start(job));
    QTest::qWait(20);
    QVERIFY(!isDone);
    threads.setLeft(1);
    QVERIFY(work.start(job)); // there is one again
    QTRY_VERIFY(isDone);
}

QTEST_MAIN(BackgroundWorkTest)
#include "BackgroundWorkTest.moc"
