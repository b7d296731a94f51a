// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ServerLink.h"

#include "desk/ProbeRun.h"
#include "support/MemoryLedger.h"
#include "support/Sessions.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <condition_variable>
#include <mutex>
#include <set>

using namespace deskwarden;
using desk::ServerLink;
using management::CallContext;

namespace {

/// A server that lists its sessions, and then hangs in whatever it is told to hang in until it is stopped.
class FakeConnection final : public management::ManagementConnection
{
public:
    enum class Hang { Nowhere, Open, Enumerate, Get };

    explicit FakeConnection(Hang hang)
        : m_hang(hang)
    {}

    core::Result<> open(const CallContext& context, const management::StageSink& stages) override
    {
        if (stages)
            stages({management::ProbeStage::Name, std::nullopt, "192.0.2.1"});
        if (m_hang == Hang::Open)
            return core::failure(hang(context));
        return {};
    }
    core::Result<management::EnumerationEnd> enumerate(const management::Query&, const management::BatchSink& sink,
                                                       const CallContext& context) override
    {
        if (m_hang == Hang::Enumerate)
            return core::failure(hang(context));
        std::vector<core::Instance> batch{instance()};
        sink(std::move(batch));
        return management::EnumerationEnd{};
    }
    core::Result<core::Instance> get(const management::InstancePath&, const CallContext& context) override
    {
        if (m_hang == Hang::Get)
            return core::failure(hang(context));
        return core::failure(core::ErrorKind::Fault);
    }
    core::Result<management::MethodResult> invoke(const management::InstancePath&, const std::string&,
                                                  const management::Arguments&, const CallContext&) override
    {
        return core::failure(core::ErrorKind::Fault);
    }

private:
    static core::Instance instance()
    {
        return core::Instance(tests::text("Win32_VirtualDesktopSession"),
                              {{tests::text("VMHostName"), core::Value("HV1")},
                               {tests::text("SessionId"), core::Value(std::uint32_t{7})},
                               {tests::text("UserName"), core::Value("anna")},
                               {tests::text("ConnectState"), core::Value(std::uint32_t{0})}});
    }
    static core::ErrorKind hang(const CallContext& context)
    {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::unique_lock lock(mutex);
        changed.wait_until(lock, context.stop, context.deadline, [] { return false; });
        return management::ended(context).value_or(core::ErrorKind::Cancelled);
    }

    const Hang m_hang;
};

management::Connector connector(FakeConnection::Hang hang)
{
    return [hang]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
        return std::make_unique<FakeConnection>(hang);
    };
}

core::ServerProfile profile()
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse("http://broker").value();
    return profile;
}

} // namespace

class ServerLinkTest final : public QObject
{
    Q_OBJECT

private slots:
    void theListArrivesOnThisThread();
    void destructionDoesNotWaitForAHangingServer_data();
    void destructionDoesNotWaitForAHangingServer();
    void noOutcomeIsLostWhenTheLinkEnds();
    void aProbeReportsItsStages();
    void aCancelledProbeEnds();
    void aProbeCanBeDestroyedWhileItHangs();
};

void ServerLinkTest::theListArrivesOnThisThread()
{
    support::MemoryLedger ledger;
    ServerLink link(profile(), connector(FakeConnection::Hang::Nowhere), ledger, {});
    management::SnapshotPointer last;
    connect(&link, &ServerLink::snapshotArrived, this, [&](const management::SnapshotPointer& snapshot) {
        QCOMPARE(QThread::currentThread(), thread());
        last = snapshot;
    });
    QTRY_VERIFY_WITH_TIMEOUT(last && last->health == management::SnapshotHealth::Fresh, 30'000);
    QCOMPARE(last->sessions.size(), 1U);
    QCOMPARE(last->server, link.server());
    QCOMPARE(link.snapshot(), last);
}

void ServerLinkTest::destructionDoesNotWaitForAHangingServer_data()
{
    QTest::addColumn<int>("hang");
    QTest::newRow("open") << static_cast<int>(FakeConnection::Hang::Open);
    QTest::newRow("enumerate") << static_cast<int>(FakeConnection::Hang::Enumerate);
    QTest::newRow("get") << static_cast<int>(FakeConnection::Hang::Get);
}

void ServerLinkTest::destructionDoesNotWaitForAHangingServer()
{
    QFETCH(int, hang);
    support::MemoryLedger ledger;
    auto link = std::make_unique<ServerLink>(profile(), connector(static_cast<FakeConnection::Hang>(hang)), ledger,
                                             desk::LinkOptions{});
    link->submit({tests::request(1, tests::session("http://broker", "HV1", 7, "anna"))});
    QSignalSpy reports(link.get(), &ServerLink::reportsArrived);
    QTRY_VERIFY_WITH_TIMEOUT(reports.count() > 0, 30'000);
    QElapsedTimer timer;
    timer.start();
    link.reset();
    // far from the minute that the calls would take, and far enough from 200 ms for a busy machine
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void ServerLinkTest::noOutcomeIsLostWhenTheLinkEnds()
{
    support::MemoryLedger ledger;
    std::set<std::uint64_t> finished;
    constexpr std::uint64_t count = 200;
    {
        ServerLink link(profile(), connector(FakeConnection::Hang::Get), ledger, {});
        connect(&link, &ServerLink::reportsArrived, this, [&](const std::vector<management::ActionReport>& reports) {
            for (const management::ActionReport& report : reports) {
                if (report.phase == management::ActionPhase::Finished)
                    QVERIFY(finished.insert(report.id).second);
            }
        });
        std::vector<management::ActionRequest> requests;
        for (std::uint64_t id = 1; id <= count; ++id)
            requests.push_back(
                tests::request(id, tests::session("http://broker", "HV1", static_cast<std::uint32_t>(id), "anna")));
        link.submit(requests);
    }
    QCOMPARE(finished.size(), count);
}

void ServerLinkTest::aProbeReportsItsStages()
{
    desk::ProbeRun run;
    std::vector<management::StageReport> stages;
    connect(&run, &desk::ProbeRun::stagePassed, this,
            [&](const management::StageReport& report) { stages.push_back(report); });
    QSignalSpy finished(&run, &desk::ProbeRun::finished);
    run.start(connector(FakeConnection::Hang::Nowhere), std::string(core::rdmsNamespace));
    QVERIFY(run.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QVERIFY(!run.isRunning());
    QVERIFY(!stages.empty());
    QCOMPARE(stages.front().stage, management::ProbeStage::Name);
}

void ServerLinkTest::aCancelledProbeEnds()
{
    desk::ProbeRun run;
    QSignalSpy finished(&run, &desk::ProbeRun::finished);
    QSignalSpy stages(&run, &desk::ProbeRun::stagePassed);
    run.start(connector(FakeConnection::Hang::Open), std::string(core::rdmsNamespace));
    QTRY_VERIFY_WITH_TIMEOUT(stages.count() > 0, 30'000);
    run.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(finished.first().first().toBool(), false);
}

void ServerLinkTest::aProbeCanBeDestroyedWhileItHangs()
{
    auto run = std::make_unique<desk::ProbeRun>();
    run->start(connector(FakeConnection::Hang::Enumerate), std::string(core::rdmsNamespace));
    run->start(connector(FakeConnection::Hang::Open), std::string(core::rdmsNamespace));
    QElapsedTimer timer;
    timer.start();
    run.reset();
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(ServerLinkTest)
#include "ServerLinkTest.moc"
