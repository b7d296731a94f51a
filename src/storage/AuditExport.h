// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/seam/Action.h"
#include "storage/AuditRecord.h"

#include <QJsonObject>

#include <optional>

namespace deskwarden::storage {

/// One act as `audit --json` prints it: id, time, operator, machine, server, VMHostName, SessionId, UserName,
/// DomainName, VMName, action, reason, outcome, returnValue, status, hash. What is not known is null; `id`, `time` and
/// `hash` are the intent's.
[[nodiscard]] QJsonObject toJson(const AuditAct& act);
/// The session that the intent was about.
[[nodiscard]] core::Session sessionOf(const AuditRecord& intent);
/// Nothing for a record that no version of the program has written.
[[nodiscard]] std::optional<management::ActionKind> actionOf(const AuditRecord& intent);

} // namespace deskwarden::storage
