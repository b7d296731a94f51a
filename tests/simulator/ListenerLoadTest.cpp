// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/WsmanListener.h"
#include "SoapClient.h"

#include <QElapsedTimer>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace deskwarden;
using simulator::SimulatedBroker;
using simulator::WsmanListener;
using tests::Reply;
using tests::SoapClient;

namespace {

const std::string everything = "SELECT * FROM Win32_VirtualDesktopSession";

std::unique_ptr<WsmanListener> listenerFor(SimulatedBroker& broker)
{
    simulator::ListenerOptions options;
    options.user = "tester";
    options.password = core::Secret("secret");
    return WsmanListener::start(broker, options).value();
}

} // namespace

class ListenerLoadTest : public QObject
{
    Q_OBJECT

private slots:
    void fiftyThousandArriveCompletely();
    void eightClientsListWhileOthersAct();
};

void ListenerLoadTest::fiftyThousandArriveCompletely()
{
    constexpr std::size_t sessions = 50'000;
    SimulatedBroker broker({sessions});
    const auto listener = listenerFor(broker);
    SoapClient client(listener->address());
    QElapsedTimer timer;
    timer.start();
    const auto replies = client.all(everything, 32000);
    qInfo("50,000 sessions in %zu answers: %lld ms", replies.size(), timer.elapsed());
    QCOMPARE(tests::itemsIn(replies), sessions);
}

void ListenerLoadTest::eightClientsListWhileOthersAct()
{
    constexpr int clients = 8;
    constexpr int acts = 5;
    simulator::FarmOptions options;
    options.sessions = 600;
    options.churnPerSecond = 50;
    SimulatedBroker broker(options);
    const auto listener = listenerFor(broker);
    std::atomic<int> failures = 0;
    std::atomic<int> done = 0;
    {
        std::vector<std::jthread> threads;
        for (int number = 0; number < clients; ++number) {
            threads.emplace_back([&listener, &failures, &done, number] {
                SoapClient client(listener->address());
                for (int round = 0; round < acts; ++round) {
                    const auto replies = client.all(everything + " WHERE ConnectState = 4", 20);
                    failures += replies.back().status == 200 && tests::itemsIn(replies) > 0 ? 0 : 1;
                    const Reply& reply = replies.back();
                    const std::string selectors =
                        SoapClient::selectors(reply.valueOf("p:VMHostName"), reply.valueOf("p:SessionId"));
                    const Reply act = client.invoke(number % 2 == 0 ? "Logoff" : "Disconnect", selectors);
                    const bool isGone = act.faultCode() == 0x80338000UL; // another client was quicker
                    done += act.status == 200 ? 1 : 0;
                    failures += act.status == 200 || isGone ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(broker.journal().lines().size(), static_cast<std::size_t>(done.load()));
}

QTEST_GUILESS_MAIN(ListenerLoadTest)
#include "ListenerLoadTest.moc"
