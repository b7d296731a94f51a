// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/ManualPage.h"

namespace deskwarden::app {

/// What is said of the file of an administrator's policy: the manual page deskwarden-policy(5).
[[nodiscard]] const FileText& policyManual();

} // namespace deskwarden::app
