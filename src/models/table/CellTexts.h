// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace deskwarden::models {

// The words of cells that say less than is known, so that they stay narrow; tips and details say it whole.

/// How long the part of a host's name is that people call it by: "hv-11" of "hv-11.corp.example". An address stays
/// whole.
[[nodiscard]] std::size_t shortHostLength(std::string_view host) noexcept;
/// The name that tells the row's host apart from all others that are listed.
[[nodiscard]] QString shortHostText(const Row& row);
/// "broker.corp.example:5985", without what is only for programs.
[[nodiscard]] QString serverText(const core::ServerId& server);
/// As people call it.
[[nodiscard]] QString serverText(const core::ServerId& server, const ServerNames& names);

/// "idle 35 min" of a session in use, "4 h 12 min" since it was disconnected, "35 min+ (seen)" where only this program
/// knows of it; empty where there is nothing to tell.
[[nodiscard]] QString idleOrGoneText(const Row& row, std::int64_t nowMs);
/// What that means, in a sentence.
[[nodiscard]] QString idleOrGoneTip(const Row& row, std::int64_t nowMs);

} // namespace deskwarden::models
