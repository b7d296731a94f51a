// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ActDesk.h"

#include "support/FakeConnection.h"
#include "support/MemoryLedger.h"
#include "support/Sessions.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>

using namespace deskwarden;
using namespace std::chrono_literals;
using desk::ActDesk;
using management::ActionKind;
using management::ActionPhase;
using management::OutcomeKind;
using Words = std::vector<std::string>;

namespace {

constexpr int patience = 60'000;
constexpr auto afterHours = 600min; // no test waits for them
constexpr const char* address = "http://broker";

/// What happens, in its order. Thread: any.
class Story final
{
public:
    void add(std::string word)
    {
        const std::lock_guard lock(m_mutex);
        m_words.push_back(std::move(word));
    }
    [[nodiscard]] Words words() const
    {
        const std::lock_guard lock(m_mutex);
        return m_words;
    }

private:
    mutable std::mutex m_mutex;
    Words m_words; // guarded by m_mutex
};

class ToldLedger final : public management::ActLedger
{
public:
    explicit ToldLedger(Story& story)
        : m_story(story)
    {}
    core::Result<std::vector<management::IntentToken>> recordIntents(
        std::span<const management::ActionRequest> requests) override
    {
        for (const management::ActionRequest& request : requests)
            m_story.add("intent " + std::to_string(request.id));
        return m_kept.recordIntents(requests);
    }
    core::Result<> recordOutcome(const management::IntentToken& token, const management::Outcome& outcome) override
    {
        return m_kept.recordOutcome(token, outcome);
    }

private:
    Story& m_story;
    support::MemoryLedger m_kept;
};

core::ServerProfile brokerProfile()
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(address).value();
    return profile;
}

core::Session sessionOf(std::uint32_t id)
{
    core::Session session =
        support::makeSession("HV1", id, "user" + std::to_string(id), core::ConnectState::Disconnected);
    session.key.server = brokerProfile().address.id();
    return session;
}

management::ActionRequest logoffOf(std::uint32_t id)
{
    return tests::request(id, sessionOf(id));
}

/// The act has the session's number, its message 100 more, and the one that takes it back 200 more.
management::WarnedAct warnedLogoff(std::uint32_t id)
{
    management::ActionRequest warning = tests::request(100 + id, sessionOf(id), ActionKind::Message);
    warning.action.text = "soon";
    management::ActionRequest withdrawal = tests::request(200 + id, sessionOf(id), ActionKind::Message);
    withdrawal.action.text = "not after all";
    withdrawal.isOwed = true;
    return {logoffOf(id), warning, withdrawal};
}

enum class Step { Paused, MessageUnderWay, TimeRuns, ActUnderWay, Ended };
enum class Way { ByNumber, AllThatWaits, Withdraw, ServerGoes };

} // namespace

/// What becomes of acts between a confirmation and their reports.
class ActDeskTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anActGoesItsWayInOneOrder();
    void aWarnedActGoesItsWayInOneOrder();
    void whatFollowsIsListedBeforeTheEndIsTold();
    void atEachStepAnActCanBeCancelled_data();
    void atEachStepAnActCanBeCancelled();
    void whatHasNoServerIsCancelled();
    void aDrainGoesOnByItselfUntilItsEnd();
    void withdrawingStopsDrains();
    void aPauseIsThatOfDrainsToo();
    void aDrainThatPolicyForbidsEndsAtOnce();
    void afterFallingSilentNothingIsSaid();

private:
    void reach(Step step);
    void leave(Way way);
    [[nodiscard]] bool hasHappened(const std::string& word) const;
    [[nodiscard]] std::ptrdiff_t count(const std::string& method) const;
    [[nodiscard]] std::optional<OutcomeKind> outcomeOf(std::uint64_t act) const;
    [[nodiscard]] bool isEverythingTold() const;
    std::shared_ptr<desk::DrainRun> drain(std::initializer_list<std::uint32_t> ids);
    void list(std::initializer_list<std::uint32_t> ids);

    std::unique_ptr<Story> m_story;
    std::unique_ptr<ToldLedger> m_ledger;
    std::unique_ptr<support::FakeBroker> m_broker;
    std::unique_ptr<support::Gate> m_gate;
    std::string m_held; ///< the method that waits for the gate
    std::unique_ptr<desk::ConnectedServers> m_servers;
    std::unique_ptr<ActDesk> m_desk;
    management::PlanRules m_rules;
    std::set<std::uint64_t> m_listed;
    std::map<std::uint64_t, management::Outcome> m_outcomes;
    std::uint64_t m_lists = 0;
};

