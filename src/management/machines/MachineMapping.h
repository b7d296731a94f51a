// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Value.h"
#include "core/VirtualDesktop.h"
#include "management/seam/ManagementConnection.h"

#include <string_view>

namespace deskwarden::management {

/// The one place where instances of Win32_RDMSVirtualDesktop become machines. Texts are shared through the pool; the
/// values may be typed or the texts of a transport without types. An unreadable VMState is Unknown, an unreadable
/// SessionState is Absent.
/// Fails: Malformed, if the name is missing, NULL or blank.
[[nodiscard]] core::Result<core::VirtualDesktop> toMachine(const core::Instance& instance, const core::ServerId& server,
                                                           core::StringPool& pool);
/// Where the machine's instance is.
[[nodiscard]] InstancePath machinePath(std::string_view name, std::string_view nameSpace);

} // namespace deskwarden::management
