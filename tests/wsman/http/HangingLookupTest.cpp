// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/ConnectionFixture.h"

#include <QtTest>

#include <netdb.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace deskwarden;
using namespace deskwarden::wsman::fixture;

namespace {

std::atomic<bool> isLookingUp = false;

} // namespace

/// Stands before the C library's: a name server that does not answer.
extern "C" int getaddrinfo(const char* /*node*/, const char* /*service*/, const addrinfo* /*hints*/,
                           addrinfo** /*result*/)
{
    isLookingUp = true;
    std::this_thread::sleep_for(std::chrono::seconds(3));
    return EAI_AGAIN;
}

class HangingLookupTest final : public QObject
{
    Q_OBJECT

private slots:
    void cancelDoesNotWaitForTheName();
    void deadlineDoesNotWaitForTheName();
};

void HangingLookupTest::cancelDoesNotWaitForTheName()
{
    isLookingUp = false;
    std::stop_source stop;
    std::chrono::steady_clock::time_point stopped;
    std::thread stopper([&] {
        while (!isLookingUp)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        stopped = std::chrono::steady_clock::now();
        stop.request_stop();
    });
    core::Result<core::Instance> result;
    {
        auto connection = connectionTo(profileOf(5986, core::Transport::WsmanHttps, "broker.example.test"));
        result = connection.get(oneSession(), {stop.get_token(), patiently().deadline});
    }
    const auto elapsed = std::chrono::steady_clock::now() - (stopper.join(), stopped);
    qInfo("returned %lld ms after the stop",
          static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, core::ErrorKind::Cancelled);
    QCOMPARE(result.error().delivery, core::Delivery::NotSent);
    QVERIFY(elapsed < std::chrono::seconds(2));
}

void HangingLookupTest::deadlineDoesNotWaitForTheName()
{
    auto connection = connectionTo(profileOf(5986, core::Transport::WsmanHttps, "broker.example.test"));
    const auto start = std::chrono::steady_clock::now();
    const auto result = connection.get(oneSession(), management::CallContext::within(std::chrono::milliseconds(100)));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, core::ErrorKind::TimedOut);
    QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

QTEST_GUILESS_MAIN(HangingLookupTest)
#include "HangingLookupTest.moc"
