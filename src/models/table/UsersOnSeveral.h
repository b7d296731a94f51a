// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <vector>

namespace deskwarden::models {

/// Marks the rows of users who have sessions on more than one virtual machine, on whatever server. People are told
/// apart by domain and name, machines by host and name, without regard to ASCII case. Brokers that share one computer
/// are brokers to test with: what they list stands for itself, and is not compared with any other list.
void markUsersOnSeveral(RowSet& set);

} // namespace deskwarden::models
