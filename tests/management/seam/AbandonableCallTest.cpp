// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/AbandonableCall.h"

#include "support/FakeConnection.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace deskwarden;
using namespace deskwarden::management;
using namespace std::chrono_literals;

namespace {

constexpr auto generous = 60s;

/// Does not return before the gate is open, whatever its caller does.
core::Result<int> callThrough(const std::shared_ptr<AbandonedCalls>& calls, const CallContext& context,
                              const std::shared_ptr<support::Gate>& gate)
{
    return callAbandonably<int>(calls, context, [gate]() -> core::Result<int> {
        static_cast<void>(gate->pass());
        return 7;
    });
}

} // namespace

class AbandonableCallTest final : public QObject
{
    Q_OBJECT

private slots:
    void moreRunningCallsThanMayBeLeftBehindAllSucceed()
    {
        const auto calls = std::make_shared<AbandonedCalls>(2);
        constexpr int many = 64;
        std::atomic<int> inside = 0;
        std::atomic<int> succeeded = 0;
        {
            std::vector<std::jthread> callers;
            for (int count = 0; count < many; ++count)
                callers.emplace_back([&] {
                    const auto result =
                        callAbandonably<int>(calls, CallContext::within(generous), [&inside]() -> core::Result<int> {
                            ++inside;
                            while (inside < many)
                                std::this_thread::sleep_for(1ms);
                            return 7;
                        });
                    succeeded += result.value_or(0) == 7 ? 1 : 0;
                    if (!result)
                        inside = many; // nobody waits for one that was refused
                });
        }
        QCOMPARE(succeeded.load(), many);
        QVERIFY(!calls->hasLeftAny());
    }

    void whileTooManyAreLeftBehindTheNextOneWaits()
    {
        const auto calls = std::make_shared<AbandonedCalls>(2);
        const auto gate = std::make_shared<support::Gate>();
        for (int count = 0; count < 2; ++count)
            QCOMPARE(callThrough(calls, CallContext::within(10ms), gate).error().kind, core::ErrorKind::TimedOut);
        QVERIFY(calls->hasLeftAny());
        std::atomic<bool> isOver = false;
        core::Result<int> result = 0;
        {
            const std::jthread waiting([&] {
                result = callThrough(calls, CallContext::within(generous), gate);
                isOver = true;
            });
            std::this_thread::sleep_for(50ms);
            QVERIFY(!isOver);
            gate->open();
        }
        QCOMPARE(result.value_or(0), 7);
        QVERIFY(calls->hasLeftAny()); // their threads may still be ending
    }

    void waitingForRoomEndsWithItsContext()
    {
        const auto calls = std::make_shared<AbandonedCalls>(1);
        const auto gate = std::make_shared<support::Gate>();
        QCOMPARE(callThrough(calls, CallContext::within(10ms), gate).error().kind, core::ErrorKind::TimedOut);
        QCOMPARE(callThrough(calls, CallContext::within(20ms), gate).error().kind, core::ErrorKind::OutOfResources);
        std::stop_source stop;
        const std::jthread stopper([&stop] {
            std::this_thread::sleep_for(20ms);
            stop.request_stop();
        });
        QCOMPARE(callThrough(calls, CallContext::within(generous, stop.get_token()), gate).error().kind,
                 core::ErrorKind::Cancelled);
        gate->open();
    }

    void aCallThatComesBackMakesRoomAgain()
    {
        const auto calls = std::make_shared<AbandonedCalls>(1);
        for (int round = 0; round < 20; ++round) {
            const auto gate = std::make_shared<support::Gate>();
            QCOMPARE(callThrough(calls, CallContext::within(1ms), gate).error().kind, core::ErrorKind::TimedOut);
            gate->open();
            QVERIFY(calls->waitForRoom(CallContext::within(generous)));
        }
    }
};

QTEST_GUILESS_MAIN(AbandonableCallTest)
#include "AbandonableCallTest.moc"
