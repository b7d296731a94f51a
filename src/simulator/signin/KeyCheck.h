// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"
#include "management/seam/RdmsSchema.h"

#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// What is wrong with the keys of a path.
enum class KeyProblem { None, NoKeys, Missing, Unknown, WrongType };

/// Every key property once, each with a value of its type. A class without keys takes none.
[[nodiscard]] KeyProblem checkKeys(const management::ClassSchema& schema, const std::vector<core::Property>& keys);

/// The value of that key, compared without regard to ASCII case; nullptr if it is not among them.
[[nodiscard]] const core::Value* findKey(const std::vector<core::Property>& keys, std::string_view name);

} // namespace deskwarden::simulator
