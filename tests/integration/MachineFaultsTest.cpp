// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/OneAct.h"
#include "integration/Transports.h"
#include "management/acting/MachinePlan.h"
#include "management/machines/MachineMapping.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/RdmsSchema.h"
#include "support/Enumerators.h"
#include "support/MemoryLedger.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace deskwarden;
using integration::BrokerUnderTest;
using integration::Ended;
using integration::NamedTransport;
using integration::TransportUnderTest;
using management::ActionKind;
using simulator::CallKind;
using simulator::FaultKind;

namespace {

/// What becomes of an act on a machine that meets a fault.
struct MachineFault
{
    const char* what; ///< the fault, behind the =
    const char* outcome;
    int returnValue = -1; ///< -1 = the method gave none
    int carriedOut = 0;   ///< acts in the journal
    bool isOfStatesAlone = false;
    const char* sealedOutcome = nullptr; ///< where another one over a sealed way: anybody can write what is not sealed
    const char* comOutcome = nullptr;    ///< where another one over COM, which has statuses of its own for it
};

constexpr std::array faultsOfActs{
    MachineFault{"return:5", "failed", 5},
    MachineFault{"return:21", "failed", 21},
    MachineFault{"return:4711", "failed", 4711},
    MachineFault{"return:1460", "unknown", 1460},
    MachineFault{"fault:5", "failed"},
    MachineFault{"fault:995", "unknown"},
    MachineFault{"fault:0x80338000", "unknown"}, // says gone, and it is still there
    MachineFault{"wmi-error:0x80041003", "failed"},
    MachineFault{"wmi-error:0x80041033", "unknown"},
    MachineFault{"fault-after:995", "done", -1, 1},
    MachineFault{"http:500", "unknown", -1, 0, false, nullptr, "failed"}, // a call that says it was not executed
    MachineFault{"http:503", "failed", -1, 0, false, "unknown"},          // refused before anything acts upon it
    MachineFault{"delay:200", "done", 0, 1},
    MachineFault{"hang", "unknown"},
    MachineFault{"drop-before", "unknown"},
    MachineFault{"drop-after", "done", -1, 1},
    MachineFault{"garbage", "unknown"},
    MachineFault{"truncate", "unknown"},
    MachineFault{"no-return-value", "unknown"},
    MachineFault{"stuck", "still_changing", 0, 1, true},
};

/// The re-read meets it, whatever the act.
constexpr std::array faultsOfReReads{
    MachineFault{"fault:5", "failed"},
    MachineFault{"wmi-error:0x80041003", "failed"},
    MachineFault{"wmi-error:0x80041002", "skipped"}, // there is no such machine
    MachineFault{"hang", "failed"},
    MachineFault{"drop-before", "failed"},
    MachineFault{"garbage", "failed"},
    MachineFault{"truncate", "failed"},
    MachineFault{"delay:200", "done", 0, 1},
};

struct MachineCell
{
    std::string fault;
    ActionKind kind = ActionKind::Start;
    MachineFault expected;
    NamedTransport way;
    // what it has shown
    std::string problem;
    Ended ended;
    int carriedOut = 0;
};

const char* placeOf(ActionKind kind)
{
    return kind == ActionKind::Assign ? "assign" : kind == ActionKind::Free ? "free" : "set-state";
}

constexpr std::array machineKinds{ActionKind::Start, ActionKind::Save,   ActionKind::TurnOff,
                                  ActionKind::Pause, ActionKind::Assign, ActionKind::Free};

void addCells(ActionKind kind, const NamedTransport& way, std::vector<MachineCell>& cells)
{
    const bool isState = management::specOf(kind).proof == management::Proof::StateReached;
    for (const MachineFault& fault : faultsOfActs) {
        if (!fault.isOfStatesAlone || isState)
            cells.push_back({std::string(placeOf(kind)) + '=' + fault.what, kind, fault, way, {}, {}, 0});
    }
    for (const MachineFault& fault : faultsOfReReads)
        cells.push_back({std::string("get=") + fault.what, kind, fault, way, {}, {}, 0});
}

/// Every act over the first way; over the others one of each of the methods that bring a state, an owner and nobody.
std::vector<MachineCell> allCells()
{
    std::vector<MachineCell> cells;
    for (const NamedTransport& way : integration::transportsUnderTest()) {
        for (const ActionKind kind : machineKinds) {
            const bool isOneOfEach =
                kind == ActionKind::TurnOff || kind == ActionKind::Assign || kind == ActionKind::Free;
            if (way.transport == TransportUnderTest::PlainLoopback ||
                (isOneOfEach &&
                 (way.transport == TransportUnderTest::TlsWithPin || way.transport == TransportUnderTest::NtlmSealed ||
                  way.transport == TransportUnderTest::Dcom)))
                addCells(kind, way, cells);
        }
    }
    return cells;
}

simulator::FarmOptions farmWithTroubles()
{
    simulator::FarmOptions farm = integration::smallFarm(20);
    farm.machineShortest = std::chrono::milliseconds(100);
    farm.machineLongest = std::chrono::milliseconds(300);
    for (const char* const trouble : {"machine-off:WHY\\off", "host-silent:WHY\\silent"})
        farm.troubles.push_back(*simulator::Trouble::parse(trouble));
    return farm;
}

std::vector<core::VirtualDesktop> machinesOf(const BrokerUnderTest& server)
{
    std::vector<core::VirtualDesktop> machines;
    core::StringPool pool;
    auto connection = server.connector()();
    if (!connection || !(*connection)->open(management::CallContext::within(std::chrono::seconds(20)), {}))
        return machines;
    const auto sink = [&](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            if (auto machine = management::toMachine(instance, server.profile().address.id(), pool))
                machines.push_back(*std::move(machine));
        }
    };
    const management::Query query{std::string(core::rdmsNamespace),
                                  management::selectAll(management::virtualDesktopClass)};
    (void)(*connection)->enumerate(query, sink, management::CallContext::within(std::chrono::seconds(20)));
    return machines;
}

