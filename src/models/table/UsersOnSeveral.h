// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <vector>

namespace deskwarden::models {

/// Marks the rows of users who have sessions on more than one virtual machine, on whatever server. People are told
/// apart by domain and name, machines by host and name, without regard to ASCII case.
void markUsersOnSeveral(std::vector<Row>& rows);

} // namespace deskwarden::models
