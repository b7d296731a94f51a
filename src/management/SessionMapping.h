// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Session.h"
#include "core/Value.h"
#include "management/Action.h"
#include "management/ManagementConnection.h"

#include <string_view>

namespace deskwarden::management {

/// The one place where instances of Win32_VirtualDesktopSession become sessions. Texts are shared through the pool; the
/// values may be typed or the texts of a transport without types. An unreadable ConnectState is Absent.
/// Fails: Malformed, if a key property is missing, NULL or unreadable.
[[nodiscard]] core::Result<core::Session> toSession(const core::Instance& instance, const core::ServerId& server,
                                                    core::StringPool& pool);
/// Where the session's instance is.
[[nodiscard]] InstancePath pathOf(const core::SessionKey& key, std::string_view nameSpace);
/// The in-parameters of the method that does it, in MOF order.
[[nodiscard]] Arguments argumentsOf(const Action& action);

} // namespace deskwarden::management