/// The first machine that the act has something to do on.
std::optional<core::VirtualDesktop> machineFor(const BrokerUnderTest& server, const management::Action& action)
{
    for (const core::VirtualDesktop& machine : machinesOf(server)) {
        if (action.kind != ActionKind::Start && machine.state != core::MachineState::Running)
            continue;
        if (machine.name.view().starts_with("WHY-host-silent"))
            continue;
        if (!management::planFor(action, {&machine, 1}).machines.empty())
            return machine;
    }
    return std::nullopt;
}

management::Action actionFor(ActionKind kind)
{
    management::Action action;
    action.kind = kind;
    action.account = "anna";
    action.accountDomain = "CORP";
    return action;
}

void run(MachineCell& cell, const support::TestCertificate& certificate)
{
    // The test server of COM has the place of the process' one locator.
    static std::mutex comServer;
    std::unique_lock alone(comServer, std::defer_lock);
    if (cell.way.transport == TransportUnderTest::Dcom)
        alone.lock();
    BrokerUnderTest server(cell.way.transport, certificate, farmWithTroubles(), {cell.fault});
    cell.problem = server.problem();
    const management::Action action = actionFor(cell.kind);
    const auto machine = cell.problem.empty() ? machineFor(server, action) : std::nullopt;
    if (!machine) {
        cell.problem += "no machine to act upon";
        return;
    }
    support::MemoryLedger ledger;
    cell.ended =
        integration::runAll(server.connector(), ledger, {management::machineRequest(1, *machine, action)}, {})[1];
    cell.carriedOut = static_cast<int>(server.journal(management::symbol(cell.kind)).size());
    const auto entries = ledger.entries();
    if (entries.size() != 1 || !entries.front().outcome)
        cell.problem = "the intent and its outcome are not on record once";
}

const char* expectedOf(const MachineCell& cell)
{
    if (cell.expected.sealedOutcome != nullptr && integration::isSealed(cell.way.transport))
        return cell.expected.sealedOutcome;
    if (cell.expected.comOutcome != nullptr && cell.way.transport == TransportUnderTest::Dcom)
        return cell.expected.comOutcome;
    return cell.expected.outcome;
}

} // namespace

