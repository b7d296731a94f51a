// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::core {

/// A host name with letters beyond ASCII (UTF-8) as the DNS, certificates and Kerberos write it: "bücher.example" is
/// "xn--bcher-kva.example" (RFC 5891, with the mapping of UTS 46). Nothing if no such name can exist. Thread: any.
[[nodiscard]] std::optional<std::string> asciiName(std::string_view name);

} // namespace deskwarden::core
