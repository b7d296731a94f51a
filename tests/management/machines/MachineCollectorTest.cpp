// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/MachineCollector.h"

#include "core/Names.h"
#include "management/machines/MachineMapping.h"
#include "management/seam/RdmsSchema.h"
#include "support/Machines.h"

#include <QtTest>

#include <map>
#include <random>

using namespace deskwarden;
using namespace deskwarden::management;
using support::makeMachine;

namespace {

using Machines = std::vector<core::VirtualDesktop>;

/// What the collector shall say, made in the plainest way.
Machines plainMachines(const Machines& machines)
{
    Machines rows;
    std::map<std::string, std::size_t> places;
    for (const core::VirtualDesktop& machine : machines) {
        const auto [place, isNew] = places.try_emplace(core::lowered(machine.name.view()), rows.size());
        if (isNew)
            rows.push_back(machine);
        else
            rows[place->second].isDoubled = true;
    }
    return rows;
}

MachineSnapshotPointer listOf(Machines machines)
{
    auto snapshot = std::make_shared<MachineSnapshot>();
    snapshot->machines = MachineList(std::move(machines));
    return snapshot;
}

Machines gathered(const Machines& machines, core::StringPool& pool, const MachineSnapshotPointer& before)
{
    MachineCollector collector(core::ServerId{core::SharedString("fake")}, pool, before);
    for (const core::VirtualDesktop& machine : machines)
        (void)collector.add(support::toInstance(machine));
    return collector.takeMachines();
}

core::Instance rowWith(std::vector<core::Property> properties)
{
    return {core::SharedString(virtualDesktopClass), std::move(properties)};
}

core::Property valueOf(const char* name, core::Value value)
{
    return {core::SharedString(name), std::move(value)};
}

} // namespace