void ActDeskTest::init()
{
    m_rules = {};
    m_held.clear();
    m_listed.clear();
    m_outcomes.clear();
    m_story = std::make_unique<Story>();
    m_ledger = std::make_unique<ToldLedger>(*m_story);
    m_broker = std::make_unique<support::FakeBroker>();
    m_gate = std::make_unique<support::Gate>();
    for (const std::uint32_t id : {1U, 2U, 3U})
        m_broker->put(sessionOf(id));
    m_broker->hooks.get = [this](const std::string& key, const auto&) {
        m_story->add("read " + key);
        return std::nullopt;
    };
    m_broker->hooks.invoke =
        [this](const std::string& key, const std::string& method,
               const management::CallContext& context) -> std::optional<core::Result<management::MethodResult>> {
        m_story->add(method + ' ' + key);
        if (method == m_held && !m_gate->pass(context))
            return core::failure(core::ErrorKind::Cancelled, {}, core::Delivery::MaybeSent);
        return std::nullopt;
    };
    m_servers = std::make_unique<desk::ConnectedServers>(
        [this](const core::ServerProfile&, const core::Secret&) -> core::Result<management::Connector> {
            return m_broker->connector();
        },
        *m_ledger,
        [] {
            desk::LinkOptions options;
            options.asksForLists = false;
            options.connections = 1;
            return options;
        });
    QVERIFY(m_servers->open(brokerProfile(), {}).has_value());
    m_desk = std::make_unique<ActDesk>(*m_servers, m_rules, [] { return std::chrono::system_clock::now(); });
    connect(m_desk.get(), &ActDesk::listed, this, [this](const auto& requests) {
        for (const management::ActionRequest& request : requests) {
            if (m_listed.insert(request.id).second)
                m_story->add("listed " + std::to_string(request.id));
        }
    });
    connect(m_desk.get(), &ActDesk::confirmed, this, [this](const auto& requests) {
        for (const management::ActionRequest& request : requests)
            m_story->add("confirmed " + std::to_string(request.id));
    });
    connect(m_desk.get(), &ActDesk::reported, this, [this](const auto& reports) {
        for (const management::ActionReport& report : reports) {
            QVERIFY2(m_listed.contains(report.id), "reported before it was listed");
            if (report.phase == ActionPhase::Told)
                m_story->add("told " + std::to_string(report.id));
            if (report.phase != ActionPhase::Finished)
                continue;
            QVERIFY2(m_outcomes.emplace(report.id, report.outcome).second, "ended twice");
            m_story->add(management::symbol(report.outcome.kind) + (' ' + std::to_string(report.id)));
        }
    });
}

void ActDeskTest::cleanup()
{
    m_gate->open();
    m_desk.reset();
    m_servers.reset();
}

bool ActDeskTest::hasHappened(const std::string& word) const
{
    return std::ranges::count(m_story->words(), word) > 0;
}

std::ptrdiff_t ActDeskTest::count(const std::string& method) const
{
    const auto acts = m_broker->journal();
    return std::ranges::count_if(acts, [&method](const auto& act) { return act.method == method; });
}

std::optional<OutcomeKind> ActDeskTest::outcomeOf(std::uint64_t act) const
{
    const auto found = m_outcomes.find(act);
    return found == m_outcomes.end() ? std::nullopt : std::optional(found->second.kind);
}

bool ActDeskTest::isEverythingTold() const
{
    return !m_desk->isActive() &&
           std::ranges::all_of(m_listed, [this](std::uint64_t act) { return m_outcomes.contains(act); });
}

void ActDeskTest::anActGoesItsWayInOneOrder()
{
    m_desk->submit({logoffOf(1)});
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    QCOMPARE(m_story->words(),
             (Words{"listed 1", "confirmed 1", "intent 1", "read HV1/1", "Logoff HV1/1", "read HV1/1", "done 1"}));
}

void ActDeskTest::aWarnedActGoesItsWayInOneOrder()
{
    m_desk->warn({warnedLogoff(1)}, {0min, false});
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    QCOMPARE(m_story->words(),
             (Words{"listed 101", "listed 1", "confirmed 1", "intent 101", "read HV1/1", "SendMessage HV1/1", "told 1",
                    "done 101", "intent 1", "read HV1/1", "Logoff HV1/1", "read HV1/1", "done 1"}));
}

