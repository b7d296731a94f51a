// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/CureRun.h"

#include "desk/ActDesk.h"
#include "models/activity/CureTexts.h"
#include "support/FakeConnection.h"
#include "support/Machines.h"
#include "support/MemoryLedger.h"

#include <QTest>

#include <memory>
#include <set>

using namespace deskwarden;
using core::MachineState;
using management::ActionKind;
using management::CureStep;
using management::OutcomeKind;

namespace {

constexpr int patience = 60'000;
constexpr const char* address = "http://broker";

core::ServerProfile brokerProfile()
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(address).value();
    return profile;
}

} // namespace

/// The cure of ghosts from the confirmation to its end: each step listed, recorded and told.
class CureRunTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aSavedMachineIsStartedLoggedOffAndSavedAgain();
    void eachKindOfStepIsOneBatch();
    void theStepThatFailsIsToldAndTheOthersGoOn();
    void aStopBeginsNoFurtherStep();
    void cancellingWhatWaitsStopsTheCure();
    void afterFallingSilentNoStepFollows();

private:
    [[nodiscard]] management::Ghost ghost(std::uint32_t id, MachineState state);
    [[nodiscard]] std::vector<std::pair<ActionKind, OutcomeKind>> recorded() const;
    [[nodiscard]] std::string told(const std::shared_ptr<desk::CureRun>& run) const
    {
        return models::describe(run->cure(), run->isStopping()).joined().toStdString();
    }

    std::unique_ptr<support::FakeBroker> m_broker;
    std::unique_ptr<support::MemoryLedger> m_ledger;
    std::unique_ptr<support::Gate> m_gate;
    std::string m_held;    ///< the method that waits for the gate
    std::string m_refused; ///< the machine or session whose acts are refused
    std::unique_ptr<desk::ConnectedServers> m_servers;
    std::unique_ptr<desk::ActDesk> m_desk;
    std::set<std::uint64_t> m_listed;
};

void CureRunTest::init()
{
    m_held.clear();
    m_refused.clear();
    m_listed.clear();
    m_ledger = std::make_unique<support::MemoryLedger>();
    m_broker = std::make_unique<support::FakeBroker>();
    m_gate = std::make_unique<support::Gate>();
    m_broker->hooks.invoke =
        [this](const std::string& key, const std::string& method,
               const management::CallContext& context) -> std::optional<core::Result<management::MethodResult>> {
        if (key == m_refused)
            return management::MethodResult{5, {}};
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
            options.doubtPatience = std::chrono::milliseconds(50);
            return options;
        });
    QVERIFY(m_servers->open(brokerProfile(), {}).has_value());
    m_desk = std::make_unique<desk::ActDesk>(*m_servers, management::PlanRules(),
                                             [] { return std::chrono::system_clock::now(); });
    connect(m_desk.get(), &desk::ActDesk::listed, this, [this](const auto& requests) {
        for (const management::ActionRequest& request : requests)
            m_listed.insert(request.batch);
    });
}

void CureRunTest::cleanup()
{
    m_gate->open();
    m_desk.reset();
    m_servers.reset();
}

management::Ghost CureRunTest::ghost(std::uint32_t id, MachineState state)
{
    management::Ghost ghost;
    ghost.session = support::makeSession("HV1", id, "user" + std::to_string(id), core::ConnectState::Disconnected);
    ghost.session.key.server = brokerProfile().address.id();
    ghost.machine = support::makeMachine(ghost.session.vmName.view(), state);
    ghost.machine.server = ghost.session.key.server;
    m_broker->put(ghost.session);
    m_broker->putMachine(ghost.machine);
    return ghost;
}

std::vector<std::pair<ActionKind, OutcomeKind>> CureRunTest::recorded() const
{
    std::vector<std::pair<ActionKind, OutcomeKind>> steps;
    for (const support::MemoryLedger::Entry& entry : m_ledger->entries()) {
        if (entry.outcome)
            steps.emplace_back(entry.request.action.kind, entry.outcome->kind);
    }
    return steps;
}

