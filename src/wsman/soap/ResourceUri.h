// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"

#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// The resource URI of a class, or of "*" for a WQL question, in the connection's style. The only place that builds
/// them.
[[nodiscard]] std::string resourceUri(core::UriStyle style, std::string_view nameSpace, std::string_view className);
/// "root\cimv2\rdms" as WS-Management writes it: "root/cimv2/rdms".
[[nodiscard]] std::string slashedNamespace(std::string_view nameSpace);
/// The class's name at the end of a resource URI.
[[nodiscard]] std::string_view lastSegment(std::string_view uri) noexcept;
/// The class after FROM in a WQL question; empty if there is none.
[[nodiscard]] std::string_view classNameOf(std::string_view wql) noexcept;

} // namespace deskwarden::wsman
