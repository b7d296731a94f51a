// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Session.h"
#include "management/machines/HostReport.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace deskwarden::storage {

/// What the record in that file tells of the newest ten thousand acts, of those on this server's hosts. A file that is
/// not there tells of none. Thread: any. Blocks: for the disk. Fails: as AuditDatabase::open().
[[nodiscard]] core::Result<std::vector<management::HostAct>> readHostActs(const QString& auditFile,
                                                                          const core::ServerId& server,
                                                                          const std::stop_token& stop = {});

} // namespace deskwarden::storage
