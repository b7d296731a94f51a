// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/CallContext.h"

#include <string>

namespace deskwarden::directory {

/// What was being done when the library gave a code.
enum class LdapStage { Connecting, Protecting, SigningIn, Asking };

/// The error of a code of the library (RFC 4511 section 4.1.9, and its own ones below zero or above 80).
[[nodiscard]] core::ManagementError ldapError(LdapStage stage, int code, std::string words);
[[nodiscard]] tl::unexpected<core::ManagementError> ldapFailure(core::ErrorKind kind, core::DirectoryProblem problem,
                                                                std::string words = {});
/// The error of a context that has ended.
[[nodiscard]] tl::unexpected<core::ManagementError> endedFailure(core::ErrorKind kind);

} // namespace deskwarden::directory
