// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/GraceRuns.h"

#include "support/Sessions.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace deskwarden;
using namespace deskwarden::desk;
using management::ActionPhase;
using management::GraceOptions;
using management::OutcomeKind;
using management::WarnedAct;
using tests::finished;
using namespace std::chrono_literals;

namespace {

constexpr const char* server = "http://b";
constexpr int patience = 30'000;

core::Session sessionOf(std::uint32_t id)
{
    return tests::session(server, "HV1", id, "user" + std::to_string(id));
}

WarnedAct warnedAct(std::uint32_t id)
{
    using enum management::ActionKind;
    return {tests::request(id, sessionOf(id)), tests::request(100 + id, sessionOf(id), Message),
            tests::request(200 + id, sessionOf(id), Message)};
}

} // namespace

/// Acts that wait, with their runner played by the test.
class GraceRunsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_runs.reset(); }
    void messagesGoFirstThenTheTimeRuns();
    void whatIsDueIsSubmittedByItself();
    void twoRunsHaveTheirOwnTimes();
    void oneCanBeCancelledTheOthersGoOn();
    void aMessageThatHasNotLeftIsTakenBack();
    void oneListWithoutASessionProvesNothing();
    void otherListsProveNothingAtAll();

private:
    void start(std::initializer_list<std::uint32_t> ids, std::chrono::milliseconds time);
    void told(std::uint64_t id) { m_runs->take({finished(100 + id, OutcomeKind::Done, 0)}); }
    [[nodiscard]] management::ActionReport lastReport() const
    {
        return m_reports.empty() ? management::ActionReport{} : m_reports.back();
    }

    management::GracePeriod::Time m_now{1h};
    std::unique_ptr<GraceRuns> m_runs;
    std::vector<std::uint64_t> m_submitted;
    std::vector<std::uint64_t> m_takenBack;
    std::vector<management::ActionReport> m_reports;
};

void GraceRunsTest::init()
{
    m_now = management::GracePeriod::Time{1h};
    m_submitted.clear();
    m_takenBack.clear();
    m_reports.clear();
    m_runs = std::make_unique<GraceRuns>(nullptr, [this] { return m_now; });
    connect(m_runs.get(), &GraceRuns::submitRequested, this, [this](const auto& requests) {
        for (const management::ActionRequest& request : requests)
            m_submitted.push_back(request.id);
    });
    connect(m_runs.get(), &GraceRuns::cancelRequested, this,
            [this](const auto& ids) { m_takenBack.insert(m_takenBack.end(), ids.begin(), ids.end()); });
    connect(m_runs.get(), &GraceRuns::reportsArrived, this,
            [this](const auto& reports) { m_reports.insert(m_reports.end(), reports.begin(), reports.end()); });
}

void GraceRunsTest::start(std::initializer_list<std::uint32_t> ids, std::chrono::milliseconds time)
{
    std::vector<WarnedAct> acts;
    for (const std::uint32_t id : ids)
        acts.push_back(warnedAct(id));
    m_runs->start(std::move(acts), GraceOptions{time, false});
}

void GraceRunsTest::messagesGoFirstThenTheTimeRuns()
{
    start({1, 2}, 5min);
    QCOMPARE(m_submitted, (std::vector<std::uint64_t>{101, 102}));
    QVERIFY(!m_runs->isWaitingOn(core::ServerId{tests::text(server)}));
    told(2);
    QCOMPARE(lastReport().id, std::uint64_t(2));
    QCOMPARE(lastReport().phase, ActionPhase::Told);
    QVERIFY(lastReport().remaining == 5min);
    QVERIFY(m_runs->isWaitingOn(core::ServerId{tests::text(server)}));
    QVERIFY(!m_runs->isWaitingOn(core::ServerId{tests::text("http://other")}));
}

