// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "directory/LdapLibrary.h"
#include "management/seam/CallContext.h"

namespace deskwarden::directory {

/// How long the library may wait for the network: until the deadline, half a minute at most, and a tenth of a second at
/// least, since nothing at all means for ever to it.
[[nodiscard]] LdapTime timeLeft(const management::CallContext& context);

} // namespace deskwarden::directory
