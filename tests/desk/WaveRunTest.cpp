// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ActDesk.h"
#include "support/FakeConnection.h"
#include "support/MemoryLedger.h"
#include "support/Sessions.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace deskwarden;
using namespace std::chrono_literals;
using desk::WaveRun;
using management::OutcomeKind;
using management::WavePhase;

namespace {

constexpr int patience = 60'000;
using Ids = std::vector<std::uint64_t>;

core::ServerProfile waveBroker()
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse("http://broker").value();
    return profile;
}

std::vector<management::WarnedAct> logoffs(std::uint32_t count)
{
    std::vector<management::WarnedAct> acts;
    for (std::uint32_t id = 1; id <= count; ++id) {
        core::Session session = support::makeSession("HV1", id, "user" + std::to_string(id));
        session.key.server = waveBroker().address.id();
        acts.push_back({tests::request(id, session),
                        tests::request(1000 + id, session, management::ActionKind::Message),
                        tests::request(2000 + id, session, management::ActionKind::Message)});
    }
    return acts;
}

/// What a run asks for, as it asks.
class Asked final : public QObject
{
public:
    explicit Asked(WaveRun& run)
    {
        connect(&run, &WaveRun::submitRequested, this, [this](const auto& requests) {
            for (const management::ActionRequest& request : requests)
                submitted.push_back(request.id);
        });
        connect(&run, &WaveRun::warnRequested, this, [this](const auto& acts, const auto&) {
            for (const management::WarnedAct& act : acts)
                warned.push_back(act.warning.id);
        });
        connect(&run, &WaveRun::reportsArrived, this, [this](const auto& reports) {
            for (const management::ActionReport& report : reports)
                ended.push_back(report.id);
        });
    }
    Ids submitted;
    Ids warned;
    Ids ended;
};

} // namespace

class WaveRunTest final : public QObject
{
    Q_OBJECT

private slots:
    void theNextWaveComesWhenTheWatchIsOver()
    {
        auto now = WaveRun::Clock::result_type{} + 1h;
        WaveRun run(logoffs(60), std::nullopt, {{1, 5, 25}, 0, 1min}, [&now] { return now; });
        const Asked asked(run);
        const QSignalSpy lists(&run, &WaveRun::listRequested);
        run.begin();
        QCOMPARE(asked.submitted, (Ids{1}));
        run.takeReports({tests::finished(1, OutcomeKind::Done)});
        QVERIFY(run.waves().phase() == WavePhase::Watching);
        const std::string server = waveBroker().address.id().address.toString();
        run.takeList(*tests::snapshot(server, 1, {}));
        now += 1min;
        run.takeList(*tests::snapshot(server, 2, {}));
        QCOMPARE(asked.submitted, (Ids{1, 2, 3, 4, 5, 6}));
        QVERIFY(lists.isEmpty());
    }

    void usersOfAWaveAreToldFirst()
    {
        WaveRun run(logoffs(60), management::GraceOptions{5min, false}, {}, std::chrono::steady_clock::now);
        const Asked asked(run);
        run.begin();
        QCOMPARE(asked.warned, (Ids{1001}));
        QVERIFY(asked.submitted.empty());
    }

    void aPauseIsToldOnceAndEndsByAPerson()
    {
        WaveRun run(logoffs(60), std::nullopt, {}, std::chrono::steady_clock::now);
        const Asked asked(run);
        const QSignalSpy paused(&run, &WaveRun::paused);
        const QSignalSpy ended(&run, &WaveRun::ended);
        run.begin();
        run.takeReports({tests::finished(1, OutcomeKind::Failed)});
        run.cancel({60}); // changes nothing about it
        QCOMPARE(paused.count(), 1);
        run.goOn();
        QCOMPARE(asked.submitted.size(), 6U);
        run.takeReports({tests::finished(2, OutcomeKind::Failed)});
        run.stop();
        QCOMPARE(asked.ended.size(), 54U);
        QVERIFY(ended.isEmpty());
        for (std::uint64_t id = 3; id <= 6; ++id)
            run.takeReports({tests::finished(id, OutcomeKind::Cancelled)});
        QCOMPARE(ended.count(), 1);
        QCOMPARE(paused.count(), 1);
    }

    /// Through a runner, with lists of a broker that forgets nobody.
    void aBulkGoesThroughTheDesk();
    void aCancelOfAllBeginsNobodyNew();
    void aServerWithWavesStays();
};

namespace {

/// A desk with a broker of sixty sessions.
class WaveDesk final : public QObject
{
public:
    WaveDesk()
        : servers([this](const core::ServerProfile&,
                         const core::Secret&) -> core::Result<management::Connector> { return broker.connector(); },
                  ledger,
                  [] {
                      desk::LinkOptions options;
                      options.interval = 20ms;
                      return options;
                  })
        , acts(servers, {}, [] { return std::chrono::system_clock::now(); })
    {
        for (const management::WarnedAct& act : logoffs(60))
            broker.put(act.act.confirmed);
        connect(&acts, &desk::ActDesk::reported, this, [this](const auto& reports) {
            for (const management::ActionReport& report : reports) {
                if (report.phase == management::ActionPhase::Finished)
                    outcomes[report.id] = report.outcome.kind;
            }
        });
        connect(&servers, &desk::ConnectedServers::snapshotArrived, this,
                [this](const management::SnapshotPointer& list) { acts.takeList(*list); });
        (void)servers.open(waveBroker(), {});
    }

    [[nodiscard]] std::ptrdiff_t endedAs(OutcomeKind kind) const
    {
        return std::ranges::count_if(outcomes, [kind](const auto& one) { return one.second == kind; });
    }

    support::FakeBroker broker;
    support::MemoryLedger ledger;
    desk::ConnectedServers servers;
    desk::ActDesk acts;
    std::map<std::uint64_t, OutcomeKind> outcomes;
};

} // namespace

void WaveRunTest::aBulkGoesThroughTheDesk()
{
    WaveDesk desk;
    const auto run = desk.acts.submitInWaves(logoffs(60), std::nullopt, {{1, 5, 25}, 0, 1ms});
    QCOMPARE(desk.acts.waveRunCount(), 1U);
    QTRY_VERIFY_WITH_TIMEOUT(run->waves().isOver(), patience);
    QCOMPARE(desk.endedAs(OutcomeKind::Done), 60);
    QCOMPARE(run->waves().wave(), 4U);
    QTRY_COMPARE_WITH_TIMEOUT(desk.acts.waveRunCount(), 0U, patience);
}

void WaveRunTest::aCancelOfAllBeginsNobodyNew()
{
    WaveDesk desk;
    desk.acts.setPaused(true);
    const auto run = desk.acts.submitInWaves(logoffs(60), std::nullopt, {});
    desk.acts.cancelWaiting();
    QTRY_VERIFY_WITH_TIMEOUT(run->waves().isOver(), patience);
    QCOMPARE(desk.endedAs(OutcomeKind::Cancelled), 60);
}

void WaveRunTest::aServerWithWavesStays()
{
    WaveDesk desk;
    desk.acts.setPaused(true);
    const auto run = desk.acts.submitInWaves(logoffs(60), std::nullopt, {});
    QVERIFY(desk.acts.isInWaves(waveBroker().address.id()));
    QVERIFY(!desk.acts.isInWaves(core::ServerId{core::SharedString("elsewhere")}));
    run->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.acts.isInWaves(waveBroker().address.id()), patience);
}

QTEST_GUILESS_MAIN(WaveRunTest)
#include "WaveRunTest.moc"
