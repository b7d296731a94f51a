// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/access/AccessFacts.h"
#include "management/seam/ManagementConnection.h"

#include <chrono>
#include <string>

namespace deskwarden::management {

/// Reads all that a broker tells about why one person does not get in. Changes nothing.
/// Thread: that of the connection. Blocks: as the calls that it makes; after a stop each part is Cancelled.
/// Fails: part by part; AccessFacts says of each why it could not be read. The account is not asked for here.
[[nodiscard]] AccessFacts readAccessFacts(ManagementConnection& connection, const core::ServerId& broker,
                                          const std::string& nameSpace, const AccessRequest& request,
                                          const CallContext& limits, std::chrono::system_clock::time_point now);

} // namespace deskwarden::management
