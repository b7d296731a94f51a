// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/VirtualDesktop.h"
#include "management/seam/SharedRows.h"
#include "management/sessions/SessionSnapshot.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace deskwarden::management {

/// The machines of one server.
using MachineList = SharedRows<core::VirtualDesktop>;

/// The machines of one server at one moment, as SessionSnapshot has its sessions. Immutable once published, so that any
/// thread may read it.
struct MachineSnapshot
{
    core::ServerId server;
    std::uint64_t sequence = 0; ///< grows with every snapshot of one query
    MachineList machines;
    std::vector<CollectionName> collections; ///< by alias; empty while they could not be asked
    SnapshotHealth health = SnapshotHealth::Failed;
    std::optional<core::ManagementError> error;    ///< Stale, Failed
    std::optional<std::uint32_t> incomplete;       ///< Partial: the status that said so
    LeftOutRows leftOut;                           ///< of the list that the machines are from
    std::chrono::system_clock::time_point taken{}; ///< when the machines were listed (not when asking again failed)
    std::chrono::milliseconds nextIn{0};           ///< until the query asks again; 0 = only on demand
};

using MachineSnapshotPointer = std::shared_ptr<const MachineSnapshot>;

} // namespace deskwarden::management
