// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/OpenTable.h"
#include "core/Value.h"
#include "core/VirtualDesktop.h"
#include "management/machines/MachineSnapshot.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace deskwarden::management {

/// Gathers the machines of one enumeration: one row for a name, the first; a name that comes again marks that row
/// (core::VirtualDesktop::isDoubled) and is counted, like a row without a name. Rows share the texts of the list
/// before, where they are the same.
/// Thread: one.
class MachineCollector final
{
public:
    /// `before` may be null. The pool keeps the texts that many rows repeat.
    MachineCollector(core::ServerId server, core::StringPool& pool, MachineSnapshotPointer before = nullptr);
    MachineCollector(const MachineCollector&) = delete;
    MachineCollector& operator=(const MachineCollector&) = delete;
    ~MachineCollector() = default;

    void add(const std::vector<core::Instance>& instances);
    /// True: it is the last of machines() afterwards. False: it was left out.
    bool add(const core::Instance& instance);
    /// Starts anew, for an enumeration that has to be repeated.
    void clear();

    [[nodiscard]] const std::vector<core::VirtualDesktop>& machines() const noexcept { return m_machines; }
    [[nodiscard]] std::vector<core::VirtualDesktop> takeMachines();
    /// The rows that were left out.
    [[nodiscard]] const LeftOutRows& leftOut() const noexcept { return m_leftOut; }

private:
    void shareTexts(core::VirtualDesktop& machine);
    [[nodiscard]] const core::VirtualDesktop* findBefore(std::string_view name);

    const core::ServerId m_server;
    core::StringPool& m_pool;
    const MachineSnapshotPointer m_before;
    std::vector<core::VirtualDesktop> m_machines;
    core::OpenTable m_index;       ///< of m_machines by name
    core::OpenTable m_beforeIndex; ///< made when the order differs for the first time
    std::size_t m_next = 0;        ///< where in the list before the next row is expected
    LeftOutRows m_leftOut;
};

} // namespace deskwarden::management
