// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace deskwarden::core {

/// "fe80::1" or "fe80::1%eth0" in its canonical form (RFC 5952), with its zone. In front of a zone "%25", as addresses
/// of the web write it (RFC 6874), counts as "%". Nothing if it is none.
[[nodiscard]] std::optional<std::string> canonicalIpv6(std::string_view text);
/// The address alone: "fe80::1" of "fe80::1%eth0". Any other host as it is.
[[nodiscard]] std::string_view withoutZone(std::string_view host) noexcept;
/// Between brackets, so that a URL can hold it and canonicalIpv6() reads the same address again.
[[nodiscard]] std::string bracketedIpv6(std::string_view address);

} // namespace deskwarden::core
