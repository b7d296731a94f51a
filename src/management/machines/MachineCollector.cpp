// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/MachineCollector.h"

#include "core/Names.h"
#include "management/machines/MachineMapping.h"

#include <span>
#include <utility>

namespace deskwarden::management {

namespace {

auto isNamed(std::span<const core::VirtualDesktop> machines, std::string_view name) noexcept
{
    return [machines, name](std::uint32_t row) { return core::isSameName(machines[row].name.view(), name); };
}

void shareWith(core::SharedString& text, const core::SharedString& before) noexcept
{
    if (text == before)
        text = before;
}

} // namespace

MachineCollector::MachineCollector(core::ServerId server, core::StringPool& pool, MachineSnapshotPointer before)
    : m_server(std::move(server))
    , m_pool(pool)
    , m_before(std::move(before))
{
    if (m_before)
        m_machines.reserve(m_before->machines.size());
}

void MachineCollector::add(const std::vector<core::Instance>& instances)
{
    for (const core::Instance& instance : instances)
        add(instance);
}

bool MachineCollector::add(const core::Instance& instance)
{
    auto machine = toMachine(instance, m_server, m_pool);
    if (!machine) {
        ++m_leftOut.unreadable;
        return false;
    }
    const std::string_view name = machine->name.view();
    const auto added = static_cast<std::uint32_t>(m_machines.size());
    const std::uint32_t place = m_index.findOrInsert(core::nameHash(name), added, isNamed(m_machines, name));
    if (place != added) {
        m_machines[place].isDoubled = true;
        ++m_leftOut.doubled;
        return false;
    }
    shareTexts(*machine);
    m_machines.push_back(*std::move(machine));
    return true;
}

void MachineCollector::shareTexts(core::VirtualDesktop& machine)
{
    const core::VirtualDesktop* const before = findBefore(machine.name.view());
    if (before == nullptr)
        return;
    shareWith(machine.name, before->name);
    shareWith(machine.ownerName, before->ownerName);
    shareWith(machine.sessionUserName, before->sessionUserName);
}

const core::VirtualDesktop* MachineCollector::findBefore(std::string_view name)
{
    if (!m_before)
        return nullptr;
    const auto rows = m_before->machines.rows();
    if (m_next < rows.size() && rows[m_next].name.view() == name)
        return &rows[m_next++];
    if (m_beforeIndex.isEmpty()) {
        m_beforeIndex.reserve(rows.size());
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            m_beforeIndex.insert(core::nameHash(rows[row].name.view()), row);
    }
    const std::uint32_t found = m_beforeIndex.find(core::nameHash(name), isNamed(rows, name));
    if (found == core::OpenTable::none)
        return nullptr;
    m_next = found + 1;
    return &rows[found];
}

void MachineCollector::clear()
{
    m_machines.clear();
    m_index.clear();
    m_next = 0;
    m_leftOut = {};
}

std::vector<core::VirtualDesktop> MachineCollector::takeMachines()
{
    m_index.clear();
    // What is kept for as long as the list is holds no room for more.
    m_machines.shrink_to_fit();
    return std::exchange(m_machines, {});
}

} // namespace deskwarden::management
