// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// What the console holds of as many virtual machines as sessions: their list, as it is collected row by row, and what
// their table shows of it.

#include "support/Machines.h"

#include "bench/Memory.h"
#include "bench/Topics.h"
#include "core/SharedString.h"
#include "management/machines/MachineCollector.h"
#include "models/table/MachineTable.h"

#include <chrono>
#include <memory>
#include <random>
#include <stop_token>
#include <string>
#include <string_view>

namespace deskwarden::bench {

namespace {

/// A machine of a big site: every second has a session, every fourth belongs to somebody.
core::Instance machineRow(std::uint32_t number, std::mt19937& random)
{
    const auto text = [](const std::string& letters) { return core::SharedString(std::string_view(letters)); };
    core::VirtualDesktop machine = support::makeMachine("VDI-" + std::to_string(number), core::MachineState::Running,
                                                        "HV" + std::to_string(number % 200) + ".corp.example");
    machine.collectionAlias = text("Pool" + std::to_string(number % 20));
    if (number % 2 == 0) {
        machine.sessionUserName = text("user" + std::to_string(random() % 1'000'000));
        machine.sessionState = core::ConnectState::Active;
    } else {
        machine.state = static_cast<core::MachineState>(random() % 5);
    }
    if (number % 4 == 0) {
        machine.ownerName = text("user" + std::to_string(random() % 1'000'000));
        machine.ownerDomain = text("CORP");
    }
    return support::toInstance(machine);
}

management::MachineSnapshotPointer listOf(std::uint32_t count, core::StringPool& pool)
{
    std::mt19937 random{7};
    auto list = std::make_shared<management::MachineSnapshot>();
    list->server = core::ServerId{pool.intern("http://broker")};
    list->health = management::SnapshotHealth::Fresh;
    management::MachineCollector collector(list->server, pool);
    for (std::uint32_t number = 1; number <= count; ++number)
        collector.add(machineRow(number, random));
    list->machines = management::MachineList(collector.takeMachines());
    return list;
}

} // namespace

void measureMachines(Report& report, const Settings& settings)
{
    for (const std::uint32_t count : settings.sessions) {
        core::StringPool pool;
        const double empty = heldBytes();
        const auto list = listOf(count, pool);
        const double listed = heldBytes();
        const models::MachineTable table = models::arrangeMachines({{list}, {}}, std::stop_token());
        const double shown = heldBytes();
        if (table.shown != count)
            std::fprintf(stderr, "bench: the table lacks machines\n");
        const auto add = [&report, count](const QString& what, double bytes) {
            report.add({QStringLiteral("machines"), what, count, bytes / count, QStringLiteral("bytes"), {}, 0});
        };
        add(QStringLiteral("memory a VM, the list"), listed - empty);
        add(QStringLiteral("memory a VM, what the table shows of it"), shown - listed);
    }
}

} // namespace deskwarden::bench