void CureRunTest::aSavedMachineIsStartedLoggedOffAndSavedAgain()
{
    const auto run = m_desk->cure({ghost(1, MachineState::Saved)}, "INC-1", {std::chrono::milliseconds(1), 2});
    QVERIFY(m_desk->isCuring(brokerProfile().address.id()));
    QTRY_VERIFY_WITH_TIMEOUT(run->cure().isOver(), patience);
    const std::vector<std::pair<ActionKind, OutcomeKind>> steps{{ActionKind::Start, OutcomeKind::Done},
                                                                {ActionKind::Logoff, OutcomeKind::Done},
                                                                {ActionKind::Save, OutcomeKind::Done}};
    QVERIFY(recorded() == steps);
    QVERIFY(m_broker->findMachine("VM-HV1-1")->state == MachineState::Saved);
    QVERIFY(!m_broker->find("HV1/1"));
    QCOMPARE(told(run), std::string("Ghosts cured: 1 of 1."));
    for (const support::MemoryLedger::Entry& entry : m_ledger->entries())
        QCOMPARE(entry.request.reason, std::string("INC-1"));
    QVERIFY(!m_desk->isCuring(brokerProfile().address.id()));
    QCOMPARE(m_desk->cureCount(), std::size_t{0});
}

void CureRunTest::eachKindOfStepIsOneBatch()
{
    const auto run = m_desk->cure({ghost(1, MachineState::Saved), ghost(2, MachineState::Off)}, {},
                                  {std::chrono::milliseconds(1), 2});
    QTRY_VERIFY_WITH_TIMEOUT(run->cure().isOver(), patience);
    QCOMPARE(m_listed.size(), std::size_t{3}); // starting, logging off, saving
    for (const std::uint64_t batch : m_listed)
        QVERIFY(m_desk->isOfRun(batch));
    QVERIFY(m_broker->findMachine("VM-HV1-2")->state == MachineState::Running); // it was off
}

void CureRunTest::theStepThatFailsIsToldAndTheOthersGoOn()
{
    const auto first = ghost(1, MachineState::Off);
    const auto second = ghost(2, MachineState::Off);
    const auto third = ghost(3, MachineState::Off);
    m_refused = "HV1/2";
    const auto run = m_desk->cure({first, second, third}, {}, {std::chrono::milliseconds(1), 2});
    QTRY_VERIFY_WITH_TIMEOUT(run->cure().isOver(), patience);
    QVERIFY(!run->cure().items()[0].stopped && !run->cure().items()[2].stopped);
    QVERIFY(run->cure().items()[1].stopped == CureStep::Logoff);
    QCOMPARE(told(run), std::string("Ghosts cured: 2 of 3. VM-HV1-2 stopped at: logging the session off."));
}

void CureRunTest::aStopBeginsNoFurtherStep()
{
    m_held = "SetVirtualDesktopState";
    const auto run = m_desk->cure({ghost(1, MachineState::Off)}, {}, {std::chrono::milliseconds(1), 2});
    QTRY_COMPARE_WITH_TIMEOUT(m_ledger->entries().size(), std::size_t{1}, patience);
    run->stop();
    QVERIFY(run->isStopping());
    QVERIFY(told(run).starts_with("The cure is stopping"));
    m_gate->open();
    QTRY_VERIFY_WITH_TIMEOUT(run->cure().isOver(), patience);
    QVERIFY(m_broker->find("HV1/1")); // nobody was logged off
    QCOMPARE(m_ledger->entries().size(), std::size_t{1});
    QCOMPARE(told(run), std::string("Ghosts cured: 0 of 1. VM-HV1-1 stopped at: starting the machine."));
}

void CureRunTest::cancellingWhatWaitsStopsTheCure()
{
    const auto run = m_desk->cure({ghost(1, MachineState::Off)}, {}, {std::chrono::hours(1), 2});
    QTRY_COMPARE_WITH_TIMEOUT(recorded().size(), std::size_t{1}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(run->cure().items().front().step == CureStep::Settle, patience);
    m_desk->cancelWaiting();
    QVERIFY(run->cure().isOver());
    QVERIFY(run->cure().items().front().stopped == CureStep::Settle);
    QVERIFY(m_broker->find("HV1/1"));
}

void CureRunTest::afterFallingSilentNoStepFollows()
{
    const auto run = m_desk->cure({ghost(1, MachineState::Off)}, {}, {std::chrono::milliseconds(1), 2});
    m_desk->fallSilent();
    QTRY_COMPARE_WITH_TIMEOUT(recorded().size(), std::size_t{1}, patience);
    QTest::qWait(20);
    QCOMPARE(m_ledger->entries().size(), std::size_t{1});
    QVERIFY(!run->cure().isOver());
}

QTEST_GUILESS_MAIN(CureRunTest)
#include "CureRunTest.moc"
