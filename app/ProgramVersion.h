// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::app {

/// "0.2.0 (commit 0123456789ab)", or the version alone where the commit is not known.
[[nodiscard]] const char* programVersion() noexcept;
/// "0.2.0"
[[nodiscard]] const char* versionNumber() noexcept;

} // namespace deskwarden::app
