// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/FaultTable.h"
#include "integration/Transports.h"
#include "management/ActionRunner.h"
#include "management/MemoryLedger.h"
#include "management/SessionMapping.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>

using namespace deskwarden;
using integration::BrokerUnderTest;
using namespace std::chrono_literals;

namespace {

/// Keeps the outcome of one act, and waits for it.
class OutcomeBox final
{
public:
    void take(const management::ActionReport& report)
    {
        const std::lock_guard lock(m_mutex);
        if (report.phase != management::ActionPhase::Finished)
            return;
        m_outcome = report.outcome;
        ++m_count;
        m_changed.notify_all();
    }
    std::optional<management::Outcome> wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 60s, [this] { return m_outcome.has_value(); });
        return m_outcome;
    }
    int count()
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<management::Outcome> m_outcome; // guarded by m_mutex
    int m_count = 0;                              // guarded by m_mutex
};

std::optional<core::Session> sessionIn(const BrokerUnderTest& server, core::ConnectState state)
{
    std::optional<core::Session> found;
    core::StringPool pool;
    auto connection = server.connector()();
    if (!connection || !(*connection)->open(management::CallContext::within(20s), {}))
        return found;
    const auto sink = [&](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            const auto session = management::toSession(instance, server.profile().address.id(), pool);
            if (!found && session && session->state == state && core::hasUser(*session))
                found = *session;
        }
    };
    const management::Query query{std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"};
    const auto end = (*connection)->enumerate(query, sink, management::CallContext::within(20s));
    return end ? found : std::nullopt;
}

management::ActionKind kindOf(std::string_view verb)
{
    using management::ActionKind;
    for (const ActionKind kind : {ActionKind::Disconnect, ActionKind::Message}) {
        if (verb == management::symbol(kind))
            return kind;
    }
    return ActionKind::Logoff;
}

struct Ended
{
    std::optional<management::Outcome> outcome;
    int count = 0; // how often it was told
};

Ended runOne(const BrokerUnderTest& server, management::ActLedger& ledger, const core::Session& target,
             management::ActionKind kind)
{
    management::ActionRunnerOptions options;
    options.callTimeout = 1500ms;
    options.verifyPatience = 1500ms;
    options.doubtPatience = 400ms;
    options.firstLook = 50ms;
    OutcomeBox box;
    Ended ended;
    {
        management::ActionRunner runner(server.connector(), ledger, options,
                                        [&box](const management::ActionReport& report) { box.take(report); });
        management::ActionRequest request;
        request.id = 1;
        request.confirmed = target;
        request.action.kind = kind;
        request.action.title = "Title";
        request.action.text = "Please save your work";
        runner.submit({request});
        ended.outcome = box.wait();
    }
    ended.count = box.count();
    return ended;
}

} // namespace

/// Every fault of the simulator's language against the real client and the real runner.
class FaultOutcomesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFaultHasItsOutcome_data();
    void everyFaultHasItsOutcome();
    void aLostAnswerIsOneLogoffOverEveryTransport_data();
    void aLostAnswerIsOneLogoffOverEveryTransport();

private:
    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    std::optional<integration::SignInGround> m_ground;
};

void FaultOutcomesTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
}

void FaultOutcomesTest::everyFaultHasItsOutcome_data()
{
    QTest::addColumn<int>("row");
    int index = 0;
    for (const integration::FaultRow& row : integration::faultRows())
        QTest::newRow(row.fault) << index++;
}

void FaultOutcomesTest::everyFaultHasItsOutcome()
{
    QFETCH(const int, row);
    const integration::FaultRow& expected = integration::faultRows()[static_cast<std::size_t>(row)];
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(40),
                           {expected.fault});
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    const auto target = sessionIn(server, expected.on);
    QVERIFY(target);

    management::MemoryLedger ledger;
    const Ended ended = runOne(server, ledger, *target, kindOf(expected.verb));
    const auto& outcome = ended.outcome;
    QVERIFY(outcome);
    QCOMPARE(ended.count, 1);
    QCOMPARE(std::string_view(management::symbol(outcome->kind)), std::string_view(expected.outcome));
    QCOMPARE(outcome->returnValue ? static_cast<int>(*outcome->returnValue) : -1, expected.returnValue);
    if (expected.skipped != nullptr) {
        QVERIFY(outcome->skipReason);
        QCOMPARE(std::string_view(management::symbol(*outcome->skipReason)), std::string_view(expected.skipped));
    }
    if (outcome->error)
        QVERIFY(outcome->error->detail.find(server.password().reveal()) == std::string::npos);
    QCOMPARE(static_cast<int>(server.journal(expected.verb).size()), expected.carriedOut);
    const auto entries = ledger.entries();
    QVERIFY(entries.size() == 1 && entries.front().outcome);
    QVERIFY(entries.front().outcome->kind == outcome->kind);
}

void FaultOutcomesTest::aLostAnswerIsOneLogoffOverEveryTransport_data()
{
    QTest::addColumn<int>("transport");
    for (const integration::NamedTransport& row : integration::transportsUnderTest())
        QTest::newRow(row.name) << static_cast<int>(row.transport);
}

void FaultOutcomesTest::aLostAnswerIsOneLogoffOverEveryTransport()
{
    QFETCH(const int, transport);
    BrokerUnderTest server(static_cast<integration::TransportUnderTest>(transport), m_certificate,
                           integration::smallFarm(40), {"logoff=drop-after"});
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    const auto target = sessionIn(server, core::ConnectState::Active);
    QVERIFY(target);
    management::MemoryLedger ledger;
    const Ended ended = runOne(server, ledger, *target, management::ActionKind::Logoff);
    QVERIFY(ended.outcome);
    QCOMPARE(ended.count, 1);
    const std::string_view outcome = management::symbol(ended.outcome->kind);
    QVERIFY2(outcome == "done" || outcome == "unknown", outcome.data());
    QCOMPARE(server.journal("logoff").size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(FaultOutcomesTest)
#include "FaultOutcomesTest.moc"
