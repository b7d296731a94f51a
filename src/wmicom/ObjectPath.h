// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"

#include <string>

namespace deskwarden::wmicom {

/// The relative WMI path of an instance: `Class.Key="value",Other=5`, with quotation marks and backslashes of a text
/// escaped by a backslash; without keys the class itself. Fails: InvalidInput for a NULL, an array or an object as a
/// key.
[[nodiscard]] core::Result<std::string> objectPath(const management::InstancePath& path);
/// `Class=@`, the only instance of a class without keys.
[[nodiscard]] std::string singletonPath(const management::InstancePath& path);

} // namespace deskwarden::wmicom