void ActDeskTest::whatFollowsIsListedBeforeTheEndIsTold()
{
    m_desk->warn({warnedLogoff(1)}, {afterHours, false});
    QTRY_VERIFY_WITH_TIMEOUT(hasHappened("told 1"), patience);
    m_desk->cancelWaiting();
    const Words words = m_story->words();
    const auto next = std::ranges::find(words, "listed 201");
    QVERIFY(next != words.end());
    QVERIFY(std::find(next, words.end(), "cancelled 1") != words.end());
    QVERIFY(!isEverythingTold());
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    QVERIFY(outcomeOf(201) == OutcomeKind::Done);
}

void ActDeskTest::reach(Step step)
{
    const bool isLong = step == Step::TimeRuns || step == Step::Paused || step == Step::MessageUnderWay;
    if (step == Step::MessageUnderWay)
        m_held = "SendMessage";
    if (step == Step::ActUnderWay)
        m_held = "Logoff";
    m_desk->setPaused(step == Step::Paused);
    m_desk->warn({warnedLogoff(1)}, {isLong ? afterHours : 0min, false});
    switch (step) {
    case Step::Paused:
        break;
    case Step::MessageUnderWay:
        QTRY_VERIFY_WITH_TIMEOUT(hasHappened("SendMessage HV1/1"), patience);
        break;
    case Step::TimeRuns:
        QTRY_VERIFY_WITH_TIMEOUT(hasHappened("told 1"), patience);
        break;
    case Step::ActUnderWay:
        QTRY_VERIFY_WITH_TIMEOUT(hasHappened("Logoff HV1/1"), patience);
        break;
    case Step::Ended:
        QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
        break;
    }
}

void ActDeskTest::leave(Way way)
{
    switch (way) {
    case Way::ByNumber:
        m_desk->cancel({1});
        break;
    case Way::AllThatWaits:
        m_desk->cancelWaiting();
        break;
    case Way::Withdraw:
        m_desk->withdraw();
        break;
    case Way::ServerGoes:
        m_servers->close(brokerProfile().address.id());
        break;
    }
}

void ActDeskTest::atEachStepAnActCanBeCancelled_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("logoffs");
    const auto row = [](const char* name, Step step, Way way, OutcomeKind outcome, int messages, int logoffs) {
        QTest::newRow(name) << static_cast<int>(step) << static_cast<int>(way) << static_cast<int>(outcome) << messages
                            << logoffs;
    };
    using enum OutcomeKind;
    const std::map<Way, std::string> ways{{Way::ByNumber, "by number"},
                                          {Way::AllThatWaits, "all that waits"},
                                          {Way::Withdraw, "withdraw"},
                                          {Way::ServerGoes, "the server goes"}};
    for (const auto& [way, name] : ways) {
        const bool isGone = way == Way::ServerGoes;
        row(("paused, " + name).c_str(), Step::Paused, way, Cancelled, 0, 0);
        // What a server has in hand when it goes may have been done: the user may have read it, and waits no more.
        row(("message under way, " + name).c_str(), Step::MessageUnderWay, way, Cancelled, isGone ? 0 : 2, 0);
        row(("time runs, " + name).c_str(), Step::TimeRuns, way, Cancelled, isGone ? 1 : 2, 0);
        // To cancel all that waits ends the looking, too: what is known then is told.
        const OutcomeKind begun = isGone ? Unknown : way == Way::ByNumber ? Done : StillSigningOut;
        row(("act under way, " + name).c_str(), Step::ActUnderWay, way, begun, 1, isGone ? 0 : 1);
        row(("ended, " + name).c_str(), Step::Ended, way, Done, 1, 1);
    }
}

void ActDeskTest::atEachStepAnActCanBeCancelled()
{
    QFETCH(int, step);
    QFETCH(int, way);
    QFETCH(int, outcome);
    QFETCH(int, messages);
    QFETCH(int, logoffs);
    reach(static_cast<Step>(step));
    leave(static_cast<Way>(way));
    m_gate->open();
    // A server that went leaves nobody to wait for: what waits for its time is cancelled as soon as somebody says so.
    if (static_cast<Way>(way) == Way::ServerGoes)
        m_desk->cancelWaiting();
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    QCOMPARE(static_cast<int>(outcomeOf(1).value()), outcome);
    QCOMPARE(count("SendMessage"), std::ptrdiff_t(messages));
    QCOMPARE(count("Logoff"), std::ptrdiff_t(logoffs));
}

