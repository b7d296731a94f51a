// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/seam/ManagementConnection.h"

#include <functional>

namespace deskwarden::desk {

/// Makes the connections of a profile; fails where this platform or build cannot.
using ConnectorFactory = std::function<core::Result<management::Connector>(core::ServerProfile, core::Secret)>;

} // namespace deskwarden::desk