void GraceRunsTest::whatIsDueIsSubmittedByItself()
{
    start({1}, 0ms);
    told(1);
    QTRY_COMPARE_WITH_TIMEOUT(m_submitted, (std::vector<std::uint64_t>{101, 1}), patience);
    // The runner drops it before it begins: who was told is told so.
    m_runs->take({finished(1, OutcomeKind::Cancelled)});
    QCOMPARE(m_submitted.back(), std::uint64_t(201));
}

void GraceRunsTest::twoRunsHaveTheirOwnTimes()
{
    start({1}, 5min);
    start({2}, 0ms);
    told(1);
    told(2);
    QTRY_COMPARE_WITH_TIMEOUT(m_submitted, (std::vector<std::uint64_t>{101, 102, 2}), patience);
    m_runs->take({finished(2, OutcomeKind::Done, 0)});
    m_now += 6min;
    told(1); // a report that comes twice changes nothing
    m_runs->cancel(std::array<std::uint64_t, 1>{2});
    QCOMPARE(m_submitted.size(), std::size_t(3));
}

void GraceRunsTest::oneCanBeCancelledTheOthersGoOn()
{
    start({1, 2, 3}, 5min);
    for (const std::uint64_t id : {1U, 2U, 3U})
        told(id);
    m_runs->cancel(std::array<std::uint64_t, 1>{2});
    QCOMPARE(m_submitted.back(), std::uint64_t(202));
    QCOMPARE(lastReport().outcome.kind, OutcomeKind::Cancelled);
    m_runs->cancelAll();
    QCOMPARE(m_submitted, (std::vector<std::uint64_t>{101, 102, 103, 202, 201, 203}));
    QVERIFY(!m_runs->isWaitingOn(core::ServerId{tests::text(server)}));
}

void GraceRunsTest::aMessageThatHasNotLeftIsTakenBack()
{
    start({1}, 5min);
    m_runs->cancelAll();
    QCOMPARE(m_takenBack, (std::vector<std::uint64_t>{101}));
    m_runs->take({finished(101, OutcomeKind::Cancelled)});
    QCOMPARE(m_submitted.size(), std::size_t(1)); // nothing was said, nothing is to be taken back
}

void GraceRunsTest::oneListWithoutASessionProvesNothing()
{
    start({1, 2}, 5min);
    told(1);
    told(2);
    m_runs->look(*tests::snapshot(server, 1, {sessionOf(2)}));
    m_runs->look(*tests::snapshot(server, 2, {sessionOf(1), sessionOf(2)}));
    m_runs->look(*tests::snapshot(server, 3, {sessionOf(2)}));
    m_runs->look(*tests::snapshot(server, 3, {sessionOf(2)})); // the same one, told once more
    QCOMPARE(lastReport().phase, ActionPhase::Told);
    m_runs->look(*tests::snapshot(server, 4, {sessionOf(2)}));
    QCOMPARE(lastReport().id, std::uint64_t(1));
    QCOMPARE(lastReport().phase, ActionPhase::Finished);
    QCOMPARE(lastReport().outcome.kind, OutcomeKind::AlreadyGone);
    QCOMPARE(m_submitted.size(), std::size_t(2)); // nobody is left to be told anything
    QVERIFY(m_runs->isWaitingOn(core::ServerId{tests::text(server)}));
}

void GraceRunsTest::otherListsProveNothingAtAll()
{
    using enum management::SnapshotHealth;
    start({1}, 5min);
    told(1);
    for (const management::SnapshotHealth health : {Filling, Partial, Stale, Failed, Filling, Partial, Stale, Failed})
        m_runs->look(*tests::snapshot(server, 1, {}, health));
    m_runs->look(*tests::snapshot("http://other", 1, {}));
    m_runs->look(*tests::snapshot("http://other", 2, {}));
    QCOMPARE(lastReport().phase, ActionPhase::Told);
}

QTEST_GUILESS_MAIN(GraceRunsTest)
#include "GraceRunsTest.moc"