void ActDeskTest::whatHasNoServerIsCancelled()
{
    m_desk->warn({warnedLogoff(1)}, {afterHours, false});
    QTRY_VERIFY_WITH_TIMEOUT(hasHappened("told 1"), patience);
    m_servers->close(brokerProfile().address.id());
    m_desk->submit({logoffOf(2)});
    QVERIFY(outcomeOf(2) == OutcomeKind::Cancelled); // at once
    m_desk->cancel({1});
    QVERIFY(outcomeOf(1) == OutcomeKind::Cancelled);
    QVERIFY(outcomeOf(201) == OutcomeKind::Cancelled);
    QVERIFY(isEverythingTold());
}

std::shared_ptr<desk::DrainRun> ActDeskTest::drain(std::initializer_list<std::uint32_t> ids)
{
    std::vector<core::Session> sessions;
    for (const std::uint32_t id : ids)
        sessions.push_back(sessionOf(id));
    return m_desk->drain({brokerProfile().address.id(), "HV1", false, "emptied"},
                         management::planFor({}, sessions, m_rules), std::nullopt);
}

void ActDeskTest::list(std::initializer_list<std::uint32_t> ids)
{
    std::vector<core::Session> sessions;
    for (const std::uint32_t id : ids)
        sessions.push_back(sessionOf(id));
    m_desk->takeList(*tests::snapshot(brokerProfile().address.id().address.view(), ++m_lists, std::move(sessions)));
}

void ActDeskTest::aDrainGoesOnByItselfUntilItsEnd()
{
    int ended = 0;
    connect(m_desk.get(), &ActDesk::drainEnded, this, [&ended] { ++ended; });
    const std::weak_ptr<desk::DrainRun> run = drain({1, 2});
    QCOMPARE(m_desk->drainCount(), std::size_t(1));
    QCOMPARE(m_desk->drainOf(brokerProfile().address.id(), "hv1"), run.lock().get());
    QVERIFY(m_desk->drainOf(brokerProfile().address.id(), "HV2") == nullptr);
    QVERIFY(m_desk->isDraining(brokerProfile().address.id()));
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    list({3});
    QTRY_COMPARE_WITH_TIMEOUT(count("Logoff"), std::ptrdiff_t(3), patience); // the newcomer
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    QCOMPARE(m_desk->drainCount(), std::size_t(1));
    for (int lists = 0; lists < 3; ++lists)
        list({});
    QCOMPARE(m_desk->drainCount(), std::size_t(0));
    QVERIFY(!m_desk->isDraining(brokerProfile().address.id()));
    QCOMPARE(ended, 0);
    QTRY_COMPARE_WITH_TIMEOUT(ended, 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(run.expired(), patience); // nobody holds it
}

void ActDeskTest::withdrawingStopsDrains()
{
    m_desk->setPaused(true);
    const auto run = drain({1, 2});
    m_desk->withdraw();
    QTRY_VERIFY_WITH_TIMEOUT(isEverythingTold(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->drainCount(), std::size_t(0), patience);
    QVERIFY(run->drain().phase() == management::DrainPhase::Stopped);
    QCOMPARE(count("Logoff"), std::ptrdiff_t(0));
}

void ActDeskTest::aPauseIsThatOfDrainsToo()
{
    const auto run = drain({1});
    m_desk->setPaused(true);
    QVERIFY(run->drain().isPaused());
    m_desk->setPaused(false);
    QVERIFY(!run->drain().isPaused());
}

void ActDeskTest::aDrainThatPolicyForbidsEndsAtOnce()
{
    management::PlanRules strict;
    strict.policy.isReadOnly = true;
    ActDesk desk(*m_servers, strict, [] { return std::chrono::system_clock::now(); });
    const auto run = desk.drain({brokerProfile().address.id(), "HV1", false, {}},
                                management::planFor({}, std::vector{sessionOf(1)}, m_rules), std::nullopt);
    QVERIFY(run->drain().isOver());
    QVERIFY(run->drain().refusal().has_value());
    QCOMPARE(desk.drainCount(), std::size_t(0));
    QCOMPARE(count("Logoff"), std::ptrdiff_t(0));
}

void ActDeskTest::afterFallingSilentNothingIsSaid()
{
    m_desk->warn({warnedLogoff(1)}, {afterHours, false});
    QTRY_VERIFY_WITH_TIMEOUT(hasHappened("told 1"), patience);
    m_desk->fallSilent();
    m_servers.reset();
    QVERIFY(!outcomeOf(1).has_value());
    QCOMPARE(count("SendMessage"), std::ptrdiff_t(1));
}

QTEST_GUILESS_MAIN(ActDeskTest)
#include "ActDeskTest.moc"
