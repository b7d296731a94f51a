// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"

#include <QString>

#include <tl/expected.hpp>

#include <stop_token>

namespace deskwarden::app {

/// The operating system's keychain for programs without an event loop of their own: each call runs one until the
/// keychain has answered. The errors are one sentence.
/// Thread: that of the QCoreApplication. Blocks: until the keychain answers (it may ask the person to unlock it), or
/// the stop is requested.
[[nodiscard]] tl::expected<core::Secret, QString> keptPassword(const core::ServerProfile& profile,
                                                               const std::stop_token& stop);
[[nodiscard]] tl::expected<void, QString> keepPassword(const core::ServerProfile& profile, const core::Secret& password,
                                                       const std::stop_token& stop);
[[nodiscard]] tl::expected<void, QString> forgetPassword(const core::ServerProfile& profile,
                                                         const std::stop_token& stop);

} // namespace deskwarden::app
