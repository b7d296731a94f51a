// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/sessions/SessionFacts.h"
#include "management/sessions/SessionList.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::management {

/// How much a snapshot can be trusted.
enum class SnapshotHealth {
    Filling, ///< the first list is still arriving: what is here is right, more will come
    Fresh,   ///< the whole list
    Partial, ///< the server left something out, and said so (`incomplete`), or not all rows could be taken (`leftOut`)
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

/// Rows of a list that are not among its sessions.
struct LeftOutRows
{
    std::size_t unreadable = 0; ///< without a host or a session id
    std::size_t doubled = 0;    ///< of a key that an earlier row has

    [[nodiscard]] bool isAny() const noexcept { return unreadable + doubled > 0; }
    friend bool operator==(const LeftOutRows&, const LeftOutRows&) = default;
};

/// The sessions of one server at one moment. Immutable once published, so that any thread may read it.
struct SessionSnapshot
{
    core::ServerId server;
    std::uint64_t sequence = 0; ///< grows with every snapshot of one query
    SessionList sessions;
    std::vector<CollectionName> collections;   ///< by alias; empty while they could not be asked
    std::string activeBroker;                  ///< of the deployment, if the server is known to be another; untrusted
    std::shared_ptr<const SessionFacts> facts; ///< what other classes say; null while there is nothing
    SnapshotHealth health = SnapshotHealth::Failed;
    std::optional<core::ManagementError> error;    ///< Stale, Failed
    std::optional<std::uint32_t> incomplete;       ///< Partial: the status that said so
    LeftOutRows leftOut;                           ///< of the list that the sessions are from
    std::chrono::system_clock::time_point taken{}; ///< when the sessions were listed (not when asking again failed)
    std::chrono::milliseconds nextIn{0};           ///< until the query asks again; 0 = only on demand

    /// A new list that names every session of the server: what it does not have is not there. Rows of doubled keys hide
    /// nobody's key.
    [[nodiscard]] bool isWhole() const noexcept
    {
        const bool isPartial =
            health == SnapshotHealth::Partial && !incomplete && leftOut.unreadable == 0 && leftOut.doubled > 0;
        return health == SnapshotHealth::Fresh || isPartial;
    }
};

using SnapshotPointer = std::shared_ptr<const SessionSnapshot>;

} // namespace deskwarden::management
