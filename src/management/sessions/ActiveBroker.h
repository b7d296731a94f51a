// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"

#include <string>
#include <string_view>

namespace deskwarden::management {

/// The deployment's active broker, if that is another one than was asked; else empty. Only a broker that the deployment
/// lists by the name that was asked is known to be another: that may be an alias or an address of either.
/// Blocks: as long as the server takes. Fails: as ManagementConnection; not every account may ask.
[[nodiscard]] core::Result<std::string> activeBrokerInsteadOf(std::string_view askedHost,
                                                              ManagementConnection& connection,
                                                              const std::string& nameSpace, const CallContext& context);

} // namespace deskwarden::management
