// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::core {

/// The version of a program, as in 0.10.0 or 1.0.0-rc.2 (Semantic Versioning 2.0.0). What follows a plus sign names a
/// build and says nothing about which is newer: it is left out.
struct ReleaseVersion
{
    static constexpr std::size_t longest = 64;

    std::array<std::uint32_t, 3> numbers{};
    std::vector<std::string> preRelease; ///< empty: a release, which is newer than what went before it

    /// Nothing if it is no version.
    [[nodiscard]] static std::optional<ReleaseVersion> parse(std::string_view text);
    [[nodiscard]] std::string text() const;

    /// By age, the newer is greater (section 11).
    friend std::strong_ordering operator<=>(const ReleaseVersion& left, const ReleaseVersion& right);
    friend bool operator==(const ReleaseVersion&, const ReleaseVersion&) = default;
};

} // namespace deskwarden::core
