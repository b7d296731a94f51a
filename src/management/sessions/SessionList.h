// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/seam/SharedRows.h"

namespace deskwarden::management {

/// The sessions of one server.
using SessionList = SharedRows<core::Session>;

} // namespace deskwarden::management