/// What becomes of the rows of Win32_RDMSVirtualDesktop.
class MachineCollectorTest final : public QObject
{
    Q_OBJECT

private slots:
    void anyListIsCollectedAsPlainly()
    {
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            std::mt19937 random(seed);
            core::StringPool pool;
            MachineSnapshotPointer before;
            for (int list = 0; list < 4; ++list) {
                Machines machines;
                const std::size_t count = random() % 30;
                for (std::size_t i = 0; i < count; ++i) {
                    const std::string name = (random() % 2 != 0 ? "vm-" : "VM-") + std::to_string(random() % 20);
                    core::VirtualDesktop machine =
                        makeMachine(name, random() % 2 != 0 ? core::MachineState::Running : core::MachineState::Saved,
                                    "HV" + std::to_string(random() % 3));
                    if (random() % 3 == 0)
                        machine.ownerName = core::SharedString("owner" + std::to_string(random() % 5));
                    if (random() % 2 == 0) {
                        machine.sessionUserName = core::SharedString("user" + std::to_string(random() % 5));
                        machine.sessionState = core::ConnectState::Disconnected;
                    }
                    machines.push_back(std::move(machine));
                }
                const Machines rows = gathered(machines, pool, before);
                QCOMPARE(rows, plainMachines(machines));
                before = listOf(rows);
            }
        }
    }

    void unchangedMachinesShareTheirTexts()
    {
        core::StringPool pool;
        Machines machines{makeMachine("VM-1"), makeMachine("VM-2")};
        machines[1].ownerName = core::SharedString("anna");
        const auto before = listOf(gathered(machines, pool, nullptr));
        std::swap(machines[0], machines[1]);
        const Machines rows = gathered(machines, pool, before);
        QVERIFY(rows[0].name.isSameBlock(before->machines[1].name));
        QVERIFY(rows[0].ownerName.isSameBlock(before->machines[1].ownerName));
        QVERIFY(rows[0].hostName.isSameBlock(before->machines[0].hostName));
    }

    void rowsWithoutANameAreCounted()
    {
        core::StringPool pool;
        MachineCollector collector(core::ServerId{core::SharedString("fake")}, pool);
        collector.add(
            {rowWith({}), rowWith({valueOf("Name", core::Value())}), rowWith({valueOf("Name", core::Value(" \t"))}),
             rowWith({valueOf("Name", core::Value(std::uint32_t{7}))}), support::toInstance(makeMachine("VM-1"))});
        QCOMPARE(collector.machines().size(), std::size_t{1});
        QVERIFY(collector.leftOut() == (LeftOutRows{4, 0}));
    }

    void hostileValuesLeaveTheRowReadable_data()
    {
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("value");
        QTest::addColumn<uint>("state");
        QTest::addColumn<uint>("sessionState");
        const uint absent = static_cast<uint>(core::ConnectState::Absent);
        QTest::addRow("a state of letters") << "VMState"
                                            << "running" << 0U << absent;
        QTest::addRow("a state beyond 32 bits") << "VMState"
                                                << "99999999999" << 0U << absent;
        QTest::addRow("a state that nobody knows") << "VMState"
                                                   << "77" << 77U << absent;
        QTest::addRow("a negative state") << "VMState"
                                          << "-1" << 0xFFFFFFFFU << absent;
        QTest::addRow("a state between blanks") << "VMState"
                                                << " 32769 " << 32769U << absent;
        QTest::addRow("a session's state as a word") << "SessionState"
                                                     << "disconnected" << 2U << 4U;
        QTest::addRow("a session's state as a number") << "SessionState"
                                                       << "4" << 2U << 4U;
        QTest::addRow("a session's state of nonsense") << "SessionState"
                                                       << "{}" << 2U << absent;
        QTest::addRow("an empty session's state") << "SessionState"
                                                  << "" << 2U << absent;
    }

    void hostileValuesLeaveTheRowReadable()
    {
        QFETCH(QString, property);
        QFETCH(QString, value);
        QFETCH(uint, state);
        QFETCH(uint, sessionState);
        core::Instance row = support::toInstance(makeMachine("VM-1"));
        std::erase_if(row.properties(),
                      [&](const core::Property& one) { return one.name.view() == property.toStdString(); });
        row.properties().push_back({core::SharedString(property.toStdString()), core::Value(value.toStdString())});
        core::StringPool pool;
        const auto machine = toMachine(row, core::ServerId{core::SharedString("fake")}, pool);
        QVERIFY(machine);
        QCOMPARE(static_cast<uint>(machine->state), state);
        QCOMPARE(static_cast<uint>(machine->sessionState), sessionState);
    }

    void aMegabyteOfANameIsKeptAsItIs()
    {
        const std::string name(1'000'000, 'x');
        core::StringPool pool;
        const auto machine =
            toMachine(support::toInstance(makeMachine(name)), core::ServerId{core::SharedString("fake")}, pool);
        QVERIFY(machine);
        QCOMPARE(machine->name.view(), std::string_view(name));
        QCOMPARE(machinePath(machine->name.view(), "root\\x").keys.front().value.text().view(), std::string_view(name));
    }

    void somebodyMayWorkOnlyOnAMachineThatIsNotAsleep_data()
    {
        QTest::addColumn<uint>("state");
        QTest::addColumn<QString>("user");
        QTest::addColumn<uint>("sessionState");
        QTest::addColumn<bool>("isInUse");
        const auto add = [](const char* name, core::MachineState state, const char* user, core::ConnectState session,
                            bool isInUse) {
            QTest::addRow("%s", name) << static_cast<uint>(state) << user << static_cast<uint>(session) << isInUse;
        };
        using core::ConnectState;
        using core::MachineState;
        add("nobody", MachineState::Running, "", ConnectState::Absent, false);
        add("active", MachineState::Running, "anna", ConnectState::Active, true);
        add("disconnected", MachineState::Running, "anna", ConnectState::Disconnected, false);
        add("not told", MachineState::Running, "anna", ConnectState::Absent, true);
        add("paused under her hands", MachineState::Paused, "anna", ConnectState::Active, true);
        add("off", MachineState::Off, "anna", ConnectState::Active, false);
        add("saved", MachineState::Saved, "anna", ConnectState::Active, false);
        add("state not known", MachineState::Unknown, "anna", ConnectState::Active, true);
    }

    void somebodyMayWorkOnlyOnAMachineThatIsNotAsleep()
    {
        QFETCH(uint, state);
        QFETCH(QString, user);
        QFETCH(uint, sessionState);
        QFETCH(bool, isInUse);
        core::VirtualDesktop machine = makeMachine("VM-1", static_cast<core::MachineState>(state));
        machine.sessionUserName = core::SharedString(user.toStdString());
        machine.sessionState = static_cast<core::ConnectState>(sessionState);
        QCOMPARE(core::isInUse(machine), isInUse);
    }

    void everyNamedStateIsReadByItsName()
    {
        std::size_t named = 0;
        for (std::uint32_t number = 0; number < 40'000; ++number) {
            const auto state = static_cast<core::MachineState>(number);
            QVERIFY(core::machineStateFromName(std::to_string(number)) == state);
            if (core::name(state).empty())
                continue;
            ++named;
            QVERIFY(core::machineStateFromName(core::lowered(core::name(state))) == state);
        }
        QCOMPARE(named, std::size_t{10});
        QVERIFY(!core::machineStateFromName("Asleep"));
        QVERIFY(!core::machineStateFromName(""));
    }
};

QTEST_APPLESS_MAIN(MachineCollectorTest)
#include "MachineCollectorTest.moc"
