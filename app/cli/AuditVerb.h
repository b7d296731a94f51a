// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"
#include "storage/AuditLog.h"

#include <QString>

namespace deskwarden::app {

/// Shows what is recorded, or with --verify checks whether it is as it was written. Needs no server.
[[nodiscard]] ExitCode runAudit(const CliOptions& options, const QString& file, Output& output);
/// Records that the operator has seen the log's damage, or removes old acts. Needs no server.
[[nodiscard]] ExitCode changeAudit(const CliOptions& options, storage::AuditLog& log, Output& output);
/// Looks up what killed programs left in flight on the server, and records what was found.
[[nodiscard]] ExitCode runResolve(const CliContext& context, storage::AuditLog& log);

} // namespace deskwarden::app
