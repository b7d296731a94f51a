// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/FrozenTable.h"
#include "models/table/RowRange.h"
#include "models/table/SessionDetails.h"

#include <stop_token>
#include <vector>

namespace deskwarden::models {

/// What there is to say of several sessions: how many are in each state, on each host, in each collection and on each
/// server, the most first, and whose has not been used for longest. Stopped, it returns nothing. Thread: any.
[[nodiscard]] std::vector<SessionDetail> selectionDetails(const FrozenTable& table, const std::vector<RowRange>& rows,
                                                          const std::stop_token& stop = {});

} // namespace deskwarden::models