/// Every fault of the simulator's language against every act on machines, by the real client and the real runner.
class MachineFaultsTest final : public QObject
{
    Q_OBJECT

private slots:
    /// The cells mostly wait, so they run side by side before they are looked at one by one.
    void initTestCase()
    {
        m_ground.emplace();
        QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
        m_certificate = support::makeTestCertificate(m_folder);
        QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (std::size_t index = next++; index < m_cells.size(); index = next++)
                run(m_cells[index], m_certificate);
        };
        std::vector<std::jthread> workers;
        for (int count = 0; count < 8; ++count)
            workers.emplace_back(work);
    }

    void everyKindOfFaultIsInTheTable()
    {
        for (const CallKind call : {CallKind::SetState, CallKind::Assign, CallKind::Free}) {
            for (const FaultKind kind : support::enumerators<FaultKind>()) {
                simulator::ScriptedFault fault;
                fault.what = kind;
                if (!fault.suits(call))
                    continue;
                const auto isIt = [kind](const MachineFault& row) {
                    const auto parsed = simulator::ScriptedFault::parse(std::string("any=") + row.what);
                    return parsed && parsed->what == kind;
                };
                QVERIFY2(std::ranges::any_of(faultsOfActs, isIt), std::to_string(static_cast<int>(kind)).c_str());
            }
        }
    }

    void everyFaultHasItsOutcome_data()
    {
        QTest::addColumn<int>("row");
        int index = 0;
        for (const MachineCell& cell : m_cells)
            QTest::addRow("%s, %s, %s", management::symbol(cell.kind), cell.fault.c_str(), cell.way.name) << index++;
    }

    void everyFaultHasItsOutcome()
    {
        QFETCH(const int, row);
        const MachineCell& cell = m_cells.at(static_cast<std::size_t>(row));
        QVERIFY2(cell.problem.empty(), cell.problem.c_str());
        QVERIFY(cell.ended.outcome);
        QCOMPARE(cell.ended.count, 1);
        QCOMPARE(std::string_view(management::symbol(cell.ended.outcome->kind)), std::string_view(expectedOf(cell)));
        const auto& value = cell.ended.outcome->returnValue;
        QCOMPARE(value ? static_cast<int>(*value) : -1, cell.expected.returnValue);
        QCOMPARE(cell.carriedOut, cell.expected.carriedOut);
    }

    void aSilentHostFailsAndAnUnknownStateIsRefused()
    {
        BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, farmWithTroubles());
        const auto machines = machinesOf(server);
        const auto silent = std::ranges::find_if(machines, [](const core::VirtualDesktop& machine) {
            return machine.name.view().starts_with("WHY-host-silent");
        });
        QVERIFY(silent != machines.end());
        support::MemoryLedger ledger;
        const Ended ended =
            integration::runAll(server.connector(), ledger,
                                {management::machineRequest(1, *silent, actionFor(ActionKind::TurnOff))}, {})[1];
        QVERIFY(ended.outcome);
        QVERIFY(ended.outcome->kind == management::OutcomeKind::Failed ||
                ended.outcome->kind == management::OutcomeKind::Unknown);
        QVERIFY(server.journal("turn-off").empty());
    }

    void manyMachinesStartAtOnceAndEachOnce()
    {
        simulator::FarmOptions farm = farmWithTroubles();
        farm.sessions = 800;
        BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, farm);
        const management::MachinePlan plan = management::planFor(actionFor(ActionKind::Start), machinesOf(server));
        QVERIFY(plan.machines.size() > 20);
        std::vector<management::ActionRequest> requests;
        for (const core::VirtualDesktop& machine : plan.machines)
            requests.push_back(management::machineRequest(requests.size() + 1, machine, plan.action));
        support::MemoryLedger ledger;
        integration::ActPatience patience;
        patience.verify = std::chrono::seconds(20);
        patience.call = std::chrono::seconds(20);
        const auto ended = integration::runAll(server.connector(), ledger, requests, patience);
        for (const auto& [id, one] : ended)
            QCOMPARE(one.outcome->kind, management::OutcomeKind::Done);
        QCOMPARE(server.journal("start").size(), plan.machines.size());
        for (const core::VirtualDesktop& machine : machinesOf(server))
            QVERIFY2(machine.state == core::MachineState::Running || core::isInTransition(machine.state),
                     machine.name.toString().c_str());
    }

    void aSessionEndsWithItsMachine()
    {
        BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, farmWithTroubles());
        const auto session = integration::sessionIn(server, core::ConnectState::Active);
        QVERIFY(session);
        const auto machines = machinesOf(server);
        const auto machine = std::ranges::find(machines, session->vmName, &core::VirtualDesktop::name);
        QVERIFY(machine != machines.end());
        support::MemoryLedger ledger;
        const Ended ended =
            integration::runAll(server.connector(), ledger,
                                {management::machineRequest(1, *machine, actionFor(ActionKind::TurnOff))}, {})[1];
        QVERIFY(ended.outcome);
        QCOMPARE(ended.outcome->kind, management::OutcomeKind::Done);
        const auto other = integration::sessionIn(server, core::ConnectState::Active);
        QVERIFY(!other || other->vmName != session->vmName);
    }

private:
    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    std::optional<integration::SignInGround> m_ground;
    std::vector<MachineCell> m_cells = allCells();
};

QTEST_GUILESS_MAIN(MachineFaultsTest)
#include "MachineFaultsTest.moc"
