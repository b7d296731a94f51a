// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/sessions/SessionSnapshot.h"
#include "storage/AuditRecord.h"

#include <QString>

#include <cstddef>
#include <stop_token>
#include <vector>

namespace deskwarden::ui {

/// What else there is to a session's user.
struct PersonFinds
{
    static constexpr std::size_t mostSessions = 5;
    static constexpr std::size_t mostActs = 5;

    std::vector<core::Session> others; ///< the user's other sessions on all servers, so many at most
    std::size_t otherCount = 0;
    std::vector<storage::AuditAct> acts; ///< on that user, by whomever, the newest first
};

/// Looks through the lists, and through the record; an empty name of a file stands for none, and one that cannot be
/// read tells nothing. Thread: any. Blocks: on the disk.
[[nodiscard]] PersonFinds findAbout(const core::Session& session, const std::vector<management::SnapshotPointer>& lists,
                                    const QString& auditFile, const std::stop_token& stop);

} // namespace deskwarden::ui
