// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/people/Person.h"
#include "models/table/SessionDetails.h"

#include <vector>

namespace deskwarden::models {

/// All that a directory tells of a person but the photo, in the order in which people ask. Thread: GUI (translations).
[[nodiscard]] std::vector<SessionDetail> personDetails(const management::Person& person);

} // namespace deskwarden::models
