// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/AuditLog.h"

#include <string>
#include <vector>

namespace deskwarden::app {

/// The operator of this program and the computer, as the operating system says, not as the environment claims.
[[nodiscard]] storage::AuditOrigin auditOrigin();
/// The accounts whose sessions are the operator's own: the one of this computer, and the one that signs in to the
/// server.
[[nodiscard]] std::vector<std::string> ownAccounts(const storage::AuditOrigin& origin, const std::string& signInUser);

} // namespace deskwarden::app
