// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/machines/HostReport.h"

#include <QString>

namespace deskwarden::models {

/// "Connection Broker", "Gateway", …
[[nodiscard]] QString roleName(management::NodeRole role);
/// What the certificate is for: "Single sign-on", "Publishing", …
[[nodiscard]] QString certificateName(management::NodeCertificate certificate);

} // namespace deskwarden::models
