// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/SessionFacts.h"
#include "management/SessionList.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace deskwarden::management {

/// How much a snapshot can be trusted.
enum class SnapshotHealth {
    Filling, ///< the first list is still arriving: what is here is right, more will come
    Fresh,   ///< the whole list
    Partial, ///< the server left something out, and said so (`incomplete`)
    Stale,   ///< the last good list, kept because asking again failed (`error`)
    Failed,  ///< never got a list (`error`); no sessions
};

/// A virtual desktop collection: `CollectionId` of a session is its alias, people know its name.
struct CollectionName
{
    core::SharedString alias;
    core::SharedString name;
    friend bool operator==(const CollectionName&, const CollectionName&) = default;
};

/// The sessions of one server at one moment. Immutable once published, so that any thread may read it.
struct SessionSnapshot
{
    core::ServerId server;
    std::uint64_t sequence = 0; ///< grows with every snapshot of one query
    SessionList sessions;
    std::vector<CollectionName> collections;   ///< by alias; empty while they could not be asked
    std::shared_ptr<const SessionFacts> facts; ///< what other classes say; null while there is nothing
    SnapshotHealth health = SnapshotHealth::Failed;
    std::optional<core::ManagementError> error;    ///< Stale, Failed
    std::optional<std::uint32_t> incomplete;       ///< Partial
    std::chrono::system_clock::time_point taken{}; ///< when the sessions were listed (not when asking again failed)
    std::chrono::milliseconds nextIn{0};           ///< until the query asks again; 0 = only on demand
};

using SnapshotPointer = std::shared_ptr<const SessionSnapshot>;

} // namespace deskwarden::management
