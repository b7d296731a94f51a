// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/MachineWatch.h"

#include "management/seam/RdmsSchema.h"
#include "support/FakeConnection.h"
#include "support/Machines.h"
#include "support/MemoryLedger.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <memory>
#include <system_error>
#include <thread>

using namespace deskwarden;
using support::makeMachine;

namespace {

constexpr int patience = 60'000;
/// How long a call goes on after it was told to stop: longer than any that a thread may wait for.
constexpr std::chrono::milliseconds stubbornness(300);

core::ServerProfile brokerCalled(const char* address)
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(address).value();
    return profile;
}

} // namespace

/// The lists of machines, for as long as somebody looks at them, and that nobody waits for their end.
class MachineWatchTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyServerTellsItsMachines();
    void whatHangsHoldsNobodyUpWhenItCloses();
    void aServerThatGoesHoldsNobodyUp();
    void whereNoThreadIsToBeHadItIsWaitedFor();
    void whileItRestsNothingIsAsked();
    void serversThatCameMeanwhileAreAskedAfterTheRest();

private:
    void connectTo(const char* address) const
    {
        QVERIFY(m_servers->open(brokerCalled(address), core::Secret()).has_value());
    }
    void hangStubbornly();

    std::unique_ptr<support::FakeBroker> m_broker;
    std::unique_ptr<support::MemoryLedger> m_ledger;
    std::unique_ptr<desk::ConnectedServers> m_servers;
    std::atomic<int> m_lists = 0; ///< of machines, asked for
    std::atomic<int> m_hanging = 0;
};

void MachineWatchTest::init()
{
    m_lists = 0;
    m_hanging = 0;
    m_broker = std::make_unique<support::FakeBroker>();
    m_broker->putMachine(makeMachine("VDI-1"));
    m_broker->hooks.enumerate = [this](const management::Query& query, const auto&,
                                       const auto&) -> std::optional<core::Result<management::EnumerationEnd>> {
        if (query.wql == management::selectAll(management::virtualDesktopClass))
            ++m_lists;
        return std::nullopt;
    };
    m_ledger = std::make_unique<support::MemoryLedger>();
    m_servers = std::make_unique<desk::ConnectedServers>(
        [this](const core::ServerProfile&, const core::Secret&) -> core::Result<management::Connector> {
            return m_broker->connector();
        },
        *m_ledger,
        [] {
            desk::LinkOptions options;
            options.asksForLists = false;
            return options;
        });
}

void MachineWatchTest::cleanup()
{
    m_servers.reset();
    m_ledger.reset();
    m_broker.reset();
}

/// From the next list on.
void MachineWatchTest::hangStubbornly()
{
    m_broker->hooks.enumerate =
        [this](const management::Query&, const auto&,
               const management::CallContext& context) -> std::optional<core::Result<management::EnumerationEnd>> {
        ++m_hanging;
        while (!context.stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        std::this_thread::sleep_for(stubbornness);
        --m_hanging;
        return core::failure(core::ErrorKind::Cancelled);
    };
}

void MachineWatchTest::everyServerTellsItsMachines()
{
    connectTo("http://one");
    connectTo("http://two");
    const desk::MachineWatch watch(*m_servers);
    QVERIFY(watch.isAsking());
    QTRY_COMPARE_WITH_TIMEOUT(watch.lists().size(), std::size_t{2}, patience);
    QVERIFY(!watch.isAsking());
    QCOMPARE(watch.lists().front()->machines.size(), std::size_t{1});
}

void MachineWatchTest::whatHangsHoldsNobodyUpWhenItCloses()
{
    hangStubbornly();
    connectTo("http://one");
    connectTo("http://two");
    auto watch = std::make_unique<desk::MachineWatch>(*m_servers);
    QTRY_COMPARE_WITH_TIMEOUT(m_hanging.load(), 2, patience);
    QElapsedTimer taken;
    taken.start();
    watch.reset();
    QVERIFY2(taken.elapsed() < stubbornness.count() / 2, qPrintable(QString::number(taken.elapsed())));
    QTRY_COMPARE_WITH_TIMEOUT(m_hanging.load(), 0, patience); // and they do end
}

void MachineWatchTest::aServerThatGoesHoldsNobodyUp()
{
    hangStubbornly();
    connectTo("http://one");
    desk::MachineWatch watch(*m_servers);
    const QSignalSpy told(&watch, &desk::MachineWatch::listsChanged);
    QTRY_COMPARE_WITH_TIMEOUT(m_hanging.load(), 1, patience);
    QElapsedTimer taken;
    taken.start();
    m_servers->close(brokerCalled("http://one").address.id());
    QVERIFY2(taken.elapsed() < stubbornness.count() / 2, qPrintable(QString::number(taken.elapsed())));
    QCOMPARE(told.size(), 1);
    QVERIFY(!watch.isAsking());
    QTRY_COMPARE_WITH_TIMEOUT(m_hanging.load(), 0, patience);
}

void MachineWatchTest::whereNoThreadIsToBeHadItIsWaitedFor()
{
    hangStubbornly();
    desk::QueryEndings endings([](const auto&) -> std::jthread {
        throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    });
    desk::QueryEndings::Queries queries;
    queries.push_back(std::make_unique<management::MachineQuery>(
        brokerCalled("http://one").address.id(), m_broker->connector(), management::MachineQueryOptions(), [] {}));
    QTRY_COMPARE_WITH_TIMEOUT(m_hanging.load(), 1, patience);
    endings.end(std::move(queries));
    QCOMPARE(m_hanging.load(), 0);
}

void MachineWatchTest::whileItRestsNothingIsAsked()
{
    connectTo("http://one");
    desk::MachineWatch watch(*m_servers);
    QTRY_COMPARE_WITH_TIMEOUT(watch.lists().size(), std::size_t{1}, patience);
    watch.setResting(true);
    connectTo("http://two");
    QTest::qWait(100);
    QCOMPARE(m_lists.load(), 1);
    QVERIFY(!watch.isAsking());
    watch.refresh(); // a person wants it
    QTRY_COMPARE_WITH_TIMEOUT(m_lists.load(), 2, patience);
}

void MachineWatchTest::serversThatCameMeanwhileAreAskedAfterTheRest()
{
    connectTo("http://one");
    desk::MachineWatch watch(*m_servers);
    QTRY_COMPARE_WITH_TIMEOUT(watch.lists().size(), std::size_t{1}, patience);
    watch.setResting(true);
    connectTo("http://two");
    watch.setResting(false);
    QTRY_COMPARE_WITH_TIMEOUT(watch.lists().size(), std::size_t{2}, patience);
    QCOMPARE(m_lists.load(), 2); // that of the first one is fresh
}

QTEST_GUILESS_MAIN(MachineWatchTest)
#include "MachineWatchTest.moc"
